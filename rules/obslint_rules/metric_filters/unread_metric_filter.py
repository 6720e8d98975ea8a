"""unread-metric-filter"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, MetricFilter, Unit, is_read
from obslint.policy import Finding, Severity, add_resource, rule


@rule(Severity.WARNING, confidence="medium")
def unread_metric_filter(counter: MetricFilter, unit: Unit) -> Iterator[Finding]:
    """Nothing reads the metric that the filter writes.

    The event is counted and nobody looks at the count.

    Fix safety: manual, an alarm needs a threshold and somebody to call.
    When to ignore: the metric is read by something outside of this code, such as Grafana.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
    """
    for metric in counter.transformations:
        if ~is_read(metric, counter, unit) & unit.closed_around(counter):
            name, namespace = metric.name.copied("NAME"), metric.namespace.copied("NAMESPACE")
            draft = MetricAlarm.draft(
                counter, name=name, metric_name=name, namespace=namespace, statistic="Sum", period=300, evaluation_periods=1,
                comparison="GreaterThanOrEqualToThreshold", threshold=1,
                alarm_actions=["arn:aws:sns:REGION:ACCOUNT:TOPIC"],
            )  # fmt: skip
            fix = add_resource(draft, "add an alarm", manual="the threshold and who is called have to be decided")
            yield metric.name.finding(f"nothing reads the metric {metric.name.shown}", fix=fix)
