"""Expressions to values. Nothing raises: what cannot be known is `Unknown` with its reason."""

from collections.abc import Callable
from typing import Any

from obslint.model import Absent, Candidate, Known, Member, PlainFields, Reference, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import attribute_of, element_of, items_of
from obslint.terraform.ast import (
    Bad,
    Binary,
    Call,
    Conditional,
    Expr,
    For,
    GetAttr,
    Index,
    Literal,
    Name,
    Object,
    Splat,
    Template,
    TemplateFor,
    TemplateIf,
    Tuple,
    Unary,
)
from obslint.terraform.hclexpr import ITEM
from obslint.terraform.operators import binary, unary
from obslint.terraform.scope import Scope
from obslint.terraform.values import Invalid, Many, boolean, fields_of, is_scalar, join_text, plain_key, same_values, unknown_of

MAX_ITEMS = 10_000
"""Items a for-expression is expanded to; more make it unknown."""


def evaluate(expr: Expr, scope: Scope) -> Value:
    """The value of an expression in a scope."""
    return _BY_TYPE[type(expr)](expr, scope)


def _literal(expr: Literal, scope: Scope) -> Value:
    place = scope.place(expr.span)
    return Absent(place=place) if expr.data is None else Known(expr.data, place=place)


def _bad(expr: Bad, scope: Scope) -> Value:
    return Unknown(expr.why, place=scope.place(expr.span))


def _name(expr: Name, scope: Scope) -> Value:
    if expr.name in scope.bound:
        return scope.bound[expr.name]
    return Invalid(f"nothing is called {expr.name}", place=scope.place(expr.span))


def _get_attr(expr: GetAttr, scope: Scope) -> Value:
    base = expr.base
    if isinstance(base, Name) and base.name not in scope.bound:
        return _root(base.name, expr.name, scope, scope.place(expr.span))
    if isinstance(base, GetAttr) and isinstance(base.base, Name) and base.base.name == "data":
        return scope.names.resource(f"data.{base.name}", expr.name)
    return attribute_of(evaluate(base, scope), expr.name, scope.place(expr.span))


def _root(root: str, name: str, scope: Scope, place: Place) -> Value:
    """The first two words of a traversal."""
    if (known := _ROOTS.get(root)) is not None:
        return known(scope, name)
    if f"{root}.{name}" in scope.bound:
        return scope.bound[f"{root}.{name}"]
    if root in {"each", "count", "self"}:
        return Invalid(f"{root}.{name} has no meaning here", place=place)
    if root in {"terraform", "tofu"}:
        return Unknown(f"{root}.{name} is not written in the configuration", symbol=Reference(root, name), place=place)
    if root == "ephemeral":
        return Unknown("ephemeral values are never stored", place=place)
    return scope.names.resource(root, name)


_ROOTS: dict[str, Callable[[Scope, str], Value]] = {
    "var": lambda scope, name: scope.names.variable(name),
    "local": lambda scope, name: scope.names.local(name),
    "module": lambda scope, name: scope.names.call(name),
    "path": lambda scope, name: scope.names.path(name),
    "data": lambda _, name: Unknown(f"data.{name} is not a data source", place=None),
}


def _index(expr: Index, scope: Scope) -> Value:
    return element_of(evaluate(expr.base, scope), evaluate(expr.key, scope), scope.place(expr.span))


def _splat(expr: Splat, scope: Scope) -> Value:
    base, place = settle(evaluate(expr.base, scope)), scope.place(expr.span)
    if isinstance(base, Absent):
        return Known((), place=place)
    items = items_of(base)
    if items is None:
        if isinstance(base, Unknown):
            generic = base.generic if isinstance(base, Many) else base
            return unknown_of([base, evaluate(expr.each, scope.binding({ITEM: generic}))], place)
        items = [(Known(0), base)]
    return Known(tuple(evaluate(expr.each, scope.binding({ITEM: item})) for _, item in items), place=place)


def _unary(expr: Unary, scope: Scope) -> Value:
    return unary(expr.operator, evaluate(expr.operand, scope), scope.place(expr.span))


def _binary(expr: Binary, scope: Scope) -> Value:
    return binary(expr.operator, evaluate(expr.left, scope), lambda: evaluate(expr.right, scope), scope.place(expr.span))


def _conditional(expr: Conditional, scope: Scope) -> Value:
    test = settle(evaluate(expr.condition, scope))
    decided = boolean(test)
    if decided is not None:
        return evaluate(expr.then if decided else expr.otherwise, scope)
    sides = (evaluate(expr.then, scope), evaluate(expr.otherwise, scope))
    if same_values(*sides):
        return sides[0]
    doubt = unknown_of([test], scope.place(expr.span))
    return Unknown(doubt.why, candidates=tuple(map(Candidate, sides)), mentions=doubt.mentions, place=doubt.place)


