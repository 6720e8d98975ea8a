"""impossible-datapoints"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def impossible_datapoints(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm asks for more datapoints than it looks at.

    M datapoints out of N periods cannot be met when M is greater than N; the alarm is refused when it is deployed.

    Fix safety: manual, either number may be the wrong one.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
    """
    wanted, periods = alarm.datapoints_to_alarm, alarm.evaluation_periods
    if wanted.exceeds(periods):
        fix = set_to(int(periods.number or 1), manual="either number may be the wrong one")
        message = f"{wanted.shown} datapoints to alarm out of {periods.shown} evaluation periods"
        yield wanted.finding(message, fix=fix, related=(periods.label("so many periods are looked at"),))
