"""muted-alarm"""

from collections.abc import Iterator

from obslint.aws import Alarm, CompositeAlarm, Unit
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("alarm-actions-enabled",), checkov="CKV_AWS_319", cdk_nag="CloudWatchAlarmAction", security_hub="CloudWatch.17",
    prowler="cloudwatch_alarm_actions_enabled", nist_800_53_r5="AU-6(1) AU-6(5) CA-7 SI-2 SI-4(12)",
)  # fmt: skip
def muted_alarm(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm's actions are switched off.

    CloudWatch skips whatever actions are listed, while everybody who reads the list thinks that the alarm calls somebody.

    Fix safety: safe, an in-place update; from then on the alarm acts.
    When to ignore: it is muted for a while; say until when.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    part = unit.any(CompositeAlarm, lambda whole: whole.watches(alarm))
    if alarm.actions_enabled.surely(False) & ~part:
        rest = "" if alarm.has_any_action.known is not False else ", and there are none"
        yield alarm.actions_enabled.finding(f"actions of the alarm are switched off{rest}", fix=set_to(True))
