"""trail-bucket-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import Bucket, BucketModule, Unit, stores_trail, trails_of
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("cloudtrail-bucket-access-logging",), trivy="AWS-0163", kics="ee9e50e8 c3ce69fd",
    terrascan="AC_AWS_0497", regula="FG_R00031", security_hub="CloudTrail.7", prowler="cloudtrail_logs_s3_bucket_access_logging_enabled",
    cis_aws_1_4="3.6", cis_aws_3_0="3.4", cis_aws_5_0="3.4", soc2="cc_a_1_1",
)  # fmt: skip
def trail_bucket_without_access_logs(bucket: Bucket | BucketModule, unit: Unit) -> Iterator[Finding]:
    """The bucket that stores the files of a trail has no server access logs.

    Who reads or deletes the audit log itself cannot be told.

    Fix safety: unsafe where the unit has a single bucket for access logs, whose policy may not admit this one; else manual.
    When to ignore: CloudTrail records data events of the bucket.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html#cloudtrail-7
    """
    if bucket.lacks_access_logs(unit) & stores_trail(bucket, unit):
        message = "bucket with the files of a trail has no server access logs"
        yield bucket.log_target.finding(message, fix=bucket.logging_fix(unit), related=trails_of(bucket, unit))
