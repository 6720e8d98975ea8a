"""What alarms and topics have to be let into: topics, keys, queues and functions on the way of alerts."""

from collections.abc import Iterator

from obslint.aws.access.keys import key_named_by
from obslint.aws.access.publicity import for_everyone
from obslint.aws.alarms import Alarm
from obslint.aws.functions import Function
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.documents import Statement, any_statement, statements
from obslint.aws.guards.fixes import admitting, allow
from obslint.aws.guards.holders import FunctionPermission, Key
from obslint.aws.guards.requests import service_principal
from obslint.aws.queues import Queue
from obslint.aws.sns import Subscription, Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute
from obslint.model import Link, Truth
from obslint.policy import Fix, Label, add_resource, advice

_CLOUDWATCH, _SNS = service_principal("cloudwatch"), service_principal("sns")
_ALARM_CALLS = service_principal("lambda.alarms.cloudwatch")
_KEY_ACTIONS = ("kms:Decrypt", "kms:GenerateDataKey")
_USES = ["kms:Decrypt", "kms:GenerateDataKey*"]
_OPENS = "it opens the function to a service"


def alarms_to(topic: Topic, unit: Unit) -> Iterator[Alarm]:
    """The alarms that certainly notify a topic."""
    yield from (alarm for alarm in unit.all(Alarm) if alarm.notifies(topic).known)


def publish_verdict(alarm: Alarm, topic: Topic, unit: Unit) -> Verdict:
    """Whether CloudWatch may publish to a topic for an alarm."""
    return guard_allows(_CLOUDWATCH, "sns:Publish", topic, unit, {"aws:SourceArn": arn_of(alarm.resource)})


def publish_fix(topic: Topic, verdict: Verdict) -> Fix:
    """https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger"""
    wanted = [allow("cloudwatch.amazonaws.com", "sns:Publish", topic.link("arn", "Ref"))]
    return admitting(verdict, topic, wanted, "CloudWatch")


def alarm_key_of(topic: Topic, unit: Unit) -> Key | None:
    """The key of the unit that encrypts a topic."""
    return key_named_by(topic.kms_key, unit)


def alarm_key_verdicts(alarm: Alarm, key: Key, unit: Unit) -> tuple[Verdict, ...]:
    """Whether CloudWatch may encrypt what it publishes for an alarm.

    https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
    """
    context = {"aws:SourceArn": arn_of(alarm.resource)}
    return tuple(guard_allows(_CLOUDWATCH, action, key, unit, context) for action in _KEY_ACTIONS)


def alarm_key_fix(key: Key, verdict: Verdict) -> Fix:
    """The statement that AWS's guide has for it."""
    return admitting(verdict, key, [allow("cloudwatch.amazonaws.com", _USES, "*")], "CloudWatch")


def called_by(alarm: Alarm, unit: Unit) -> Iterator[Function]:
    """The functions of the unit that an alarm calls."""
    yield from (one for one in unit.all(Function) if alarm.notifies(one))


def alarm_call_verdict(alarm: Alarm, function: Function, unit: Unit) -> Verdict:
    """Whether an alarm may call a function."""
    return guard_allows(_ALARM_CALLS, "lambda:InvokeFunction", function, unit, {"aws:SourceArn": arn_of(alarm.resource)})


