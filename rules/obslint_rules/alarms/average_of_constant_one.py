"""average-of-constant-one"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, comparison, counts_ones, sum_instead
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def average_of_constant_one(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm waits for more than 1 of a count whose average is always 1.

    Load balancers report a 1 for each response: average, minimum and maximum never exceed it, and the alarm never fires.

    Fix safety: safe, an in-place update that counts with Sum; it makes a dead alarm live.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    """
    for series in alarm.series:
        if (compared := comparison(alarm, series)) and counts_ones(compared):
            yield sum_instead(compared)
