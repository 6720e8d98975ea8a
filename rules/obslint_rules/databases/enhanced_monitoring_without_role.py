"""enhanced-monitoring-without-role"""

from collections.abc import Iterator

from obslint.aws import DatabaseServer, Unit
from obslint.policy import Finding, Severity, rule, set_to

REASON = "CloudWatch Logs bills the metrics by volume"


@rule(Severity.WARNING)
def enhanced_monitoring_without_role(server: DatabaseServer, unit: Unit) -> Iterator[Finding]:
    """Enhanced Monitoring has an interval without a role, or a role without an interval.

    Without a role the deployment is refused. With a role and no interval it looks switched on, and measures nothing.

    Fix safety: unsafe, since the metrics are billed as logs. Manual where the unit has no single role for it.
    When to ignore: never.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
    """
    if server.interval.above(0) & server.role.surely_absent():
        yield server.role.finding("Enhanced Monitoring has no role to deliver its metrics", fix=server.role_fix(unit))
    elsewhere = server.cluster_has(unit, lambda cluster: cluster.interval.above(0))
    if server.role.surely_set() & server.interval.surely(0) & ~elsewhere:
        given = (server.role.label("this role has nothing to do"),)
        yield server.interval.finding("Enhanced Monitoring has a role, but is off", fix=set_to(60, unsafe=REASON), related=given)
