"""recovery-only-alarm"""

from collections.abc import Iterator

from obslint.aws import Alarm, Unit, action_on_failure_fix, acts_at_all, is_watched, moves_machines
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.ERROR, security_hub="CloudWatch.15", prowler="cloudwatch_alarm_actions_alarm_state_configured",
    nist_800_53_r5="AU-6(1) AU-6(5) CA-7 IR-4(1) IR-4(5) SI-2 SI-4(5) SI-4(12) SI-20",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.4.3 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
)  # fmt: skip
def recovery_only_alarm(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm acts when things are well again, but not when they fail.

    People hear that it recovered, and never that it broke.

    Fix safety: unsafe where the actions on recovery can be written again, as others may have to be called; else manual.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    if ~alarm.calls_on_failure & acts_at_all(alarm.ok_actions) & ~moves_machines(alarm.ok_actions) & ~is_watched(alarm, unit):
        where = (alarm.ok_actions.label("recovery is told to somebody"),)
        yield alarm.alarm_actions.finding("alarm has no action for failure", fix=action_on_failure_fix(alarm, unit), related=where)
