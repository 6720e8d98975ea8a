"""trail-filter-on-wrong-group"""

from collections.abc import Iterator

from obslint.aws import Counter, Estate, Unit, moved_to, strays_from_trail
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def trail_filter_on_wrong_group(counter: Counter, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """A filter on calls to AWS reads a log group that no trail delivers to.

    The records of CloudTrail are in another log group, so the filter never counts anything and its alarm stays silent.

    Fix safety: unsafe, the filter is replaced; nothing is lost with it.
    When to ignore: a trail of another account delivers to the log group.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
    """
    trail = strays_from_trail(counter, unit, estate)
    if trail is not None:
        related = (trail.log_group.label(f"{trail.address} delivers here"),)
        yield counter.log_group.finding("the filter waits for calls in a log group of no trail", fix=moved_to(trail, unit), related=related)
