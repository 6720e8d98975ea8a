"""log-group-closed-to-route53"""

from collections.abc import Iterator

from obslint.aws import Estate, QueryLogged, Unit, closed_query_group, log_group_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def log_group_closed_to_route53(logged: QueryLogged, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Route 53 may not write to the log group for queries.

    A resource policy of CloudWatch Logs has to admit route53.amazonaws.com. Without one, no query is written.

    Fix safety: unsafe, a region has ten such policies at most.
    When to ignore: a policy for all log groups of the account stands in other code.
    References: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
    """
    group = closed_query_group(logged, unit, estate)
    if group is not None:
        fix, where = log_group_fix(group, "route53"), (group.label("no policy admits route53.amazonaws.com here"),)
        yield logged.group.finding("the log group does not admit Route 53", fix=fix, related=where)
