"""eks-cluster-without-log-group"""

from collections.abc import Iterator

from obslint.aws import EksCluster, LogGroup, ManagedLogGroup, Unit
from obslint.policy import Finding, Persona, Severity, add_resource, rule

REASON = "the group exists once the cluster has logged and has to be imported then"


@rule(Severity.WARNING, persona=Persona.PEDANTIC)
def eks_cluster_without_log_group(cluster: EksCluster, unit: Unit) -> Iterator[Finding]:
    """The log group of the EKS control plane is not declared.

    EKS creates the group by itself, without retention: large logs are kept, and paid for, forever.

    Fix safety: manual, the group exists once the cluster has logged and has to be imported then.
    When to ignore: the retention of the group is looked after elsewhere.
    References: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    """
    if cluster.log_types.surely_set() & unit.none(ManagedLogGroup, cluster.logs_to, of=cluster):
        draft = LogGroup.draft(cluster, name=cluster.log_group_name, retention=90)
        fix = add_resource(draft, "declare the log group", manual=REASON)
        yield cluster.log_types.finding("control plane logs go to a log group that is not declared", fix=fix)
