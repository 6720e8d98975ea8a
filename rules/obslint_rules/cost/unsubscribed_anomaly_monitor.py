"""unsubscribed-anomaly-monitor"""

from collections.abc import Iterator

from obslint.aws import AnomalyMonitor, AnomalySubscription, Unit, new_anomaly_subscription
from obslint.policy import Finding, Severity, add_resource, rule


@rule(Severity.ERROR)
def unsubscribed_anomaly_monitor(monitor: AnomalyMonitor, unit: Unit) -> Iterator[Finding]:
    """The cost anomaly monitor has no subscription.

    Anomalies are detected and told to nobody.

    Fix safety: manual, who is told has to be decided.
    When to ignore: the list of anomalies is fetched by a tool.
    References: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
    """
    if unit.none(AnomalySubscription, lambda one: one.monitors.refers_to(monitor), of=monitor):
        draft = new_anomaly_subscription(monitor, monitor)
        fix = add_resource(draft, "subscribe somebody", manual="who is told has to be decided")
        yield monitor.finding("anomaly monitor has no subscription", fix=fix)
