"""Type constraints of variables, and conversion to them."""

from collections.abc import Callable
from dataclasses import replace

from obslint.model import Absent, Candidate, Fields, Known, Member, PlainFields, Unknown, Value, settle
from obslint.terraform.ast import Call, Expr, Literal, Name, Object, Tuple
from obslint.terraform.numbers import parsed
from obslint.terraform.scope import Scope
from obslint.terraform.unify import alike, set_of
from obslint.terraform.values import Invalid, KnownList, KnownMap, boolean, text

Evaluate = Callable[[Expr, Scope], Value]
_COLLECTIONS = frozenset({"list", "set", "map"})
_ANY = "any"


def convert(value: Value, wanted: Expr | None, scope: Scope, evaluate: Evaluate) -> Value:
    """The value as a variable of that type holds it; what is not known is left as it is."""
    value = settle(value)
    if wanted is None:
        return value
    if isinstance(value, Unknown) and value.candidates:
        found = tuple(Candidate(convert(c.value, wanted, scope, evaluate), c.guards) for c in value.candidates)
        return replace(value, candidates=found)
    if not isinstance(value, Known):
        return value
    if isinstance(wanted, Call) and wanted.args:
        return _to_structure(value, wanted.name, wanted.args[0], scope, evaluate)
    name = wanted.name if isinstance(wanted, Name) else str(wanted.data) if isinstance(wanted, Literal) else ""
    if name in _COLLECTIONS:
        return _to_structure(value, name, Name(wanted.span, _ANY), scope, evaluate)
    return _to_primitive(value, name) if name in {"string", "number", "bool"} else value


def _refused(value: Value, wanted: str) -> Invalid:
    return Invalid(f"a {wanted} is wanted here", place=value.place, trail=value.trail)


def _to_primitive(value: Known, name: str) -> Value:
    if isinstance(value.data, tuple | Fields):
        return _refused(value, name)
    found: str | bool | int | float | None
    if name == "string":
        found = text(value.data)
    elif name == "bool":
        found = boolean(value)
    else:
        found = None if isinstance(value.data, bool) else parsed(value.data) if isinstance(value.data, str) else value.data
    if found is None:
        return Invalid(f"{text(value.data)!r} is not a {name}", place=value.place, trail=value.trail)
    return replace(value, data=found)


def _to_structure(value: Known, kind: str, inner: Expr, scope: Scope, evaluate: Evaluate) -> Value:
    data = value.data
    if kind in {"list", "set"} and isinstance(data, tuple):
        items = _each(data, inner, scope, evaluate)
        return set_of(items, value.place, value.trail) if kind == "set" else KnownList(items, place=value.place, trail=value.trail)
    if kind == "map" and isinstance(data, Fields):
        items = _each(tuple(data.values()), inner, scope, evaluate)
        members = {key: Member(item, data.entry(key)) for key, item in zip(data, items, strict=True)}
        return KnownMap(PlainFields(members, data.header, data.open_end), place=value.place, trail=value.trail)
    if kind == "object" and isinstance(data, Fields) and isinstance(inner, Object):
        return _to_object(value, data, inner, scope, evaluate)
    if kind == "tuple" and isinstance(data, tuple) and isinstance(inner, Tuple) and len(inner.items) == len(data):
        pairs = zip(data, inner.items, strict=True)
        return replace(value, data=tuple(convert(item, each, scope, evaluate) for item, each in pairs))
    return _refused(value, kind)


def _each(items: tuple[Value, ...], inner: Expr, scope: Scope, evaluate: Evaluate) -> tuple[Value, ...]:
    """Items of one type; for `any` the one that all of them can have."""
    if isinstance(inner, Name) and inner.name == _ANY:
        return alike(items)
    return tuple(convert(item, inner, scope, evaluate) for item in items)


def _to_object(value: Known, fields: Fields, wanted: Object, scope: Scope, evaluate: Evaluate) -> Value:
    """Declared attributes only; those that are optional get their default where they are missing or null."""
    members: dict[str, Member] = {}
    for item in wanted.items:
        name = str(item.key.data) if isinstance(item.key, Literal) else ""
        inner, default, required = _optional(item.value)
        found = settle(fields[name]) if name in fields else Absent(place=value.place)
        if name not in fields and required and fields.open_end is None:
            return Invalid(f"the attribute {name} is required here", place=value.place, trail=value.trail)
        if isinstance(found, Absent) and default is not None:
            found = evaluate(default, scope)
        members[name] = Member(convert(found, inner, scope, evaluate), fields.entry(name))
    return Known(PlainFields(members, fields.header, fields.open_end), place=value.place, trail=value.trail)


def _optional(wanted: Expr) -> tuple[Expr, Expr | None, bool]:
    """The type inside `optional()`, its default, and whether the attribute must be there."""
    if isinstance(wanted, Call) and wanted.name == "optional" and wanted.args:
        return wanted.args[0], wanted.args[1] if len(wanted.args) > 1 else None, False
    return wanted, None, True