def _tuple(expr: Tuple, scope: Scope) -> Value:
    return Known(tuple(evaluate(item, scope) for item in expr.items), place=scope.place(expr.span))


def _object(expr: Object, scope: Scope) -> Value:
    place = scope.place(expr.span)
    members, open_end = {}, None
    for item in expr.items:
        key = settle(evaluate(item.key, scope))
        value = evaluate(item.value, scope)
        if is_scalar(key):
            members[plain_key(key)] = Member(value, scope.place(item.span))
        else:
            open_end = unknown_of([key], place).why
    return Known(PlainFields(members, place, open_end), place=place)


def _template(expr: Template, scope: Scope) -> Value:
    place = scope.place(expr.span)
    if len(expr.parts) == 1 and not isinstance(expr.parts[0], str | TemplateIf | TemplateFor):
        return evaluate(expr.parts[0], scope)
    return join_text([Known(part) if isinstance(part, str) else evaluate(part, scope) for part in expr.parts], place)


def _template_if(expr: TemplateIf, scope: Scope) -> Value:
    return _conditional(Conditional(expr.span, expr.condition, _text(expr.then), _text(expr.otherwise)), scope)


def _text(template: Template) -> Template:
    """A template that stays text even when it is a single interpolation."""
    return Template(template.span, ("", *template.parts)) if len(template.parts) == 1 else template


def _template_for(expr: TemplateFor, scope: Scope) -> Value:
    place = scope.place(expr.span)
    collection = evaluate(expr.collection, scope)
    items = items_of(collection)
    if items is None:
        return unknown_of([collection], place)
    pieces = [evaluate(_text(expr.body), scope.binding(_bindings(expr.key, expr.item, key, item))) for key, item in items]
    return join_text(pieces, place)


def _bindings(key_name: str, item_name: str, key: Value, item: Value) -> dict[str, Value]:
    return {key_name: key, item_name: item} if key_name else {item_name: item}


def _for(expr: For, scope: Scope) -> Value:
    collection, place = evaluate(expr.collection, scope), scope.place(expr.span)
    items = items_of(collection)
    if items is None:
        return _mentioning(expr, scope, unknown_of([collection], place))
    if len(items) > MAX_ITEMS:
        return Unknown(f"the for-expression has more than {MAX_ITEMS:,} items", place=place)
    kept: list[tuple[Value, Value]] = []
    for key, item in items:
        inner = scope.binding(_bindings(expr.key, expr.item, key, item))
        wanted = boolean(evaluate(expr.condition, inner)) if expr.condition else True
        if wanted is None and expr.condition:
            return _mentioning(expr, scope, unknown_of([evaluate(expr.condition, inner), collection], place))
        if wanted:
            kept.append((evaluate(expr.result_key, inner) if expr.result_key else Absent(), evaluate(expr.result, inner)))
    return _for_object(kept, place, grouped=expr.grouped) if expr.result_key else Known(tuple(v for _, v in kept), place=place)


def _mentioning(expr: For, scope: Scope, result: Unknown) -> Unknown:
    """An unexpanded loop still mentions what its result is made of."""
    nothing = Unknown(result.why)
    inner = scope.binding(_bindings(expr.key, expr.item, nothing, nothing))
    made = unknown_of([evaluate(expr.result, inner)], result.place)
    return Unknown(result.why, mentions=tuple(dict.fromkeys(result.mentions + made.mentions)), place=result.place)


def _for_object(kept: list[tuple[Value, Value]], place: Place, *, grouped: bool) -> Value:
    members: dict[str, Value] = {}
    groups: dict[str, list[Value]] = {}
    for key, value in kept:
        key = settle(key)
        if not is_scalar(key):
            return unknown_of([key, *(v for _, v in kept)], place)
        members[plain_key(key)] = value
        groups.setdefault(plain_key(key), []).append(value)
    if grouped:
        members = {key: Known(tuple(values), place=place) for key, values in groups.items()}
    return fields_of(members, place)


def _call(expr: Call, scope: Scope) -> Value:
    from obslint.terraform.builtins import call

    return call(expr, scope, evaluate)


_BY_TYPE: dict[type[Expr], Callable[[Any, Scope], Value]] = {
    Literal: _literal,
    Bad: _bad,
    Name: _name,
    GetAttr: _get_attr,
    Index: _index,
    Splat: _splat,
    Unary: _unary,
    Binary: _binary,
    Conditional: _conditional,
    Tuple: _tuple,
    Object: _object,
    Template: _template,
    TemplateIf: _template_if,
    TemplateFor: _template_for,
    For: _for,
    Call: _call,
}
