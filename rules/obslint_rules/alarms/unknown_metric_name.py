"""unknown-metric-name"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, missing_on_aurora, unknown_name
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def unknown_metric_name(alarm: MetricAlarm) -> Iterator[Finding]:
    """AWS has no metric, or no namespace, of this name.

    Names are told apart by case, and CloudWatch takes any: the alarm stays in INSUFFICIENT_DATA.

    Fix safety: safe where exactly one name can have been meant, unsafe where another namespace has the metric with these dimensions,
    otherwise manual.
    When to ignore: the metric is newer than this version of obslint.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
    """
    for series in alarm.series:
        if mismatch := unknown_name(series) or missing_on_aurora(series):
            yield mismatch.finding
