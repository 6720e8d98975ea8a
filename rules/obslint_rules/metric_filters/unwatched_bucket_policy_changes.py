"""unwatched-bucket-policy-changes"""

from collections.abc import Iterator

from obslint.aws import BUCKET_POLICY_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-s3-policy-changes",), trivy="AWS-0154",
    kics="27c6a499", security_hub="CloudWatch.8", prowler="cloudwatch_log_metric_filter_for_s3_bucket_policy_changes", cis_aws_1_4="4.8",
    cis_aws_3_0="4.8", cis_aws_5_0="4.8", pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1", soc2="cc_5_2",
)  # fmt: skip
def unwatched_bucket_policy_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to the policies of S3 buckets raise no alarm.

    One call opens a bucket to the world, and nobody is told.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(BUCKET_POLICY_CHANGES, record, unit, estate)
