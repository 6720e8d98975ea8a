"""eks-cluster-missing-log-types"""

from collections.abc import Iterator

from obslint.aws import EksCluster
from obslint.policy import Finding, Persona, Severity, rule, set_to

TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")
REASON = "ingestion is billed by volume"


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("eks-control-plane-logging-all-types",), checkov="CKV_AWS_37", trivy="AWS-0038",
    kics="37304d3f 66f130d9", cdk_nag="EKSClusterControlPlaneLogs", terrascan="AC_AWS_0465",
    prowler="eks_control_plane_logging_all_types_enabled",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
)  # fmt: skip
def eks_cluster_missing_log_types(cluster: EksCluster) -> Iterator[Finding]:
    """The control plane of the EKS cluster leaves kinds of logs out.

    Why a login was refused or a pod never scheduled cannot be traced.

    Fix safety: unsafe, ingestion is billed by volume.
    When to ignore: the audit log is enough.
    References: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    """
    missing = [kind for kind in TYPES if ~cluster.sends(kind)]
    if missing:
        fix = set_to(cluster.with_types(*missing), title="send all kinds of logs", unsafe=REASON)
        yield cluster.log_types.finding(f"control plane sends no {', '.join(missing)} logs", fix=fix)
