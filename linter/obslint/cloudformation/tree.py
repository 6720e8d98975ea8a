"""The syntax tree of a template, the same for YAML and JSON.

`!Ref X` and `{"Ref": "X"}` are both a mapping with one pair; only `style` tells them apart. Offsets count characters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from obslint.model import Problem
from obslint.source import Place, SourceFile, Span

MAX_DEPTH = 100
"""Templates nested deeper than this are refused."""

MAX_NODES = 500_000
"""Templates that grow beyond this many values when their aliases are followed are refused."""

LOOP = "Fn::ForEach::"
"""The start of a loop's key; a loop makes pairs and is no value by itself."""

Style = Literal["block", "flow", "json", "tag"]


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value. `text` is decoded; `style` is the quote or block indicator, empty for plain text.

    `start` to `end` is the text as written, quotes included, tag and anchor left out. `shared` says that aliases use it.
    """

    text: str
    style: str
    start: int
    end: int
    shared: bool = False

    @property
    def value(self) -> str | bool | int | float | None:
        """What CloudFormation takes the text for; None for null."""
        return self.text if self.style else plain_value(self.text)


@dataclass(slots=True, eq=False)
class Pair:
    """A key and its value. `end` is where the entry ends; `alias` names the anchor when an alias stands for the value.

    `merged` pairs come from a merge key, and stand elsewhere.
    """

    key: Scalar
    value: "Node"
    end: int
    alias: str = ""
    merged: bool = False


@dataclass(slots=True, eq=False)
class Item:
    """An item of a sequence and its extent."""

    value: "Node"
    start: int
    end: int
    alias: str = ""


@dataclass(slots=True, eq=False)
class Mapping:
    """A mapping. In style `tag` it is a short tag: one pair, whose key is the tag's text."""

    pairs: list[Pair]
    style: Style
    start: int
    end: int
    shared: bool = False
    _index: dict[str, Pair] | None = field(default=None, repr=False)

    def pair(self, name: str) -> Pair | None:
        """The pair with a key; the last one when the key is written twice."""
        if self._index is None:
            self._index = {pair.key.text: pair for pair in self.pairs}
        return self._index.get(name)

    def get(self, name: str) -> "Node | None":
        """The value of a key."""
        pair = self.pair(name)
        return pair.value if pair else None


@dataclass(slots=True, eq=False)
class Sequence:
    """A list."""

    items: list[Item]
    style: Style
    start: int
    end: int
    shared: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(slots=True, eq=False)
class Document:
    """A file as a tree; `root` is None when it could not be understood, and then `problems` says why."""

    file: SourceFile
    root: Node | None
    problems: list[Problem]
    json: bool = False

    def place(self, node: Node) -> Place:
        """Where a node is written."""
        return Place(self.file, Span(node.start, node.end))


def function(node: Node) -> tuple[str, Node] | None:
    """The name and argument of an intrinsic function (`Ref`, `Fn::...`), or None."""
    if isinstance(node, Mapping) and len(node.pairs) == 1:
        name = node.pairs[0].key.text
        if name == "Ref" or (name.startswith("Fn::") and not name.startswith(LOOP)):
            return name, node.pairs[0].value
    return None


def elements(node: Node | None) -> list[Node]:
    """The items of a sequence; empty for anything else."""
    return [item.value for item in node.items] if isinstance(node, Sequence) else []


def text_of(node: Node | None) -> str | None:
    """The text of a scalar, or None."""
    return node.text if isinstance(node, Scalar) else None


def children(node: Node) -> Iterator[Node]:
    """The values directly below a node."""
    if isinstance(node, Mapping):
        yield from (pair.value for pair in node.pairs)
    elif isinstance(node, Sequence):
        yield from (item.value for item in node.items)


def walk(node: Node) -> Iterator[Node]:
    """A node and everything below it, aliased parts once."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        found = waiting.pop()
        if id(found) not in seen:
            seen.add(id(found))
            yield found
            waiting.extend(children(found))


def canonical(node: Node) -> str:
    """A text that is equal for nodes which mean the same."""
    if isinstance(node, Scalar):
        return repr(node.text)
    if isinstance(node, Sequence):
        return f"[{','.join(canonical(item.value) for item in node.items)}]"
    return f"{{{','.join(sorted(f'{pair.key.text!r}:{canonical(pair.value)}' for pair in node.pairs))}}}"


_BOOLEANS = {word: value for value, words in ((True, "true yes on"), (False, "false no off")) for word in words.split()}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9_]*)")
_BASES = {
    2: re.compile(r"[-+]?0b([01_]+)"),
    8: re.compile(r"[-+]?0([0-7_]+)"),
    16: re.compile(r"[-+]?0x([0-9a-fA-F_]+)"),
}
_BASE_60 = re.compile(r"[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+")
_FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_]*)(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?")


def plain_value(text: str) -> str | bool | int | float | None:
    """What YAML 1.1 takes plain text for, as far as CloudFormation follows it: dates stay text, `0300` is 192 and `1:30` is 90.

    A number with a fraction whose text would change (`8.0`, `1e3`) stays text too, since CloudFormation passes it on as written.
    """
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text[0].isalpha():
        same_case = text in (text.lower(), text.upper(), text.capitalize())
        return _BOOLEANS.get(text.lower(), text) if same_case else text
    if len(text) > 300:
        return text
    if _INTEGER.fullmatch(text):
        return int(text.replace("_", ""))
    if text.lstrip("+-")[:1] == "0" and (number := _in_base(text)) is not None:
        return number
    if ":" in text and _BASE_60.fullmatch(text):
        return _base_60(text)
    if _FLOAT.fullmatch(text) and text[-1:] != "0" and repr(float(text.replace("_", ""))) == text:
        return float(text)
    return text


def _in_base(text: str) -> int | None:
    """A number whose first digits name its base: `0b101`, `0777`, `0x1F`."""
    for base, pattern in _BASES.items():
        found = pattern.fullmatch(text)
        if found and (digits := found.group(1).replace("_", "")):
            return int(digits, base) * (-1 if text[0] == "-" else 1)
    return None


def _base_60(text: str) -> int:
    """A number in base 60, as YAML 1.1 writes hours and minutes."""
    number = 0
    for part in text.lstrip("+-").replace("_", "").split(":"):
        number = number * 60 + int(part)
    return -number if text[0] == "-" else number
