"""Events of SAM functions and state machines: rules, subscriptions, permissions and mappings, one set for each event.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, allowing, computed, get_att, is_map, mapping_of, members, ref, role
from obslint.cloudformation.tree import Mapping, Pair, Scalar, function, text_of

PULLED = {
    "SQS": ("Queue",),
    "Kinesis": ("Stream",),
    "DynamoDB": ("Stream",),
    "MSK": ("Stream",),
    "MQ": ("Broker",),
    "DocumentDB": ("Cluster",),
    "SelfManagedKafka": (),
}
"""Sources that Lambda polls, and the property that names them."""

_CALLERS = {
    "Api": "apigateway.amazonaws.com",
    "HttpApi": "apigateway.amazonaws.com",
    "S3": "s3.amazonaws.com",
    "AlexaSkill": "alexa-appkit.amazon.com",
    "Cognito": "cognito-idp.amazonaws.com",
}
"""Sources whose own set-up is elsewhere; SAM adds the permission to call."""

RULES = ("Schedule", "CloudWatchEvent", "EventBridgeRule")


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event. `arn` is what it calls, `name` the start of the logical ids that SAM gives."""

    owner: Sam
    key: Scalar
    type: str
    properties: Sam
    arn: Shape
    machine: bool

    @property
    def name(self) -> str:
        """The owner's logical id and the event's."""
        return self.owner.name + self.key.text

    def made(self, suffix: str, kind: str, shape: dict[str, Shape]) -> Made:
        """A resource of the event."""
        return Made(self.name + suffix, kind, mapping_of(shape, self.key), self.key)


def events_of(sam: Sam, arn: Shape, *, machine: bool) -> tuple[list[Event], list[Pair]]:
    """The events of a resource, and those that cannot be read."""
    node = sam.get("Events")
    found: list[Event] = []
    unread = [sam.pair("Events")] if node is not None and not is_map(node) else []
    for pair in members(node):
        kind = text_of(pair.value.get("Type")) if isinstance(pair.value, Mapping) else None
        body = pair.value.get("Properties") if isinstance(pair.value, Mapping) else None
        properties = body if isinstance(body, Mapping) else Mapping([], "flow", pair.key.start, pair.key.end)
        if (
            kind is None
            or kind not in _MAKERS
            or function(pair.value)
            or function(properties)
            or (machine and kind not in (*RULES, "ScheduleV2", "Api"))
        ):
            unread.append(pair)
        else:
            found.append(Event(sam, pair.key, kind, Sam(sam.name, pair.key, properties), arn, machine))
    return found, [pair for pair in unread if pair]


def expand_event(event: Event) -> Iterator[Made]:
    """What SAM makes of an event."""
    return _MAKERS[event.type](event)


def _permission(event: Event, principal: str, source: Shape | None = None, *, account: bool = False) -> Made:
    called: Shape = event.arn if "Ref" in _names(event.arn) else ref(event.owner.name)
    shape: dict[str, Shape] = {"Action": "lambda:InvokeFunction", "FunctionName": called, "Principal": principal}
    if source is not None:
        shape["SourceArn"] = source
    if account:
        shape["SourceAccount"] = ref("AWS::AccountId")
    return event.made("Permission", "AWS::Lambda::Permission", shape)


def _names(shape: Shape) -> list[str]:
    return list(shape) if isinstance(shape, dict) else []


def _rule(event: Event) -> Iterator[Made]:
    given = event.properties
    shape = given.taken("Description", "EventBusName", "State", Schedule="ScheduleExpression", Pattern="EventPattern")
    shape.update(given.taken(**({"Name": "Name"} if event.type == "Schedule" else {"RuleName": "Name"})))
    enabled = given.get("Enabled")
    if enabled is not None:
        certain = isinstance(enabled, Scalar) and isinstance(enabled.value, bool)
        shape["State"] = ("ENABLED" if enabled.value else "DISABLED") if certain and isinstance(enabled, Scalar) else computed(enabled)
    target: dict[str, Shape] = {"Arn": event.arn, "Id": f"{event.name}Target"}
    target.update(given.taken("Input", "InputPath", "InputTransformer", "RetryPolicy"))
    queue = given.get("DeadLetterConfig")
    if isinstance(queue, Mapping):
        yield from _dead_letters(event, queue, target)
    if event.machine:
        yield from _caller_role(event, "events.amazonaws.com")
        target["RoleArn"] = given.pair("RoleArn") or get_att(f"{event.name}Role", "Arn")
    shape["Targets"] = [target]
    yield event.made("", "AWS::Events::Rule", shape)
    if not event.machine:
        yield _permission(event, "events.amazonaws.com", get_att(event.name, "Arn"))


def _dead_letters(event: Event, queue: Mapping, target: dict[str, Shape]) -> Iterator[Made]:
    written = queue.pair("Arn")
    target["DeadLetterConfig"] = {"Arn": written if written else get_att(f"{event.name}Queue", "Arn")}
    if written is None:
        yield from _queue(event, {"Service": ["events.amazonaws.com"]})


