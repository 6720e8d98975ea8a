"""bucket-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import Bucket, BucketModule, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("s3-access-logging",), checkov="CKV_AWS_18", trivy="AWS-0089",
    kics="f861041c 4552b71f", guard="S3_BUCKET_LOGGING_ENABLED", cfn_nag="W35", cdk_nag="S3BucketLoggingEnabled", terrascan="AC_AWS_0497",
    regula="FG_R00274", security_hub="S3.9", prowler="s3_bucket_server_access_logging_enabled",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="S3.9",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b 164_312_e_2_i", soc2="cc_7_2 cc_7_3 cc_a_1_1",
)  # fmt: skip
def bucket_without_access_logs(bucket: Bucket | BucketModule, unit: Unit) -> Iterator[Finding]:
    """The bucket has no server access logs.

    Who read or deleted objects cannot be told.

    Fix safety: unsafe where the unit has a single bucket for access logs, whose policy may not admit this one; else manual.
    When to ignore: CloudTrail records data events of the bucket.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
    """
    if bucket.lacks_access_logs(unit) & ~bucket.is_log_target(unit):
        yield bucket.log_target.finding("bucket has no server access logs", fix=bucket.logging_fix(unit))
