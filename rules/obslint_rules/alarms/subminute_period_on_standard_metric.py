"""subminute-period-on-standard-metric"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, is_stored_by_the_minute
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING)
def subminute_period_on_standard_metric(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads a metric more often than it is stored.

    Most periods then hold no datapoint: the alarm keeps falling into INSUFFICIENT_DATA, and costs three times as much.

    Fix safety: safe, an in-place update to the period at which the metric is stored.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for metric in alarm.metrics:
        if metric.period.surely_in((10, 20, 30)) & is_stored_by_the_minute(metric, unit):
            message = f"a period of {metric.period.shown} seconds on a metric that is stored once a minute"
            yield metric.period.finding(message, fix=set_to(60))
