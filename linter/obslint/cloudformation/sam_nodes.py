"""Syntax nodes for what SAM makes: pieces of the template, and new ones that stand where their cause is written."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from obslint.cloudformation.tree import Item, Mapping, Node, Pair, Scalar, Sequence, function

Shape: TypeAlias = Node | Pair | str | bool | int | list["Shape"] | dict[str, "Shape"]
"""Data of which nodes are made. A pair of the template as a member's value keeps its place and takes the member's name."""

PREFIX = "AWS::Serverless::"


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A resource that SAM makes. `at` is the key to point at; `paths` are its properties that are written in the SAM resource,
    each with the path there; what is not among them cannot be edited."""

    name: str
    type: str
    properties: Mapping
    at: Scalar
    paths: Map[str, tuple[str, ...]] = field(default_factory=dict)
    main: bool = False
    extra: Map[str, Shape] = field(default_factory=dict)


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


def role(service: str, managed: list[Shape], inline: list[Shape]) -> dict[str, Shape]:
    """The properties of a role that a service assumes."""
    statement: dict[str, Shape] = {"Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": {"Service": [service]}}
    made: dict[str, Shape] = {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
    if managed:
        made["ManagedPolicyArns"] = managed
    if inline:
        made["Policies"] = inline
    return made


def allowing(name: str, action: str, target: Shape) -> dict[str, Shape]:
    """An inline policy with one statement."""
    statement: dict[str, Shape] = {"Action": action, "Effect": "Allow", "Resource": target}
    return {"PolicyName": name, "PolicyDocument": {"Version": "2012-10-17", "Statement": [statement]}}
