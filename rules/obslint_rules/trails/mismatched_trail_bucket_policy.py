"""mismatched-trail-bucket-policy"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, bucket_of, bucket_verdicts
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR, confidence="medium")
def mismatched_trail_bucket_policy(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The policy of the trail's bucket admits CloudTrail, but not for the prefix, the account or the ARN of this trail.

    A changed prefix or a renamed trail is enough: the trail stays on and its files are lost.

    Fix safety: manual, either the policy or the trail has to follow the other.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    """
    bucket = bucket_of(trail, unit)
    if bucket is None:
        return
    for _, verdict in bucket_verdicts(trail, bucket, unit):
        if verdict.refused & verdict.misses & ~verdict.denied:
            fix = advice(
                "align the statement with the prefix, account and ARN of the trail",
                "either the policy or the trail has to follow the other",
            )
            message = "the statement for CloudTrail in the bucket policy does not fit the trail"
            yield trail.bucket.finding(message, fix=fix, related=verdict.evidence(bucket))
            return
