"""encryption-deny-blocking-delivery"""

from collections.abc import Iterator

from obslint.aws import BucketRules, Unit, header_denials, sparing_services
from obslint.policy import Finding, Label, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def encryption_deny_blocking_delivery(rules: BucketRules, unit: Unit) -> Iterator[Finding]:
    """A Deny for puts without an encryption header keeps access logs out of their bucket.

    S3 delivers access logs without such a header. New objects are encrypted in any case: by the default encryption of the bucket.

    Fix safety: unsafe, what the statement is meant to keep out has to be thought over.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    for statement, source in header_denials(rules, unit):
        where = Label(statement.place or rules.document.at, "this statement denies it")
        fix = sparing_services(rules, statement)
        yield rules.document.finding("the bucket policy denies access logs, which have no such header", fix=fix, related=(where, source))
        return