def _queue(event: Event, principal: Shape) -> Iterator[Made]:
    """A queue of the event's own, and who may send to it."""
    yield event.made("Queue", "AWS::SQS::Queue", {})
    arn = get_att(f"{event.name}Queue", "Arn")
    statement: dict[str, Shape] = {"Action": "sqs:SendMessage", "Effect": "Allow", "Principal": principal, "Resource": arn}
    document: dict[str, Shape] = {"Version": "2012-10-17", "Statement": [{**statement, "Condition": computed(arn)}]}
    yield event.made("QueuePolicy", "AWS::SQS::QueuePolicy", {"PolicyDocument": document, "Queues": [ref(f"{event.name}Queue")]})


def _caller_role(event: Event, service: str, action: str = "states:StartExecution") -> Iterator[Made]:
    if event.properties.get("RoleArn") is None:
        yield event.made("Role", "AWS::IAM::Role", role(service, [], [allowing(f"{event.name}RolePolicy", action, event.arn)]))


def _schedule(event: Event) -> Iterator[Made]:
    given = event.properties
    kept = ("ScheduleExpression", "ScheduleExpressionTimezone", "Description", "State", "GroupName", "KmsKeyArn", "StartDate", "EndDate")
    shape = given.taken(*kept)
    shape["Name"] = given.pair("Name") or event.name
    shape["FlexibleTimeWindow"] = given.pair("FlexibleTimeWindow") or {"Mode": "OFF"}
    target: dict[str, Shape] = {"Arn": event.arn, **given.taken("Input", "RetryPolicy")}
    queue = given.get("DeadLetterConfig")
    if isinstance(queue, Mapping):
        yield from _dead_letters(event, queue, target)
    target["RoleArn"] = given.pair("RoleArn") or get_att(f"{event.name}Role", "Arn")
    yield event.made("", "AWS::Scheduler::Schedule", {**shape, "Target": target})
    yield from _caller_role(event, "scheduler.amazonaws.com", "states:StartExecution" if event.machine else "lambda:InvokeFunction")


def _topic(event: Event) -> Iterator[Made]:
    given = event.properties
    topic: Shape = given.pair("Topic") or computed()
    source: Shape = topic.value if isinstance(topic, Pair) else topic
    shape: dict[str, Shape] = {"TopicArn": topic, "Protocol": "lambda", "Endpoint": event.arn}
    shape.update(given.taken("FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"))
    queue = given.get("SqsSubscription")
    through_queue = queue is not None and not (isinstance(queue, Scalar) and queue.value is False)
    if through_queue:
        arn: Shape = queue.get("QueueArn") or computed(queue) if isinstance(queue, Mapping) else get_att(f"{event.name}Queue", "Arn")
        if not isinstance(queue, Mapping):
            yield from _queue(event, "*")
        shape.update({"Protocol": "sqs", "Endpoint": arn})
        mapping: dict[str, Shape] = {"EventSourceArn": arn, "FunctionName": event.arn, "Enabled": True}
        yield event.made("EventSourceMapping", "AWS::Lambda::EventSourceMapping", mapping)
    yield event.made("", "AWS::SNS::Subscription", shape)
    if not through_queue:
        yield _permission(event, "sns.amazonaws.com", source)


def _pulled(event: Event) -> Iterator[Made]:
    source = PULLED[event.type]
    names = dict.fromkeys(source, "EventSourceArn")
    shape = {names.get(pair.key.text, pair.key.text): pair for pair in event.properties.properties.pairs}
    yield event.made("", "AWS::Lambda::EventSourceMapping", {**shape, "FunctionName": event.arn})


def _logs(event: Event) -> Iterator[Made]:
    yield _permission(event, "logs.amazonaws.com", computed(*_given(event, "LogGroupName")))
    shape = {**event.properties.taken("LogGroupName", "FilterPattern"), "DestinationArn": event.arn}
    yield event.made("", "AWS::Logs::SubscriptionFilter", shape)


def _given(event: Event, name: str) -> list[Shape]:
    node = event.properties.get(name)
    return [] if node is None else [node]


def _iot(event: Event) -> Iterator[Made]:
    payload: dict[str, Shape] = {**event.properties.taken("Sql", "AwsIotSqlVersion"), "Actions": [{"Lambda": {"FunctionArn": event.arn}}]}
    yield event.made("", "AWS::IoT::TopicRule", {"TopicRulePayload": {**payload, "RuleDisabled": False}})
    yield _permission(event, "iot.amazonaws.com", computed(ref(event.name)), account=True)


def _called(event: Event) -> Iterator[Made]:
    if event.machine:
        yield from _caller_role(event, "apigateway.amazonaws.com")
        return
    source: Shape | None = None
    if event.type in ("Api", "HttpApi"):
        name = "RestApiId" if event.type == "Api" else "ApiId"
        implicit: Shape = ref("ServerlessRestApi" if event.type == "Api" else "ServerlessHttpApi")
        source = computed(*(_given(event, name) or [implicit]))
    elif event.type == "Cognito":
        source = computed(*_given(event, "UserPool"))
    yield _permission(event, _CALLERS[event.type], source, account=event.type == "S3")


_MAKERS = {
    **dict.fromkeys(RULES, _rule),
    **dict.fromkeys(PULLED, _pulled),
    **dict.fromkeys(_CALLERS, _called),
    "ScheduleV2": _schedule,
    "SNS": _topic,
    "CloudWatchLogs": _logs,
    "IoTRule": _iot,
}
