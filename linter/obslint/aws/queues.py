"""SQS queues, and where messages go that nobody can handle."""

import re
from dataclasses import replace

from obslint.aws.sns import Subscription
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Draft, Json, Plain, Truth, any_of, truth
from obslint.policy import Fix, set_to

_DEAD = re.compile(r"dlq|dead.?letter|failures?$|undelivered", re.IGNORECASE)
_WATCHED = "somebody has to look into the queue"


class Queue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue."""

    named_by = ("name",)
    handles = ("arn", "id", "url", "name", "Ref", "Arn", "QueueName", "QueueUrl")
    name = attribute("name", "QueueName")
    fifo = attribute("fifo_queue", "FifoQueue", default=False)
    redrive = attribute("redrive_policy", "RedrivePolicy")
    dead_letters = reference("redrive_policy.deadLetterTargetArn", "RedrivePolicy.deadLetterTargetArn")
    admitted = attribute("redrive_allow_policy", "RedriveAllowPolicy")
    retention = attribute("message_retention_seconds", "MessageRetentionPeriod")
    kms_key = reference("kms_master_key_id", "KmsMasterKeyId")

    def has_dead_letter_queue(self, unit: Unit) -> Truth:
        """Whether messages that fail again and again are put aside."""
        return self.redrive.surely_set() | ~unit.none(QueueRedrive, lambda one: one.queue.refers_to(self), of=self)

    def is_dead_letter_queue(self, unit: Unit) -> Truth:
        """Whether it is where others put such messages: something says so, or it is called so."""
        named = truth(_DEAD.search(self.local_name) is not None) | self.name.is_text(lambda name: _DEAD.search(name) is not None)
        return named | self.admitted.surely_set() | unit.any(QueueAdmission, lambda one: one.queue.refers_to(self)) | ~unit.none(
            DeadLetterUser, lambda one: one.uses(self), of=self
        )  # fmt: skip

    def dead_letter_fix(self) -> Fix:
        """Puts messages aside in a queue of its own after five attempts."""
        title = "put them aside in a new queue"
        if self.fifo.surely(False).known is not True:
            return set_to(Json({"deadLetterTargetArn": "ARN", "maxReceiveCount": 5}), title=title, manual="it needs a FIFO queue")
        queue = _aside(self)
        return set_to(
            Json({"deadLetterTargetArn": queue.link("arn", "Arn"), "maxReceiveCount": 5}), title=title, unsafe=_WATCHED, needs=(queue,)
        )


class QueueRedrive(View, terraform="aws_sqs_queue_redrive_policy"):
    """Says, apart from a queue, where its messages go that fail again and again."""

    queue = reference("queue_url", None)
    dead_letters = reference("redrive_policy.deadLetterTargetArn", None)


class QueueAdmission(View, terraform="aws_sqs_queue_redrive_allow_policy"):
    """Says which queues may put messages aside in a queue."""

    queue = reference("queue_url", None)


class DeadLetterUser(
    View,
    terraform="aws_sqs_queue|aws_sqs_queue_redrive_policy|aws_lambda_function|aws_sns_topic_subscription|aws_cloudwatch_event_target"
    "|aws_lambda_function_event_invoke_config|aws_lambda_event_source_mapping|aws_scheduler_schedule|aws_pipes_pipe|aws_cloudwatch_event_bus",
    cloudformation="AWS::SQS::Queue|AWS::Lambda::Function|AWS::SNS::Subscription|AWS::Events::Rule|AWS::Lambda::EventInvokeConfig"
    "|AWS::Lambda::EventSourceMapping|AWS::Scheduler::Schedule|AWS::Pipes::Pipe|AWS::Serverless::Function|AWS::Events::EventBus",
):
    """Something that puts aside what it cannot handle."""

    redrive = reference("redrive_policy", "RedrivePolicy")
    letters = reference("dead_letter_config", "DeadLetterConfig")
    sam_letters = reference(None, "DeadLetterQueue")
    failures = reference("destination_config", "DestinationConfig")
    target = reference("target.dead_letter_config", "Target.DeadLetterConfig")
    rule_targets = attribute(None, "Targets")
    pipe = reference("source_parameters", "SourceParameters")
    events = reference(None, "EventInvokeConfig")
    sources = reference(None, "Events")

    def uses(self, queue: View) -> Truth:
        """Whether a queue is where it puts it."""
        nested = self.pipe if self.is_type("aws_pipes_pipe", "AWS::Pipes::Pipe") else self.target  # the target of a pipe is an ARN
        places = (self.redrive, self.letters, self.sam_letters, self.failures, nested, self.events, self.sources)
        return any_of(places, lambda place: place.mentions(queue)) | self._keeps_events_in(queue)

    def _keeps_events_in(self, queue: View) -> Truth:
        """A rule's targets are queues as well as what keeps their failures."""
        return any_of(tuple(self.rule_targets.items()), lambda target: target.member("DeadLetterConfig").mentions(queue))


class QueueAccess(View, terraform="aws_sqs_queue_policy", cloudformation="AWS::SQS::QueuePolicy"):
    """Who may send to a queue."""

    queue = reference("queue_url", None)
    queues = reference(None, "Queues")
    document = attribute("policy", "PolicyDocument")


class _AsideQueue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    retention = attribute("message_retention_seconds", "MessageRetentionPeriod")


def _aside(beside: View) -> Draft:
    """A queue for messages that nobody could handle, which keeps them for two weeks."""
    draft = _AsideQueue.draft(beside, retention=1209600)
    in_terraform = beside.resource.dialect == "terraform"
    return replace(draft, name=f"{beside.local_name}_dead_letters" if in_terraform else f"{beside.local_name}DeadLetters")


def undelivered_fix(subscription: Subscription, unit: Unit) -> Fix:
    """Keeps what a subscription could not deliver in a queue of its own, to which SNS is let."""
    topics = unit.data.of_type("aws_sns_topic", "AWS::SNS::Topic")
    topic = next((View(one) for one in topics if subscription.topic.refers_to(View(one)).known), None)
    queue = _aside(subscription)
    arn = queue.link("arn", "Arn")
    statement: dict[str, Plain] = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
    }
    if topic is not None and topic.can_be_named_by(subscription):
        statement["Condition"] = {"ArnEquals": {"aws:SourceArn": topic.link("arn", "Ref")}}
    document = Json({"Version": "2012-10-17", "Statement": [statement]})
    access = QueueAccess.draft(subscription, queue=queue.link("id", ""), queues=[queue.link("id", "Ref")], document=document)
    return set_to(Json({"deadLetterTargetArn": arn}), title="keep it in a new queue", unsafe=_WATCHED, needs=(queue, access))
