"""documentdb-cluster-without-log-exports"""

from collections.abc import Iterator

from obslint.aws import DocumentCluster
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "the logs are billed by volume, and empty until audit_logs and profiler are on in the cluster parameter group"


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("docdb-log-exports",), checkov="CKV_AWS_85", trivy="AWS-0020",
    kics="56f6a008 1bf3b3d4", cdk_nag="DocumentDBClusterLogExports", terrascan="AC_AWS_0456", security_hub="DocumentDB.4",
    prowler="documentdb_cluster_cloudwatch_log_export",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    aws_fsbp="DocumentDB.4",
)  # fmt: skip
def documentdb_cluster_without_log_exports(cluster: DocumentCluster) -> Iterator[Finding]:
    """The DocumentDB cluster exports neither its audit nor its profiler log.

    Slow operations, sign-ins and changes of the schema leave no record.

    Fix safety: unsafe, the logs are billed by volume, and stay empty until the cluster's parameters switch them on.
    When to ignore: the cluster holds nothing that anybody would ask about.
    References: https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
    """
    if ~cluster.log_exports.includes("audit") & ~cluster.log_exports.includes("profiler"):
        fix = set_to(["audit", "profiler"], title="export both logs", unsafe=REASON)
        yield cluster.log_exports.finding("DocumentDB cluster exports neither its audit nor its profiler log", fix=fix)
