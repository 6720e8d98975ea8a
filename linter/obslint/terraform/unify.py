"""The one type that several values can have: both sides of a conditional, the elements of a list."""

from dataclasses import replace

from obslint.model import Absent, Fields, Known, Member, PlainFields, Step, Symbolic, Value, settle
from obslint.source import Place
from obslint.terraform.functions import TfSet
from obslint.terraform.values import KnownSet, NotPlainError, is_scalar, text, to_data


def unified(chosen: Value, other: Value) -> Value:
    """The chosen side of a conditional, converted as Terraform does because of what stands on the other one."""
    chosen, other = settle(chosen), settle(other)
    if not isinstance(chosen, Known) or isinstance(other, Absent):
        return chosen
    if is_scalar(chosen):
        return _text(chosen) if _is_text(other) else chosen
    if not isinstance(other, Known):
        return chosen
    if isinstance(chosen.data, tuple) and isinstance(other.data, tuple):
        return _unified_lists(chosen, chosen.data, other, other.data)
    if isinstance(chosen.data, PlainFields) and isinstance(other.data, PlainFields):
        return _unified_maps(chosen, chosen.data, other.data)
    return chosen


def _unified_lists(chosen: Known, items: tuple[Value, ...], other: Known, others: tuple[Value, ...]) -> Value:
    if len(items) == len(others) and type(chosen) is type(other):
        made = tuple(unified(item, another) for item, another in zip(items, others, strict=True))
    else:
        made = alike(items, others)
    if isinstance(other, KnownSet) and not isinstance(chosen, KnownSet):
        return set_of(made, chosen.place, chosen.trail)
    return replace(chosen, data=made)


def _unified_maps(chosen: Known, fields: PlainFields, others: PlainFields) -> Value:
    if set(fields) == set(others):
        made = tuple(unified(fields[key], others[key]) for key in fields)
    else:
        made = alike(tuple(fields.values()), tuple(others.values()))
    members = {key: Member(item, fields.entry(key)) for key, item in zip(fields, made, strict=True)}
    return replace(chosen, data=PlainFields(members, fields.header, fields.open_end))


def alike(items: tuple[Value, ...], others: tuple[Value, ...] = ()) -> tuple[Value, ...]:
    """The items as text where one of them, or of the others, is text and all are single values."""
    settled = tuple(map(settle, items))
    everything = (*settled, *map(settle, others))
    single = all(is_scalar(item) or isinstance(item, Absent | Symbolic) for item in everything)
    if not single or not any(map(_is_text, everything)):
        return items
    return tuple(_text(item) if isinstance(item, Known) else item for item in settled)


def _is_text(value: Value) -> bool:
    """Whether a value is certainly text; a lone reference need not be."""
    if isinstance(value, Symbolic):
        return len(value.parts) > 1
    return isinstance(value, Known) and isinstance(value.data, str)


def _text(value: Known) -> Known:
    return value if isinstance(value.data, str | tuple | Fields) else replace(value, data=text(value.data))


def set_of(items: tuple[Value, ...], place: Place | None, trail: tuple[Step, ...] = ()) -> KnownSet:
    """A set: equal items once, in the order in which Terraform goes over them. Items that are not known all stay."""
    try:
        data = [to_data(item) for item in items]
    except NotPlainError:
        return KnownSet(items, place=place, trail=trail)
    left = list(zip(data, items, strict=True))
    ordered = [next(item for found, item in left if found == wanted and type(found) is type(wanted)) for wanted in TfSet(data)]
    return KnownSet(tuple(ordered), place=place, trail=trail)
