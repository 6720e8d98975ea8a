"""trail-excluding-watched-events"""

from collections.abc import Iterator

from obslint.aws import EXCLUDABLE, Estate, Trail, Unit, blinds, exclusions, watchers
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def trail_excluding_watched_events(trail: Trail, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The trail leaves out events of KMS or of the RDS Data API that a metric filter or an event rule waits for.

    The detection is in place and never sees an event: the alarm on the deletion of keys stays silent.

    Fix safety: unsafe, calls to KMS can be many and a second copy of management events is billed; manual with advanced selectors.
    When to ignore: a trail that is declared elsewhere records the events for the same detection.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
    """
    for events in EXCLUDABLE:
        if blinds(trail, events, estate):
            waiting = watchers(events, unit)
            for gap in exclusions(trail, events.source) if waiting else ():
                yield gap.at.finding(f"events of {events.source} are left out, and something waits for them", fix=gap.fix, related=waiting)
