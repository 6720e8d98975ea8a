"""Expressions to values. Nothing raises: what cannot be known is `Unknown` with its reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from obslint.model import Absent, Candidate, Fields, Known, Member, PlainFields, Reference, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import MAX_CANDIDATES, attribute_of, element_of, items_of, not_items
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
from obslint.terraform.choices import each_choice, each_count
from obslint.terraform.operators import binary, unary
from obslint.terraform.scope import TRYING, Scope
from obslint.terraform.syntax import ITEM
from obslint.terraform.texts import join_text, same_values
from obslint.terraform.unify import unified
from obslint.terraform.values import Invalid, Many, boolean, fields_of, is_scalar, no_condition, plain_key, unknown_of

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
        return _placed(known(scope, name), place)
    if f"{root}.{name}" in scope.bound:
        return scope.bound[f"{root}.{name}"]
    if root in {"each", "count", "self"}:
        return Invalid(f"{root}.{name} has no meaning here", place=place)
    if root in {"terraform", "tofu"}:
        return Unknown(f"{root}.{name} is not written in the configuration", symbol=Reference(root, name), place=place)
    if root == "ephemeral":
        return Unknown("ephemeral values are never stored", place=place)
    return _placed(scope.names.resource(root, name), place)


def _placed(value: Value, place: Place) -> Value:
    """What is not declared is wrong where it is named."""
    return replace(value, place=place) if isinstance(value, Invalid) and value.place is None else value


_ROOTS: dict[str, Callable[[Scope, str], Value]] = {
    "var": lambda scope, name: scope.names.variable(name),
    "local": lambda scope, name: scope.names.local(name),
    "module": lambda scope, name: scope.names.call(name),
    "path": lambda scope, name: scope.names.path(name),
    "data": lambda _, name: Unknown(f"data.{name} is not a data source", place=None),
}


def _index(expr: Index, scope: Scope) -> Value:
    base, place = settle(evaluate(expr.base, scope)), scope.place(expr.span)
    found = element_of(base, evaluate(expr.key, scope), place)
    if isinstance(base, Many) and TRYING in scope.bound:
        sides = (Candidate(found), Candidate(Invalid(base.why, place=place)))
        return Unknown(base.why, candidates=sides, mentions=base.mentions, place=place)
    return found


def _splat(expr: Splat, scope: Scope) -> Value:
    """A list of what is applied to every item; a single value counts as one item, null as none."""
    return _splatted(expr, scope, settle(evaluate(expr.base, scope)), scope.place(expr.span))


def _splatted(expr: Splat, scope: Scope, base: Value, place: Place) -> Value:
    if isinstance(base, Absent):
        return Known((), place=base.place if base.trail else place, trail=base.trail)
    if isinstance(base, Many):
        return _splat_many(expr, scope, base, place)
    if isinstance(base, Unknown) and 0 < len(base.candidates) <= MAX_CANDIDATES:
        return each_choice(base, lambda choice: _splatted(expr, scope, choice, place), place)
    items = items_of(base) if isinstance(base, Known) and isinstance(base.data, tuple) else None
    if items is None and isinstance(base, Unknown):
        return unknown_of([base, evaluate(expr.each, scope.binding({ITEM: base}))], place)
    items = [(Known(0), base)] if items is None else items
    return Known(tuple(evaluate(expr.each, scope.binding({ITEM: item})) for _, item in items), place=place)


def _splat_many(expr: Splat, scope: Scope, base: Many, place: Place) -> Value:
    """All instances of something that has one of a few possible numbers of them."""
    each = evaluate(expr.each, scope.binding({ITEM: base.generic}))
    return each_count(base, each, place)


def _unary(expr: Unary, scope: Scope) -> Value:
    return unary(expr.operator, evaluate(expr.operand, scope), scope.place(expr.span))


def _binary(expr: Binary, scope: Scope) -> Value:
    return binary(expr.operator, evaluate(expr.left, scope), lambda: evaluate(expr.right, scope), scope.place(expr.span))


def _conditional(expr: Conditional, scope: Scope) -> Value:
    test = settle(evaluate(expr.condition, scope))
    decided = boolean(test)
    if decided is not None:
        chosen, other = (expr.then, expr.otherwise) if decided else (expr.otherwise, expr.then)
        value = evaluate(chosen, scope)
        return unified(value, evaluate(other, scope)) if _may_convert(value) else value
    if isinstance(test, Known | Absent | Invalid):
        why = test.why if isinstance(test, Invalid) else no_condition(test)
        return Invalid(why, place=scope.place(expr.span))
    sides = (evaluate(expr.then, scope), evaluate(expr.otherwise, scope))
    if same_values(*sides):
        return sides[0]
    doubt = unknown_of([test], scope.place(expr.span))
    candidates = (Candidate(unified(*sides)), Candidate(unified(*reversed(sides))))
    return Unknown(doubt.why, candidates=candidates, mentions=doubt.mentions, place=doubt.place)


def _may_convert(value: Value) -> bool:
    """Whether the other side of a conditional can change the type of this one: not that of text, nor of an empty object."""
    if not isinstance(value, Known):
        return False
    if isinstance(value.data, Fields):
        return isinstance(value.data, PlainFields) and len(value.data) > 0
    return not isinstance(value.data, str) and value.data != ()


def _tuple(expr: Tuple, scope: Scope) -> Value:
    return Known(tuple(evaluate(item, scope) for item in expr.items), place=scope.place(expr.span))


def _object(expr: Object, scope: Scope) -> Value:
    """An object; one with a key that is not known is not known, since that key may be any of the others."""
    place = scope.place(expr.span)
    members: dict[str, Member] = {}
    doubtful: list[Value] = []
    for item in expr.items:
        key = settle(evaluate(item.key, scope))
        value = evaluate(item.value, scope)
        if is_scalar(key):
            members[plain_key(key)] = Member(value, scope.place(item.span))
        elif isinstance(key, Known | Absent):
            return Invalid("a key is null, a list or a map", place=scope.place(item.span))
        else:
            doubtful += [key, value]
    if doubtful:
        return unknown_of([*doubtful, *(member.value for member in members.values())], place)
    return Known(PlainFields(members, place), place=place)


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
        return not_items(collection, place, "the directive for")
    pieces = [evaluate(_text(expr.body), scope.binding(_bindings(expr.key, expr.item, key, item))) for key, item in items]
    return join_text(pieces, place)


def _bindings(key_name: str, item_name: str, key: Value, item: Value) -> dict[str, Value]:
    return {key_name: key, item_name: item} if key_name else {item_name: item}


def _for(expr: For, scope: Scope) -> Value:
    return _looped(expr, scope, settle(evaluate(expr.collection, scope)), scope.place(expr.span))


def _looped(expr: For, scope: Scope, collection: Value, place: Place) -> Value:
    if isinstance(collection, Unknown) and 0 < len(collection.candidates) <= MAX_CANDIDATES:
        return each_choice(collection, lambda choice: _looped(expr, scope, choice, place), place)
    items = items_of(collection)
    if items is None:
        return _mentioning(expr, scope, not_items(collection, place, "the for-expression"))
    if len(items) > MAX_ITEMS:
        return Unknown(f"the for-expression has more than {MAX_ITEMS:,} items", place=place)
    kept: list[tuple[Value, Value]] = []
    for key, item in items:
        inner = scope.binding(_bindings(expr.key, expr.item, key, item))
        test = settle(evaluate(expr.condition, inner)) if expr.condition else Known(True)
        wanted = boolean(test)
        if wanted is None and isinstance(test, Known | Absent):
            return Invalid(no_condition(test, " of the for-expression"), place=place)
        if wanted is None:
            return _mentioning(expr, scope, unknown_of([test, collection], place))
        if wanted:
            kept.append((evaluate(expr.result_key, inner) if expr.result_key else Absent(), evaluate(expr.result, inner)))
    return _for_object(kept, place, grouped=expr.grouped) if expr.result_key else Known(tuple(v for _, v in kept), place=place)


def _mentioning(expr: For, scope: Scope, result: Unknown) -> Unknown:
    """An unexpanded loop still mentions what its result is made of."""
    if isinstance(result, Invalid):
        return result
    nothing = Unknown(result.why)
    inner = scope.binding(_bindings(expr.key, expr.item, nothing, nothing))
    made = unknown_of([evaluate(part, inner) for part in (expr.result_key, expr.result) if part], result.place)
    return Unknown(result.why, mentions=tuple(dict.fromkeys(result.mentions + made.mentions)), place=result.place)


def _for_object(kept: list[tuple[Value, Value]], place: Place, *, grouped: bool) -> Value:
    groups: dict[str, list[Value]] = {}
    for key, value in kept:
        key = settle(key)
        if isinstance(key, Absent) or (isinstance(key, Known) and not is_scalar(key)):
            return Invalid("a key of the for-expression is null, a list or a map", place=place)
        if not is_scalar(key):
            return unknown_of([found for pair in kept for found in pair], place)
        groups.setdefault(plain_key(key), []).append(value)
    twice = next((key for key, values in groups.items() if len(values) > 1), None)
    if twice is not None and not grouped:
        return Invalid(f"two items of the for-expression have the key {twice}", place=place)
    return fields_of({key: Known(tuple(values), place=place) if grouped else values[0] for key, values in groups.items()}, place)


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
