"""Syntax nodes for what SAM makes: pieces of the template, and new ones that stand where their cause is written."""

import hashlib
import json
import re
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from obslint.cloudformation.tree import Item, Mapping, Node, Pair, Scalar, Sequence, function

Shape: TypeAlias = Node | Pair | str | bool | int | list["Shape"] | dict[str, "Shape"]
"""Data of which nodes are made. A pair of the template as a member's value keeps its place and takes the member's name."""

Texts = Callable[[Node], "str | None"]
"""The text of a node as SAM knows it before deployment: parameters are taken at their value."""

PREFIX = "AWS::Serverless::"

CLOSED = ("",)
"""The path of a property that has no place in the text to edit."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A resource that SAM makes. `at` is the key to point at; `paths` are its properties that are written in the SAM resource,
    each with the path there; what is not among them cannot be edited. `condition` is the one it has instead of the SAM resource's, and
    `needed` are conditions to declare for it."""

    name: str
    type: str
    properties: Mapping
    at: Scalar
    paths: Map[str, tuple[str, ...]] = field(default_factory=dict)
    main: bool = False
    condition: str | None = None
    needed: Map[str, Shape] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Sam:
    """A SAM resource: its logical id, the key it stands under, its properties with the Globals in them, and whether it has a condition."""

    name: str
    key: Scalar
    properties: Mapping
    condition: str | None = None

    def get(self, name: str) -> Node | None:
        """A property as a node; null counts as not written."""
        node = self.properties.get(name)
        return None if isinstance(node, Scalar) and node.value is None else node

    def pair(self, name: str) -> Pair | None:
        """A property with its key."""
        return self.properties.pair(name) if self.get(name) is not None else None

    def taken(self, *names: str, **renamed: str) -> dict[str, Shape]:
        """The properties of these names that are written, and others under the name that SAM gives them (`Tracing="TracingConfig"`)."""
        wanted = {**{name: name for name in names}, **renamed}
        return {new: pair for old, new in wanted.items() if (pair := self.pair(old)) is not None}


def node_of(shape: Shape, at: Node) -> Node:
    """The node of a shape. New parts stand at `at`."""
    if isinstance(shape, Pair):
        return shape.value
    if isinstance(shape, dict):
        return Mapping([_pair(name, value, at) for name, value in shape.items()], "flow", at.start, at.end)
    if isinstance(shape, list):
        return Sequence([Item(node_of(item, at), at.start, at.end) for item in shape], "flow", at.start, at.end)
    if isinstance(shape, str):
        return Scalar(shape, "'", at.start, at.end)
    if isinstance(shape, bool | int):
        return Scalar(str(shape).lower(), "", at.start, at.end)
    return shape


def mapping_of(shape: Map[str, Shape], at: Node) -> Mapping:
    """A mapping of a shape."""
    return Mapping([_pair(name, value, at) for name, value in shape.items()], "flow", at.start, at.end)


def _pair(name: str, value: Shape, at: Node) -> Pair:
    if isinstance(value, Pair):
        return replace(value, key=replace(value.key, text=name))
    return Pair(Scalar(name, "'", at.start, at.end), node_of(value, at), at.end)


def computed(*inputs: Shape) -> dict[str, Shape]:
    """A value that SAM computes from others: not known, but it mentions them."""
    return {"Fn::Transform": list(inputs)}


def ref(name: str) -> dict[str, Shape]:
    """`Ref`."""
    return {"Ref": name}


def get_att(name: str, attribute: str) -> dict[str, Shape]:
    """`Fn::GetAtt`."""
    return {"Fn::GetAtt": [name, attribute]}


def is_map(node: Node | None) -> bool:
    """A mapping that is no function."""
    return isinstance(node, Mapping) and function(node) is None


def members(node: Node | None) -> list[Pair]:
    """The pairs of a mapping that is no function."""
    return node.pairs if isinstance(node, Mapping) and function(node) is None else []


def tag_list(pair: Pair | None, creator: str = "") -> dict[str, Shape]:
    """SAM's map of tags as the list that most resources take, after the tag by which SAM marks some as its own."""
    own: list[Shape] = [{"Key": creator, "Value": "SAM"}] if creator else []
    if pair is not None and not is_map(pair.value):
        return {"Tags": computed(pair.value)}
    written: list[Shape] = [{"Key": found.key.text, "Value": found.value} for found in members(pair.value if pair else None)]
    return {"Tags": [*own, *written]} if own or written else {}


def digest(data: object) -> str:
    """What SAM adds to a logical id for data that it depends on."""
    text = data if isinstance(data, str) else json.dumps(data, separators=(",", ":"), sort_keys=True)
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:10] if data else ""


def in_id(text: str | None) -> str:
    """A text as a part of a logical id: letters and digits as they are, anything else as a digest."""
    return text if text and text.isalnum() else digest(text or "")


def s3_place(node: Node | None, bucket: str, key: str, version: str) -> Shape | None:
    """Where something lies in S3, as a map or as a URI, with the names that its resource has for the parts; None for local files."""
    if node is None:
        return None
    if isinstance(node, Mapping) and is_map(node):
        names = {"Bucket": bucket, "Key": key, "Version": version}
        return {names.get(pair.key.text, pair.key.text): pair for pair in node.pairs}
    parts = _URI.fullmatch(node.text) if isinstance(node, Scalar) else None
    if parts is None:
        return None
    made: dict[str, Shape] = {bucket: parts[1], key: parts[2]}
    return {**made, version: parts[3]} if parts[3] else made


_URI = re.compile(r"s3://([^/]+)/([^?]+)(?:\?versionId=(.+))?")


_TAGGED = {
    "AWS::ApiGateway::ApiKey", "AWS::ApiGateway::DomainName", "AWS::ApiGateway::DomainNameV2", "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Stage", "AWS::ApiGateway::UsagePlan", "AWS::CodeDeploy::DeploymentGroup", "AWS::DynamoDB::Table", "AWS::IAM::Role",
    "AWS::IoT::TopicRule", "AWS::Lambda::CapacityProvider", "AWS::Lambda::Function", "AWS::SNS::Topic", "AWS::SQS::Queue",
    "AWS::StepFunctions::StateMachine",
}  # fmt: skip
"""Types whose tags are a list, so that PropagateTags reaches them."""


def propagated(made: "Made", sam: "Sam") -> "Made":
    """With the tags of the SAM resource, when it hands them on."""
    tags, asked = sam.pair("Tags"), sam.get("PropagateTags")
    if tags is None or made.type not in _TAGGED or not (isinstance(asked, Scalar) and asked.value is True):
        return made
    kept = [pair for pair in made.properties.pairs if pair.key.text != "Tags"]
    added = mapping_of(tag_list(tags), made.at).pairs
    return replace(made, properties=Mapping([*kept, *added], "flow", made.properties.start, made.properties.end))


def role(service: str, managed: list[Shape], inline: list[Shape]) -> dict[str, Shape]:
    """The properties of a role that a service assumes."""
    statement: dict[str, Shape] = {"Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": {"Service": [service]}}
    made: dict[str, Shape] = {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
    if managed:
        made["ManagedPolicyArns"] = managed
    if inline:
        made["Policies"] = inline
    return made
