"""Whether the role that starts the tasks of a definition may write their logs."""

from obslint.aws.containers import Container, TaskDefinition
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.fixes import attaching, writing_logs
from obslint.aws.guards.holders import Role
from obslint.aws.guards.roles import role_allows
from obslint.aws.guards.texts import ACCOUNT, ANYTHING, PARTITION, REGION, joined
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import attribute, blocks, reference
from obslint.model import Truth, settle
from obslint.policy import Fix

_ROLE = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"


class LoggingContainer(Container):
    """A container whose output the agent of ECS writes to a log group."""

    group = reference("logConfiguration.options.awslogs-group", "LogConfiguration.Options.awslogs-group")
    group_made = attribute("logConfiguration.options.awslogs-create-group", "LogConfiguration.Options.awslogs-create-group")

    @property
    def uses_group(self) -> Truth:
        """Whether it writes to a log group."""
        return self.log_driver.surely("awslogs") & self.group.surely_set()


class LoggingTask(TaskDefinition, terraform="aws_ecs_task_definition", cloudformation="AWS::ECS::TaskDefinition"):
    """A task definition, as far as it writes to log groups. On Fargate its execution role writes; on instances, theirs does."""

    execution_role = reference("execution_role_arn", "ExecutionRoleArn")
    launch_types = attribute("requires_compatibilities", "RequiresCompatibilities")
    logging = blocks("container_definitions", "ContainerDefinitions", LoggingContainer, key=("name", "Name"))

    def role(self, unit: Unit) -> Role | None:
        """The role of the unit that starts the tasks."""
        return next((one for one in unit.all(Role) if self.execution_role.refers_to(one).known), None)


def missing_log_action(task: LoggingTask, role: Role, unit: Unit) -> str:
    """The action for logs that the execution role of a task may not take; empty when all are allowed, or when that is not known."""
    if not task.launch_types.includes("FARGATE"):
        return ""
    return next(filter(None, (_missing_for(one, role, unit) for one in task.logging)), "")


def _missing_for(container: LoggingContainer, role: Role, unit: Unit) -> str:
    if not container.uses_group:
        return ""
    group = joined("arn:", PARTITION, ":logs:", REGION, ":", ACCOUNT, ":log-group:", text_of(settle(container.group.value)))
    stream = joined(group, ":log-stream:", ANYTHING)
    created = role_allows(role, "logs:CreateLogStream", group, unit) | role_allows(role, "logs:CreateLogStream", stream, unit)
    if ~(created & role_allows(role, "logs:PutLogEvents", stream, unit)):
        return "logs:PutLogEvents" if created.known else "logs:CreateLogStream"
    makes = container.group_made.surely("true") | container.group_made.surely(True)
    made = role_allows(role, "logs:CreateLogGroup", group, unit)
    # the driver makes the group only when it finds none
    declared = unit.any(LogGroup, container.group.refers_to)
    return "logs:CreateLogGroup" if makes & ~made & ~declared else ""


def task_log_fix(role: Role, action: str) -> Fix:
    """Lets the role write logs: with the policy of AWS, or with one of its own where that is not enough."""
    if action == "logs:CreateLogGroup":
        return writing_logs(role, "*", "create-log-groups", ["logs:CreateLogGroup"], f"let {role.address} create log groups")
    return attaching(role, _ROLE, writing_logs(role, "*", "logs", title=f"let {role.address} write logs"))
