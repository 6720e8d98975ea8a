"""function-closed-to-alarms"""

from collections.abc import Iterator

from obslint.aws import Alarm, Unit, alarm_call_fix, alarm_call_verdict, called_by
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def function_closed_to_alarms(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm calls a function that does not admit CloudWatch alarms.

    The call is refused: the permission must name lambda.alarms.cloudwatch.amazonaws.com, no other name of CloudWatch helps.

    Fix safety: unsafe, it opens the function to a service.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
    """
    for function in called_by(alarm, unit):
        if alarm_call_verdict(alarm, function, unit).refused:
            where = (function.label("no permission lets lambda.alarms.cloudwatch.amazonaws.com call it"),)
            fix = alarm_call_fix(alarm, function)
            yield alarm.finding("the alarm calls a function that does not admit it", fix=fix, related=where)
