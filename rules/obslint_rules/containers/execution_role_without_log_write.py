"""execution-role-without-log-write"""

from collections.abc import Iterator

from obslint.aws import LoggingTask, Unit, missing_log_action, task_log_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def execution_role_without_log_write(task: LoggingTask, unit: Unit) -> Iterator[Finding]:
    """The execution role of the task may not write the logs of its containers.

    The log driver cannot start, and the task stops before the application runs.

    Fix safety: unsafe, it gives the role a permission.
    When to ignore: never; such a task does not start.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
    """
    role = task.role(unit)
    lacking = missing_log_action(task, role, unit) if role else ""
    if role is not None and lacking:
        related = (role.label(f"no policy of this role allows {lacking} there"),)
        message = "the role that starts the task may not write its logs"
        yield task.execution_role.finding(message, fix=task_log_fix(role, lacking), related=related)
