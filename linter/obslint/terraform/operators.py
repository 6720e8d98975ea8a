"""Operators over values, three-valued where an operand is not known."""

import operator
from collections.abc import Callable

from obslint.model import Absent, Known, Truth, Value, settle
from obslint.model.compare import as_number, equal
from obslint.source import Place
from obslint.terraform.values import Invalid, boolean, same_data, scalar, unknown_of

_ARITHMETIC: dict[str, Callable[[float, float], float | bool]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def unary(symbol: str, operand: Value, place: Place) -> Value:
    """`!x` and `-x`."""
    if symbol == "!":
        found = boolean(operand)
        return Known(not found, place=place) if found is not None else unknown_of([operand], place)
    number = _number(operand)
    return Known(-number, place=place) if number is not None else unknown_of([operand], place)


def binary(symbol: str, left: Value, right: Callable[[], Value], place: Place) -> Value:
    """Any binary operator; the right side is evaluated only when it matters."""
    left = settle(left)
    if symbol in {"&&", "||"}:
        return _logic(left, right, place, stops_at=symbol == "||")
    other = settle(right())
    if symbol in {"==", "!="}:
        return _equality(left, other, place, wanted=symbol == "==")
    return _arithmetic(symbol, left, other, place)


def _logic(left: Value, right: Callable[[], Value], place: Place, *, stops_at: bool) -> Value:
    """One side that settles the answer settles it whatever the other is."""
    one = boolean(left)
    if one is stops_at:
        return Known(stops_at, place=place)
    other_value = right()
    other = boolean(other_value)
    if other is stops_at:
        return Known(stops_at, place=place)
    if one is None or other is None:
        return unknown_of([value for value, known in ((left, one), (other_value, other)) if known is None], place)
    return Known(not stops_at, place=place)


def _equality(left: Value, right: Value, place: Place, *, wanted: bool) -> Value:
    answer = Truth(same) if (same := same_data(left, right)) is not None else equal(left, right)
    if answer.known is None:
        return unknown_of([left, right], place)
    return Known(answer.known is wanted, place=place)


def _arithmetic(symbol: str, left: Value, right: Value, place: Place) -> Value:
    one, other = _number(left), _number(right)
    if one is None or other is None:
        if isinstance(left, Absent) or isinstance(right, Absent):
            return Invalid(f"null cannot be an operand of {symbol}", place=place)
        return unknown_of([left, right], place)
    if symbol in {"/", "%"} and not other:
        return Invalid("division by zero", place=place)
    result = one - other * int(one / other) if symbol == "%" else _ARITHMETIC[symbol](one, other)
    return Known(_tidy(result), place=place)


def _number(value: Value) -> int | float | None:
    found = scalar(settle(value))
    if found is None or isinstance(found, bool):
        return None
    number = as_number(found)
    return None if number is None else found if isinstance(found, int) else number


def _tidy(result: float | bool) -> float | int | bool:
    return int(result) if isinstance(result, float) and result.is_integer() and abs(result) < 1e15 else result
