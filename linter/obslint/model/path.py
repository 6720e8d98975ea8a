"""Paths into a resource, and reading along them.

`access_logs.enabled` names members; `LoadBalancerAttributes[Key=access_logs.s3.enabled].Value` picks the list item
whose member has a value, the shape CloudFormation uses for open-ended settings. A path goes on inside of JSON text.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from obslint.model.jsontext import decoded, is_text
from obslint.model.value import Absent, Candidate, Fields, Known, Reference, Symbolic, Unknown, Value, settle
from obslint.source import Place


@dataclass(frozen=True, slots=True)
class Pick:
    """Selects the list item whose member `key` is `wanted`; without a key, the only one there is.

    `within` tells that it stands in JSON text, and how that is written.
    """

    key: str
    wanted: str
    within: Literal["", "text", "jsonencode"] = ""


Part = str | Pick
Path = tuple[Part, ...]

OUTSIDE = ".."
"""The first part of a path to what stands beside the resource's own attributes: its `DeletionPolicy`, its `lifecycle` block."""


def path_text(path: Path) -> str:
    """A path as `parse_path` reads it; that it leads outside is not said."""
    text = ""
    for part in path[1:] if path[:1] == (OUTSIDE,) else path:
        picked = f"[{part.key}={part.wanted}]" if isinstance(part, Pick) and part.key else ""
        text += picked if isinstance(part, Pick) else f".{part}" if text else part
    return text


@cache
def parse_path(text: str) -> Path:
    """The parts of a path; dots inside brackets belong to the wanted value."""
    parts: list[Part] = []
    for piece in _pieces(text):
        name, bracket, rest = piece.partition("[")
        parts.append(name)
        if bracket:
            key, _, wanted = rest.rstrip("]").partition("=")
            parts.append(Pick(key, wanted))
    return tuple(parts)


def _pieces(text: str) -> list[str]:
    pieces, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if character == "." and not depth:
            pieces.append(text[start:index])
            start = index + 1
    return [*pieces, text[start:]]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What stands at a path: the value, the place of its `key = value` or of the header where it is missing."""

    value: Value
    at: Place | None
    written: bool


def read(fields: Fields, path: Path) -> Reading:
    """Reads along a path. What cannot be entered makes the result unknown, with the reason."""
    return _read(Known(fields), path, fields.header, written=True)


def _read(value: Value, path: Path, at: Place | None, *, written: bool) -> Reading:
    value = settle(value)
    if not path:
        return Reading(value, at, written)
    if is_text(value):
        return _read(decoded(value), path, at, written=written)
    if isinstance(value, Unknown):
        return Reading(_through(value, path, at), at, written)
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return _read_list(value, value.data, path, at)
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return _read_member(value.data, path, at)
    return Reading(Absent(place=at, trail=value.trail), at, False)


def _through(value: Unknown, path: Path, at: Place | None) -> Unknown:
    """An unknown container: each candidate is entered, so that what is known of it stays known."""
    entered = tuple(Candidate(_read(c.value, path, at, written=True).value, c.guards) for c in value.candidates)
    return Unknown(value.why, candidates=entered, mentions=value.mentions, place=value.place, trail=value.trail)


def _read_member(fields: Fields, path: Path, at: Place | None) -> Reading:
    name = path[0]
    if isinstance(name, Pick):
        return _read_list(Known(fields), (Known(fields),), path, at)
    if name in fields:
        return _read(fields[name], path[1:], fields.entry(name) or at, written=True)
    if fields.open_end is not None:
        return Reading(Unknown(fields.open_end, place=fields.header), fields.header or at, False)
    return Reading(Absent(place=fields.header), fields.header or at, False)


def _read_list(value: Value, items: tuple[Value, ...], path: Path, at: Place | None) -> Reading:
    pick = path[0]
    if isinstance(pick, Pick):
        return _pick(items, pick, path[1:], at)
    if not items:
        return Reading(Absent(place=value.place if value.trail else at, trail=value.trail), at, False)
    if len(items) == 1:
        return _read(items[0], path, items[0].place or at, written=True)
    return Reading(Unknown(f"{pick} is written in {len(items)} places", place=value.place), at, True)


def _pick(items: tuple[Value, ...], pick: Pick, rest: Path, at: Place | None) -> Reading:
    doubtful: Unknown | None = None
    for item in items:
        item = settle(item)
        key = _read(item, (pick.key,), item.place or at, written=True).value
        if isinstance(key, Known) and str(key.data) == pick.wanted:
            return _read(item, rest, item.place or at, written=True)
        if not isinstance(key, Known):
            why = undecided_reason(item if isinstance(item, Unknown) else key)
            doubtful = doubtful or Unknown(why, candidates=_maybe_item(item, pick, rest, at), place=item.place)
    return Reading(Absent(place=at) if doubtful is None else doubtful, at, False)


def _maybe_item(item: Value, pick: Pick, rest: Path, at: Place | None) -> tuple[Candidate, ...]:
    """The candidates of a list item that is itself conditional, each entered as a list of its own."""
    if not isinstance(item, Unknown) or not item.candidates:
        return ()
    return tuple(Candidate(_pick((c.value,), pick, rest, at).value, c.guards) for c in item.candidates)


def undecided_reason(value: Value) -> str:
    """Why a value that should be plain data is not."""
    if isinstance(value, Unknown):
        return value.why
    if isinstance(value, Symbolic):
        return next((part.reason for part in value.parts if isinstance(part, Reference)), "a text stands where a block belongs")
    return "a value is missing"
