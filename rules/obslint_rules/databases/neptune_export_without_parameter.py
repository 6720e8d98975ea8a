"""neptune-export-without-parameter"""

from collections.abc import Iterator

from obslint.aws import GraphCluster, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def neptune_export_without_parameter(cluster: GraphCluster, unit: Unit) -> Iterator[Finding]:
    """The Neptune cluster exports an audit log that its parameters do not write.

    Both are needed. The export alone leaves a log group that stays empty, and looks as if there were nothing to see.

    Fix safety: unsafe, the log is billed by volume, and the cluster restarts. Manual with the default parameter group.
    When to ignore: the parameters are set by hand.
    References: https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html
    """
    for log in cluster.log_exports.items():
        if log.surely("audit") & ~cluster.writes_audit_log(unit):
            related = tuple(group.label("this parameter group decides") for group in cluster.groups(unit))
            message = "audit log is exported, but neptune_enable_audit_log is off"
            yield log.finding(message, fix=cluster.writing_fix(unit), related=related)
