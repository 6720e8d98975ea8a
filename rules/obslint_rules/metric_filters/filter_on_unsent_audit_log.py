"""filter-on-unsent-audit-log"""

from collections.abc import Iterator

from obslint.aws import Counter, Unit, asks_for_audit, cluster_of
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def filter_on_unsent_audit_log(counter: Counter, unit: Unit) -> Iterator[Finding]:
    """The filter reads audit events of Kubernetes that the cluster does not send.

    Only the listed kinds of logs are sent. The filter counts nothing, and its alarm stays silent.

    Fix safety: unsafe, audit logs are many and billed by volume.
    When to ignore: never; a filter that cannot match tells nothing.
    References: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
    """
    cluster = cluster_of(counter, unit) if asks_for_audit(counter) else None
    if cluster is not None and ~cluster.sends("audit"):
        fix = set_to(cluster.with_types("audit"), title="send audit logs too", unsafe="audit logs are billed by volume")
        related = (counter.pattern.label("this counts them"),)
        yield cluster.log_types.finding("the cluster sends no audit logs, and a filter counts audit events", fix=fix, related=related)
