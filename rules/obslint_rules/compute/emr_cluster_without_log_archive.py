"""emr-cluster-without-log-archive"""

from collections.abc import Iterator

from obslint.aws import EmrCluster
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.WARNING, persona=Persona.PEDANTIC, cdk_nag="EMRS3AccessLogging")
def emr_cluster_without_log_archive(cluster: EmrCluster) -> Iterator[Finding]:
    """The EMR cluster archives no logs.

    Logs of steps and nodes vanish with the cluster, and with them the reason of a failed job.

    Fix safety: manual, it replaces the cluster and needs a bucket.
    When to ignore: jobs send their logs elsewhere.
    References: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html
    """
    if cluster.log_archive.surely_absent():
        fix = set_to(
            "s3://BUCKET/emr/",
            title="archive logs in a bucket",
            manual="which bucket takes the logs has to be decided",
            effect="replacement",
        )
        yield cluster.log_archive.finding("the cluster archives no logs", fix=fix)
