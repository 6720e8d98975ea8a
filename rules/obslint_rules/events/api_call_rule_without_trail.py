"""api-call-rule-without-trail"""

from collections.abc import Iterator

from obslint.aws import BusRule, Estate, Unit, recording_fix, trails_named, unrecorded, waits_for_calls
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def api_call_rule_without_trail(event_rule: BusRule, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The rule waits for API calls, and no trail records them.

    EventBridge gets such events only when a trail is on and records them. The detection never fires.

    Fix safety: unsafe, further copies of events are billed.
    When to ignore: a trail that is declared elsewhere records the calls.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
    """
    if waits_for_calls(event_rule) & unrecorded(event_rule, estate):
        where = trails_named(estate, "this trail does not record them")
        yield event_rule.pattern.finding("no trail records the calls", fix=recording_fix(unit), related=where)
