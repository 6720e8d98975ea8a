"""Whether the text that decides a value may be edited: only when nothing else depends on it."""

import re

from obslint.model import Absent, Known, Symbolic, Unknown, Value
from obslint.source import Place
from obslint.terraform.ast import Attribute, Expr, Literal
from obslint.terraform.fields import BlockFields
from obslint.terraform.mentions import mentions
from obslint.terraform.module import Module
from obslint.terraform.render import CannotWriteError
from obslint.terraform.uses import uses_of

_LITERAL = re.compile(r'\(?(?:true|false|null|-?[\d.]+|"(?:[^"$%\\\n]|\\.)*")\)?')


def is_direct(expr: Expr, decided: Value, attribute: Attribute) -> bool:
    """Whether the value is written right there, so that replacing the expression loses nothing."""
    if isinstance(expr, Literal):
        return True
    if isinstance(decided, Symbolic | Unknown) or decided.trail or decided.place is None:
        return False
    return decided.place.file is attribute.file and decided.place.span == expr.span and not any(True for _ in mentions(expr))


def deciding_place(fields: BlockFields, attribute: Attribute, decided: Value) -> Place:
    """Where the literal stands that decides a value. Raises `CannotWriteError` when it decides something else as well."""
    place = decided.place
    if isinstance(decided, Symbolic | Unknown) or place is None or not _is_literal(place, decided):
        raise CannotWriteError("the value is computed, and no single place decides it")
    _of_this_alone(fields, attribute)
    names = fields.scope.names
    for step in decided.trail:
        if step.reference is None:
            raise CannotWriteError(f"the value comes by way of an {step.label.partition(' is ')[0]}")
        if step.reference.resource is not None:
            raise CannotWriteError(f"the value is that of {step.reference}")
        count = uses_of(names.tree, step.reference) if isinstance(names, Module) else 0
        if count != 1:
            raise CannotWriteError(f"{step.reference} decides the value and is used in {count} places")
    return place


def _is_literal(place: Place, decided: Value) -> bool:
    """Whether the place holds nothing but one literal."""
    if isinstance(decided, Absent):
        return place.text == "null"
    single = isinstance(decided, Known) and isinstance(decided.data, str | bool | int | float)
    return single and _LITERAL.fullmatch(place.text) is not None


def _of_this_alone(fields: BlockFields, attribute: Attribute) -> None:
    """Refuses what `each` decides when another attribute of the block uses the same of it."""
    for words in mentions(attribute.expr):
        if words[0] != "each" or words[1:] == ("key",):
            continue
        block = fields.block
        text = block.file.text[block.span.start : block.span.end]
        found = re.findall(rf"\b{re.escape('.'.join(words[:2]))}(?:\.[\w-]+)*", text)
        shared = [use for use in found if _overlap(tuple(use.split(".")), words)]
        if len(shared) > 1:
            raise CannotWriteError(f"{'.'.join(words)} decides the value and is used in {len(shared)} places")


def _overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = min(len(one), len(other))
    return one[:size] == other[:size]
