"""composite-with-unknown-member"""

from collections.abc import Iterator

from obslint.aws import CompositeAlarm, Estate, Unit, loose_members
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def composite_with_unknown_member(composite: CompositeAlarm, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The rule of a composite alarm names an alarm by text, and nothing makes that alarm exist.

    The name is that of no declared alarm, or of one that may be created later. On a fresh account the composite alarm is refused;
    after the other is renamed it goes on to watch what is left of the old one.

    Fix safety: safe where the name is exact, as the reference comes to the same name; unsafe where it is guessed.
    When to ignore: the alarm is declared elsewhere.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
    """
    for member in loose_members(composite, unit, estate):
        yield composite.rule.finding(member.message, fix=member.fix, related=member.related)
