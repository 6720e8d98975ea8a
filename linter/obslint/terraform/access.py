"""Getting at the parts of values: attributes, elements, the items of a collection."""

from obslint.model import Absent, Candidate, Fields, Known, PlainFields, Reference, Resource, Step, Symbolic, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.numbers import parsed
from obslint.terraform.values import Invalid, KnownSet, Many, hop, is_scalar, plain_key, text, unknown_of

MAX_CANDIDATES = 16


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
    what = "null" if isinstance(base, Absent) else "a list" if not is_scalar(base) else "a single value"
    return Invalid(f"{what} has no attribute {name}", place=place)


def _of_unknown(base: Unknown, name: str, place: Place) -> Value:
    entered = tuple(Candidate(attribute_of(c.value, name, place), c.guards) for c in base.candidates)
    return _part_of_unknown(base, name, entered, place)


def _part_of_unknown(base: Unknown, name: str, candidates: tuple[Candidate, ...], place: Place) -> Value:
    symbol = base.symbol and Reference(base.symbol.target, _joined(base.symbol.attribute, name), base.symbol.resource, base.why)
    kind = Invalid if isinstance(base, Invalid) else Unknown
    return kind(base.why, symbol, candidates, base.mentions, base.elsewhere, place=base.place or place, trail=base.trail)


def _of_symbol(base: Symbolic, name: str, place: Place) -> Value:
    """An attribute of a reference: what the resource is configured with, or the attribute as known after apply."""
    reference = base.parts[0]
    if len(base.parts) != 1 or isinstance(reference, str):
        return Invalid(f"text has no attribute {name}", place=place)
    further = Reference(reference.target, _joined(reference.attribute, name), reference.resource, reference.why)
    if reference.attribute or reference.resource is None:
        return Symbolic((further,), place=place, trail=base.trail)
    fields = reference.resource.fields
    if reference.resource.type == "data.aws_iam_policy_document" and name in {"json", "minified_json"}:
        return _policy_document(reference.resource, further)
    if reference.resource.type in JOINED and (joined := _joined_value(reference.resource, name)) is not None:
        return hop(joined, Step(f"{further}", reference.resource.header, further))
    if name in fields:
        value = settle(fields[name])
        if not isinstance(value, Absent):
            return hop(value, Step(f"{further}", fields.entry(name), further))
    return Symbolic((further,), place=place)


JOINED = frozenset({"data.terraform_remote_state", "data.aws_ssm_parameter"})
"""Data sources that read what another root may write."""


def _joined_value(resource: Resource, name: str) -> Value | None:
    from obslint.terraform.joins import joined_value

    return joined_value(resource, name)


def _policy_document(resource: Resource, further: Reference) -> Value:
    """The text of a policy document that the configuration writes, made once."""
    from obslint.terraform.fields import BlockFields
    from obslint.terraform.policydocument import policy_json

    fields = resource.fields
    if not isinstance(fields, BlockFields):
        return Symbolic((further,), place=resource.header)
    found = fields.computed.get(further.attribute)
    if found is None:
        found = fields.computed[further.attribute] = policy_json(resource, fields, further.attribute)
    return hop(found, Step(f"{further}", resource.header, further))


def _joined(attribute: str, name: str) -> str:
    return f"{attribute}.{name}" if attribute else name


def _of_fields(fields: Fields, name: str, place: Place, base: Value) -> Value:
    if name in fields:
        return _with_trail(fields[name], base)
    if fields.open_end is not None:
        return Unknown(fields.open_end, place=fields.header or place)
    if not isinstance(fields, PlainFields) and any(step.reference and step.reference.resource for step in base.trail):
        return unknown_of([base], place, f"{name} is not written, and the provider may set it")
    return Invalid(f"there is no attribute {name} here", place=place)


def _with_trail(value: Value, base: Value) -> Value:
    """A part of a value came the same way as the whole."""
    for step in reversed(base.trail):
        value = hop(value, step)
    return value


