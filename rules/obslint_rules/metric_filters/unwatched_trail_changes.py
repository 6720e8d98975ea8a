"""unwatched-trail-changes"""

from collections.abc import Iterator

from obslint.aws import TRAIL_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-cloudtrail-changes",), trivy="AWS-0151",
    kics="0f6cbf69", security_hub="CloudWatch.5",
    prowler="cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled", cis_aws_1_4="4.5", cis_aws_3_0="4.5",
    cis_aws_5_0="4.5", pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1", soc2="cc_5_2",
)  # fmt: skip
def unwatched_trail_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to CloudTrail trails raise no alarm.

    Whoever wants to hide stops the trail first; nobody is told until its records are needed.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(TRAIL_CHANGES, record, unit, estate)
