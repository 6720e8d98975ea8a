"""Connectors: the policies and permissions by which one resource may use another.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from typing import Any

from obslint.cloudformation.sam_facts import facts
from obslint.cloudformation.sam_nodes import PREFIX, Made, Shape, mapping_of, members, ref
from obslint.cloudformation.template import Entry
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, canonical, elements, function, text_of

_NAMES = {
    "Function": "AWS::Lambda::Function",
    "Api": "AWS::ApiGateway::RestApi",
    "HttpApi": "AWS::ApiGatewayV2::Api",
    "SimpleTable": "AWS::DynamoDB::Table",
    "StateMachine": "AWS::StepFunctions::StateMachine",
    "GraphQLApi": "AWS::AppSync::GraphQLApi",
}
_KINDS = {
    "AWS_IAM_ROLE_MANAGED_POLICY": ("Policy", "AWS::IAM::ManagedPolicy"),
    "AWS_SQS_QUEUE_POLICY": ("QueuePolicy", "AWS::SQS::QueuePolicy"),
    "AWS_SNS_TOPIC_POLICY": ("TopicPolicy", "AWS::SNS::TopicPolicy"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Connection:
    """A connector: its logical id, where it stands, and its ends."""

    name: str
    key: Scalar
    source: Node | None
    destinations: Node | None
    permissions: tuple[str, ...]
    condition: str | None = None
    embedded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _End:
    """One end, by the names that SAM's profiles use: Arn, Name, ResourceId, Qualifier, RoleName, QueueUrl."""

    name: str | None
    type: str
    parts: Map[str, Shape]


def connections(entry: Entry, kind: str | None) -> Iterator[Connection]:
    """The connectors of a resource: itself, or those in its Connectors attribute."""
    body = entry.body
    if not isinstance(body, Mapping):
        return
    if kind == f"{PREFIX}Connector":
        yield _connection(entry.name, entry.pair.key, body.get("Properties"), None)
    for pair in members(body.get("Connectors")):
        source = mapping_of({"Id": entry.name}, pair.key)
        if isinstance(pair.value, Mapping):
            extra = pair.value.get("SourceReference")
            whole = Mapping([*source.pairs, *members(extra)], "flow", source.start, source.end)
            found = _connection(entry.name + pair.key.text, pair.key, pair.value.get("Properties"), whole)
            yield replace(found, condition=text_of(pair.value.get("Condition")), embedded=True)


def _connection(name: str, key: Scalar, node: Node | None, source: Node | None) -> Connection:
    given = node if isinstance(node, Mapping) else mapping_of({}, key)
    words = tuple(dict.fromkeys(text for item in elements(given.get("Permissions")) if (text := text_of(item))))
    return Connection(name, key, source or given.get("Source"), given.get("Destination"), words)


def connect(connection: Connection, resources: Map[str, Entry]) -> tuple[list[Made], str | None]:
    """What a connector adds, and why something of it is not analysed."""
    several = isinstance(connection.destinations, Sequence)
    listed = elements(connection.destinations) if several else [connection.destinations]
    found: list[Made] = []
    problem = None if listed else "the permissions that this SAM connector adds are not analysed: it has no destination"
    for number, node in enumerate(listed):
        source, destination = _end(connection.source, node, resources), _end(node, connection.source, resources)
        profile = facts("connectors").get(source.type, {}).get(destination.type) if source and destination else None
        if source is None or destination is None or profile is None:
            kinds = f"{source.type if source else 'its source'} to {destination.type if destination else 'its destination'}"
            problem = f"the permissions that this SAM connector adds are not analysed: {kinds} is not understood"
            continue
        made = list(_grants(connection, source, destination, profile, f"Destination{number}" if several else ""))
        found += made
        if not made:
            problem = "the permissions that this SAM connector adds are not analysed: the role of one end is not known"
    return found, problem


