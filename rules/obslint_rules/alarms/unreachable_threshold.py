"""unreachable-threshold"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, comparison, out_of_reach, reach
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def unreachable_threshold(alarm: MetricAlarm) -> Iterator[Finding]:
    """The metric can never cross the threshold.

    Percentages end at 100, shares at 1 and counts at 0: beyond, the alarm never fires.

    Fix safety: manual, only its owner knows what is too much.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for series in alarm.series:
        compared = comparison(alarm, series)
        if compared and (why := out_of_reach(compared)):
            fix = advice(f"choose a threshold {reach(compared)}", "only its owner knows what is too much")
            message = f"the alarm waits for the {compared.statistic} of {series.name.shown} {compared.side}, {why}"
            yield alarm.threshold.finding(message, fix=fix)
