"""What CloudWatch Logs has to be let into, and who may send to it."""

from collections.abc import Iterator

from obslint.aws.access.keys import key_named_by
from obslint.aws.access.publicity import for_everyone
from obslint.aws.functions import DEFAULT_PREFIX, Function
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of, name_of, text_of
from obslint.aws.guards.documents import Statement, any_statement, each
from obslint.aws.guards.fixes import admitting, allow, attaching, writing_logs
from obslint.aws.guards.holders import FunctionPermission, Key, LogDestinationPolicy, Role
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.roles import near_miss, role_allows, trusts
from obslint.aws.guards.texts import ACCOUNT, ANYTHING, PARTITION, REGION, Text, joined, matches
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Absent, Json, Known, Link, Plain, Truth, settle
from obslint.policy import Fix, Label, add_resource, extend, set_to

LOGS = service_principal("logs")
BASIC_ROLE = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"

_PUTS = {
    "aws_kinesis_stream": ("kinesis:PutRecord", "kinesis:PutRecords"),
    "AWS::Kinesis::Stream": ("kinesis:PutRecord", "kinesis:PutRecords"),
    "aws_kinesis_firehose_delivery_stream": ("firehose:PutRecord", "firehose:PutRecordBatch"),
    "AWS::KinesisFirehose::DeliveryStream": ("firehose:PutRecord", "firehose:PutRecordBatch"),
}


class LogDestination(View, terraform="aws_cloudwatch_log_destination", cloudformation="AWS::Logs::Destination"):
    """Takes log events of other accounts in."""

    named_by = ("name",)
    name = attribute("name", "DestinationName")

    def admits_senders(self, unit: Unit) -> Truth:
        """Whether a policy says who may send, or a filter of this very unit uses it."""
        missing = unit.none(LogDestinationPolicy, lambda one: one.is_of(self), of=self)
        return ~missing | unit.any(LogFeed, lambda one: one.destination.refers_to(self))

    def policy_fix(self) -> Fix:
        """A policy for one other account, as AWS's guide has it."""
        target = self.link("arn", "Arn")
        statement: dict[str, Plain] = {
            "Effect": "Allow",
            "Principal": {"AWS": "ACCOUNT"},
            "Action": "logs:PutSubscriptionFilter",
            "Resource": target,
        }
        document = Json({"Version": "2012-10-17", "Statement": [statement]})
        why, title = "who may send is not written", "say who may send"
        if self.resource.dialect == "cloudformation":
            return set_to(document, title=title, manual=why).on(self.resource, ("DestinationPolicy",))
        draft = LogDestinationPolicy.draft(self, destination=self.link("name", ""), document=document)
        return add_resource(draft, title, manual=why).on(self.resource, ())


class RecordStream(
    View,
    terraform="aws_kinesis_stream|aws_kinesis_firehose_delivery_stream",
    cloudformation="AWS::Kinesis::Stream|AWS::KinesisFirehose::DeliveryStream",
):
    """A data stream, or a delivery stream."""


class LogFeed(View, terraform="aws_cloudwatch_log_subscription_filter", cloudformation="AWS::Logs::SubscriptionFilter"):
    """Sends the events of a log group on as they come."""

    group = reference("log_group_name", "LogGroupName")
    destination = reference("destination_arn", "DestinationArn")
    role = reference("role_arn", "RoleArn")

    def source(self, unit: Unit) -> LogGroup | None:
        """The log group, where it is one of the unit."""
        return next((one for one in unit.all(LogGroup) if self.group.refers_to(one)), None)

    def called(self, unit: Unit) -> Function | None:
        """The function of the unit that takes the events."""
        return next((one for one in unit.all(Function) if self.destination.refers_to(one)), None)

    def fed(self, unit: Unit) -> RecordStream | None:
        """The stream of the unit that takes the events."""
        return next((one for one in unit.all(RecordStream) if self.destination.refers_to(one)), None)

    def passes_with(self, unit: Unit) -> Role | None:
        """The role of the unit with which the events are passed on."""
        return next((one for one in unit.all(Role) if self.role.refers_to(one)), None)


def call_verdict(subscription: LogFeed, function: Function, unit: Unit) -> Verdict:
    """Whether CloudWatch Logs may call the function."""
    group = subscription.source(unit)
    source = {"aws:SourceArn": joined(arn_of(group.resource), ":*")} if group else {}
    return guard_allows(LOGS, "lambda:InvokeFunction", function, unit, source)


def call_fix(subscription: LogFeed, function: Function, unit: Unit) -> Fix:
    """A permission for CloudWatch Logs, from the log group where that can be named."""
    group = subscription.source(unit)
    tail = ":*" if function.resource.dialect == "terraform" else ""
    named = {"source_arn": group.link("arn", "Arn", after=tail)} if group and group.can_be_named_by(function) else {}
    draft = FunctionPermission.draft(
        function, function=function.link("function_name", "Ref"), action="lambda:InvokeFunction", principal="logs.amazonaws.com", **named
    )
    return add_resource(draft, "let CloudWatch Logs call it", unsafe="it opens the function to a service").on(function.resource, ())


