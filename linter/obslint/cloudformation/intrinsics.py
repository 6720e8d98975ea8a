"""Intrinsic functions, by name. Each takes the scope, its argument, and the node of the whole call."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from obslint.cloudformation import cidr
from obslint.cloudformation.refs import argument_text, attribute, find_in_map, get_attribute, refer
from obslint.cloudformation.subtext import pieces
from obslint.cloudformation.texts import join, mentioned, product
from obslint.cloudformation.tojson import to_json_string
from obslint.cloudformation.tree import Mapping, Node, canonical, elements, text_of
from obslint.model import Absent, Candidate, Known, Reference, Unknown, Value, settle
from obslint.model.compare import as_number, plain
from obslint.source import Place

if TYPE_CHECKING:
    from obslint.cloudformation.scope import Scope

Handler = Callable[["Scope", Node, Node], Value]


def call_function(scope: "Scope", name: str, argument: Node, node: Node) -> Value:
    """What a call amounts to; a function that is not known gives an unknown that mentions what it is given."""
    handler = _HANDLERS.get(name)
    if handler is not None:
        return handler(scope, argument, node)
    return _opaque(scope, node, f"{name} is not understood", scope.evaluate(argument))


def _opaque(scope: "Scope", node: Node, why: str, *arguments: Value) -> Unknown:
    """A call that is settled at deployment; calls written alike are equal."""
    text = canonical(node)
    digest = hashlib.sha256((scope.world.prefix + text).encode()).hexdigest()[:8]
    symbol = None if "{{" in text else Reference(f"call-{digest}")
    return Unknown(why, symbol=symbol, mentions=mentioned(arguments), place=scope.place(node))


def _through(value: Value, place: Place, change: Callable[[Value], Value]) -> Value:
    """Applies a change to every value this one can be."""
    if not isinstance(value, Unknown) or not value.candidates:
        return change(value)
    candidates = tuple(Candidate(_through(c.value, place, change), c.guards) for c in value.candidates)
    return Unknown(value.why, candidates=candidates, mentions=value.mentions, place=place)


def _ref(scope: "Scope", argument: Node, node: Node) -> Value:
    name = argument_text(scope, argument)
    return refer(scope, name, scope.place(node)) if name else Unknown("what Ref refers to is not known", place=scope.place(node))


def _sub(scope: "Scope", argument: Node, node: Node) -> Value:
    parts = elements(argument)
    text = text_of(parts[0]) if parts else text_of(argument)
    place = scope.place(node)
    if text is None:
        return _opaque(scope, node, "Fn::Sub needs a text", scope.evaluate(argument))
    variables = parts[1] if len(parts) > 1 and isinstance(parts[1], Mapping) else None
    return join([_hole(scope, piece.text, variables, place) if piece.hole else Known(piece.text) for piece in pieces(text)], place)


def _hole(scope: "Scope", name: str, variables: Mapping | None, place: Place) -> Value:
    given = variables.get(name) if variables else None
    if given is not None:
        return scope.evaluate(given)
    target, dot, attribute_name = name.partition(".")
    return attribute(scope, target, attribute_name, place) if dot else refer(scope, name, place)


def _join(scope: "Scope", argument: Node, node: Node) -> Value:
    parts, place = elements(argument), scope.place(node)
    delimiter = text_of(parts[0]) if parts else None
    listed = scope.evaluate(parts[1]) if len(parts) == 2 else Absent()
    if delimiter is None or not isinstance(listed, Known) or not isinstance(listed.data, tuple):
        return _opaque(scope, node, listed.why if isinstance(listed, Unknown) else "Fn::Join over a list that is not known", listed)

    def build(items: list[Value]) -> Value:
        present = [item for item in items if not isinstance(item, Absent)]
        return join([part for item in present for part in (Known(delimiter), item)][1:], place)

    if any(isinstance(item, Unknown) and any(c.guards for c in item.candidates) for item in listed.data):
        return product(listed.data, place, build)
    return build(list(listed.data))


def _split(scope: "Scope", argument: Node, node: Node) -> Value:
    parts, place = elements(argument), scope.place(node)
    delimiter = text_of(parts[0]) if len(parts) == 2 else None

    def split(source: Value) -> Value:
        if delimiter and isinstance(source, Known) and isinstance(source.data, str):
            return Known(tuple(Known(piece, place=source.place) for piece in source.data.split(delimiter)), place=place, trail=source.trail)
        return _opaque(scope, node, "Fn::Split of a text that is known only at deployment", source)

    return _through(scope.evaluate(parts[1]) if len(parts) == 2 else Absent(), place, split)


def _select(scope: "Scope", argument: Node, node: Node) -> Value:
    parts = elements(argument)
    index = scope.evaluate(parts[0]) if len(parts) == 2 else Absent()
    number = as_number(index.data) if isinstance(index, Known) and isinstance(index.data, str | int) else None

    def select(listed: Value) -> Value:
        if number is not None and isinstance(listed, Known) and isinstance(listed.data, tuple) and 0 <= number < len(listed.data):
            return listed.data[int(number)]
        return _opaque(scope, node, "Fn::Select from a list that is known only at deployment", index, listed)

    return _through(scope.evaluate(parts[1]) if len(parts) == 2 else Absent(), scope.place(node), select)


def _if(scope: "Scope", argument: Node, node: Node) -> Value:
    parts, place = elements(argument), scope.place(node)
    name = _condition_name(parts[0]) if len(parts) == 3 else None
    if name is None:
        return _opaque(scope, node, "Fn::If needs a condition and two values", scope.evaluate(argument))
    if name not in scope.template.conditions:
        return _opaque(scope, node, f"condition {name} is not declared", *map(scope.evaluate, parts[1:]))
    side = scope.side(name)
    if side is not None:
        return scope.evaluate(parts[1] if side else parts[2])
    return _branches(scope, name, parts[1], parts[2], place)


def _condition_name(node: Node) -> str | None:
    return text_of(node.get("Condition")) if isinstance(node, Mapping) else text_of(node)


def _branches(scope: "Scope", name: str, yes: Node, no: Node, place: Place) -> Value:
    """Both branches as candidates, or the only one that is possible."""
    found = []
    for holds, branch in ((True, yes), (False, no)):
        guard = scope.world.guard(name, holds)
        inner = scope.within(guard)
        if inner is not None:
            found.append(Candidate(inner.evaluate(branch), (scope.world.outward(name, holds),)))
    if len(found) == 1:
        return found[0].value
    return Unknown(f"it depends on condition {name}", candidates=tuple(found), place=place)


def _base64(scope: "Scope", argument: Node, node: Node) -> Value:
    def encode(value: Value) -> Value:
        if isinstance(value, Known) and isinstance(value.data, str | int | float):
            return Known(base64.b64encode(plain(value.data).encode()).decode(), place=scope.place(node), trail=value.trail)
        return _opaque(scope, node, "Fn::Base64 of a text that is known only at deployment", value)

    return _through(scope.evaluate(argument), scope.place(node), encode)


def _length(scope: "Scope", argument: Node, node: Node) -> Value:
    def count(value: Value) -> Value:
        certain = isinstance(value, Known) and isinstance(value.data, tuple) and not any(isinstance(i, Unknown) for i in value.data)
        if certain and isinstance(value, Known) and isinstance(value.data, tuple):
            return Known(len(value.data), place=scope.place(node), trail=value.trail)
        return _opaque(scope, node, "Fn::Length of a list that is known only at deployment", value)

    return _through(scope.evaluate(argument), scope.place(node), count)


def _cidr(scope: "Scope", argument: Node, node: Node) -> Value:
    place, values = scope.place(node), cidr.arguments(scope, argument)

    def cut(chosen: list[Value]) -> Value:
        given = cidr.certain(tuple(chosen))
        if given is None:
            return _opaque(scope, node, "Fn::Cidr of what is known only at deployment", *chosen)
        try:
            return Known(tuple(Known(block, place=place) for block in cidr.blocks(*given)), place=place)
        except cidr.CidrError as error:
            return _opaque(scope, node, f"Fn::Cidr: {error}", *chosen)

    if any(isinstance(value, Unknown) and any(c.guards for c in value.candidates) for value in values):
        return product(values, place, cut)
    return cut(list(values))


def _to_json(scope: "Scope", argument: Node, node: Node) -> Value:
    return to_json_string(scope.evaluate(argument), scope.place(node))


def _settled_later(why: str) -> Handler:
    return lambda scope, argument, node: _opaque(scope, node, why, scope.evaluate(argument))


def _import(scope: "Scope", argument: Node, node: Node) -> Value:
    name = scope.evaluate(argument)
    joins, certain = scope.world.joins, settle(name)
    if joins is not None and isinstance(certain, Known) and isinstance(certain.data, str):
        found = joins.value(certain.data, scope.place(node), scope.world.imported)
        if found is not None:
            return found
    said = (
        f"the export {name.data} of another stack"
        if isinstance(name, Known) and isinstance(name.data, str)
        else "an export of another stack"
    )
    remedy = "; scan the directory of the template that exports it" if joins is None else ""
    return replace(_opaque(scope, node, f"{said} is known only at deployment{remedy}", name), elsewhere=True)


_HANDLERS: dict[str, Handler] = {
    "Ref": _ref,
    "Fn::GetAtt": get_attribute,
    "Fn::FindInMap": find_in_map,
    "Fn::Sub": _sub,
    "Fn::Join": _join,
    "Fn::Split": _split,
    "Fn::Select": _select,
    "Fn::If": _if,
    "Fn::Base64": _base64,
    "Fn::Length": _length,
    "Fn::ToJsonString": _to_json,
    "Fn::ImportValue": _import,
    "Fn::GetAZs": _settled_later("the availability zones are known only at deployment"),
    "Fn::Cidr": _cidr,
    "Fn::Transform": _settled_later("a macro computes this at deployment"),
    "Fn::GetStackOutput": _settled_later("the output of another stack is known only at deployment"),
}
