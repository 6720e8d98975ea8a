"""Text made of values, and values that are the same."""

from collections.abc import Sequence
from itertools import count

from obslint.model import Absent, Fields, Known, Reference, Symbolic, Unknown, Value, Woven, WovenText, references, settle
from obslint.source import Place
from obslint.terraform.functions import equal
from obslint.terraform.values import Computed, Invalid, NotPlainError, is_scalar, text, to_data, unknown_of

_serial = count(1)


def join_text(values: Sequence[Value], place: Place | None) -> Value:
    """Text made of values in a row; what is not known of it stays as references between the literal parts."""
    parts: list[str | Reference] = []
    for value in map(settle, values):
        found = _parts(value)
        if isinstance(found, str):
            return Invalid(found, mentions=unknown_of(values, place).mentions, place=place)
        for part in found:
            if isinstance(part, str) and parts and isinstance(parts[-1], str):
                parts[-1] += part
            elif part != "":
                parts.append(part)
    if any(isinstance(part, Reference) for part in parts):
        mentions = _named(values)
        return Woven(tuple(parts), mentions, place=place) if mentions else Symbolic(tuple(parts), place=place)
    return naming(Known("".join(part for part in parts if isinstance(part, str)), place=place), values)


def naming(value: Value, sources: Sequence[Value]) -> Value:
    """A value that remembers, where it is text, from which resources the known names in it came."""
    if not isinstance(value, Known) or not isinstance(value.data, str):
        return value
    mentions = _named(sources)
    return WovenText(value.data, mentions, place=value.place) if mentions else value


def _named(values: Sequence[Value]) -> tuple[Reference, ...]:
    """The resources whose attributes went into a text, also by way of another text; what is a part of it by itself needs no mention."""
    found: list[Reference] = []
    for value in values:
        if isinstance(value, Known) and isinstance(value.data, tuple | Fields):
            found += references(value, woven=True)
        else:
            found += [step.reference for step in value.trail if step.reference]
            found += value.mentions if isinstance(value, Woven | WovenText) else ()
    return tuple(dict.fromkeys(one for one in found if one.resource is not None))


def _parts(value: Value) -> tuple[str | Reference, ...] | str:
    """The parts of a value as text, or why it cannot be part of a text."""
    if isinstance(value, Invalid) and value.symbol is None:  # what is not declared has one: it may stand in a file that is not here
        return value.why
    if is_scalar(value) and not isinstance(value.data, tuple | Fields):
        return (text(value.data),)
    if isinstance(value, Symbolic):
        return value.parts
    if isinstance(value, Unknown):
        return (value.symbol or anonymous(value),)
    return "null cannot be part of a text" if isinstance(value, Absent) else "a list or map cannot be part of a text"


def anonymous(value: Unknown) -> Reference:
    """A reference that stands for an unknown value as part of a text: equal to nothing else."""
    return Reference("?", str(next(_serial)), None, value.why, tuple(dict.fromkeys(references(value))))


def same_data(one: Value, other: Value) -> bool | None:
    """Whether two values are equal as Terraform compares them, types included; None where that is not certain."""
    try:
        a, b = to_data(one), to_data(other)
    except NotPlainError:
        return None
    if not isinstance(a, list | dict) or not isinstance(b, list | dict):
        return equal(a, b)
    if not equal(a, b):
        return False
    return None if isinstance(one, Computed) or isinstance(other, Computed) else type(one) is type(other)


def same_values(one: Value, other: Value) -> bool:
    """Whether both sides of a conditional come to the same."""
    if isinstance(one, Symbolic) or isinstance(other, Symbolic):
        return isinstance(one, Symbolic) and isinstance(other, Symbolic) and one.parts == other.parts
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return one is other
    return same_data(one, other) is True
