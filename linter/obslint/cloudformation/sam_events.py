"""Events of SAM functions and state machines: rules, subscriptions, permissions and mappings, one set for each event.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, Texts, computed, get_att, in_id, is_map, mapping_of, members, ref, role
from obslint.cloudformation.sam_policies import Grants
from obslint.cloudformation.sam_pulled import PULLED, grant, mapping
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, canonical, function, text_of

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
class Around:
    """What events ask the template: texts, the name of an API's stage as a permission's id has it, and whether a topic is FIFO."""

    texts: Texts
    stage: Callable[[Node | None], str]
    fifo: Callable[[Node | None], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event. `arn` is what it calls, `called` what permissions name; `name` is the start of the logical ids that SAM gives."""

    owner: Sam
    key: Scalar
    type: str
    properties: Sam
    arn: Shape
    called: Shape
    machine: bool
    around: Around

    @property
    def name(self) -> str:
        """The owner's logical id and the event's."""
        return self.owner.name + self.key.text

    def made(self, suffix: str, kind: str, shape: dict[str, Shape]) -> Made:
        """A resource of the event."""
        return Made(self.name + suffix, kind, mapping_of(shape, self.key), self.key)


def events_of(sam: Sam, arn: Shape, called: Shape, around: Around, *, machine: bool) -> tuple[list[Event], list[Pair]]:
    """The events of a resource, and those that cannot be read."""
    node = sam.get("Events")
    found: list[Event] = []
    unread = [sam.pair("Events")] if node is not None and not is_map(node) else []
    for pair in members(node):
        kind = text_of(pair.value.get("Type")) if isinstance(pair.value, Mapping) else None
        body = pair.value.get("Properties") if isinstance(pair.value, Mapping) else None
        properties = body if isinstance(body, Mapping) else Mapping([], "flow", pair.key.start, pair.key.end)
        if kind is None or function(pair.value) or function(properties) or kind not in (_OF_MACHINES if machine else _MAKERS):
            unread.append(pair)
        else:
            found.append(Event(sam, pair.key, kind, Sam(sam.name, pair.key, properties), arn, called, machine, around))
    return found, [pair for pair in unread if pair]


def expand_event(event: Event) -> Iterator[Made]:
    """What SAM makes of an event."""
    return _MAKERS[event.type](event)


def grant_event(event: Event, grants: Grants) -> None:
    """What the role of the event's function is allowed because of it."""
    if event.type in PULLED:
        grant(event, grants)
    elif event.type == "SNS" and _through_queue(event):
        grants.manage("AWSLambdaSQSQueueExecutionRole")


def _permission(event: Event, principal: str, suffix: str = "", **more: Shape) -> Made:
    shape: dict[str, Shape] = {"Action": "lambda:InvokeFunction", "FunctionName": event.called, "Principal": principal, **more}
    return event.made(f"Permission{suffix}", "AWS::Lambda::Permission", shape)


def _rule(event: Event) -> Iterator[Made]:
    given = event.properties
    shape = given.taken("Description", "EventBusName", "State", Schedule="ScheduleExpression", Pattern="EventPattern")
    shape.update(given.taken(**({"Name": "Name"} if event.type == "Schedule" else {"RuleName": "Name"})))
    enabled = given.get("Enabled")
    if enabled is not None:
        certain = isinstance(enabled, Scalar) and isinstance(enabled.value, bool)
        shape["State"] = ("ENABLED" if enabled.value else "DISABLED") if certain and isinstance(enabled, Scalar) else computed(enabled)
    target: dict[str, Shape] = {"Arn": event.arn, "Id": _target_id(event)}
    target.update(given.taken("Input", "InputPath", "InputTransformer", "RetryPolicy"))
    queue = given.get("DeadLetterConfig")
    if isinstance(queue, Mapping):
        yield from _dead_letters(event, queue, target)
    if event.machine:
        yield from _caller_role(event, "events.amazonaws.com")
        target["RoleArn"] = given.pair("RoleArn") or get_att(f"{event.name}Role", "Arn")
    shape["Targets"] = [target]
    made = event.made("", "AWS::Events::Rule", shape)
    yield made
    if not event.machine:
        yield _permission(event, "events.amazonaws.com", SourceArn=get_att(event.name, "Arn"))


def _target_id(event: Event) -> Shape:
    target = event.properties.get("Target")
    written = target.pair("Id") if isinstance(target, Mapping) else None
    suffix = "StepFunctionsTarget" if event.machine else "LambdaTarget"
    return written if written else event.name[: 64 - len(suffix)] + suffix


def _dead_letters(event: Event, queue: Mapping, target: dict[str, Shape]) -> Iterator[Made]:
    """The queue that takes what is not delivered, made unless one is named, and who may send to it."""
    written, named = queue.pair("Arn"), text_of(queue.get("QueueLogicalId"))
    name = named or f"{event.name}Queue"
    target["DeadLetterConfig"] = {"Arn": written if written else get_att(name, "Arn")}
    if written is None:
        yield Made(name, "AWS::SQS::Queue", mapping_of({}, event.key), event.key)
        if event.type != "ScheduleV2":
            source = get_att(event.name, "Arn")
            yield _queue_policy(event, {"Service": "events.amazonaws.com"}, get_att(name, "Arn"), ref(name), source)


