"""Terraform values as model values, and back to plain data for functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from obslint.model import Absent, Fields, Known, Member, PlainFields, Reference, Scalar, Symbolic, Unknown, Value, references, settle
from obslint.model.compare import plain
from obslint.source import Place
from obslint.terraform.functions import Data, TfSet


@dataclass(frozen=True, slots=True, eq=False)
class KnownSet(Known):
    """A set: like a tuple, but without order and without index."""


@dataclass(frozen=True, slots=True, eq=False)
class Invalid(Unknown):
    """An expression that Terraform would refuse; `try` and `can` catch it."""


@dataclass(frozen=True, slots=True, eq=False)
class Many(Unknown):
    """A resource or module whose instances cannot be listed; `generic` stands for any one of them."""

    generic: Value = field(default_factory=Absent, kw_only=True)


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
        return Known(tuple(from_data(item, place) for item in data), place=place)
    if isinstance(data, dict):
        return Known(PlainFields({key: Member(from_data(item, place)) for key, item in data.items()}, place), place=place)
    return Known(data, place=place)


def fields_of(members: dict[str, Value], place: Place | None, open_end: str | None = None) -> Known:
    """A map of values."""
    return Known(PlainFields({key: Member(value, value.place) for key, value in members.items()}, place, open_end), place=place)


def unknown_of(values: Iterable[Value], place: Place | None, why: str = "") -> Unknown:
    """What an operation over values that are not all known amounts to: the first reason, and everything mentioned."""
    values = tuple(values)
    reason = why or next(filter(None, map(reason_of, values)), "the value depends on something that is not known")
    return Unknown(reason, mentions=tuple(dict.fromkeys(r for value in values for r in references(value))), place=place)


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


def is_scalar(value: Value) -> TypeGuard[Known]:
    """Whether a value is a known number, boolean or text."""
    return isinstance(value, Known) and not isinstance(value.data, tuple | Fields)


def scalar(value: Value) -> Scalar | None:
    """The scalar a value is known to be, or None."""
    value = settle(value)
    return value.data if isinstance(value, Known) and not isinstance(value.data, tuple | Fields) else None


def boolean(value: Value) -> bool | None:
    """The boolean a value is known to be, by Terraform's conversion, or None."""
    return {"true": True, "false": False}.get(plain(found)) if (found := scalar(value)) is not None else None


def join_text(values: Sequence[Value], place: Place | None) -> Value:
    """Text made of values in a row; what is not known of it stays as references between the literal parts."""
    parts: list[str | Reference] = []
    for value in map(settle, values):
        found = _text_parts(value, place)
        if found is None:
            return unknown_of(values, place, "" if reason_of(value) else "a list or map cannot be part of a text")
        for part in found:
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part != "":
                parts.append(part)
    if any(isinstance(part, Reference) for part in parts):
        return Symbolic(tuple(parts), place=place)
    return Known("".join(part for part in parts if isinstance(part, str)), place=place)


def _text_parts(value: Value, place: Place | None) -> tuple[str | Reference, ...] | None:
    if is_scalar(value):
        return (plain(value.data),)  # type: ignore[arg-type]  # a scalar
    if isinstance(value, Symbolic):
        return value.parts
    if isinstance(value, Unknown):
        return (value.symbol or anonymous(value, place),)
    return None


def anonymous(value: Unknown, place: Place | None) -> Reference:
    """A reference that stands for an unknown value as part of a text: equal to nothing but itself."""
    return Reference("?", f"{place}#{id(value)}", None, value.why, tuple(references(value)))


def relabel(value: Value, place: Place | None) -> Value:
    """The same value decided at another place."""
    return replace(value, place=place, trail=())


def plain_key(value: Known) -> str:
    """A scalar as the key of a map."""
    return plain(value.data) if not isinstance(value.data, tuple | Fields) else ""


def same_data(one: Value, other: Value) -> bool | None:
    """Whether two values are equal as Terraform compares them, types included; None unless both are plain data."""
    try:
        a, b = to_data(one), to_data(other)
    except NotPlainError:
        return None
    if isinstance(a, bool) != isinstance(b, bool) or isinstance(a, str) != isinstance(b, str):
        return False
    return a == b


def same_values(one: Value, other: Value) -> bool:
    """Whether both sides of a conditional come to the same."""
    if same_data(one, other):
        return True
    return isinstance(one, Symbolic) and isinstance(other, Symbolic) and one.parts == other.parts
