"""overlong-evaluation-window"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def overlong_evaluation_window(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm looks back further than CloudWatch allows.

    Period times evaluation periods is at most a day, or seven days when the period is an hour or longer; beyond that the alarm is
    refused when it is deployed.

    Fix safety: manual, either number may be the wrong one.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    periods, period = alarm.evaluation_periods, alarm.period
    beyond_day, beyond_week = (periods.product_above(period, days * 86400) for days in (1, 7))
    if beyond_week | (period.below(3600) & beyond_day):
        limit = "a day" if period.below(3600).known else "seven days"
        fix = advice("look at fewer periods", "either number may be the wrong one")
        message = f"{periods.shown} periods of {period.shown} seconds are more than {limit}"
        yield periods.finding(message, fix=fix, related=(period.label("the period"),))
