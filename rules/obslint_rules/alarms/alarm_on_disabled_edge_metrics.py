"""alarm-on-disabled-edge-metrics"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, disabled_edge_metrics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_on_disabled_edge_metrics(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads an additional metric of a distribution without a subscription to them.

    Cache hit rate, origin latency and error rates by status exist only once they are switched on and paid for.

    Fix safety: manual, the metrics are billed.
    References: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html
    """
    for series in alarm.series:
        if mismatch := disabled_edge_metrics(series, unit):
            yield mismatch.finding
