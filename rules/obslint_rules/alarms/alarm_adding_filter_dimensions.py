"""alarm-adding-filter-dimensions"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, ProducerOptions, Unit, added_dimensions
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_adding_filter_dimensions(alarm: MetricAlarm, unit: Unit, options: ProducerOptions) -> Iterator[Finding]:
    """The alarm reads a filter's metric with dimensions that the filter does not write.

    Metric and dimensions together name what is read: with any of them it is a metric that does not exist.

    Fix safety: safe, an in-place update that leaves the dimensions out.
    When to ignore: an application writes the metric too; name its namespace in the option `namespaces`.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
    """
    for series in alarm.series:
        if mismatch := added_dimensions(series, unit, options.namespaces):
            yield mismatch.finding