def _queue_policy(event: Event, principal: Shape, arn: Shape, url: Shape, source: Shape, name: str | None = None) -> Made:
    statement: dict[str, Shape] = {"Action": "sqs:SendMessage", "Effect": "Allow", "Principal": principal, "Resource": arn}
    statement["Condition"] = {"ArnEquals": {"aws:SourceArn": source}}
    document: dict[str, Shape] = {"Version": "2012-10-17", "Statement": [statement]}
    body = mapping_of({"PolicyDocument": document, "Queues": [url]}, event.key)
    return Made(name or f"{event.name}QueuePolicy", "AWS::SQS::QueuePolicy", body, event.key)


def _caller_role(event: Event, service: str) -> Iterator[Made]:
    """The role with which a rule or an API starts a state machine."""
    if event.properties.get("RoleArn") is not None:
        return
    grants = Grants()
    grants.allow(f"{event.name}RoleStartExecutionPolicy", _start("states:StartExecution", event.arn))
    made = role(service, grants.managed, grants.inline)
    yield event.made("Role", "AWS::IAM::Role", {**made, **event.owner.taken("PermissionsBoundary")})


def _start(action: str, target: Shape) -> Shape:
    return {"Action": action, "Effect": "Allow", "Resource": target}


def _schedule(event: Event) -> Iterator[Made]:
    given, grants = event.properties, Grants()
    kept = ("ScheduleExpression", "ScheduleExpressionTimezone", "Description", "State", "GroupName", "KmsKeyArn", "StartDate", "EndDate")
    shape = given.taken(*kept)
    if text_of(given.get("OmitName")) != "true":
        shape["Name"] = given.pair("Name") or event.name
    shape["FlexibleTimeWindow"] = given.pair("FlexibleTimeWindow") or {"Mode": "OFF"}
    target: dict[str, Shape] = {"Arn": event.arn, **given.taken("Input", "RetryPolicy")}
    action = ("StartExecutionPolicy", "states:StartExecution") if event.machine else ("LambdaPolicy", "lambda:InvokeFunction")
    grants.allow(f"{event.name}{action[0]}", _start(action[1], event.arn))
    queue = given.get("DeadLetterConfig")
    if isinstance(queue, Mapping):
        yield from _dead_letters(event, queue, target)
        written, made = queue.pair("Arn"), text_of(queue.get("QueueLogicalId")) or f"{event.name}Queue"
        grants.allow(f"{event.name}SQSPolicy", _start("sqs:SendMessage", written.value if written else get_att(made, "Arn")))
    target["RoleArn"] = given.pair("RoleArn") or get_att(f"{event.name}Role", "Arn")
    yield event.made("", "AWS::Scheduler::Schedule", {**shape, "Target": target})
    if given.get("RoleArn") is None:
        made_role = {**role("scheduler.amazonaws.com", [], grants.inline), **given.taken("PermissionsBoundary")}
        yield event.made("Role", "AWS::IAM::Role", made_role)


def _through_queue(event: Event) -> bool:
    queue = event.properties.get("SqsSubscription")
    return queue is not None and not (isinstance(queue, Scalar) and queue.value is False)


