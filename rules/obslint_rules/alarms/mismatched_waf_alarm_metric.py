"""mismatched-waf-alarm-metric"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, mismatched_web_acl
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def mismatched_waf_alarm_metric(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm asks for another metric than the web ACL publishes.

    AWS WAF publishes by the metric names of `visibility_config`, not by the names of ACL and rules; where metrics are off, nothing.

    Fix safety: safe, an in-place update to the metric name, or one that publishes the metrics.
    References: https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
    """
    for series in alarm.series:
        for mismatch in mismatched_web_acl(series, unit):
            yield mismatch.finding
