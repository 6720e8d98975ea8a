"""deny-blocking-log-delivery"""

from collections.abc import Iterator

from obslint.aws import BucketRules, Unit, blocked_deliveries, sparing_services
from obslint.policy import Finding, Label, Severity, rule


@rule(Severity.ERROR)
def deny_blocking_log_delivery(rules: BucketRules, unit: Unit) -> Iterator[Finding]:
    """A Deny in the policy of a log bucket stops the services that deliver logs.

    They come as service principals, without organization, network or address, so a Deny for everything outside of those meets
    them. Logging is on everywhere, and nothing arrives.

    Fix safety: unsafe, what the statement is meant to keep out has to be thought over.
    References: https://aws.amazon.com/blogs/security/iam-makes-it-easier-to-manage-permissions-for-aws-services-accessing-resources/
    """
    for statement, service, source in blocked_deliveries(rules, unit):
        where = Label(statement.place or rules.document.at, "this statement denies it")
        fix = sparing_services(rules, statement)
        yield rules.document.finding(f"the bucket policy denies log delivery by {service}", fix=fix, related=(where, source))
        return
