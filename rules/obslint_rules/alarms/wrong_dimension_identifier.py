"""wrong-dimension-identifier"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, wrong_identifiers
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def wrong_dimension_identifier(alarm: MetricAlarm) -> Iterator[Finding]:
    """A dimension holds another attribute of the resource than the one its metrics are keyed by.

    CloudWatch takes any text: an ARN where the metric is keyed by a name selects a metric that never exists, and the alarm stays silent.

    Fix safety: safe, an in-place update to the attribute of the same resource. Manual where none holds the value.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
    """
    for series in alarm.series:
        for mismatch in wrong_identifiers(series):
            yield mismatch.finding
