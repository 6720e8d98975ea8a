"""exec-session-without-logs"""

from collections.abc import Iterator

from obslint.aws import EcsCluster
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING, topics=("ecs-exec-logging",), checkov="CKV_AWS_223")
def exec_session_without_logs(cluster: EcsCluster) -> Iterator[Finding]:
    """Sessions of ECS Exec in the cluster are not logged.

    Commands that somebody types in a production container leave no trace.

    Fix safety: safe, sessions are logged to the destination that the cluster names, or else to that of the container.
    When to ignore: the tasks of the cluster do not allow ECS Exec.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
    """
    if cluster.exec_logging.surely("NONE"):
        own = cluster.exec_group.surely_set() | cluster.exec_bucket.surely_set()
        yield cluster.exec_logging.finding("ECS Exec sessions are not logged", fix=set_to("OVERRIDE" if own else "DEFAULT"))
