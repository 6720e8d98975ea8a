"""unwatched-key-deletion"""

from collections.abc import Iterator

from obslint.aws import KEY_DELETION, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-cmk-deletion",), trivy="AWS-0153", kics="56a585f5",
    security_hub="CloudWatch.7", prowler="cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk", cis_aws_1_4="4.7",
    cis_aws_3_0="4.7", cis_aws_5_0="4.7",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
)  # fmt: skip
def unwatched_key_deletion(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Disabling and deleting KMS keys raise no alarm.

    Data becomes unreadable after the waiting period, and the alarm would have been the only warning.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(KEY_DELETION, record, unit, estate)
