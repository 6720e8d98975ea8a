"""What EventBridge has to be let into: the targets of rules, their dead-letter queues, and the keys of both.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws.access.keys import key_named_by
from obslint.aws.attribute import Attribute
from obslint.aws.events.roles import EVENTS
from obslint.aws.events.rules import BusRule, RuleTarget, TargetHolder
from obslint.aws.functions import Function
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.fixes import admitting, allow
from obslint.aws.guards.holders import FunctionPermission, Key
from obslint.aws.guards.texts import ANYTHING, Text
from obslint.aws.logs import LogGroup
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Json, Plain
from obslint.policy import Fix, Label, add_resource, set_to

_SERVICE = "events.amazonaws.com"
_KEY_ACTIONS = ("kms:GenerateDataKey", "kms:Decrypt")
_KEY_USE = ["kms:GenerateDataKey*", "kms:Decrypt"]


class EventQueue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue, as far as events go into it."""

    named_by = ("name",)
    name = attribute("name", "QueueName")
    kms_key = reference("kms_master_key_id", "KmsMasterKeyId")


class _Policy(View, terraform="aws_cloudwatch_log_resource_policy", cloudformation="AWS::Logs::ResourcePolicy"):
    name = attribute("policy_name", "PolicyName")
    document = attribute("policy_document", "PolicyDocument")


@dataclass(frozen=True, slots=True)
class Closure:
    """Something that may not let EventBridge in: where it is named, the answer, a fix, and the labels that explain it."""

    at: Attribute
    verdict: Verdict
    fix: Fix
    related: tuple[Label, ...]


def _source(holder: TargetHolder, unit: Unit) -> dict[str, Text | None]:
    rule = holder.rule_in(unit)
    return {"aws:SourceArn": arn_of(rule.resource)} if rule else {}


def _without_role(holder: TargetHolder) -> Iterator[RuleTarget]:
    """Targets with a role are reached with that."""
    yield from (target for target in holder.targets if target.role.surely_absent())


def closed_functions(holder: TargetHolder, unit: Unit) -> Iterator[Closure]:
    """The functions among the targets, each with whether EventBridge may call it."""
    for target in _without_role(holder):
        for function in unit.all(Function):
            if target.arn.refers_to(function).known:
                verdict = guard_allows(EVENTS, "lambda:InvokeFunction", function, unit, _source(holder, unit))
                where = (function.label("no permission lets events.amazonaws.com call it"),)
                yield Closure(target.arn, verdict, _call_fix(function, holder.rule_in(unit)), where)


def _call_fix(function: Function, rule: BusRule | None) -> Fix:
    named = {"source_arn": rule.link("arn", "Arn")} if rule and rule.can_be_named_by(function) else {}
    draft = FunctionPermission.draft(
        function, function=function.link("function_name", "Ref"), action="lambda:InvokeFunction", principal=_SERVICE, **named
    )
    return add_resource(draft, "let EventBridge call it", unsafe="it opens the function to a service").on(function.resource, ())


def closed_topics(holder: TargetHolder, unit: Unit) -> Iterator[Closure]:
    """The topics among the targets, each with whether EventBridge may publish to it."""
    for target in _without_role(holder):
        for topic in unit.all(Topic):
            if target.arn.refers_to(topic).known:
                verdict = guard_allows(EVENTS, "sns:Publish", topic, unit, _source(holder, unit))
                arn = topic.link("arn", "Ref")
                wanted = [allow(_SERVICE, "sns:Publish", arn)]
                if not verdict.policies and topic.gets_alarms(unit).known is not False:
                    wanted.append(allow("cloudwatch.amazonaws.com", "sns:Publish", arn))  # its default policy lets alarms in
                yield Closure(target.arn, verdict, admitting(verdict, topic, wanted, "EventBridge"), verdict.evidence(topic))


def closed_topic_keys(holder: TargetHolder, unit: Unit) -> Iterator[Closure]:
    """The keys of topics among the targets, each with whether EventBridge may use it. With a role, that one uses the key."""
    for target in _without_role(holder):
        for topic in unit.all(Topic):
            if target.arn.refers_to(topic).known:
                yield from _key(target.arn, topic, topic.kms_key, unit)


def _key(at: Attribute, named: View, by: Attribute, unit: Unit) -> Iterator[Closure]:
    key = key_named_by(by, unit)
    for action in _KEY_ACTIONS if key else ():
        verdict = guard_allows(EVENTS, action, key, unit)  # type: ignore[arg-type]  # there is one
        fix = admitting(verdict, key, [allow(_SERVICE, _KEY_USE, "*")], "EventBridge")  # type: ignore[arg-type]
        yield Closure(at, verdict, fix, (named.label("it is encrypted with that key"), *verdict.evidence(key)))  # type: ignore[arg-type]


