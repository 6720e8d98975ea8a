"""Operators over values, three-valued where an operand is not known."""

import operator
from collections.abc import Callable

from obslint.model import Absent, Known, Symbolic, Truth, Value, settle, undecided
from obslint.model.compare import equal
from obslint.source import Place
from obslint.terraform.numbers import Number, calculate, parsed
from obslint.terraform.texts import same_data
from obslint.terraform.values import Invalid, boolean, reason_of, scalar, unknown_of

_COMPARE: dict[str, Callable[[Number, Number], bool]] = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
_CERTAIN = frozenset({"", "arn", "id"})
"""What every resource has once it is there; other attributes may turn out to be null."""
_KINDS = "whether a function made a list or a tuple is not followed, and the two are never equal"


def unary(symbol: str, operand: Value, place: Place) -> Value:
    """`!x` and `-x`."""
    operand = settle(operand)
    if symbol == "!":
        found = boolean(operand)
        return Known(not found, place=place) if found is not None else _without(operand, "a boolean", symbol, place)
    number = _number(operand)
    return Known(-number, place=place) if number is not None else _without(operand, "a number", symbol, place)


def _without(operand: Value, wanted: str, symbol: str, place: Place) -> Value:
    """What comes of an operand that is not what the operator wants: refused when it is known, otherwise unknown."""
    if isinstance(operand, Known | Absent):
        return Invalid(f"{symbol} needs {wanted}", place=place)
    return unknown_of([operand], place)


def binary(symbol: str, left: Value, right: Callable[[], Value], place: Place) -> Value:
    """Any binary operator; the right side is evaluated only when it matters."""
    left = settle(left)
    if symbol in {"&&", "||"}:
        return _logic(symbol, left, right, place)
    other = settle(right())
    if symbol in {"==", "!="}:
        return _equality(left, other, place, wanted=symbol == "==")
    return _arithmetic(symbol, left, other, place)


def _logic(symbol: str, left: Value, right: Callable[[], Value], place: Place) -> Value:
    """One side that settles the answer settles it whatever the other is."""
    stops_at = symbol == "||"
    one = boolean(left)
    if one is stops_at:
        return Known(stops_at, place=place)
    other_value = settle(right())
    other = boolean(other_value)
    if other is stops_at and not isinstance(left, Invalid | Known | Absent):
        return Known(stops_at, place=place)
    for value, known in ((left, one), (other_value, other)):
        if known is None and isinstance(value, Known | Absent):
            return _without(value, "booleans", symbol, place)
    if one is None or other is None:
        return unknown_of([value for value, known in ((left, one), (other_value, other)) if known is None], place)
    return Known(other if one is not stops_at else stops_at, place=place)


def _equality(left: Value, right: Value, place: Place, *, wanted: bool) -> Value:
    same = same_data(left, right)
    answer = Truth(same) if same is not None else _equal(left, right)
    if answer.known is None:
        both = isinstance(left, Known) and isinstance(right, Known)
        return unknown_of([left, right], place, _KINDS if both and not (reason_of(left) or reason_of(right)) else "")
    return Known(answer.known is wanted, place=place)


def _equal(left: Value, right: Value) -> Truth:
    """Equality of values that are not plain data; whether a computed attribute is null is not known."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Absent) and isinstance(other, Symbolic) and not _certainly_set(other):
            return undecided("the attribute may be null")
    return equal(left, right)


def _certainly_set(value: Symbolic) -> bool:
    part = value.parts[0]
    return len(value.parts) > 1 or isinstance(part, str) or part.attribute in _CERTAIN


def _arithmetic(symbol: str, left: Value, right: Value, place: Place) -> Value:
    one, other = _number(left), _number(right)
    for value, number in ((left, one), (right, other)):
        if number is None and isinstance(value, Known | Absent | Invalid):
            return _without(value, "numbers", symbol, place)
    if one is None or other is None:
        return unknown_of([left, right], place)
    if symbol in _COMPARE:
        return Known(_COMPARE[symbol](one, other), place=place)
    result = calculate(symbol, one, other)
    return Invalid(f"{symbol} has no result here that is a number", place=place) if result is None else Known(result, place=place)


def _number(value: Value) -> Number | None:
    found = scalar(value)
    if isinstance(found, str):
        return parsed(found)
    return None if isinstance(found, bool) else found
