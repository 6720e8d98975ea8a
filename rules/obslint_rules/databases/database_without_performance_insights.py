"""database-without-performance-insights"""

from collections.abc import Iterator

from obslint.aws import DatabaseServer, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("rds-performance-insights",), checkov="CKV_AWS_353", trivy="AWS-0133",
)  # fmt: skip
def database_without_performance_insights(server: DatabaseServer, unit: Unit) -> Iterator[Finding]:
    """The database has no Performance Insights.

    Which query and which wait made the load cannot be told. Seven days of it are free.

    Fix safety: unsafe, the key that encrypts its data cannot be changed afterwards. The fix names the key of the unit, if it is one.
    When to ignore: the engine's own statistics are collected.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
    """
    possible = ~server.lacks_insights(unit) & ~server.insights_mode.surely("advanced")
    elsewhere = server.cluster_has(unit, lambda cluster: cluster.insights.surely(True))
    if server.insights.surely(False) & possible & ~elsewhere & server.is_instance:
        yield server.insights.finding("database has no Performance Insights", fix=server.insights_fix(unit))