def element_of(base: Value, key: Value, place: Place) -> Value:
    """`base[key]`."""
    base, key = settle(base), settle(key)
    if isinstance(base, Many):
        return base.by_key.get(plain_key(key), base.generic) if is_scalar(key) else base.generic
    if isinstance(base, Invalid) or isinstance(key, Invalid | Absent) or isinstance(base, Absent):
        return Invalid(_refusal(base, key), place=place)
    if isinstance(base, Known):
        return _of_known(base, key, place)
    if not is_scalar(key):
        return unknown_of([base, key], place)
    if isinstance(base, Symbolic) and len(base.parts) == 1 and isinstance(base.parts[0], Reference):
        return _element_of_symbol(base, base.parts[0], key, place)
    if isinstance(base, Unknown):
        entered = tuple(Candidate(element_of(c.value, key, place), c.guards) for c in base.candidates)
        return _part_of_unknown(base, f"[{plain_key(key)}]", entered, place)
    return Invalid("a text has no elements", place=place)


def _refusal(base: Value, key: Value) -> str:
    wrong = next((value for value in (base, key) if isinstance(value, Invalid)), None)
    return wrong.why if wrong is not None else "null has no elements" if isinstance(base, Absent) else "an index is null"


def _of_known(base: Known, key: Value, place: Place) -> Value:
    if is_scalar(base) or isinstance(base, KnownSet):
        return Invalid(f"{'a set' if isinstance(base, KnownSet) else 'a single value'} has no elements that could be indexed", place=place)
    if not is_scalar(key):
        return _any_element(base, key, place) if not isinstance(key, Known) else Invalid("an index is a list or map", place=place)
    if isinstance(base.data, tuple):
        return _by_number(base, base.data, key, place)
    return attribute_of(base, plain_key(key), place)


def _element_of_symbol(base: Symbolic, reference: Reference, key: Known, place: Place) -> Value:
    """A part of an attribute; a resource without count and for_each has no elements."""
    if not reference.attribute and reference.resource is not None:
        return base
    attribute = f"{reference.attribute}[{plain_key(key)}]"
    return Symbolic((Reference(reference.target, attribute, reference.resource, reference.why),), place=place, trail=base.trail)


def _by_number(base: Known, items: tuple[Value, ...], key: Known, place: Place) -> Value:
    number = None if isinstance(key.data, bool | tuple | Fields) else parsed(text(key.data))
    if not isinstance(number, int) or not 0 <= number < len(items):
        return Invalid(f"there is no element {plain_key(key)} in a list of {len(items)}", place=place)
    return _with_trail(items[number], base)


def _any_element(base: Known, key: Value, place: Place) -> Value:
    """An element at an unknown key: any of them."""
    doubt = unknown_of([key, base], place)
    items = [_with_trail(item, base) for _, item in items_of(base) or ()]
    candidates = tuple(map(Candidate, items)) if 0 < len(items) <= MAX_CANDIDATES else ()
    return Unknown(doubt.why, candidates=candidates, mentions=doubt.mentions, place=place)


def items_of(value: Value) -> list[tuple[Value, Value]] | None:
    """Keys and items of a collection, in Terraform's order, or None when they cannot be listed."""
    value = settle(value)
    if not isinstance(value, Known):
        return None
    found = _listed(value)
    return [(key, _with_trail(item, value)) for key, item in found] if found and value.trail else found


def _listed(value: Known) -> list[tuple[Value, Value]] | None:
    if isinstance(value, KnownSet) and isinstance(value.data, tuple):
        return [(item, item) for item in value.data]
    if isinstance(value.data, tuple):
        return [(Known(index), item) for index, item in enumerate(value.data)]
    if isinstance(value.data, Fields) and value.data.open_end is None:
        return [(Known(key), value.data[key]) for key in sorted(value.data)]
    return None


def not_items(value: Value, place: Place, what: str) -> Unknown:
    """Why the items of a value cannot be listed; Terraform refuses null and single values."""
    value = settle(value)
    if isinstance(value, Absent) or is_scalar(value):
        return Invalid(f"{what} goes over {'null' if isinstance(value, Absent) else 'a single value'}", place=place)
    return unknown_of([value], place)
