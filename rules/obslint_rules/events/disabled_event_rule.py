"""disabled-event-rule"""

from collections.abc import Iterator

from obslint.aws import BusRule, Unit, has_targets
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def disabled_event_rule(event_rule: BusRule, unit: Unit) -> Iterator[Finding]:
    """The rule waits for events, has targets, and is switched off.

    It matches nothing. Rules on a schedule are left alone: those are often parked on purpose.

    Fix safety: unsafe, its targets start to act.
    References: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
    """
    if event_rule.pattern.surely_set() & event_rule.is_off & has_targets(event_rule, unit):
        yield event_rule.switch.finding("event rule is switched off", fix=event_rule.enabling_fix)
