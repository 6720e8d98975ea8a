"""count and for_each: the instances that a block stands for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from obslint.model import Absent, Known, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Attribute, Body
from obslint.terraform.evaluate import evaluate
from obslint.terraform.numbers import parsed
from obslint.terraform.scope import Scope
from obslint.terraform.values import is_scalar, plain_key, reason_of, scalar, unknown_of

MAX_INSTANCES = 1000
"""Instances a block is expanded to; with more, what it makes is unknown."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance: its key as an address suffix, and what `each` and `count` are for it."""

    suffix: str
    key: str
    bound: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Expansion:
    """All instances of a block.

    `unknown` is why they cannot be listed; there is then a single one that stands for any, and `counts` are the numbers that
    there can be, if those are known. With the kind `each`, all of them are there or none.
    """

    kind: str
    instances: tuple[Instance, ...]
    unknown: Unknown | None = None
    counts: tuple[int, ...] = ()
    too_many: bool = False


_SINGLE = Expansion("single", (Instance("", "", {}),))


def expand(body: Body, scope: Scope) -> Expansion:
    """The instances of a resource, data source or module block."""
    if (count := body.attributes.get("count")) is not None:
        return _by_count(count, scope.with_file(count.file))
    if (for_each := body.attributes.get("for_each")) is not None:
        return _by_each(for_each, scope.with_file(for_each.file))
    return _SINGLE


def _by_count(attribute: Attribute, scope: Scope) -> Expansion:
    value = settle(evaluate(attribute.expr, scope))
    place = Place(attribute.file, attribute.span)
    number = _whole(value)
    if number is None:
        counts = tuple(n for c in value.candidates if (n := _whole(settle(c.value))) is not None) if isinstance(value, Unknown) else ()
        doubt = replace(unknown_of([value], place, _why(value, "count")), candidates=())
        bound: dict[str, Value] = {"count.index": Unknown("count.index has many values", place=place)}
        if counts and isinstance(value, Unknown) and len(counts) == len(value.candidates) and max(counts) <= 1:
            bound = {"count.index": Known(0, place=place)}
            return replace(_unlisted(doubt, bound), counts=counts)
        return _unlisted(doubt, bound)
    if number > MAX_INSTANCES:
        why = Unknown(f"count is {number:,}, and more than {MAX_INSTANCES:,} instances are not listed", place=place)
        return replace(_unlisted(why, {"count.index": Unknown("count.index has many values", place=place)}), too_many=True)
    return Expansion("count", tuple(Instance(f"[{i}]", str(i), {"count.index": Known(i, place=place)}) for i in range(number)))


def _whole(value: Value) -> int | None:
    """A count: a number, or text that is one, that is whole and not negative."""
    found = scalar(value)
    number = parsed(found) if isinstance(found, str) else None if isinstance(found, bool) else found
    return number if isinstance(number, int) and number >= 0 else None


def _by_each(attribute: Attribute, scope: Scope) -> Expansion:
    value = settle(evaluate(attribute.expr, scope))
    place = Place(attribute.file, attribute.span)
    items = items_of(value)
    if items is not None and len(items) > MAX_INSTANCES:
        why = Unknown(f"for_each has {len(items):,} items, and more than {MAX_INSTANCES:,} instances are not listed", place=place)
        return replace(_unlisted(why, _any_each(value)), too_many=True)
    listed = _instances(value)
    if listed is not None:
        return Expansion("each", listed)
    doubt = replace(unknown_of([value], place, _why(value, "for_each")), candidates=())
    found = [_instances(settle(c.value)) for c in value.candidates] if isinstance(value, Unknown) else []
    some = [instances for instances in found if instances]
    if len(some) == 1 and all(instances is not None for instances in found):
        return Expansion("each", some[0], doubt)
    return _unlisted(doubt, _any_each(value))


def _instances(value: Value) -> tuple[Instance, ...] | None:
    """The instances for the items of a map, or of a set of texts; None where they are not known or too many."""
    items = items_of(value)
    if items is None or len(items) > MAX_INSTANCES:
        return None
    keyed = isinstance(value, Known) and not isinstance(value.data, tuple)
    if not keyed and not all(is_scalar(settle(item)) for _, item in items):
        return None
    return tuple(_each(key if keyed else settle(item), item) for key, item in items)


def _each(key: Value, item: Value) -> Instance:
    text = plain_key(key) if isinstance(key, Known) else ""
    return Instance(f"[{json.dumps(text, ensure_ascii=False)}]", text, {"each.key": key, "each.value": item})


def _why(value: Value, name: str) -> str:
    if isinstance(value, Absent):
        return f"{name} is null"
    if isinstance(value, Known) and not reason_of(value):
        return f"{name} is not a number of instances" if name == "count" else "for_each is neither a map nor a set of texts"
    why = unknown_of([value], None).why
    return why if why.startswith(("count is ", "for_each is ")) else f"{name} is not known: {why}"


def _any_each(value: Value) -> dict[str, Value]:
    doubt = unknown_of(
        [value], value.place, _why(value, "for_each") if reason_of(value) or isinstance(value, Absent) else "each has many values"
    )
    return {"each.key": doubt, "each.value": doubt}


def _unlisted(why: Unknown, bound: Mapping[str, Value]) -> Expansion:
    return Expansion("unknown", (Instance("", "", bound),), why)
