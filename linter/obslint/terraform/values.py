"""Terraform values as model values, and back to plain data for functions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard, TypeVar

from obslint.model import (
    Absent,
    Fields,
    Known,
    Member,
    PlainFields,
    Reference,
    Scalar,
    Step,
    Symbolic,
    Unknown,
    Value,
    references,
    settle,
    via,
)
from obslint.model.compare import plain
from obslint.source import Place
from obslint.terraform.functions import Data, TfSet
from obslint.terraform.numbers import text_of

MAX_TRAIL = 64
"""Hops that a value remembers; from a longer way the middle is left out."""

_UNSAID = "the value depends on something that is not known"
MAX_NESTING = 60
"""Lists and maps inside one another; a value that is nested deeper is unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownSet(Known):
    """A set: like a tuple, but without order and without index."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownList(Known):
    """A list, whose elements have one type; a plain tuple of values is a tuple of Terraform as well."""


@dataclass(frozen=True, slots=True, eq=False)
class KnownMap(Known):
    """A map, whose elements have one type; plain `Fields` are an object."""


@dataclass(frozen=True, slots=True, eq=False)
class Computed(Known):
    """The result of a function, of which it is not followed whether it is a list or a tuple, a map or an object."""


@dataclass(frozen=True, slots=True, eq=False)
class Invalid(Unknown):
    """An expression that Terraform would refuse; `try` and `can` catch it."""

    @property
    def refused(self) -> bool:
        return True


def undeclared(address: str, why: str) -> Invalid:
    """A name that nothing here declares. It may stand in a file that is not at hand, so the text around it counts."""
    return Invalid(why, symbol=Reference(address, "", None, why))


@dataclass(frozen=True, slots=True, eq=False)
class Many(Unknown):
    """A resource or module whose instances cannot be listed.

    `generic` stands for any one of them, `counts` are possible numbers, `by_key` those that are there if any are.
    """

    generic: Value = field(default_factory=Absent, kw_only=True)
    counts: tuple[int, ...] = field(default=(), kw_only=True)
    by_key: Mapping[str, Value] = field(default_factory=dict, kw_only=True)


class NotPlainError(Exception):
    """A value is not wholly known data; `value` is the part that is not."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


def to_data(value: Value) -> Data:
    """Plain data of a value that is known in every part. Raises `NotPlainError`."""
    value = settle(value)
    if isinstance(value, Absent):
        return None
    if not isinstance(value, Known):
        raise NotPlainError(value)
    if isinstance(value, KnownSet) and isinstance(value.data, tuple):
        return TfSet(to_data(item) for item in value.data)
    if isinstance(value.data, tuple):
        return [to_data(item) for item in value.data]
    if isinstance(value.data, Fields):
        if value.data.open_end is not None:
            raise NotPlainError(Unknown(value.data.open_end))
        return {key: to_data(item) for key, item in value.data.items()}
    return value.data


def from_data(data: Data, place: Place | None) -> Value:
    """The value of plain data, all of it decided at one place."""
    if data is None:
        return Absent(place=place)
    if isinstance(data, TfSet):
        return KnownSet(tuple(from_data(item, place) for item in data), place=place)
    if isinstance(data, list):
        return Computed(tuple(from_data(item, place) for item in data), place=place)
    if isinstance(data, dict):
        return Computed(PlainFields({key: Member(from_data(item, place)) for key, item in data.items()}, place), place=place)
    return Known(data, place=place)


def fields_of(members: dict[str, Value], place: Place | None, open_end: str | None = None) -> Known:
    """An object of values."""
    return Known(PlainFields({key: Member(value, value.place) for key, value in members.items()}, place, open_end), place=place)


