"""container-without-logs"""

from collections.abc import Iterator

from obslint.aws import LogGroup, TaskDefinition, Unit
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.ERROR, cdk_nag="ECSTaskDefinitionContainerLogging", security_hub="ECS.9", prowler="ecs_task_definitions_logging_enabled",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="ECS.9",
    soc2="cc_a_1_1",
)  # fmt: skip
def container_without_logs(task: TaskDefinition, unit: Unit) -> Iterator[Finding]:
    """A container of a task has no log driver.

    Its output is lost with the task, and a crash explains nothing.

    Fix safety: unsafe where the unit declares a single log group, since the task execution role must be allowed to write to it;
    manual otherwise.
    When to ignore: the container sends its logs itself, or an agent on the host collects them. Known sidecars are left alone.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
    """
    for container in task.containers:
        if container.logs_nowhere & ~container.is_sidecar:
            fix = container.logging_fix(unit.only(LogGroup, task))
            yield container.missing_log.finding(f"{container.called} has no log driver", fix=fix)
