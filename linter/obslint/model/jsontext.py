"""JSON text as the structure that it stands for, with the place of each member where the text shows it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from obslint.model.textplaces import TextPlaces
from obslint.model.value import (
    Absent,
    Candidate,
    Fields,
    Known,
    Member,
    PlainFields,
    Reference,
    Symbolic,
    Unknown,
    Value,
    Woven,
    WovenText,
    settle,
)

if TYPE_CHECKING:
    from obslint.source.jsontree import JsonMember, JsonNode

MAX_DEPTH = 60
_FIRST = 0xE000
MAX_MARKS = 6000
"""References of one text; private characters from `_FIRST` on stand for them while it is read."""

_OUTSIDE = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s"\[\]{},:]+')


@dataclass(frozen=True, slots=True, eq=False)
class EncodedText(WovenText):
    """A text that is known, and what it is the JSON of."""

    tree: Value = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class EncodedSymbolic(Woven):
    """A text with references in it, and what it is the JSON of."""

    tree: Value = field(kw_only=True)


@dataclass(frozen=True, slots=True, eq=False)
class EncodedUnknown(Unknown):
    """A text that cannot be known as a whole, and what it is the JSON of."""

    tree: Value = field(kw_only=True)


def encoded(text: Value, tree: Value) -> Value:
    """A text that remembers the value it was made of, with the places of its members; what is no plain text stays what it is."""
    common = {"place": text.place, "trail": text.trail, "tree": tree}
    woven = text.mentions if isinstance(text, Woven | WovenText) else ()
    if type(text) in {EncodedText, EncodedSymbolic}:
        return text
    if isinstance(text, Known) and isinstance(text.data, str):
        return EncodedText(text.data, woven, **common)  # type: ignore[arg-type]
    if isinstance(text, Symbolic):
        return EncodedSymbolic(text.parts, woven, **common)  # type: ignore[arg-type]
    if type(text) is Unknown:
        return EncodedUnknown(text.why, text.symbol, text.candidates, text.mentions, **common)  # type: ignore[arg-type]
    return text


def decoded(value: Value) -> Value:
    """What a JSON text stands for; what is no text is taken as it is. Text that is not JSON is unknown, with the reason."""
    value = settle(value)
    if isinstance(value, EncodedText | EncodedSymbolic | EncodedUnknown):
        return replace(value.tree, trail=(*value.trail, *value.tree.trail))
    if isinstance(value, Unknown) and value.candidates:
        return replace(value, candidates=tuple(Candidate(decoded(c.value), c.guards) for c in value.candidates))
    readable = isinstance(value, Symbolic) or (isinstance(value, Known) and isinstance(value.data, str))
    return _once(_Very(value)) if readable else value


class _Very:
    """A value as itself: another with equal text stands elsewhere."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Very) and self.value is other.value


@lru_cache(maxsize=256)
def _once(text: _Very) -> Value:
    """The structure of a text. One policy is asked by rule after rule."""
    value = text.value
    if isinstance(value, Symbolic):
        return _read(value, value.parts)
    return _read(value, (value.data,)) if isinstance(value, Known) and isinstance(value.data, str) else value


def written_as(value: Value) -> Literal["", "text", "jsonencode"]:
    """How a structure is written: as it is, as a text, or as a structure that a function makes text of."""
    value = settle(value)
    if isinstance(value, EncodedText | EncodedSymbolic | EncodedUnknown):
        return "jsonencode"
    return "text" if is_text(value) else ""


def is_text(value: Value) -> bool:
    """Whether `decoded` finds something in the value itself."""
    return isinstance(value, Symbolic | EncodedUnknown) or (isinstance(value, Known) and isinstance(value.data, str))


