"""alarm-without-action"""

from collections.abc import Iterator

from obslint.aws import Alarm, Topic, Unit, is_watched
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("alarm-actions-present",), guard="CLOUDWATCH_ALARM_ACTION_CHECK", cdk_nag="CloudWatchAlarmAction",
    regula="FG_R00240", security_hub="CloudWatch.15", prowler="cloudwatch_alarm_actions_alarm_state_configured",
    nist_800_53_r5="AU-6(1) AU-6(5) CA-7 IR-4(1) IR-4(5) SI-2 SI-4(5) SI-4(12) SI-20",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.4.3 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
)  # fmt: skip
def alarm_without_action(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm has no action in any state.

    It changes color in a console that nobody watches.

    Fix safety: unsafe where the unit has a single topic with subscribers, as that may not be who should be called; else manual.
    When to ignore: the alarm is looked at by something outside of this code.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    if ~alarm.has_any_action & ~is_watched(alarm, unit) & unit.closed_around(alarm):
        topic = unit.only(Topic, alarm, lambda one: one.has_receiver(unit))
        if topic is None:
            fix = set_to(["arn:aws:sns:REGION:ACCOUNT:TOPIC"], title="notify a topic", manual="who is called has to be decided")
        else:
            fix = set_to([topic.link("arn", "Ref")], title=f"notify {topic.address}", unsafe="it may not be who should be called")
        yield alarm.alarm_actions.finding("alarm has no action in any state", fix=fix)
