"""Getting at the parts of values: attributes, elements, the items of a collection."""

from obslint.model import Absent, Candidate, Fields, Known, Reference, Step, Symbolic, Unknown, Value, settle, via
from obslint.model.compare import as_number
from obslint.source import Place
from obslint.terraform.values import Invalid, KnownSet, Many, is_scalar, plain_key, unknown_of


def attribute_of(base: Value, name: str, place: Place) -> Value:
    """`base.name`."""
    base = settle(base)
    if isinstance(base, Many):
        return attribute_of(base.generic, name, place)
    if isinstance(base, Unknown):
        return _of_unknown(base, name, place)
    if isinstance(base, Symbolic):
        return _of_symbol(base, name, place)
    if isinstance(base, Known) and isinstance(base.data, Fields):
        return _of_fields(base.data, name, place, base)
    if isinstance(base, Known) and isinstance(base.data, tuple) and name.isdigit():
        return element_of(base, Known(int(name)), place)
    return Invalid(f"there is no attribute {name} here", place=place)


def _of_unknown(base: Unknown, name: str, place: Place) -> Value:
    symbol = base.symbol and Reference(base.symbol.target, _joined(base.symbol.attribute, name), base.symbol.resource, base.why)
    candidates = tuple(Candidate(attribute_of(c.value, name, place), c.guards) for c in base.candidates)
    kind = Invalid if isinstance(base, Invalid) else Unknown
    return kind(base.why, symbol, candidates, base.mentions, place=base.place or place, trail=base.trail)


def _of_symbol(base: Symbolic, name: str, place: Place) -> Value:
    """An attribute of a reference: what the resource is configured with, or the attribute as known after apply."""
    reference = base.parts[0]
    if len(base.parts) != 1 or isinstance(reference, str):
        return Invalid(f"text has no attribute {name}", place=place)
    further = Reference(reference.target, _joined(reference.attribute, name), reference.resource, reference.why)
    if reference.attribute or reference.resource is None:
        return Symbolic((further,), place=place, trail=base.trail)
    fields = reference.resource.fields
    if name in fields:
        value = settle(fields[name])
        if not isinstance(value, Absent):
            return via(value, Step(f"{further}", fields.entry(name), further))
    return Symbolic((further,), place=place)


def _joined(attribute: str, name: str) -> str:
    return f"{attribute}.{name}" if attribute else name


def _of_fields(fields: Fields, name: str, place: Place, base: Value) -> Value:
    if name in fields:
        value = fields[name]
        return value if not base.trail else _with_trail(value, base)
    if fields.open_end is not None:
        return Unknown(fields.open_end, place=fields.header or place)
    return Invalid(f"the object has no attribute {name}", place=place)


def _with_trail(value: Value, base: Value) -> Value:
    for step in reversed(base.trail):
        value = via(value, step)
    return value


def element_of(base: Value, key: Value, place: Place) -> Value:
    """`base[key]`."""
    base, key = settle(base), settle(key)
    if isinstance(base, Many):
        return base.generic
    if isinstance(base, Known) and isinstance(base.data, tuple | Fields) and not is_scalar(key):
        return _any_element(base, key, place)
    if not is_scalar(key):
        return unknown_of([base, key], place)
    if isinstance(base, Known) and isinstance(base.data, tuple) and not isinstance(base, KnownSet):
        return _by_number(base, base.data, key, place)
    if isinstance(base, Symbolic) and len(base.parts) == 1 and isinstance(base.parts[0], Reference):
        return _element_of_symbol(base, base.parts[0], key)
    if isinstance(base, Unknown):
        return _of_unknown(base, f"[{plain_key(key)}]", place)
    return attribute_of(base, plain_key(key), place)


def _element_of_symbol(base: Symbolic, reference: Reference, key: Known) -> Value:
    """An instance of a resource whose instances are not known is that resource; otherwise a part of an attribute."""
    if not reference.attribute and reference.resource is not None:
        return base
    attribute = f"{reference.attribute}[{plain_key(key)}]"
    return Symbolic((Reference(reference.target, attribute, reference.resource, reference.why),), place=base.place)


def _by_number(base: Value, items: tuple[Value, ...], key: Known, place: Place) -> Value:
    number = as_number(key.data) if not isinstance(key.data, tuple | Fields) else None
    if number is None or not number.is_integer() or not 0 <= number < len(items):
        return Invalid(f"there is no element {plain_key(key)} in a list of {len(items)}", place=place)
    return _with_trail(items[int(number)], base) if base.trail else items[int(number)]


def _any_element(base: Known, key: Value, place: Place) -> Value:
    """An element at an unknown key: any of them."""
    doubt = unknown_of([key, base], place)
    items = [item for _, item in items_of(base) or ()]
    candidates = tuple(map(Candidate, items)) if 0 < len(items) <= 16 else ()
    return Unknown(doubt.why, candidates=candidates, mentions=doubt.mentions, place=place)


def items_of(value: Value) -> list[tuple[Value, Value]] | None:
    """Keys and items of a collection, in Terraform's order, or None when they cannot be listed."""
    value = settle(value)
    if not isinstance(value, Known):
        return None
    if isinstance(value, KnownSet) and isinstance(value.data, tuple):
        return [(item, item) for item in value.data]
    if isinstance(value.data, tuple):
        return [(Known(index), item) for index, item in enumerate(value.data)]
    if isinstance(value.data, Fields) and value.data.open_end is None:
        return [(Known(key), value.data[key]) for key in sorted(value.data)]
    return None
