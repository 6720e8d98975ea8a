"""log-bucket-closed-to-s3"""

from collections.abc import Iterator

from obslint.aws import LoggedBucket, Unit, admitted_by_acl, logging_fix, logging_verdict, target_of
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def log_bucket_closed_to_s3(logged: LoggedBucket, unit: Unit) -> Iterator[Finding]:
    """The bucket for access logs does not admit S3's log delivery.

    Logging is on and no log ever comes. An ACL for the log delivery group has no effect where the owner of the bucket owns its
    objects, which is the default since April 2023: a policy for logging.s3.amazonaws.com is needed.

    Fix safety: unsafe, a policy that is attached elsewhere would be replaced.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    target = target_of(logged, unit)
    if target is None:
        return
    verdict = logging_verdict(logged, target, unit)
    if verdict.refused & ~verdict.denied & ~admitted_by_acl(target, unit):
        fix = logging_fix(logged, target, verdict, unit)
        yield logged.target.finding("the bucket for access logs does not admit S3", fix=fix, related=verdict.evidence(target))
