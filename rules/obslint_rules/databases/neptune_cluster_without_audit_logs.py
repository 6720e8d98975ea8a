"""neptune-cluster-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import GraphCluster
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "it is billed by volume, and empty until neptune_enable_audit_log is 1 in the cluster parameter group"


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("neptune-log-exports",), checkov="CKV_AWS_101", trivy="AWS-0075", kics="45cff7b6",
    terrascan="AC_AWS_0494", security_hub="Neptune.2", prowler="neptune_cluster_integration_cloudwatch_logs",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="Neptune.2",
)  # fmt: skip
def neptune_cluster_without_audit_logs(cluster: GraphCluster) -> Iterator[Finding]:
    """The Neptune cluster does not export its audit log.

    Who queried what cannot be told afterwards.

    Fix safety: unsafe, the log is billed by volume, and stays empty until a parameter switches it on.
    When to ignore: the application records its queries.
    References: https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
    """
    if ~cluster.log_exports.includes("audit"):
        fix = set_to([*cluster.exported, "audit"], title="export the audit log", unsafe=REASON)
        yield cluster.log_exports.finding("Neptune cluster exports no audit log", fix=fix)