def managed_key_topics(holder: TargetHolder, unit: Unit) -> Iterator[tuple[Attribute, Topic, Fix]]:
    """The topics among the targets that are encrypted with the key of AWS, whose policy cannot be changed."""
    for target in _without_role(holder):
        for topic in unit.all(Topic):
            if target.arn.refers_to(topic) & topic.uses_managed_key(unit):
                yield target.arn, topic, _open_key_fix(topic, unit).on(topic.resource, topic.kms_key.path)


def _open_key_fix(topic: Topic, unit: Unit) -> Fix:
    """Encrypts with the one customer key of the unit where that lets EventBridge in; else the key has to be made or opened first."""
    title, why = "encrypt with a customer managed key", "the policy of the key must admit events.amazonaws.com, and whoever publishes"
    key = unit.only(Key, topic)
    if key is not None and all(guard_allows(EVENTS, action, key, unit).allowed.known for action in _KEY_ACTIONS):
        return set_to(key.link("arn", "Arn"), title=title, unsafe=why)
    return set_to("alias/NAME", title=title, manual=why)


def closed_queues(holder: TargetHolder, unit: Unit) -> Iterator[Closure]:
    """The queues among targets and dead-letter queues, and their keys, each with whether EventBridge may send to it."""
    targets = tuple(target.arn for target in _without_role(holder))
    for at in (*targets, *(target.dead_letters for target in holder.targets)):
        for queue in unit.all(EventQueue):
            if at.refers_to(queue).known:
                verdict = guard_allows(EVENTS, "sqs:SendMessage", queue, unit, _source(holder, unit))
                wanted = [allow(_SERVICE, "sqs:SendMessage", queue.link("arn", "Arn"))]
                yield Closure(at, verdict, admitting(verdict, queue, wanted, "EventBridge"), verdict.evidence(queue))
                yield from _key(at, queue, queue.kms_key, unit)


def managed_key_queues(holder: TargetHolder, unit: Unit) -> Iterator[tuple[Attribute, Fix, tuple[Label, ...]]]:
    """The queues that are encrypted with the key of AWS, which is for principals of the account and for no service.

    https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
    """
    why = "the policy of the key must admit events.amazonaws.com; without any key, SSE-SQS encrypts"
    for at in (*(target.arn for target in _without_role(holder)), *(target.dead_letters for target in holder.targets)):
        for queue in unit.all(EventQueue):
            key = queue.kms_key
            if at.refers_to(queue) & (key.surely("alias/aws/sqs") | key.ends_with(":alias/aws/sqs")):
                fix = set_to("alias/NAME", title="encrypt it with a customer managed key", manual=why).on(queue.resource, key.path)
                yield at, fix, (key.label("this key admits no service"),)


def closed_log_groups(holder: TargetHolder, unit: Unit) -> Iterator[Closure]:
    """The log groups among the targets, each with whether EventBridge may write to it."""
    for target in _without_role(holder):
        for group in unit.all(LogGroup):
            if target.arn.refers_to(group).known:
                within = (":log-stream:", ANYTHING)
                verdict = guard_allows(EVENTS, "logs:PutLogEvents", group, unit, _source(holder, unit), within=within)
                yield Closure(
                    target.arn, verdict, _log_fix(group), (group.label("no resource policy lets events.amazonaws.com write to it"),)
                )


def _log_fix(group: LogGroup) -> Fix:
    """https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions"""
    terraform = group.resource.dialect == "terraform"
    target: Plain = group.link("arn", "", after=":*") if terraform else f"${{{group.local_name}.Arn}}"
    services: Plain = {"Service": [_SERVICE, "delivery.logs.amazonaws.com"]}
    statement: dict[str, Plain] = {
        "Effect": "Allow", "Principal": services, "Action": ["logs:CreateLogStream", "logs:PutLogEvents"], "Resource": target,
    }  # fmt: skip
    document: dict[str, Plain] = {"Version": "2012-10-17", "Statement": [statement]}
    made: Plain = Json(document) if terraform else {"Fn::Sub": json.dumps(document)}
    draft = _Policy.draft(group, name=f"events-{group.local_name}", document=made)
    unsafe = "a region has ten such policies at most"
    return add_resource(draft, "add a policy that admits EventBridge", unsafe=unsafe).on(group.resource, ())
