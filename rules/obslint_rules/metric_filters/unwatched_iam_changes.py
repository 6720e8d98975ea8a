"""unwatched-iam-changes"""

from collections.abc import Iterator

from obslint.aws import IAM_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-iam-policy-changes",), trivy="AWS-0150",
    kics="eaaba502", security_hub="CloudWatch.4", prowler="cloudwatch_log_metric_filter_policy_changes", cis_aws_1_4="4.4",
    cis_aws_3_0="4.4", cis_aws_5_0="4.4", pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1",
    soc2="cc_5_2 pi_1_3",
)  # fmt: skip
def unwatched_iam_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to IAM policies raise no alarm.

    One policy call is enough to take over an account, and nobody is told.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(IAM_CHANGES, record, unit, estate)
