"""aws-events-on-custom-bus"""

from collections.abc import Iterator

from obslint.aws import BusRule, Unit, default_bus_fix, is_fed, starved_by
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def aws_events_on_custom_bus(event_rule: BusRule, unit: Unit) -> Iterator[Finding]:
    """The rule waits for events of AWS services on a bus of one's own.

    Such events arrive on the default bus only, and nothing forwards them. The rule never matches.

    Fix safety: manual, the rule is replaced, and its targets have to go along.
    References: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
    """
    bus = starved_by(event_rule, unit)
    if bus is not None and ~is_fed(bus, unit):
        where = (bus.label("nothing sends to this bus"),)
        yield event_rule.bus.finding(
            "events of AWS services arrive on the default bus only", fix=default_bus_fix(event_rule), related=where
        )
