"""count and for_each: the instances that a block stands for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from obslint.model import Absent, Known, Unknown, Value, settle
from obslint.model.compare import as_number
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Attribute, Body
from obslint.terraform.evaluate import evaluate
from obslint.terraform.scope import Scope
from obslint.terraform.values import is_scalar, plain_key, scalar, unknown_of

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
    """All instances of a block. `unknown` is why they cannot be listed; there is then a single one that stands for any."""

    kind: str
    instances: tuple[Instance, ...]
    unknown: Unknown | None = None


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
    found = scalar(value)
    number = as_number(found) if found is not None else None
    if isinstance(found, bool):
        number = int(found)
    if number is None:
        return _unlisted(unknown_of([value], place, _why(value, "count")), {"count.index": Unknown("count.index has many values")})
    if number > MAX_INSTANCES:
        return _unlisted(Unknown(f"count is {number:g}, more than {MAX_INSTANCES:,}", place=place), {"count.index": Unknown("too many")})
    indexes = range(max(0, int(number)))
    return Expansion("count", tuple(Instance(f"[{i}]", str(i), {"count.index": Known(i, place=place)}) for i in indexes))


def _by_each(attribute: Attribute, scope: Scope) -> Expansion:
    value = settle(evaluate(attribute.expr, scope))
    place = Place(attribute.file, attribute.span)
    items = items_of(value)
    if items is not None and len(items) > MAX_INSTANCES:
        return _unlisted(Unknown(f"for_each has {len(items):,} items, more than {MAX_INSTANCES:,}", place=place), _any_each(value))
    keyed = isinstance(value, Known) and not isinstance(value.data, tuple)
    if items is not None and (keyed or all(is_scalar(settle(item)) for _, item in items)):
        return Expansion("each", tuple(_each(key if keyed else settle(item), item) for key, item in items))
    return _unlisted(unknown_of([value], place, _why(value, "for_each")), _any_each(value))


def _each(key: Value, item: Value) -> Instance:
    text = plain_key(key) if isinstance(key, Known) else ""
    return Instance(f"[{json.dumps(text, ensure_ascii=False)}]", text, {"each.key": key, "each.value": item})


def _why(value: Value, name: str) -> str:
    if isinstance(value, Absent):
        return f"{name} is null"
    return f"{name} is not known: {unknown_of([value], None).why}"


def _any_each(value: Value) -> dict[str, Value]:
    doubt = unknown_of([value], value.place, "each has many values")
    return {"each.key": doubt, "each.value": doubt}


def _unlisted(why: Unknown, bound: Mapping[str, Value]) -> Expansion:
    return Expansion("unknown", (Instance("", "", bound),), why)
