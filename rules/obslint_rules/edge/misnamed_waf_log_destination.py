"""misnamed-waf-log-destination"""

from collections.abc import Iterator

from obslint.aws import AclLogging, Unit
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def misnamed_waf_log_destination(logging: AclLogging, unit: Unit) -> Iterator[Finding]:
    """The log destination of a web ACL has a name or a region that WAF does not take.

    Names have to start with aws-waf-logs-, and the web ACL of a distribution logs to us-east-1 only.

    Fix safety: manual, the destination is replaced.
    References: https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html
    """
    for item in logging.misnamed():
        fix = advice("start its name with aws-waf-logs-", "the destination is replaced", "replacement")
        yield item.finding("the name of the log destination does not start with aws-waf-logs-", fix=fix)
    for item in logging.elsewhere(unit):
        fix = advice("log to us-east-1", "the destination is replaced", "replacement")
        yield item.finding("the web ACL of a distribution logs to us-east-1 only", fix=fix)
