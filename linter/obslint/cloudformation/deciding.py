"""Which text decides a value, and whether it may be changed for the sake of one attribute."""

from obslint.cloudformation.locate import CannotEditError, Spot, decided, node_is_shared
from obslint.cloudformation.tree import Mapping, Node, Scalar, elements, function, text_of
from obslint.cloudformation.uses import Uses
from obslint.model import Known, Plain, Unknown
from obslint.model.compare import plain


def deciding(spot: Spot, uses: Uses, value: Plain) -> Node:
    """The node to replace so that the attribute has another value. Raises `CannotEditError` when more would change."""
    spot = decided(spot)
    node = spot.node
    if node_is_shared(node):
        raise CannotEditError("the value has an anchor and is used elsewhere too")
    call = function(node)
    if call is None:
        return node
    name, argument = call
    if name == "Ref" and isinstance(argument, Scalar) and argument.text in spot.scope.template.parameters:
        return _default(spot, argument.text, uses, value)
    if name == "Fn::FindInMap":
        return _leaf(spot, argument, uses)
    found = spot.scope.evaluate(node)
    if isinstance(found, Unknown):
        raise CannotEditError(found.why)
    return node


def _default(spot: Spot, name: str, uses: Uses, value: Plain) -> Node:
    parameter = spot.scope.template.parameters[name]
    if name in spot.scope.world.given:
        raise CannotEditError(f"the value of parameter {name} comes from outside the template")
    origin = spot.scope.world.origin
    if origin is not None and origin.passed(name, widest=True) is not None:
        raise CannotEditError(f"stack {origin.stack} passes the value of parameter {name}")
    if parameter.default is None:
        raise CannotEditError(f"parameter {name} has no default; its value comes from outside the template")
    if (full := spot.scope.world.prefix + name) in spot.scope.fixed or full in spot.scope.freed:
        raise CannotEditError(f"parameter {name} is not at its default here")
    if parameter.type not in ("String", "Number"):
        raise CannotEditError(f"parameter {name} is of type {parameter.type}")
    if (count := uses.of(name)) != 1:
        raise CannotEditError(f"parameter {name} is used in {count} places; a new default would change them all")
    if not isinstance(value, str | bool | int | float):
        raise CannotEditError(f"parameter {name} holds a single value")
    if parameter.allowed and plain(value) not in [_plain(item) for item in parameter.allowed]:
        raise CannotEditError(f"parameter {name} does not allow {plain(value)}")
    if node_is_shared(parameter.default):
        raise CannotEditError("the default has an anchor and is used elsewhere too")
    return parameter.default


def _plain(scalar: Scalar) -> str:
    value = scalar.value
    return "" if value is None else plain(value)


def _leaf(spot: Spot, argument: Node, uses: Uses) -> Node:
    """The entry of a mapping that a look-up with certain keys reads."""
    parts = elements(argument)
    keys = [spot.scope.evaluate(part) for part in parts[:3]]
    names = [plain(key.data) if isinstance(key, Known) and isinstance(key.data, str | bool | int | float) else None for key in keys]
    table: Node | None = spot.scope.template.mappings
    for name in names:
        table = table.get(name) if isinstance(table, Mapping) and name is not None else None
    if len(names) != 3 or not isinstance(table, Scalar) or node_is_shared(table):
        raise CannotEditError("which entry of the mapping is taken is not certain")
    if text_of(parts[0]) is None or uses.of_mapping(names[0] or "") != 1:
        raise CannotEditError(f"mapping {names[0]} is read in several places")
    return table
