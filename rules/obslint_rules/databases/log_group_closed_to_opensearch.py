"""log-group-closed-to-opensearch"""

from collections.abc import Iterator

from obslint.aws import Estate, SearchDomain, Unit, closed_search_groups, log_group_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def log_group_closed_to_opensearch(domain: SearchDomain, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """A search domain may not write to its log group.

    A resource policy of CloudWatch Logs has to admit es.amazonaws.com. Without one, switching the logs on is refused; where the policy
    goes later, the logs just end.

    Fix safety: unsafe, a region has ten such policies at most.
    When to ignore: a policy for all log groups of the account stands in other code.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
    """
    for named, group in closed_search_groups(domain, unit, estate):
        fix, where = log_group_fix(group, "es"), (group.label("no policy admits es.amazonaws.com here"),)
        yield named.finding("the log group does not admit OpenSearch", fix=fix, related=where)
