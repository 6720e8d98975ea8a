"""waf-log-dropping-blocks"""

from collections.abc import Iterator

from obslint.aws import AclLogging
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING)
def waf_log_dropping_blocks(logging: AclLogging) -> Iterator[Finding]:
    """The filter of a web ACL's logs drops the requests that were blocked.

    Those are the ones that an investigation of an attack, or of a customer who is locked out, begins with.

    Fix safety: manual, what is logged is billed by volume.
    References: https://docs.aws.amazon.com/waf/latest/developerguide/logging-management-configure.html
    """
    if logging.drops_blocks:
        fix = advice("keep requests with the action BLOCK", "what is logged is billed by volume")
        yield logging.filter.finding("blocked requests are not logged", fix=fix)