def _read(value: Value, parts: Sequence[str | Reference]) -> Value:
    """The structure of a text; where references are all there is to it, they say why it is not known."""
    text, marks = marked(parts)
    if not text.strip():
        return Absent(place=value.place, trail=value.trail)
    why = next((mark.reason for mark in marks.values()), "")
    if len(marks) > MAX_MARKS or (marks and text.strip() in marks):
        return Unknown(why, mentions=tuple(marks.values()), place=value.place, trail=value.trail)
    doubtful: dict[int, Reference] = {}
    found = _tree(_without_marks(text, marks, doubtful))
    if isinstance(found, str):
        return Unknown(why or f"the text is not JSON: {found}", mentions=tuple(marks.values()), place=value.place, trail=value.trail)
    tree = _Builder(marks, doubtful, TextPlaces(text, value.place, frozenset(marks))).value(found, 0)
    return replace(tree, trail=(*value.trail, *tree.trail))


def marked(parts: Sequence[str | Reference]) -> tuple[str, dict[str, Reference]]:
    """A text in which one private character stands for each reference, and what each of them stands for."""
    pieces: list[str] = []
    marks: dict[str, Reference] = {}
    for part in parts:
        if isinstance(part, Reference):
            pieces.append(chr(_FIRST + len(marks)))
            marks[pieces[-1]] = part
        else:
            pieces.append(_PRIVATE.sub("\ufffd", part))
    return "".join(pieces), marks


_PRIVATE = re.compile("[\ue000-\uf8ff]")


def _without_marks(text: str, marks: dict[str, Reference], doubtful: dict[int, Reference]) -> str:
    """The text with a number of the same length where a reference stands outside of quotes; `doubtful` tells where."""

    def number(found: re.Match[str]) -> str:
        word = found.group()
        mark = None if word[0] == '"' else next((marks[character] for character in word if character in marks), None)
        if mark is None:
            return word
        doubtful[found.start()] = mark
        return "1" * len(word)

    return _OUTSIDE.sub(number, text) if marks else text


@lru_cache(maxsize=32)
def _tree(text: str) -> "JsonNode | str":
    """The syntax tree of a text, or why it is not JSON."""
    from obslint.source.jsontree import JsonSyntaxError, parse_json_text

    try:
        return parse_json_text(text)
    except JsonSyntaxError as error:
        return error.message.replace("the file", "it")


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes values of the nodes of a text, with references back in their places."""

    marks: dict[str, Reference]
    doubtful: dict[int, Reference]
    places: TextPlaces

    def value(self, node: "JsonNode", depth: int) -> Value:
        from obslint.source.jsontree import JsonArray, JsonObject

        place = self.places.of(node.start, node.end)
        if depth > MAX_DEPTH:
            return Unknown(f"the text is nested more than {MAX_DEPTH} levels deep", place=place)
        if isinstance(node, JsonArray):
            return Known(tuple(self.value(item, depth + 1) for item in node.items), place=place)
        if isinstance(node, JsonObject):
            return Known(self._fields(node.members, node.start, node.end, depth + 1), place=place)
        if node.start in self.doubtful:
            mark = self.doubtful[node.start]
            return Unknown(mark.reason, symbol=mark, mentions=(mark,), place=place)
        if node.value is None:
            return Absent(place=place)
        known = Known(node.value, place=place)
        return known if not isinstance(node.value, str) or not self.marks else self._text(node.value, known)

    def _fields(self, members: "list[JsonMember]", start: int, end: int, depth: int) -> Fields:
        made = {
            member.key: Member(
                self.value(member.node, depth), self.places.entry(member.key_span.start, member.key_span.end, member.node.end)
            )
            for member in members
        }
        first = members[0].key_span if members else None
        header = self.places.of(first.start, first.end) if first else self.places.of(start, end)
        hidden = next((self.marks[c] for key in made for c in key if c in self.marks), None)
        return PlainFields(made, header, None if hidden is None else hidden.reason)

    def _text(self, text: str, known: Known) -> Value:
        parts = tuple(self.marks.get(piece, piece) for piece in re.split("([\ue000-\uf8ff])", text) if piece)
        return Symbolic(parts, place=known.place) if any(isinstance(part, Reference) for part in parts) else known
