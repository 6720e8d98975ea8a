"""public-trail-bucket"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, public_grant
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.ERROR, trivy="AWS-0161", kics="bd0088a5", regula="FG_R00028", security_hub="CloudTrail.6",
    prowler="cloudtrail_logs_s3_bucket_is_not_publicly_accessible", cis_aws_1_4="3.3",
)  # fmt: skip
def public_trail_bucket(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The bucket that stores the trail's files is public.

    Anyone can read which identities did what in the account, or put files of their own among them.

    Fix safety: unsafe, someone may rely on the grant.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html
    """
    for fix, where in public_grant(trail, unit):
        yield trail.bucket.finding("the bucket that stores the trail is public", fix=fix, related=where)
        return
