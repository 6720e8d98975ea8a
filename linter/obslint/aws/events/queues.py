"""Queues that keep what could not be delivered."""

from obslint.aws.drafts import new_log_group
from obslint.aws.events.rules import RuleTarget, TargetHolder
from obslint.aws.guards.fixes import allow
from obslint.aws.guards.holders import QueuePolicy
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Draft, Json, Plain
from obslint.policy import Fix, set_to

_TWO_WEEKS = 1209600


class LetterQueue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue to keep events in; seconds."""

    retention = attribute("message_retention_seconds", "MessageRetentionPeriod")


class Schedule(View, terraform="aws_scheduler_schedule", cloudformation="AWS::Scheduler::Schedule"):
    """Something that EventBridge Scheduler runs at set times."""

    dead_letters = reference("target.dead_letter_config.arn", "Target.DeadLetterConfig.Arn")
    role = reference("target.role_arn", "Target.RoleArn")

    def letter_fix(self) -> Fix:
        """Keeps failed runs in a new queue; the role of the schedule must be let into it."""
        queue = LetterQueue.draft(self, retention=_TWO_WEEKS)
        unsafe = "the role of the schedule must allow sqs:SendMessage, and somebody has to look into the queue"
        return set_to(queue.link("arn", "Arn"), title="keep failed runs in a new queue", unsafe=unsafe, needs=(queue,))


class Pipe(View, terraform="aws_pipes_pipe", cloudformation="AWS::Pipes::Pipe"):
    """Reads from a source, filters and enriches, and sends to a target."""

    level = attribute("log_configuration.level", "LogConfiguration.Level", default="OFF")
    log_group = reference(
        "log_configuration.cloudwatch_logs_log_destination.log_group_arn", "LogConfiguration.CloudwatchLogsLogDestination.LogGroupArn"
    )

    @property
    def logging_fix(self) -> Fix:
        """Logs what fails to a new group, whose name lets EventBridge write there."""
        group = new_log_group(self, prefix="/aws/vendedlogs/pipes/")
        also = ((self.log_group, group.link("arn", "Arn")),)
        return set_to("ERROR", title="log errors to a new log group", also=also, needs=(group,), unsafe="logs are billed by volume")


def letter_fix(target: RuleTarget, holder: TargetHolder, unit: Unit) -> Fix:
    """Keeps events that could not be delivered in a new queue that lets EventBridge in.

    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    """
    queue = LetterQueue.draft(target, retention=_TWO_WEEKS)
    arn = queue.link("arn", "Arn")
    rule = holder.rule_in(unit)
    named = rule is not None and rule.can_be_named_by(target)
    only: dict[str, Plain] | None = {"ArnEquals": {"aws:SourceArn": rule.link("arn", "Arn")}} if rule and named else None
    statement = allow("events.amazonaws.com", "sqs:SendMessage", arn, only)
    unsafe = "somebody has to look into the queue"
    return set_to(arn, title="keep them in a new queue", unsafe=unsafe, needs=(queue, _policy(target, queue, statement)))


def _policy(beside: View, queue: Draft, statement: dict[str, Plain]) -> Draft:
    link: Plain = queue.link("id", "Ref")
    listed = [link] if beside.resource.dialect == "cloudformation" else link
    return QueuePolicy.draft(beside, listed=listed, document=Json({"Version": "2012-10-17", "Statement": [statement]}))
