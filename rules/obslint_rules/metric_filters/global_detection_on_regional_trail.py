"""global-detection-on-regional-trail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, global_detections, misses_global_events
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def global_detection_on_regional_trail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """A filter waits for events of IAM or Organizations on a trail that does not get them.

    Such events are recorded in us-east-1 and reach other regions with trails of all regions only: the alarm stays silent.

    Fix safety: unsafe, a trail of all regions stores more events, and a second copy of management events is billed.
    When to ignore: the detection is there for calls that another filter does not know.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
    """
    waiting = [counter for counter, _ in global_detections(trail, unit)]
    if waiting and misses_global_events(trail, unit):
        left_out = trail.global_events.surely(False).known
        at, other = (trail.global_events, trail.multi_region) if left_out else (trail.multi_region, trail.global_events)
        fix = set_to(True, also=[(other, True)] if left_out else [], unsafe="more events are stored")
        related = tuple(counter.label("this waits for them") for counter in waiting)
        yield at.finding("the trail gets no events of global services, and a filter waits for them", fix=fix, related=related)
