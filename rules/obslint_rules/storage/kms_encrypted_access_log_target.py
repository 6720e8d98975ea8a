"""kms-encrypted-access-log-target"""

from collections.abc import Iterator

from obslint.aws import LoggedBucket, Unit, encryption_of, plain_fix, target_of
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def kms_encrypted_access_log_target(logged: LoggedBucket, unit: Unit) -> Iterator[Finding]:
    """A bucket for access logs is encrypted with a KMS key.

    S3 delivers access logs only to buckets whose default encryption is SSE-S3. That other tools ask for a KMS key on every bucket does
    not change it.

    Fix safety: unsafe, what else the bucket keeps is encrypted so as well.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    target = target_of(logged, unit)
    encryption = encryption_of(target, unit) if target is not None else None
    if encryption is not None:
        where = (encryption.algorithm.label("it is encrypted with a KMS key"),)
        yield logged.target.finding("access logs cannot be delivered to a bucket with a KMS key", fix=plain_fix(encryption), related=where)
