"""aurora-cluster-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import AURORA_MYSQL_ENGINES, DatabaseCluster, Unit
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "it is billed by volume, and empty until server_audit_logging is 1 in the cluster parameter group"


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("rds-cluster-audit-logging",), checkov="CKV_AWS_325", security_hub="RDS.34 RDS.45",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="RDS.34 RDS.45",
)  # fmt: skip
def aurora_cluster_without_audit_logs(cluster: DatabaseCluster, unit: Unit) -> Iterator[Finding]:
    """The Aurora MySQL cluster does not export its audit log.

    Who read or changed data cannot be told afterwards. PostgreSQL has no such log type: pgaudit writes into its only log.

    Fix safety: unsafe, the log is billed by volume, and stays empty until the cluster's parameters switch it on.
    When to ignore: database activity streams record the same.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
    """
    silent = ~cluster.log_exports.includes("audit") & ~cluster.publishes_by_itself
    if silent & cluster.runs(AURORA_MYSQL_ENGINES, unit):
        fix = set_to([*cluster.exported, "audit"], title="export the audit log", unsafe=REASON)
        yield cluster.log_exports.finding("Aurora MySQL cluster exports no audit log", fix=fix)
