"""Numbers as Terraform has them: decimals of 512 bits, here exact integers and Python floats.

A float stands for the decimal that Python shows for it, so that `0.1 + 0.2` is `0.3`, as in Terraform.
"""

import math
import re
from fractions import Fraction

from obslint.terraform.functions.data import FunctionError, TooLargeError

Number = int | float

MAX_DIGITS = 4000
"""Numbers with more digits before or after the point are refused."""

_LITERAL = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:([eEpP])([+-]?[0-9]+))?")
_PRECISION = 512


def exact(number: Number) -> Fraction:
    """The decimal that a number stands for."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def from_exact(value: Fraction) -> Number:
    """The number for a decimal: an int when it is whole, else the nearest float."""
    if value.denominator == 1:
        if value.numerator.bit_length() > MAX_DIGITS * 3.32:
            raise TooLargeError("the number")
        return value.numerator
    try:
        return float(value)
    except OverflowError as error:
        raise TooLargeError("the number") from error


def from_float(value: float) -> Number:
    """The number for the result of floating point arithmetic."""
    if not math.isfinite(value):
        raise FunctionError("the result is infinite")
    return whole(value)


def whole(number: Number) -> Number:
    """The number as an int when it is whole."""
    return int(exact(number)) if isinstance(number, float) and number.is_integer() else number


def parse_number(text: str) -> Number | None:
    """The number that a string is, as Terraform converts it (`1e3`, `.5`, `1p3` included), or None."""
    if len(text) < 16 and text.isascii() and text.isdecimal():
        return int(text)
    found = _LITERAL.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return None
    sign, whole, fraction, base, exponent = found[1], found[2] or "", found[3] or "", found[4], found[5]
    if max(len(whole), len(fraction)) > MAX_DIGITS or len(exponent or "") > 5 or abs(int(exponent or 0)) > MAX_DIGITS:
        raise TooLargeError("the number")
    value = Fraction(int(whole + fraction), 10 ** len(fraction))
    if exponent:
        value *= Fraction(2 if base in "pP" else 10) ** int(exponent)
    return from_exact(-value if sign == "-" else value)


def number_text(number: Number) -> str:
    """A number as a string: never with an exponent."""
    if isinstance(number, float) and not math.isfinite(number):
        raise FunctionError("the number is infinite")
    number = whole(number)
    if isinstance(number, float):
        return decimal_text(number)
    if number.bit_length() > MAX_DIGITS * 3.32:
        raise TooLargeError("the number")
    return str(number)


def decimal_text(number: float) -> str:
    """A float with all its decimals and without an exponent."""
    from decimal import Decimal

    return format(Decimal(repr(number)), "f")


def binary(number: Number) -> Fraction:
    """The value that Terraform has for a number: the nearest one with 512 bits."""
    value = exact(number)
    if value == 0:
        return value
    shift = _PRECISION - (abs(value.numerator).bit_length() - value.denominator.bit_length())
    return Fraction(round(value * Fraction(2) ** shift)) / Fraction(2) ** shift


def scientific(number: Number, places: int) -> tuple[str, int]:
    """The digits of a number rounded to one digit and `places` decimals, without sign, and its decimal exponent."""
    value = abs(binary(number))
    if value == 0:
        return "0" * (places + 1), 0
    exponent = len(str(value.numerator)) - len(str(value.denominator))
    if value < Fraction(10) ** exponent:
        exponent -= 1
    digits = str(round(value * Fraction(10) ** (places - exponent)))
    return (digits[: places + 1], exponent + 1) if len(digits) > places + 1 else (digits, exponent)


def significant(number: Number, digits: int | None) -> str:
    """Like `%g` of printf: at most so many significant digits, None for as many as needed, an exponent where it is shorter."""
    sign = "-" if number < 0 else ""
    places = digits or 1
    if digits is None:
        shortest = number_text(abs(number)).replace(".", "").strip("0") or "0"
        places = len(shortest)
    mantissa, exponent = scientific(number, places - 1)
    mantissa = mantissa.rstrip("0") or "0"
    limit = 6 if digits is None else len(mantissa) if places > len(mantissa) > exponent else places
    if exponent < -4 or exponent >= limit:
        return sign + exponential(mantissa, exponent)
    if exponent < 0:
        return f"{sign}0.{'0' * (-exponent - 1)}{mantissa}"
    whole, decimals = mantissa[: exponent + 1].ljust(exponent + 1, "0"), mantissa[exponent + 1 :]
    return sign + whole + (f".{decimals}" if decimals else "")


def exponential(mantissa: str, exponent: int) -> str:
    """Digits in scientific notation, with at least two digits of exponent."""
    point = f".{mantissa[1:]}" if len(mantissa) > 1 else ""
    return f"{mantissa[0]}{point}e{'-' if exponent < 0 else '+'}{abs(exponent):02d}"
