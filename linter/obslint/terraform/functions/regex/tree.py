"""What a pattern consists of."""

from dataclasses import dataclass
from typing import TypeAlias

from obslint.terraform.functions.regex.classes import CharClass


@dataclass(frozen=True, slots=True)
class Assertion:
    """A position: text-start, text-end, line-start, line-end, word, not-word."""

    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after the other."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternatives, the first preferred."""

    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Group:
    """A capturing group, counted from 1."""

    part: "Node"
    number: int


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part `least` to `most` times, None for any number."""

    part: "Node"
    least: int
    most: int | None
    greedy: bool


Node: TypeAlias = CharClass | Assertion | Sequence | Choice | Group | Repeat


def may_be_empty(node: Node) -> bool:
    """Whether a node can match without reading a character."""
    if isinstance(node, CharClass):
        return False
    if isinstance(node, Repeat):
        return node.least == 0 or may_be_empty(node.part)
    if isinstance(node, Group):
        return may_be_empty(node.part)
    if isinstance(node, Assertion):
        return True
    return (any if isinstance(node, Choice) else all)(map(may_be_empty, node.parts))
