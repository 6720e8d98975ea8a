"""What alarms make of data that stops coming."""

import re

from obslint.aws import facts
from obslint.aws.alarm_actions import moves_machines
from obslint.aws.alarms import MetricAlarm
from obslint.aws.series import Series, certain, namespace_of
from obslint.model import NO, Truth, any_of, truth
from obslint.policy import Fix, set_to

_LIVELINESS = {
    "CloudWatchSynthetics": ("SuccessPercent",),
    "AWS/Route53": ("HealthCheckStatus", "HealthCheckPercentageHealthy"),
    "AWS/ApplicationELB": ("HealthyHostCount", "HealthyStateDNS", "HealthyStateRouting"),
    "AWS/NetworkELB": ("HealthyHostCount",),
    "AWS/ELB": ("HealthyHostCount",),
    "ECS/ContainerInsights": ("RunningTaskCount",),
    "AWS/CertificateManager": ("DaysToExpiry",),
}
"""Metrics that stop when what they watch is gone: no canary runs, no target is registered, a certificate has expired."""
_STATUS_CHECK = "StatusCheckFailed"
_BEAT = re.compile(r"heart[_-]?beat|last[_-]?success|(^|[_. -])(is)?(alive|up|liveness)$|Alive$|IsUp$", re.I)
_BREAKS = "the alarm goes off whenever the data stops, also when that is intended"


def watches_life(alarm: MetricAlarm) -> Truth:
    """Whether the alarm is there to tell that something has stopped: too little of a sign of life, or a failed status check."""
    return any_of(tuple(alarm.series), lambda series: series.is_compared & _is_sign(series, alarm)) & ~moves_machines(alarm.alarm_actions)


def _is_sign(series: Series, alarm: MetricAlarm) -> Truth:
    namespace, below = namespace_of(series), alarm.comparison.starts_with("LessThan")
    # the name may be hard to know, and does not matter where too much is the trouble
    name = certain(series.name) if namespace == "AWS/EC2" or below.known is not False else None
    if namespace is None or name is None:
        return NO
    if namespace == "AWS/EC2" and name.startswith(_STATUS_CHECK):
        return alarm.comparison.starts_with("GreaterThan")
    named = name in _LIVELINESS.get(namespace, ()) or (not namespace.startswith("AWS/") and _BEAT.search(name) is not None)
    return truth(named) & below


def sparse_metric(alarm: MetricAlarm) -> str:
    """The metric of errors that the alarm compares, when it has datapoints only while something happens; else nothing."""
    for series in alarm.series:
        namespace = namespace_of(series)
        table = facts.namespace(namespace) if namespace and series.is_compared.known else None
        name = certain(series.name) if table else None
        metric = table.metric(name) if table and name else None
        if metric and metric.verified and metric.signal == "errors" and metric.sparse in ("nonzero", "traffic", "active"):
            return metric.name
    return ""


def ignores_setting(alarm: MetricAlarm) -> Truth:
    """Whether the setting has no effect: alarms on DynamoDB keep their state.

    https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    return any_of(tuple(alarm.series), lambda series: series.namespace.surely("AWS/DynamoDB"))


def stated_fix(alarm: MetricAlarm) -> Fix:
    """What missing data most likely means for such a metric."""
    if watches_life(alarm).known:
        return set_to("breaching", manual="what missing data means has to be decided")
    meant = "notBreaching" if sparse_metric(alarm) else "missing"
    return set_to(meant, manual="what missing data means has to be decided")


def breaching_fix() -> Fix:
    """Takes missing data for a failure."""
    return set_to("breaching", unsafe=_BREAKS)
