"""alarm-on-disabled-method-metrics"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, disabled_method_metrics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_on_disabled_method_metrics(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads metrics of an API method that the stage does not record.

    A stage publishes metrics of single methods only with detailed metrics on, and the alarm never has data.

    Fix safety: unsafe, the metrics are billed.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
    """
    for series in alarm.series:
        if mismatch := disabled_method_metrics(series, unit):
            yield mismatch.finding