def _topic(event: Event) -> Iterator[Made]:
    given = event.properties
    topic: Shape = given.pair("Topic") or computed()
    source: Shape = topic.value if isinstance(topic, Pair) else topic
    shape: dict[str, Shape] = {"TopicArn": topic, "Protocol": "lambda", "Endpoint": event.arn}
    shape.update(given.taken("FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "Region"))
    if _through_queue(event):
        yield from _queued(event, source, shape)
    yield event.made("", "AWS::SNS::Subscription", shape)
    if not _through_queue(event):
        yield _permission(event, "sns.amazonaws.com", SourceArn=source)


def _queued(event: Event, source: Shape, shape: dict[str, Shape]) -> Iterator[Made]:
    """The queue between a topic and the function: a new one, or one that is named."""
    queue = event.properties.get("SqsSubscription")
    written = queue if isinstance(queue, Mapping) else None
    arn: Shape = (written.get("QueueArn") or computed(written)) if written else get_att(f"{event.name}Queue", "Arn")
    url: Shape = (written.get("QueueUrl") or computed(written)) if written else ref(f"{event.name}Queue")
    if written is None:
        yield event.made("Queue", "AWS::SQS::Queue", {"FifoQueue": True} if event.around.fifo(event.properties.get("Topic")) else {})
    name = text_of(written.get("QueuePolicyLogicalId")) if written else None
    yield _queue_policy(event, "*", arn, url, source, name)
    shape.update({"Protocol": "sqs", "Endpoint": arn})
    size: Shape = (written.pair("BatchSize") or 10) if written else 10
    made: dict[str, Shape] = {"EventSourceArn": arn, "FunctionName": event.called, "BatchSize": size, "Enabled": True}
    yield event.made("EventSourceMapping", "AWS::Lambda::EventSourceMapping", made)


def _pulled(event: Event) -> Iterator[Made]:
    return mapping(event, event.called)


def _logs(event: Event) -> Iterator[Made]:
    arn = "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*"
    group: Shape = event.properties.get("LogGroupName") or computed()
    yield _permission(event, "logs.amazonaws.com", SourceArn={"Fn::Sub": [arn, {"__LogGroupName__": group}]})
    shape = {**event.properties.taken("LogGroupName", "FilterPattern"), "DestinationArn": event.arn}
    yield event.made("", "AWS::Logs::SubscriptionFilter", shape)


def _iot(event: Event) -> Iterator[Made]:
    payload: dict[str, Shape] = {**event.properties.taken("Sql", "AwsIotSqlVersion"), "Actions": [{"Lambda": {"FunctionArn": event.arn}}]}
    yield event.made("", "AWS::IoT::TopicRule", {"TopicRulePayload": {**payload, "RuleDisabled": False}})
    arn: Shape = {"Fn::Sub": ["arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}", {"RuleName": ref(event.name)}]}
    yield _permission(event, "iot.amazonaws.com", SourceArn=arn, SourceAccount=ref("AWS::AccountId"))


def _called(event: Event) -> Iterator[Made]:
    given, principal = event.properties, _CALLERS[event.type]
    if event.machine:
        yield from _caller_role(event, principal)
    elif event.type in ("Api", "HttpApi"):
        rest = event.type == "Api"
        if not rest and _covered(event):
            return
        suffix = in_id(event.around.stage(given.get("RestApiId"))) if rest else ""
        yield _permission(event, principal, suffix, SourceArn=_source_of_api(event))
    elif event.type == "Cognito":
        pool = given.get("UserPool")
        call = function(pool) if pool is not None else None
        name = text_of(call[1]) if call and call[0] == "Ref" else None
        shape: dict[str, Shape] = {"Action": "lambda:InvokeFunction", "FunctionName": event.called, "Principal": principal}
        shape["SourceArn"] = get_att(name, "Arn") if name else computed(*([pool] if pool is not None else []))
        yield Made(f"{event.owner.name}CognitoPermission", "AWS::Lambda::Permission", mapping_of(shape, event.key), event.key)
    elif event.type == "S3":
        yield _permission(event, principal, SourceAccount=ref("AWS::AccountId"))
    else:
        token = given.pair("SkillId")
        more: dict[str, Shape] = {"EventSourceToken": token} if token else {}
        yield _permission(event, principal, "", **more)


def _covered(event: Event) -> bool:
    """Whether another event of the function takes all paths of the same HTTP API, so that SAM adds no permission for this one."""
    if text_of(event.properties.get("Path")) in (None, "$default"):
        return False
    for pair in members(event.owner.get("Events")):
        body = pair.value.get("Properties") if isinstance(pair.value, Mapping) else None
        if not isinstance(pair.value, Mapping) or text_of(pair.value.get("Type")) != "HttpApi":
            continue
        other = body if isinstance(body, Mapping) else mapping_of({}, pair.key)
        apis = [canonical(api) if api is not None else "" for api in (other.get("ApiId"), event.properties.get("ApiId"))]
        if text_of(other.get("Path")) in (None, "$default") and apis[0] == apis[1]:
            return True
    return False


def _source_of_api(event: Event) -> Shape:
    """Which method of which API may call."""
    name, implicit = ("RestApiId", "ServerlessRestApi") if event.type == "Api" else ("ApiId", "ServerlessHttpApi")
    written = event.properties.get(name)
    api: Shape = ref(implicit) if written is None else written
    path, method = (text_of(event.properties.get(part)) for part in ("Path", "Method"))
    path = re.sub(r"\{[^{}]*\}", "*", re.sub(r"^(.+)/$", r"\1", path or ("/" if event.type == "Api" else "$default")))
    path = "" if path == "$default" else path
    method = "*" if (method or "any").lower() in ("any", "x-amazon-apigateway-any-method") else (method or "").upper()
    arn = f"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{__ApiId__}}/${{__Stage__}}/{method}{path}"
    return {"Fn::Sub": [arn, {"__ApiId__": api, "__Stage__": "*"}]}


_OF_MACHINES = (*RULES, "ScheduleV2", "Api")

_MAKERS = {
    **dict.fromkeys(RULES, _rule),
    **dict.fromkeys(PULLED, _pulled),
    **dict.fromkeys(_CALLERS, _called),
    "ScheduleV2": _schedule,
    "SNS": _topic,
    "CloudWatchLogs": _logs,
    "IoTRule": _iot,
}