def _end(node: Node | None, other: Node | None, resources: Map[str, Entry]) -> _End | None:
    """One end of a connector; None when it cannot be read."""
    if not isinstance(node, Mapping):
        return None
    name = text_of(node.get("Id"))
    given: dict[str, Shape] = {pair.key.text: pair.value for pair in node.pairs}
    if name is None:
        named = text_of(node.get("Type")) or ""
        return _End(None, _NAMES.get(named.removeprefix(PREFIX), named) if named.startswith(PREFIX) else named, given)
    entry = resources.get(name)
    body = entry.body if entry else None
    declared = text_of(body.get("Type")) if isinstance(body, Mapping) else None
    if declared is None or not isinstance(body, Mapping):
        return None
    kind = declared
    known = facts("resources").get(kind, {})
    outputs: dict[str, Shape] = {key: _put(value, {"logicalId": name}) for key, value in known.get("Outputs", {}).items()}
    spelled = {"ResourceId": "Id", "QueueUrl": "Url"}
    parts: dict[str, Shape] = {part: outputs[spelled.get(part, part)] for part in _PARTS if spelled.get(part, part) in outputs}
    if (role := _role(body.get("Properties"), known.get("Inputs", {}).get("Role"), other)) is not None:
        parts["RoleName"] = role
    return _End(name, kind, {**parts, **({"Qualifier": given["Qualifier"]} if "Qualifier" in given else {})})


_PARTS = ("Arn", "Name", "ResourceId", "Qualifier", "QueueUrl")


def _role(properties: Node | None, how: Any, other: Node | None) -> Shape | None:
    """The name of the role that a resource acts with, when the template has it."""
    if not isinstance(properties, Mapping):
        return None
    if isinstance(how, str):
        return _logical(properties.get(how))
    wanted, written = (text_of(other.get("Id")), other.get("Arn")) if isinstance(other, Mapping) else (None, None)
    arn = canonical(written) if written is not None else None
    for target in elements(properties.get("Targets")) if isinstance(how, dict) else ():
        found = target.get("Arn") if isinstance(target, Mapping) else None
        if isinstance(target, Mapping) and found is not None and (_id(found) == wanted if wanted else canonical(found) == arn):
            return _logical(target.get("RoleArn"))
    return None


def _logical(node: Node | None) -> Shape | None:
    name = _id(node)
    return ref(name) if name else None


def _id(node: Node | None) -> str | None:
    call = function(node) if node is not None else None
    if call is None or call[0] not in ("Ref", "Fn::GetAtt"):
        return None
    text = text_of(call[1]) or next((text_of(item) for item in elements(call[1])), None)
    return text.split(".")[0] if text else None


def _grants(connection: Connection, source: _End, destination: _End, profile: Any, suffix: str) -> Iterator[Made]:
    ends = {"Source": source, "Destination": destination}
    given = {f"{word}.{part}": shape for word, end in ends.items() for part, shape in end.parts.items()}
    properties, key = profile["Properties"], connection.key
    side = source if properties["SourcePolicy"] else destination
    wanted = [found for word, found in properties["AccessCategories"].items() if word in connection.permissions]
    if profile["Type"] == "AWS_LAMBDA_PERMISSION":
        for word, found in properties["AccessCategories"].items():
            if word in connection.permissions and "Arn" in side.parts:
                shape = {name: _put(value, given) for name, value in found.items()}
                shape["FunctionName"] = side.parts["Arn"]
                yield Made(f"{connection.name}{word}LambdaPermission{suffix}", "AWS::Lambda::Permission", mapping_of(shape, key), key)
        return
    word, kind = _KINDS[profile["Type"]]
    statements: list[Shape] = [_put(statement, given) for found in wanted for statement in found["Statement"]]
    on = {"Policy": ("Roles", "RoleName"), "QueuePolicy": ("Queues", "QueueUrl"), "TopicPolicy": ("Topics", "Arn")}[word]
    if on[1] in side.parts and statements:
        document: dict[str, Shape] = {"Version": "2012-10-17", "Statement": statements}
        yield Made(f"{connection.name}{word}{suffix}", kind, mapping_of({"PolicyDocument": document, on[0]: [side.parts[on[1]]]}, key), key)


def _put(data: Any, given: Map[str, Shape]) -> Shape:
    """A piece of a profile with its %{...} filled in."""
    if isinstance(data, dict):
        return {key: _put(value, given) for key, value in data.items()}
    if isinstance(data, list):
        return [_put(item, given) for item in data]
    if not isinstance(data, str):
        return str(data)
    names = re.findall(r"%\{([\w.]+)\}", data)
    if len(names) == 1 and data == f"%{{{names[0]}}}":
        return given.get(names[0], {"Ref": "AWS::NoValue"})
    if not names and "${" not in data:
        return data
    text = re.sub(r"%\{([\w.]+)\}", lambda found: f"${{{found[1].replace('.', '')}}}", data)
    filled: dict[str, Shape] = {name.replace(".", ""): given[name] for name in names if name in given}
    return {"Fn::Sub": [text, filled] if filled else text}
