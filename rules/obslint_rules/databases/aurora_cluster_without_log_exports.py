"""aurora-cluster-without-log-exports"""

from collections.abc import Iterator

from obslint.aws import DatabaseCluster, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("rds-cluster-log-exports",), checkov="CKV_AWS_324",
    cdk_nag="RDSLoggingEnabled AuroraMySQLLogging", security_hub="RDS.34 RDS.37", prowler="rds_cluster_integration_cloudwatch_logs",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    aws_fsbp="RDS.34 RDS.37", soc2="pi_1_3",
)  # fmt: skip
def aurora_cluster_without_log_exports(cluster: DatabaseCluster, unit: Unit) -> Iterator[Finding]:
    """The Aurora or Multi-AZ cluster exports no engine logs to CloudWatch Logs.

    The error, slow query and audit logs stay on the members, where they rotate away and no alarm can read them.

    Fix safety: unsafe, exported logs are billed by volume.
    When to ignore: an agent reads the log files.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html
    """
    if cluster.log_exports.surely_absent() & ~cluster.publishes_by_itself:
        yield cluster.log_exports.finding("cluster exports no engine logs", fix=cluster.export_fix(unit))