def alarm_call_fix(alarm: Alarm, function: Function) -> Fix:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html"""
    source = alarm.link("arn", "Arn") if alarm.can_be_named_by(function) else None
    return _permission(function, "lambda.alarms.cloudwatch.amazonaws.com", source, "let alarms call it")


def _permission(function: Function, service: str, source: Link | None, title: str) -> Fix:
    named = {"source_arn": source} if source else {}
    draft = FunctionPermission.draft(
        function, function=function.link("function_name", "Ref"), action="lambda:InvokeFunction", principal=service, **named
    )
    return add_resource(draft, title, unsafe=_OPENS).on(function.resource, ())


def topic_of(subscription: Subscription, unit: Unit) -> Topic | None:
    """The topic of the unit to which something is subscribed."""
    return next((one for one in unit.all(Topic) if subscription.topic.refers_to(one)), None)


def subscribed_queue(subscription: Subscription, unit: Unit) -> Queue | None:
    """The queue of the unit that is subscribed."""
    if subscription.protocol.surely("sqs"):
        return next((one for one in unit.all(Queue) if subscription.endpoint.refers_to(one)), None)
    return None


def subscribed_function(subscription: Subscription, unit: Unit) -> Function | None:
    """The function of the unit that is subscribed."""
    if subscription.protocol.surely("lambda"):
        return next((one for one in unit.all(Function) if subscription.endpoint.refers_to(one)), None)
    return None


def delivery_verdict(subscription: Subscription, receiver: View, action: str, unit: Unit) -> Verdict:
    """Whether SNS may hand what the topic publishes to a queue or a function."""
    topic = topic_of(subscription, unit)
    source = arn_of(topic.resource) if topic else text_of(subscription.topic.value)
    return guard_allows(_SNS, action, receiver, unit, {"aws:SourceArn": source})


def queue_delivery_fix(subscription: Subscription, queue: Queue, verdict: Verdict, unit: Unit) -> Fix:
    """https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html"""
    topic = topic_of(subscription, unit)
    condition = {"ArnEquals": {"aws:SourceArn": topic.link("arn", "Ref")}} if topic and topic.can_be_named_by(queue) else None
    return admitting(verdict, queue, [allow("sns.amazonaws.com", "sqs:SendMessage", queue.link("arn", "Arn"), condition)], "SNS")


def function_delivery_fix(subscription: Subscription, function: Function, unit: Unit) -> Fix:
    """https://docs.aws.amazon.com/sns/latest/dg/lambda-console.html"""
    topic = topic_of(subscription, unit)
    source = topic.link("arn", "Ref") if topic and topic.can_be_named_by(function) else None
    return _permission(function, "sns.amazonaws.com", source, "let SNS call it")


def queue_key_closures(queue: Queue, unit: Unit) -> Iterator[tuple[str, Fix, tuple[Label, ...]]]:
    """Why SNS cannot use the key of a queue: a message, a fix and labels."""
    key = key_named_by(queue.kms_key, unit)
    if key is None:
        if queue.kms_key.surely("alias/aws/sqs") | queue.kms_key.ends_with(":alias/aws/sqs"):
            fix = advice("encrypt it with a customer managed key that admits SNS, or with SSE-SQS", "alias/aws/sqs cannot be changed")
            yield "SNS cannot use alias/aws/sqs, with which the queue is encrypted", fix.on(queue.resource, queue.kms_key.path), ()
        return
    for action in _KEY_ACTIONS:
        verdict = guard_allows(_SNS, action, key, unit)
        if verdict.refused:
            fix = admitting(verdict, key, [allow("sns.amazonaws.com", _USES, "*")], "SNS")
            yield "the key of the queue does not admit SNS", fix, verdict.evidence(key)
            return


class TopicGuard(
    View,
    terraform="aws_sns_topic|aws_sns_topic_policy",
    cloudformation="AWS::SNS::TopicPolicy|AWS::SNS::TopicInlinePolicy",
):
    """The policy of a topic, wherever it is written."""

    document = attribute("policy", "PolicyDocument")

    @property
    def is_public(self) -> Truth:
        """Whether everyone may do something, or everyone but some, or everything but some."""
        return any_statement(self.document.value, _is_open)

    @property
    def related(self) -> tuple[Label, ...]:
        """A label on the statement that is open."""
        found = (one for one in statements(self.document.value) if _is_open(one).known)
        return tuple(Label(one.place or self.document.at, "this statement is open") for one in found)[:1]


def _is_open(statement: Statement) -> Truth:
    beside = statement.is_effect("Allow") & (statement.has("notprincipal") | statement.has("notaction"))
    return for_everyone(statement) | (beside & ~statement.has("condition"))