def unknown_of(values: Iterable[Value], place: Place | None, why: str = "") -> Unknown:
    """What an operation over values that are not all known amounts to: the first reason, and every resource mentioned.

    Variables and local values are not kept: through the locals of a module of settings they come to thousands.

    What Terraform refuses in a part, it refuses in the whole.
    """
    values = tuple(map(settle, values))
    wrong = next((value for value in values if isinstance(value, Invalid)), None)
    reason = (
        wrong.why
        if wrong is not None
        else why or next(filter(None, map(reason_of, values)), "the value depends on something that is not known")
    )
    mentions = tuple(dict.fromkeys(reference for reference in references(*values) if reference.resource is not None))
    return (Unknown if wrong is None else Invalid)(reason, mentions=mentions, place=place)


def reason_of(value: Value) -> str:
    """Why a value is not plain data, or an empty text when it is."""
    value = settle(value)
    if isinstance(value, Unknown):
        return value.why
    if isinstance(value, Symbolic):
        return next((part.reason for part in value.parts if isinstance(part, Reference)), "")
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return next(filter(None, map(reason_of, value.data)), "")
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return value.data.open_end or next(filter(None, map(reason_of, value.data.values())), "")
    return ""


_VARIABLE = re.compile(r"(?:^|\.)var\.[^.]+$")


def no_condition(test: Value, of: str = "") -> str:
    """Why a value is no condition; where a variable is not given, another value may be."""
    name = next((str(step.reference) for step in test.trail if step.reference and _VARIABLE.search(str(step.reference))), "")
    found = (
        "null"
        if isinstance(test, Absent)
        else text(test.data)
        if is_scalar(test) and not isinstance(test.data, tuple | Fields)
        else "a list or a map"
    )
    remedy = f": {name} is {found}; pass --var-file" if name else ""
    return f"the condition{of} is neither true nor false{remedy}"


def wrong_in(value: Value) -> Invalid | None:
    """The part of a value that Terraform would refuse, looked for in lists and maps that are evaluated already."""
    value = settle(value)
    if isinstance(value, Invalid):
        return value
    if isinstance(value, Known) and isinstance(value.data, tuple | PlainFields):
        items = value.data if isinstance(value.data, tuple) else value.data.values()
        return next((found for item in items if (found := wrong_in(item)) is not None), None)
    return None


def is_scalar(value: Value) -> TypeGuard[Known]:
    """Whether a value is a known number, boolean or text."""
    return isinstance(value, Known) and not isinstance(value.data, tuple | Fields)


def scalar(value: Value) -> Scalar | None:
    """The scalar a value is known to be, or None."""
    return value.data if isinstance(value, Known) and not isinstance(value.data, tuple | Fields) else None


def boolean(value: Value) -> bool | None:
    """The boolean a value is known to be, by Terraform's conversion, or None."""
    found = scalar(settle(value))
    if isinstance(found, bool):
        return found
    return {"true": True, "false": False, "1": True, "0": False}.get(found) if isinstance(found, str) else None


def text(data: Scalar) -> str:
    """A scalar as text, as Terraform converts it."""
    return text_of(data) if isinstance(data, int | float) and not isinstance(data, bool) else plain(data)


def plain_key(value: Known) -> str:
    """A scalar as the key of a map."""
    return text(value.data) if not isinstance(value.data, tuple | Fields) else ""


V = TypeVar("V", bound=Value)


def hop(value: V, step: Step) -> V:
    """The value after one more hop."""
    if len(value.trail) < MAX_TRAIL:
        return via(value, step)
    return replace(value, trail=(step, *value.trail[: MAX_TRAIL // 2], *value.trail[-(MAX_TRAIL // 2) + 1 :]))


def shallow(value: Value) -> Value:
    """The value, or an unknown one when its lists and maps are nested too deeply."""
    level: list[Value] = [value]
    for _ in range(MAX_NESTING):
        level = [inner for item in level for inner in _inside(item)]
        if not level:
            return value
    return Unknown(f"the value is nested more than {MAX_NESTING} levels deep", place=value.place, trail=value.trail)


def _inside(value: Value) -> Iterable[Value]:
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return value.data
    if isinstance(value, Known) and isinstance(value.data, PlainFields):
        return value.data.values()
    return [candidate.value for candidate in value.candidates] if isinstance(value, Unknown) else ()
