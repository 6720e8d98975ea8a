"""A planned value and what the source says of it, put together.

The plan decides what a value is; the source, where it stands and, for what is known only after apply, what it is made of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from obslint.model import Absent, Fields, Known, Reference, Step, Symbolic, Unknown, Value, references, settle
from obslint.model.compare import same_scalar
from obslint.model.jsontext import decoded, encoded, written_as
from obslint.source import Place
from obslint.terraform.plan.values import SENSITIVE
from obslint.terraform.values import reason_of, scalar


def merge(planned: Value, written: Value | None, at: Place | None) -> Value:
    """The planned value at the place where it is written. `at` is the place of the attribute, or the header without one."""
    planned = settle(planned)
    if written is None:
        return replace(planned, place=at)
    written = settle(written)
    if isinstance(planned, Absent):
        return Absent(place=written.place or at)
    if not isinstance(planned, Known):
        return _unknown(planned, written, at)
    if isinstance(planned.data, tuple):
        return _list(planned, planned.data, written, at)
    if isinstance(planned.data, Fields):
        return _fields(planned, planned.data, written, at)
    return _text(_scalar(planned, written, at), written)


def _text(merged: Known, written: Value) -> Value:
    """A text that may be JSON, with the places of its members where the source makes it from a structure or from parts."""
    if not isinstance(merged.data, str) or not merged.data.lstrip().startswith(("{", "[")):
        return merged
    if written_as(written) == "jsonencode" or isinstance(written, Symbolic):
        return encoded(merged, merge(decoded(merged), decoded(written), merged.place))
    return merged


def _scalar(planned: Known, written: Value, at: Place | None) -> Known:
    if isinstance(written, Known) and agrees(planned, written):
        named = {step.reference for step in written.trail}
        links = tuple(step for step in planned.trail if step.reference not in named)
        return Known(planned.data, place=written.place, trail=(*links, *written.trail))
    return Known(planned.data, place=at, trail=planned.trail or _link(written))


def _link(written: Value) -> tuple[Step, ...]:
    """The step over an attribute of a resource that the source hands on as it is."""
    part = written.parts[0] if isinstance(written, Symbolic) and len(written.parts) == 1 else None
    if not isinstance(part, Reference) or part.resource is None:
        return ()
    return (Step(str(part), part.resource.header, part),)


def _list(planned: Known, items: tuple[Value, ...], written: Value, at: Place | None) -> Value:
    if isinstance(written, Known) and isinstance(written.data, tuple):
        merged = tuple(merge(item, found, at if found is None else found.place) for item, found in paired(items, written.data))
        return replace(written, data=merged)
    if isinstance(written, Known) and len(items) == 1 and isinstance(written.data, Fields):
        return replace(planned, data=(merge(items[0], written, at),), place=written.place)
    return replace(planned, place=written.place or at)


def _fields(planned: Known, members: Fields, written: Value, at: Place | None) -> Value:
    if isinstance(written, Known) and isinstance(written.data, tuple) and len(written.data) == 1:
        written = settle(written.data[0])
    if isinstance(written, Known) and isinstance(written.data, Fields):
        return replace(written, data=MergedFields(members, written.data))
    return replace(planned, place=written.place or at)


def _unknown(planned: Value, written: Value, at: Place | None) -> Value:
    """What is known only after apply: as the source makes it, when that is told more exactly there."""
    if isinstance(planned, Unknown) and planned.why == SENSITIVE:
        return replace(planned, mentions=_mentions(planned, written), place=at)
    if isinstance(written, Symbolic | Absent) or (isinstance(written, Known) and reason_of(written)):
        return written
    if isinstance(written, Unknown) and (isinstance(planned, Unknown) or not set(references(planned)).isdisjoint(references(written))):
        why = planned.why if isinstance(planned, Unknown) else written.why
        mentions = tuple(reference for reference in _mentions(planned, written) if reference.resource is not None)
        return Unknown(why, candidates=written.candidates, mentions=mentions, place=at)
    return replace(planned, place=at)


def _mentions(*values: Value) -> tuple[Reference, ...]:
    return tuple(dict.fromkeys(references(*values)))


def paired(items: Sequence[Value], written: Sequence[Value]) -> Iterator[tuple[Value, Value | None]]:
    """Each planned item with the one it was written as: by their order, or where that cannot be (sets), by what they hold."""
    if len(items) == len(written) and all(map(agrees, items, written)):
        yield from zip(items, written, strict=True)
        return
    left = list(written)
    for item in items:
        found = next((index for index, other in enumerate(left) if agrees(item, other)), None)
        yield item, None if found is None else left.pop(found)


def agrees(planned: Value, written: Value) -> bool:
    """Whether nothing that is known of both contradicts that one became the other."""
    planned, written = settle(planned), settle(written)
    if (found := scalar(written)) is not None:
        known = scalar(planned)
        return not isinstance(planned, Known | Absent) if known is None else same_scalar(known, found)
    if not isinstance(planned, Known) or not isinstance(written, Known):
        return True
    if isinstance(planned.data, Fields) and isinstance(written.data, Fields):
        return all(agrees(planned.data[name], written.data[name]) for name in written.data if name in planned.data)
    if isinstance(planned.data, tuple) and isinstance(written.data, tuple):
        return len(planned.data) == len(written.data)
    return False


class MergedFields(Fields):
    """A planned block or map, with the places of its source."""

    __slots__ = ("_planned", "_written")

    def __init__(self, planned: Fields, written: Fields) -> None:
        self._planned, self._written = planned, written

    def __getitem__(self, name: str) -> Value:
        written = self._written.get(name)
        if name in self._planned:
            return merge(self._planned[name], written, self._written.entry(name) or self.header)
        if written is None:
            raise KeyError(name)
        return written

    def __contains__(self, name: object) -> bool:
        return name in self._planned or name in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys([*self._planned, *self._written]))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def entry(self, name: str) -> Place | None:
        return self._written.entry(name)

    @property
    def header(self) -> Place | None:
        return self._written.header


def same(one: Value | None, other: Value | None) -> bool:
    """Whether two values of the source say the same, wherever they stand."""
    if one is None or other is None:
        return one is other
    one, other = settle(one), settle(other)
    if isinstance(one, Known) and isinstance(other, Known):
        return _same_data(one, other)
    if isinstance(one, Symbolic) and isinstance(other, Symbolic):
        return one.parts == other.parts
    if isinstance(one, Unknown) and isinstance(other, Unknown):
        return one.why == other.why and len(one.candidates) == len(other.candidates) and _same_candidates(one, other)
    return isinstance(one, Absent) and isinstance(other, Absent)


def _same_candidates(one: Unknown, other: Unknown) -> bool:
    return all(same(a.value, b.value) for a, b in zip(one.candidates, other.candidates, strict=True))


def _same_data(one: Known, other: Known) -> bool:
    if isinstance(one.data, tuple) and isinstance(other.data, tuple):
        return len(one.data) == len(other.data) and all(map(same, one.data, other.data))
    if isinstance(one.data, Fields) and isinstance(other.data, Fields):
        return set(one.data) == set(other.data) and all(same(one.data[name], other.data[name]) for name in one.data)
    return type(one.data) is type(other.data) and one.data == other.data
