"""period-finer-than-metric"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, read_too_often
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def period_finer_than_metric(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm looks at spans of time in which the metric is not published.

    Most of them hold no datapoint: the alarm falls into INSUFFICIENT_DATA again and again, or never fires.

    Fix safety: manual, a longer period makes the alarm look at another span of time.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudwatch-monitoring.html
    """
    for series in alarm.series:
        if mismatch := read_too_often(alarm, series, unit):
            yield mismatch.finding
