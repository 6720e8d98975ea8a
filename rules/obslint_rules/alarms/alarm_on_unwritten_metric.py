"""alarm-on-unwritten-metric"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, ProducerOptions, Unit, unwritten
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_on_unwritten_metric(alarm: MetricAlarm, unit: Unit, options: ProducerOptions) -> Iterator[Finding]:
    """The alarm reads a metric that nothing writes, and misses the one of a metric filter by a letter.

    Names and namespaces are told apart by case. The alarm never has data, while the filter counts.

    Fix safety: safe, an in-place update to the name that the filter writes.
    When to ignore: something outside of the code writes the metric; name its namespace in the option `namespaces`.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
    """
    for series in alarm.series:
        for mismatch in unwritten(series, unit, options.namespaces):
            yield mismatch.finding
