"""redshift-cluster-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import Unit, Warehouse
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("redshift-audit-logging",), checkov="CKV_AWS_71", kics="15ffbacc 3de2d4ff",
    guard="REDSHIFT_CLUSTER_CONFIGURATION_CHECK", cdk_nag="RedshiftClusterAuditLogging RedshiftClusterConfiguration",
    terrascan="AC_AWS_0200", security_hub="Redshift.4", prowler="redshift_cluster_audit_logging",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="8.3.2 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="Redshift.4",
    hipaa="164_308_a_1_ii_b 164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_4_ii_a 164_312_a_2_iv 164_312_b 164_312_e_2_ii", soc2="cc_7_2",
)  # fmt: skip
def redshift_cluster_without_audit_logs(cluster: Warehouse, unit: Unit) -> Iterator[Finding]:
    """The Redshift cluster writes no audit logs.

    Connections, failed sign-ins and changes of users leave no record.

    Fix safety: unsafe, CloudWatch Logs bills the logs by volume.
    When to ignore: the system tables are copied elsewhere before they roll over.
    References: https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
    """
    if ~cluster.logs(unit):
        place = cluster.log_switch if cluster.log_block.written else cluster
        yield place.finding("Redshift cluster writes no audit logs", fix=cluster.logging_fix())
