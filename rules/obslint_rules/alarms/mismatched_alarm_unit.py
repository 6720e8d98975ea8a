"""mismatched-alarm-unit"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, mismatched_units
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def mismatched_alarm_unit(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm asks for a unit in which the metric is not published.

    Data in another unit does not count, and the alarm never has any.

    Fix safety: safe, an in-place update that leaves the unit out, as AWS advises.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for series in alarm.series:
        for mismatch in mismatched_units(series, unit):
            yield mismatch.finding
