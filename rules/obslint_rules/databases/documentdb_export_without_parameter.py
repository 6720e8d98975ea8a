"""documentdb-export-without-parameter"""

from collections.abc import Iterator

from obslint.aws import DOCUMENT_LOGS, DocumentCluster, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def documentdb_export_without_parameter(cluster: DocumentCluster, unit: Unit) -> Iterator[Finding]:
    """The DocumentDB cluster exports a log that its parameters do not write.

    Both are needed. The export alone leaves a log group that stays empty, and looks as if there were nothing to see.

    Fix safety: unsafe, the log is billed by volume. Manual with the default parameter group, which cannot be changed.
    When to ignore: the parameters are set by hand.
    References: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
    """
    for log in cluster.log_exports.items():
        for name, (switch, _) in DOCUMENT_LOGS.items():
            if log.surely(name) & ~cluster.writes(name, unit):
                related = tuple(group.label("this parameter group decides") for group in cluster.groups(unit))
                message = f"log type {name} is exported, but {switch} is off"
                yield log.finding(message, fix=cluster.writing_fix(switch, unit), related=related)
