"""Type constraints of variables, and conversion to them."""

from collections.abc import Callable

from obslint.model import Absent, Fields, Known, Member, PlainFields, Symbolic, Unknown, Value, settle
from obslint.model.compare import as_number, plain
from obslint.terraform.ast import Call, Expr, Literal, Name, Object, Tuple
from obslint.terraform.scope import Scope
from obslint.terraform.values import Invalid, KnownSet, is_scalar, plain_key

Evaluate = Callable[[Expr, Scope], Value]


def convert(value: Value, wanted: Expr | None, scope: Scope, evaluate: Evaluate) -> Value:
    """The value as a variable of that type holds it; what is not known is left as it is."""
    value = settle(value)
    if wanted is None or isinstance(value, Absent | Symbolic | Unknown) or not isinstance(value, Known):
        return value
    if isinstance(wanted, Name) or (isinstance(wanted, Literal) and isinstance(wanted.data, str)):
        return _to_primitive(value, wanted.name if isinstance(wanted, Name) else str(wanted.data))
    if isinstance(wanted, Call) and wanted.args:
        return _to_collection(value, wanted.name, wanted.args[0], scope, evaluate)
    return value


def _to_primitive(value: Known, name: str) -> Value:
    if name not in {"string", "number", "bool"}:
        return value
    if isinstance(value.data, tuple | Fields):
        return Invalid(f"a {name} is wanted here", place=value.place, trail=value.trail)
    text = plain(value.data)
    if name == "string":
        return _with(value, text)
    if name == "bool" and text in {"true", "false"}:
        return _with(value, text == "true")
    number = as_number(value.data) if name == "number" else None
    if number is None:
        return Invalid(f"{text!r} is not a {name}", place=value.place, trail=value.trail)
    return _with(value, int(number) if number.is_integer() else number)


def _with(value: Known, data: str | bool | int | float) -> Known:
    return value if value.data is data else Known(data, place=value.place, trail=value.trail)


def _to_collection(value: Known, kind: str, inner: Expr, scope: Scope, evaluate: Evaluate) -> Value:
    if kind in {"list", "set"} and isinstance(value.data, tuple):
        items = tuple(convert(item, inner, scope, evaluate) for item in value.data)
        return _unique(items, value) if kind == "set" else Known(items, place=value.place, trail=value.trail)
    if kind == "map" and isinstance(value.data, Fields):
        fields = value.data
        members = {key: Member(convert(fields[key], inner, scope, evaluate), fields.entry(key)) for key in fields}
        return Known(PlainFields(members, fields.header, fields.open_end), place=value.place, trail=value.trail)
    if kind == "object" and isinstance(value.data, Fields) and isinstance(inner, Object):
        return _to_object(value, value.data, inner, scope, evaluate)
    if kind == "tuple" and isinstance(value.data, tuple) and isinstance(inner, Tuple) and len(inner.items) == len(value.data):
        pairs = zip(value.data, inner.items, strict=True)
        return Known(tuple(convert(item, each, scope, evaluate) for item, each in pairs), place=value.place, trail=value.trail)
    return value


def _unique(items: tuple[Value, ...], value: Known) -> Value:
    if not all(is_scalar(item) for item in items):
        return KnownSet(items, place=value.place, trail=value.trail)
    unique = {plain_key(item): item for item in items if isinstance(item, Known)}
    return KnownSet(tuple(unique[key] for key in sorted(unique)), place=value.place, trail=value.trail)


def _to_object(value: Known, fields: Fields, wanted: Object, scope: Scope, evaluate: Evaluate) -> Value:
    """Declared attributes only; those that are optional get their default where they are missing or null."""
    members: dict[str, Member] = {}
    for item in wanted.items:
        name = str(item.key.data) if isinstance(item.key, Literal) else ""
        inner, default = _optional(item.value)
        found = settle(fields[name]) if name in fields else Absent(place=value.place)
        if isinstance(found, Absent) and default is not None:
            found = evaluate(default, scope)
        members[name] = Member(convert(found, inner, scope, evaluate), fields.entry(name))
    return Known(PlainFields(members, fields.header, fields.open_end), place=value.place, trail=value.trail)


def _optional(wanted: Expr) -> tuple[Expr, Expr | None]:
    """The type inside `optional()`, and its default."""
    if isinstance(wanted, Call) and wanted.name == "optional" and wanted.args:
        return wanted.args[0], wanted.args[1] if len(wanted.args) > 1 else None
    return wanted, None
