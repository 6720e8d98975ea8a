"""Function calls. Those that only pass parts of their arguments on work on values, so that places and references stay."""

from collections.abc import Callable, Sequence

from obslint.model import Absent, Fields, Known, Symbolic, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Call, Expr
from obslint.terraform.encode import json_text
from obslint.terraform.functions import IMPURE, FunctionError, is_function
from obslint.terraform.functions import call as call_plain
from obslint.terraform.scope import Scope
from obslint.terraform.values import (
    Invalid,
    KnownSet,
    NotPlainError,
    from_data,
    is_scalar,
    join_text,
    plain_key,
    scalar,
    to_data,
    unknown_of,
)

Evaluate = Callable[[Expr, Scope], Value]
OnValues = Callable[[Sequence[Value], Place], Value | None]


def call(expr: Call, scope: Scope, evaluate: Evaluate) -> Value:
    """The value of a function call."""
    place = scope.place(expr.span)
    name = expr.name.removeprefix("core::")
    if name in {"try", "can"}:
        return _try(expr, scope, evaluate, place)
    args = _arguments(expr, scope, evaluate)
    if isinstance(args, Unknown):
        return args
    if name in {"templatefile", "templatestring"}:
        return _template(name, args, scope, place)
    if (on_values := _ON_VALUES.get(name)) is not None and (result := on_values(args, place)) is not None:
        return result
    return _plain(name, args, scope, place)


def _arguments(expr: Call, scope: Scope, evaluate: Evaluate) -> list[Value] | Unknown:
    args = [settle(evaluate(arg, scope)) for arg in expr.args]
    if expr.spread and args:
        items = items_of(args[-1])
        if items is None:
            return unknown_of(args, scope.place(expr.span))
        args = [*args[:-1], *(settle(item) for _, item in items)]
    return args


def _plain(name: str, args: list[Value], scope: Scope, place: Place) -> Value:
    if name in IMPURE:
        return unknown_of(args, place, f"{name}() gives another result on every run")
    if not is_function(name):
        return unknown_of(args, place, f"{name}() is not a function of Terraform that can be evaluated here")
    try:
        return from_data(call_plain(name, [to_data(arg) for arg in args], scope.names.files()), place)
    except NotPlainError:
        return unknown_of(args, place)
    except FunctionError as error:
        return Invalid(f"{name}(): {error}", place=place)


def _try(expr: Call, scope: Scope, evaluate: Evaluate, place: Place) -> Value:
    """The first argument that Terraform would accept; unknown when that is not certain."""
    for arg in expr.args:
        value = settle(evaluate(arg, scope))
        if isinstance(value, Invalid):
            continue
        if isinstance(value, Unknown) and not value.candidates and expr.name == "try":
            return value
        if isinstance(value, Unknown) and expr.name == "can":
            return unknown_of([value], place)
        return Known(True, place=place) if expr.name == "can" else value
    return Known(False, place=place) if expr.name == "can" else Invalid("no argument of try() is valid", place=place)


def _template(name: str, args: list[Value], scope: Scope, place: Place) -> Value:
    from obslint.terraform.evaluate import evaluate
    from obslint.terraform.hcl import parse_template

    text = args[0] if args else Absent()
    if name == "templatefile":
        text = scope.names.read_file(str(scalar(text)), place) if is_scalar(text) else unknown_of([text], place)
    content = scalar(text)
    names = items_of(args[1]) if len(args) > 1 else []
    if not isinstance(content, str) or names is None:
        return unknown_of([text, *args[1:]], place)
    expr = parse_template(scope.file, content, place.span)
    bound = {plain_key(key): value for key, value in names if isinstance(key, Known)}
    return evaluate(expr, scope.binding(bound))


def _coalesce(args: Sequence[Value], place: Place) -> Value | None:
    for arg in args:
        if isinstance(arg, Absent) or scalar(arg) == "":
            continue
        return unknown_of(args, place) if isinstance(arg, Unknown) else arg
    return Invalid("every argument of coalesce() is null or empty", place=place)


def _merge(args: Sequence[Value], place: Place) -> Value | None:
    """Later maps win. After a map that is not known, its members may be anything, those of later maps are certain."""
    from obslint.model import Member, PlainFields

    members: dict[str, Member] = {}
    open_end = None
    for arg in args:
        if isinstance(arg, Known) and isinstance(arg.data, Fields):
            open_end = arg.data.open_end or open_end
            members.update({key: Member(arg.data[key], arg.data.entry(key)) for key in arg.data})
        elif not isinstance(arg, Absent):
            open_end = unknown_of([arg], place).why
            members = {key: Member(Unknown(open_end, place=place)) for key in members}
    if open_end and not members:
        return unknown_of(args, place)
    return Known(PlainFields(members, place, open_end), place=place)


def _concat(args: Sequence[Value], place: Place) -> Value | None:
    if not all(isinstance(arg, Known) and isinstance(arg.data, tuple) for arg in args):
        return None
    return Known(tuple(item for arg in args for _, item in items_of(arg) or ()), place=place)


