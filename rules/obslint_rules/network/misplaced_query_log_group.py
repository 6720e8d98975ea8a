"""misplaced-query-log-group"""

from collections.abc import Iterator

from obslint.aws import QueryLogged, Unit
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def misplaced_query_log_group(log: QueryLogged, unit: Unit) -> Iterator[Finding]:
    """The log group for DNS queries is not in us-east-1.

    Route 53 writes to log groups of that region only: the update is refused, or queries are not logged.

    Fix safety: manual, the log group has to be created in us-east-1.
    When to ignore: never.
    References: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
    """
    if log.is_misplaced(unit):
        group = log.declared_group(unit)
        related = (group.label("this log group is in another region"),) if group else ()
        why = "it needs a provider or stack of that region"
        fix = advice("create the log group in us-east-1, and log there", why, "replacement")
        yield log.group.finding("queries are logged to a group that is not in us-east-1", fix=fix, related=related)
