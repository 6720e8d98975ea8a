"""self-logging-bucket"""

from collections.abc import Iterator

from obslint.aws import LoggedBucket, Unit, elsewhere_fix, logs_to_itself
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def self_logging_bucket(logged: LoggedBucket, unit: Unit) -> Iterator[Finding]:
    """A bucket writes its access logs to itself.

    Each log that is delivered is an access that is logged. The bucket fills, and the lines that matter are hard to find.

    Fix safety: unsafe where the unit has one other bucket for logs, manual elsewhere: which bucket takes them has to be decided.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    """
    if logs_to_itself(logged, unit):
        yield logged.target.finding("the bucket writes its access logs to itself", fix=elsewhere_fix(logged, unit))
