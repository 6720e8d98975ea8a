"""trail-bucket-closed-to-cloudtrail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, bucket_fix, bucket_of, bucket_verdicts
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def trail_bucket_closed_to_cloudtrail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The policy of the trail's bucket does not admit CloudTrail.

    A trail is refused when it is created so. When the policy is changed later, the trail stays on and its files are lost.

    Fix safety: unsafe, who else may be admitted needs a judgement; narrow the statements to the trail by aws:SourceArn.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    """
    bucket = bucket_of(trail, unit)
    if bucket is None:
        return
    for what, verdict in bucket_verdicts(trail, bucket, unit):
        if verdict.refused & ~verdict.misses & ~verdict.denied:
            message = f"the policy of the trail's bucket does not let CloudTrail {what}"
            yield trail.bucket.finding(message, fix=bucket_fix(trail, bucket, verdict, unit), related=verdict.evidence(bucket))
            return
