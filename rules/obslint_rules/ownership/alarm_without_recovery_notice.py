"""alarm-without-recovery-notice"""

from collections.abc import Iterator

from obslint.aws import DescribedAlarm
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def alarm_without_recovery_notice(alarm: DescribedAlarm) -> Iterator[Finding]:
    """The alarm calls somebody, but does not say when it is over.

    Responders keep looking at graphs to find out, and incidents in other tools stay open.

    Fix safety: unsafe, a message more for each alarm may not be wanted; manual where the topics cannot be named.
    When to ignore: what receives the alarm closes it by itself.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    if alarm.tells_topic & alarm.ok_actions.surely_absent():
        fix = alarm.recovery_fix("a message more for each alarm may not be wanted")
        called = (alarm.alarm_actions.label("called when it goes off"),)
        yield alarm.ok_actions.finding("nobody is told when the alarm is over", fix=fix, related=called)
