"""Ref, GetAtt, parameters and mappings: values that stand elsewhere in the template."""

from dataclasses import replace
from typing import TYPE_CHECKING

from obslint.cloudformation.given import REGION
from obslint.cloudformation.nested import Origin, output
from obslint.cloudformation.template import Parameter
from obslint.cloudformation.texts import product
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, elements, text_of
from obslint.model import Absent, Candidate, Fields, Known, Reference, Step, Symbolic, Unknown, Value, via
from obslint.model import Scalar as Data
from obslint.model.compare import plain
from obslint.source import Place

if TYPE_CHECKING:
    from obslint.cloudformation.conditions import Fixed
    from obslint.cloudformation.scope import Scope

MAX_CANDIDATES = 64
"""A look-up in a mapping whose key is not known lists this many values; beyond that it is open."""

_FROM_STORE = "AWS::SSM::Parameter::Value<"

_REMEDIES = {REGION: "; pass --region"}

_OF_STACK = ("AWS::StackName", "AWS::StackId")
"""Pseudo parameters that differ between a stack and those nested in it."""


def refer(scope: "Scope", name: str, place: Place) -> Value:
    """What `Ref` gives: a parameter, a pseudo parameter or a resource."""
    if name in scope.template.parameters:
        return parameter_value(scope, scope.template.parameters[name], place)
    if name == "AWS::NoValue":
        return Absent(place=place)
    if name == "AWS::NotificationARNs":
        return Unknown("the notification topics are given at deployment", symbol=Reference(name), place=place)
    if name == REGION and REGION in scope.world.given:
        return Known(scope.world.given[REGION], place=place)
    if name.startswith("AWS::"):
        target = scope.world.prefix + name if name in _OF_STACK else name
        return Symbolic((Reference(target, why=f"{name} is known only at deployment{_REMEDIES.get(name, '')}"),), place=place)
    return attribute(scope, name, "Ref", place)


def attribute(scope: "Scope", name: str, attribute_name: str, place: Place) -> Value:
    """An attribute of a resource, or its `Ref`."""
    made = scope.template.referred.get(name if attribute_name == "Ref" else f"{name}.{attribute_name}")
    name, attribute_name = (made, "Ref") if made else (name, attribute_name)
    if (found := output(scope, name, attribute_name, place)) is not None:
        return found
    if name in scope.template.resources:
        why = f"{name}.{attribute_name} is known only at deployment"
        target = Reference(scope.world.prefix + name, attribute_name, scope.world.resources.get(name), why)
        return Symbolic((target,), place=place)
    symbol = Reference(scope.world.prefix + name, attribute_name)
    return Unknown(f"{name} is not declared in this template", symbol=symbol, place=place)


def parameter_value(scope: "Scope", parameter: Parameter, place: Place) -> Value:
    """A parameter: what a condition fixes it to, what is given, its default, or unknown with its allowed values."""
    name, symbol = parameter.name, Reference(scope.world.prefix + parameter.name)
    if parameter.type.startswith(_FROM_STORE):
        return Unknown(f"parameter {name} is read from the Systems Manager parameter store", symbol=symbol, place=place)
    if scope.world.origin is not None:
        return _passed(scope, parameter, scope.world.origin, symbol, place)
    if name in scope.world.given:
        step = Step(f"parameter {name} is given a value", parameter.at, symbol)
        return via(_typed(parameter, scope.world.given[name], parameter.at), step)
    if fixed := scope.fixed.get(str(symbol)):
        return _fixed(scope, parameter, fixed, symbol)
    if scope.open or parameter.default is None or str(symbol) in scope.freed:
        return _open(scope, parameter, place)
    return _default(scope, parameter, parameter.default, symbol)


def _fixed(scope: "Scope", parameter: Parameter, fixed: "Fixed", symbol: Reference) -> Value:
    at, name = scope.place(fixed.literal), parameter.name
    return via(_typed(parameter, _data(fixed.literal), at), Step(f"condition {fixed.condition} compares {name} with this", at, symbol))


def _default(scope: "Scope", parameter: Parameter, default: Scalar, symbol: Reference) -> Value:
    at = scope.place(default)
    return via(_typed(parameter, _data(default), at), Step(f"parameter {parameter.name} defaults to this", at, symbol))


def _passed(scope: "Scope", parameter: Parameter, origin: Origin, symbol: Reference, place: Place) -> Value:
    """A parameter of a nested stack: what the parent passes. Nobody else can, so a default that is left stands."""
    name = parameter.name
    freed = scope.open or str(symbol) in scope.freed
    value = origin.passed(name, widest=freed)
    if value is None:
        if parameter.default is not None:
            return _default(scope, parameter, parameter.default, symbol)
        return Unknown(f"parameter {name} has no default, and stack {origin.stack} does not pass it", symbol=symbol, place=place)
    if (fixed := scope.fixed.get(str(symbol))) and isinstance(origin.passed(name, widest=True), Unknown):
        return _fixed(scope, parameter, fixed, symbol)
    if isinstance(value, Unknown) and (scope.open or not (value.symbol or value.candidates)):
        return replace(value, symbol=symbol)
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return replace(value, data=_typed(parameter, value.data, place).data)
    return value


