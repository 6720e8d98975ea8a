"""duplicate-event-rule"""

from collections.abc import Iterator

from obslint.aws import BusRule, Unit, twin_label, twins
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def duplicate_event_rule(event_rule: BusRule, unit: Unit) -> Iterator[Finding]:
    """Two rules have one name on one bus.

    The second one to be written replaces the first, pattern and all.

    Fix safety: manual, which of the two gets another name has to be decided.
    References: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
    """
    for other, same in twins(event_rule, unit):
        if same:
            fix = set_to("NAME", title="give it a name of its own", manual="the rule is replaced", effect="replacement")
            yield event_rule.name.finding("another rule has the same name", fix=fix, related=twin_label(other))
            return
