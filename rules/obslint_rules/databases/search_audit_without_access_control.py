"""search-audit-without-access-control"""

from collections.abc import Iterator

from obslint.aws import SEARCH_AUDIT_LOGS, SearchDomain
from obslint.policy import Finding, Severity, rule, set_to

REASON = "it cannot be switched off again, and needs a master user, HTTPS and encryption at rest and between nodes"


@rule(Severity.WARNING, confidence="medium")
def search_audit_without_access_control(domain: SearchDomain) -> Iterator[Finding]:
    """The search domain publishes its audit log, but fine-grained access control is off.

    The security plugin writes the audit log, and is off without it: the log group stays empty, or the update is refused.

    Fix safety: manual, it cannot be switched off again.
    When to ignore: never.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
    """
    if domain.publishes(SEARCH_AUDIT_LOGS) & domain.access_control.surely(False):
        audited = domain.log_group(SEARCH_AUDIT_LOGS).label("the audit log goes here")
        message = "audit log is published, but there is none without fine-grained access control"
        yield domain.access_control.finding(message, fix=set_to(True, manual=REASON), related=(audited,))
