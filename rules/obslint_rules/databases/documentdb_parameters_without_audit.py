"""documentdb-parameters-without-audit"""

from collections.abc import Iterator

from obslint.aws import DocumentCluster, DocumentParameterGroup, Unit
from obslint.policy import Finding, Persona, Severity, rule

REASON = "audit events are billed by volume once a cluster exports them"


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("docdb-audit-log-parameter",), checkov="CKV_AWS_104",
)  # fmt: skip
def documentdb_parameters_without_audit(group: DocumentParameterGroup, unit: Unit) -> Iterator[Finding]:
    """The DocumentDB parameter group leaves the audit log off.

    Clusters that use it write no audit events. Where one of them exports the log all the same, documentdb-export-without-parameter
    says so.

    Fix safety: unsafe, audit events are billed by volume once a cluster exports them.
    When to ignore: no cluster with data worth auditing uses the group.
    References: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
    """
    level = group.parameter("audit_logs")
    exported = unit.any(DocumentCluster, lambda one: one.group.refers_to(group) & one.log_exports.includes("audit"))
    if (level.surely_absent() | level.surely_in(("disabled", "none"))) & ~exported:
        fix = group.setting_fix({"audit_logs": "ddl"}, title="audit sign-ins and changes of the schema", unsafe=REASON)
        yield level.finding("DocumentDB parameter group leaves the audit log off", fix=fix)