def _flatten(args: Sequence[Value], place: Place) -> Value | None:
    if not args or not isinstance(args[0], Known) or not isinstance(args[0].data, tuple):
        return None
    return Known(tuple(_flat(args[0].data)), place=place)


def _flat(items: Sequence[Value]) -> list[Value]:
    flat: list[Value] = []
    for item in map(settle, items):
        flat += _flat(item.data) if isinstance(item, Known) and isinstance(item.data, tuple) else [item]
    return flat


def _lookup(args: Sequence[Value], place: Place) -> Value | None:
    if len(args) < 2 or not isinstance(args[0], Known) or not isinstance(args[0].data, Fields) or not is_scalar(args[1]):
        return None
    fields, key = args[0].data, plain_key(args[1])
    if key in fields:
        return fields[key]
    if fields.open_end is not None:
        return Unknown(fields.open_end, place=place)
    return args[2] if len(args) > 2 else Invalid(f"the map has no key {key}", place=place)


def _element(args: Sequence[Value], _: Place) -> Value | None:
    number = scalar(args[1]) if len(args) > 1 else None
    if isinstance(args[0], Known) and isinstance(args[0].data, tuple) and args[0].data and isinstance(number, int):
        return args[0].data[number % len(args[0].data)]
    return None


def _one(args: Sequence[Value], place: Place) -> Value | None:
    items = items_of(args[0])
    if items is None:
        return None
    if len(items) > 1:
        return Invalid("one() wants a list with at most one element", place=place)
    return items[0][1] if items else Absent(place=place)


def _keys(args: Sequence[Value], place: Place) -> Value | None:
    items = items_of(args[0])
    return None if items is None else Known(tuple(key for key, _ in items), place=place)


def _values(args: Sequence[Value], place: Place) -> Value | None:
    items = items_of(args[0])
    return None if items is None else Known(tuple(item for _, item in items), place=place)


def _length(args: Sequence[Value], place: Place) -> Value | None:
    items = items_of(args[0])
    return None if items is None or isinstance(args[0], KnownSet) else Known(len(items), place=place)


def _same(args: Sequence[Value], _: Place) -> Value | None:
    return args[0] if args else None


def _toset(args: Sequence[Value], place: Place) -> Value | None:
    """A set of references keeps them; equal ones can only be told apart when they are known."""
    found = args[0] if args else Absent()
    if not isinstance(found, Known) or not isinstance(found.data, tuple):
        return None
    if any(isinstance(settle(item), Unknown) for item in found.data):
        return None
    if all(is_scalar(settle(item)) for item in found.data):
        unique = {plain_key(item): item for item in map(settle, found.data) if isinstance(item, Known)}
        return KnownSet(tuple(unique[key] for key in sorted(unique)), place=place)
    return KnownSet(found.data, place=place)


def _compact(args: Sequence[Value], place: Place) -> Value | None:
    items = items_of(args[0])
    if items is None or any(isinstance(settle(item), Unknown) for _, item in items):
        return None
    kept = tuple(item for _, item in items if not isinstance(settle(item), Absent) and scalar(item) != "")
    return Known(kept, place=place)


def _join(args: Sequence[Value], place: Place) -> Value | None:
    separator = scalar(args[0])
    items = items_of(args[1]) if len(args) == 2 else None
    if not isinstance(separator, str) or items is None:
        return None
    spaced = [part for _, item in items for part in (Known(separator), item)]
    return join_text(spaced[1:], place)


def _format(args: Sequence[Value], place: Place) -> Value | None:
    """`%s` alone is a template; other verbs need known arguments."""
    pattern = scalar(args[0]) if args else None
    if not isinstance(pattern, str) or pattern.replace("%%", "").count("%") != pattern.count("%s") or "%%" in pattern:
        return None
    pieces = pattern.split("%s")
    if len(pieces) != len(args) or all(is_scalar(arg) for arg in args):
        return None
    values: list[Value] = [Known(pieces[0])]
    for arg, piece in zip(args[1:], pieces[1:], strict=True):
        values += [arg, Known(piece)]
    return join_text(values, place)


def _jsonencode(args: Sequence[Value], place: Place) -> Value | None:
    return json_text(args[0], place) if args else None


def _contains(args: Sequence[Value], place: Place) -> Value | None:
    """A reference in the list is enough when it is the very one looked for."""
    items = items_of(args[0]) if len(args) == 2 else None
    if items is None or not isinstance(args[1], Symbolic):
        return None
    parts = args[1].parts
    found = any(isinstance(item, Symbolic) and item.parts == parts for item in (settle(item) for _, item in items))
    return Known(True, place=place) if found else None


_ON_VALUES: dict[str, OnValues] = {
    "coalesce": _coalesce,
    "compact": _compact,
    "concat": _concat,
    "contains": _contains,
    "element": _element,
    "flatten": _flatten,
    "format": _format,
    "join": _join,
    "jsonencode": _jsonencode,
    "keys": _keys,
    "length": _length,
    "lookup": _lookup,
    "merge": _merge,
    "nonsensitive": _same,
    "one": _one,
    "sensitive": _same,
    "toset": _toset,
    "values": _values,
}