def passing_on(subscription: LogFeed, role: Role, unit: Unit) -> Iterator[tuple[str, Truth, Fix]]:
    """What the role lacks for CloudWatch Logs to pass events on: a message, whether it is in order, and a fix for each."""
    trust: dict[str, Plain] = {"Effect": "Allow", "Principal": {"Service": "logs.amazonaws.com"}, "Action": "sts:AssumeRole"}
    fix = extend([trust], "let CloudWatch Logs take the role", unsafe="it opens the role to a service")
    yield "CloudWatch Logs may not take the role", trusts(role, LOGS), fix.on(role.resource, (*role.trust.path, "Statement"))
    stream = subscription.fed(unit)
    if stream is not None:
        one, many = _PUTS[stream.resource.type]
        arn = arn_of(stream.resource)
        allowed = role_allows(role, one, arn, unit) | role_allows(role, many, arn, unit)
        yield f"no policy of the role allows {one} there", allowed, writing_to(role, stream, [one, many])


def writing_to(role: Role, stream: RecordStream, actions: list[str]) -> Fix:
    """A policy that lets a role write to a stream."""
    target: Plain = stream.link("arn", "Arn") if stream.can_be_named_by(role) else "*"
    return writing_logs(role, target, "log-subscription", actions, f"let {role.address} write to {stream.address}")


def group_key_verdicts(group: LogGroup, key: Key, unit: Unit) -> tuple[Verdict, ...]:
    """Whether CloudWatch Logs may encrypt and decrypt the events of a group."""
    context = {"kms:EncryptionContext:aws:logs:arn": arn_of(group.resource)}
    return tuple(guard_allows(LOGS, action, key, unit, context) for action in ("kms:GenerateDataKey", "kms:Decrypt"))


def group_key_of(group: LogGroup, unit: Unit) -> Key | None:
    """The key of the unit that encrypts a group."""
    return key_named_by(group.kms_key, unit)


def group_key_fix(group: LogGroup, key: Key, verdict: Verdict, unit: Unit) -> Fix:
    """https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"""
    actions = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    statement = {**allow("", actions, "*"), "Principal": {"Service": _regional(group, unit)}}
    return admitting(verdict, key, [statement], "CloudWatch Logs")


def _regional(group: LogGroup, unit: Unit) -> Plain:
    """The name of the service in the region of a group, in the words of the dialect."""
    if group.resource.dialect == "cloudformation":
        return {"Fn::Sub": "logs.${AWS::Region}.amazonaws.com"}
    region = settle(group.resource.region)
    if isinstance(region, Known):
        return f"logs.{region.data}.amazonaws.com"
    found = next((one for one in unit.all(_Region) if one.can_be_named_by(group)), None)
    return Link(found.resource, "name", "", "logs.", ".amazonaws.com") if found else "logs.REGION.amazonaws.com"


class _Region(View, terraform="data.aws_region"):
    """The region, looked up."""


def function_role_of(function: Function, unit: Unit) -> Role | None:
    """The role of the unit that a function runs with."""
    return next((one for one in unit.all(Role) if function.role.refers_to(one)), None)


def function_writes_logs(function: Function, role: Role, unit: Unit) -> Truth:
    """Whether the role may write the streams of the function's log group."""
    group = _group_of(function)
    stream = joined(group, ":log-stream:", ANYTHING)
    created = role_allows(role, "logs:CreateLogStream", group, unit) | role_allows(role, "logs:CreateLogStream", stream, unit)
    return role_allows(role, "logs:PutLogEvents", stream, unit) & created


def _group_of(function: Function) -> Text:
    given = settle(function.log_group.value)
    named: Text = joined(DEFAULT_PREFIX, name_of(function.resource)) if isinstance(given, Absent) else text_of(given)
    return joined("arn:", PARTITION, ":logs:", REGION, ":", ACCOUNT, ":log-group:", named)


def refused_log_write(function: Function, role: Role, unit: Unit) -> Label:
    """What keeps a role from writing the log of a function: the statement that is about something else, or that there is none."""
    stream = joined(_group_of(function), ":log-stream:", ANYTHING)
    near = near_miss(role, "logs:PutLogEvents", stream, unit)
    return near or role.label("no policy of this role allows logs:CreateLogStream and logs:PutLogEvents there")


def basic_execution_fix(role: Role) -> Fix:
    """Attaches the policy of AWS that lets a function write logs."""
    actions = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"]
    return attaching(role, BASIC_ROLE, writing_logs(role, "*", "logs", actions, f"let {role.address} write logs"))


def admits_anyone(policy: LogDestinationPolicy) -> Truth:
    """Whether everyone may send to a destination, or someone may do anything to it."""
    return any_statement(policy.document.value, lambda one: for_everyone(one) | _does_anything(one))


def _does_anything(statement: Statement) -> Truth:
    every = each(statement.member("action"), lambda value: matches(text_of(value), ("logs:*",), wild=False, fold=True))
    return statement.is_effect("Allow") & every
