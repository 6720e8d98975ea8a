"""alarm-omitting-filter-dimensions"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, omitted_dimensions
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_omitting_filter_dimensions(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads a filter's metric without the dimensions that the filter writes.

    CloudWatch does not add custom metrics up over their dimensions: without them there is no data.

    Fix safety: manual, which value of the dimension is watched has to be decided.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html
    """
    for series in alarm.series:
        if mismatch := omitted_dimensions(series, unit):
            yield mismatch.finding
