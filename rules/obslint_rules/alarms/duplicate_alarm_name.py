"""duplicate-alarm-name"""

from collections.abc import Iterator

from obslint.aws import Alarm, Unit, is_copy, namesakes
from obslint.policy import Finding, Severity, advice, append, rule

REASON = "CloudWatch takes it for another alarm"


@rule(Severity.ERROR)
def duplicate_alarm_name(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """Two alarms of one region have the same name.

    The later one overwrites the earlier, whose condition is no longer watched; no error is shown.

    Fix safety: unsafe, the alarm is replaced by one with another name; manual for instances of one resource.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for first in namesakes(alarm, unit):
        if is_copy(alarm, first):
            each = advice("put each.key or count.index into the name", REASON, effect="replacement")
            yield alarm.name.finding("every instance of the alarm has the same name", fix=each)
            return
        own = append(f"-{alarm.local_name}", unsafe=REASON, effect="replacement", title="give it a name of its own")
        yield alarm.name.finding("another alarm has the same name", fix=own, related=(first.name.label("that alarm has it here"),))
        return
