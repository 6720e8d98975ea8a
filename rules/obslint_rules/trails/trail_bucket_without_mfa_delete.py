"""trail-bucket-without-mfa-delete"""

from collections.abc import Iterator

from obslint.aws import BucketVersioning, LockableBucket, Unit, stores_trail, trails_of
from obslint.policy import Finding, Persona, Severity, advice, rule

REASON = "only the root user can switch it on, with an MFA device"


@rule(Severity.INFO, persona=Persona.AUDITOR, prowler="cloudtrail_bucket_requires_mfa_delete")
def trail_bucket_without_mfa_delete(bucket: LockableBucket, unit: Unit) -> Iterator[Finding]:
    """The bucket that stores the files of a trail lets versions be deleted without MFA.

    A stolen session of an administrator is enough to erase the record.

    Fix safety: manual, only the root user can switch it on; Object Lock is the practical alternative.
    When to ignore: the bucket lies in an account of its own that nobody administers day by day.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html
    """
    elsewhere = unit.none(
        BucketVersioning, lambda one: one.bucket.refers_to(bucket) & one.mfa_delete.surely("Enabled"), of=bucket,
    )  # fmt: skip
    if bucket.inline_mfa.surely_not(True) & stores_trail(bucket, unit) & elsewhere & ~bucket.is_locked(unit):
        fix = advice("require MFA to delete versions, or lock them with Object Lock", REASON)
        yield bucket.finding("versions of the files of a trail can be deleted without MFA", fix=fix, related=trails_of(bucket, unit))
