"""documentdb-cluster-missing-log-type"""

from collections.abc import Iterator

from obslint.aws import DocumentCluster
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "the log is billed by volume, and empty until the cluster parameter group switches it on"


@rule(
    Severity.INFO, persona=Persona.AUDITOR, kics="56f6a008 1bf3b3d4", security_hub="DocumentDB.4",
    prowler="documentdb_cluster_cloudwatch_log_export",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    aws_fsbp="DocumentDB.4",
)  # fmt: skip
def documentdb_cluster_missing_log_type(cluster: DocumentCluster) -> Iterator[Finding]:
    """The DocumentDB cluster exports only one of its two logs.

    Either access or slow operations stay unrecorded.

    Fix safety: unsafe, the log is billed by volume, and stays empty until the cluster's parameters switch it on.
    When to ignore: the other log is not needed.
    References: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
    """
    for missing, present in (("audit", "profiler"), ("profiler", "audit")):
        if cluster.log_exports.includes(present) & ~cluster.log_exports.includes(missing):
            fix = set_to([*cluster.exported, missing], title=f"export the {missing} log", unsafe=REASON)
            yield cluster.log_exports.finding(f"DocumentDB cluster exports no {missing} log", fix=fix)
