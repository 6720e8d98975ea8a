"""alarm-on-disabled-group-metrics"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, disabled_group_metrics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def alarm_on_disabled_group_metrics(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads a metric that the Auto Scaling group does not collect.

    A group says nothing about its size and its instances until it is told to, and the alarm never has data.

    Fix safety: safe, an in-place update that collects the metric, at no charge.
    References: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
    """
    for series in alarm.series:
        if mismatch := disabled_group_metrics(series, unit):
            yield mismatch.finding