def _open(scope: "Scope", parameter: Parameter, place: Place) -> Unknown:
    name, symbol = parameter.name, Reference(scope.world.prefix + parameter.name)
    freed = scope.freed.get(str(symbol))
    why = f"parameter {name} has no default; pass --parameters"
    if parameter.default is not None:
        why = f"parameter {name} is not at its default when {freed}" if freed else f"parameter {name} may differ from its default"
    candidates = tuple(Candidate(_typed(parameter, _data(item), scope.place(item))) for item in parameter.allowed)
    return Unknown(why, symbol=symbol, candidates=candidates, place=place)


def _data(scalar: Scalar) -> Data:
    value = scalar.value
    return "" if value is None else value


def _typed(parameter: Parameter, data: Data, place: Place) -> Known:
    """A parameter's text as its type has it: lists are written with commas."""
    if not (parameter.type == "CommaDelimitedList" or parameter.type.startswith("List<")):
        return Known(data, place=place)
    items = plain(data).split(",") if data != "" else []
    return Known(tuple(Known(item.strip(), place=place) for item in items), place=place)


def get_attribute(scope: "Scope", argument: Node, node: Node) -> Value:
    """Fn::GetAtt, with a text or with a list of two."""
    place = scope.place(node)
    if isinstance(argument, Scalar):
        name, _, attribute_name = argument.text.partition(".")
        return attribute(scope, name, attribute_name, place)
    parts = [scope.evaluate(part) for part in elements(argument)]
    texts = [plain(part.data) for part in parts if isinstance(part, Known) and isinstance(part.data, str | int)]
    if len(parts) == 2 and len(texts) == 2:
        return attribute(scope, texts[0], texts[1], place)
    return Unknown("which attribute Fn::GetAtt takes is not known", place=place)


def find_in_map(scope: "Scope", argument: Node, node: Node) -> Value:
    """Fn::FindInMap: the value when the keys are certain, otherwise every value the look-up can give."""
    parts, place = elements(argument), scope.place(node)
    if len(parts) < 3:
        return Unknown("Fn::FindInMap needs a mapping and two keys", place=place)
    default = parts[3].get("DefaultValue") if len(parts) > 3 and isinstance(parts[3], Mapping) else None
    keys = [scope.evaluate(part) for part in parts[:3]]
    if any(isinstance(key, Unknown) and any(candidate.guards for candidate in key.candidates) for key in keys):
        return product(keys, place, lambda chosen: _look_up(scope, chosen, default, place))
    return _look_up(scope, keys, default, place)


def _look_up(scope: "Scope", keys: list[Value], default: Node | None, place: Place) -> Value:
    name = _key(keys[0])
    table = scope.template.mappings.get(name) if name and scope.template.mappings else None
    if not isinstance(table, Mapping):
        return Unknown(f"mapping {name or 'of Fn::FindInMap'} is not declared in this template", place=place)
    steps = tuple(step for key in keys for step in key.trail)
    leaves = [leaf for row in _rows(table, keys[1]) if isinstance(row, Mapping) for leaf in _rows(row, keys[2])]
    values = [_leaf(scope, leaf, f"mapping {name} decides this", steps) for leaf in leaves[: MAX_CANDIDATES + 1]]
    certain = all(_key(key) is not None for key in keys)
    if default is not None and not (certain and values):
        values.append(scope.evaluate(default))
    if certain:
        return values[0] if values else Unknown(f"mapping {name} has no such key", place=place)
    candidates = tuple(map(Candidate, values)) if len(values) <= MAX_CANDIDATES else ()
    return Unknown(f"which entry of mapping {name} is taken is known only at deployment", candidates=candidates, place=place)


def _key(value: Value) -> str | None:
    return plain(value.data) if isinstance(value, Known) and not isinstance(value.data, tuple | Fields) else None


def _rows(table: Mapping, key: Value) -> list[Node]:
    """The values under a key, or all of them when the key is not known."""
    text = _key(key)
    if text is None:
        return [pair.value for pair in table.pairs]
    found = table.get(text)
    return [] if found is None else [found]


def _leaf(scope: "Scope", node: Node, label: str, steps: tuple[Step, ...]) -> Value:
    value = scope.evaluate(node)
    trail = (*value.trail, *steps, Step(label, scope.place(node)))
    if isinstance(value, Known):
        return Known(value.data, place=value.place, trail=trail)
    return value


def argument_text(scope: "Scope", node: Node) -> str | None:
    """A text that an argument certainly is."""
    if isinstance(node, Scalar):
        return text_of(node)
    return _key(scope.evaluate(node)) if not isinstance(node, Sequence) else None
