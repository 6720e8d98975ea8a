"""alarm-on-disabled-request-metrics"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, disabled_request_metrics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_on_disabled_request_metrics(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads request metrics that the bucket does not record.

    Errors, latency and counts of requests exist only by a metrics configuration, under its name.

    Fix safety: unsafe, the metrics are billed.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-configurations.html
    """
    for series in alarm.series:
        if mismatch := disabled_request_metrics(series, unit):
            yield mismatch.finding
