"""unknown-event-pattern"""

from collections.abc import Iterator

from obslint.aws import BusRule, misplaced, misspelled
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def unknown_event_pattern(event_rule: BusRule) -> Iterator[Finding]:
    """The pattern has a source or a detail-type that is nearly, but not quite, that of a service, or a field that no event has.

    Matching is exact, case included, so the rule never matches.

    Fix safety: safe, the name that the service uses takes its place. Manual where a field stands beside `detail` instead of in it.
    References: https://docs.aws.amazon.com/eventbridge/latest/ref/events.html
    """
    for mistake in (*misspelled(event_rule), *misplaced(event_rule)):
        yield mistake.at.finding(mistake.message, fix=mistake.fix)
