"""mistyped-event-pattern"""

from collections.abc import Iterator

from obslint.aws import BusRule, mistyped
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def mistyped_event_pattern(event_rule: BusRule) -> Iterator[Finding]:
    """The pattern compares a field with what it never is: a number with a text, or one of a few words with another word.

    Types and case count: a severity of GuardDuty is a number, and `"7"` or a prefix of it match nothing.

    Fix safety: safe, what is meant is compared in the way that matches. Manual where that is not certain.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
    """
    for mistake in mistyped(event_rule):
        yield mistake.at.finding(mistake.message, fix=mistake.fix)
