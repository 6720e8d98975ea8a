"""data-event-rule-without-selector"""

from collections.abc import Iterator

from obslint.aws import BusRule, Estate, Unit, selecting_fix, trails_named, unselected
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def data_event_rule_without_selector(event_rule: BusRule, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The rule waits for data events, and no trail selects them.

    Reads and writes of objects, calls of functions and access to tables are data events, which trails do not record unless told to.

    Fix safety: unsafe, data events are billed by number.
    When to ignore: a trail that is declared elsewhere records them.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
    """
    if unselected(event_rule, estate):
        where = trails_named(estate, "this trail does not select them")
        yield event_rule.pattern.finding("no trail selects these data events", fix=selecting_fix(event_rule, unit), related=where)
