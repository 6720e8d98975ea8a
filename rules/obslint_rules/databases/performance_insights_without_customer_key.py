"""performance-insights-without-customer-key"""

from collections.abc import Iterator

from obslint.aws import DatabaseServer, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("rds-performance-insights-kms",), checkov="CKV_AWS_354", trivy="AWS-0078",
)  # fmt: skip
def performance_insights_without_customer_key(server: DatabaseServer, unit: Unit) -> Iterator[Finding]:
    """The data of Performance Insights is encrypted with the AWS managed key.

    It holds the text of queries, and no key policy of your own says who may read it.

    Fix safety: manual, it needs a key, and a database that has Performance Insights on keeps the key it has.
    When to ignore: queries hold no data worth protecting.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.access-control.html
    """
    elsewhere = server.cluster_has(unit, lambda cluster: cluster.insights_key.surely_set())
    if server.insights.surely(True) & server.insights_key.surely_absent() & ~elsewhere:
        message = "Performance Insights data is not encrypted with a customer managed key"
        yield server.insights_key.finding(message, fix=server.insights_key_fix(unit))
