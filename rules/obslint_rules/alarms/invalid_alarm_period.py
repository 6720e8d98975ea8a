"""invalid-alarm-period"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def invalid_alarm_period(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm's period is one that CloudWatch does not accept.

    A period is 10, 20 or 30 seconds or a multiple of 60; with any other the alarm is refused when it is deployed.

    Fix safety: unsafe, the next longer period makes the alarm look at another span of time.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for metric in alarm.metrics:
        odd = metric.period.is_number(lambda seconds: seconds < 1 or seconds % 60 != 0)
        if odd & ~metric.period.surely_in(metric.short_periods):
            longer = 60 * max(1, int(metric.period.number or 0) // 60 + 1)
            fix = set_to(longer, unsafe="the alarm then looks at another span of time")
            yield metric.period.finding(f"a period of {metric.period.shown} seconds is not accepted", fix=fix)
