"""eks-cluster-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import EksCluster
from obslint.policy import Finding, Severity, rule, set_to

REASON = "audit logs of a busy cluster are large, and ingestion is billed by volume"


@rule(
    Severity.ERROR, topics=("eks-control-plane-logging",), kics="37304d3f", terrascan="AC_AWS_0465", security_hub="EKS.8",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    aws_fsbp="EKS.8",
)  # fmt: skip
def eks_cluster_without_audit_logs(cluster: EksCluster) -> Iterator[Finding]:
    """The control plane of the EKS cluster sends no audit log.

    Who read or changed what in the cluster cannot be told afterwards.

    Fix safety: unsafe, ingestion is billed by volume.
    When to ignore: the cluster is for trials and holds nothing.
    References: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    """
    if ~cluster.sends("audit"):
        fix = set_to(cluster.with_types("audit"), title="send the audit log", unsafe=REASON)
        yield cluster.log_types.finding("control plane sends no audit log", fix=fix)
