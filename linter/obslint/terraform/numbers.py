"""Arithmetic on Terraform's numbers, which are decimals: `0.1 + 0.2` is `0.3`."""

import re

NUMBER = re.compile(r"[0-9](?:[0-9]|\.[0-9]|[eE][+-]?[0-9])*")
"""A number as HCL's scanner takes it."""

Number = int | float


def literal_number(text: str) -> Number | None:
    """The number that a literal writes, or None."""
    if text.isdecimal() and len(text) < 4000:
        return int(text)
    found = NUMBER.fullmatch(text)
    if found is None or text.count(".") > 1:
        return None
    return parsed(text)


def parsed(text: str) -> Number | None:
    """The number that a text converts to, or None."""
    from obslint.terraform.functions.data import FunctionError
    from obslint.terraform.functions.decimals import parse_number

    try:
        return parse_number(text)
    except FunctionError:
        return None


def calculate(symbol: str, one: Number, other: Number) -> Number | None:
    """The result of `+`, `-`, `*`, `/` or `%`; None for a division by zero, and for what is too large. `x % 0` is x, as in Terraform."""
    if symbol in {"/", "%"} and not other:
        return one if symbol == "%" else None
    if isinstance(one, int) and isinstance(other, int) and symbol in {"+", "-", "*"} and max(abs(one), abs(other)) < 2**63:
        return one + other if symbol == "+" else one - other if symbol == "-" else one * other
    from obslint.terraform.functions.data import FunctionError
    from obslint.terraform.functions.decimals import exact, from_exact

    a, b = exact(one), exact(other)
    try:
        if symbol == "%":
            return from_exact(a - b * int(a / b))
        return from_exact(a + b if symbol == "+" else a - b if symbol == "-" else a * b if symbol == "*" else a / b)
    except FunctionError:
        return None


def text_of(number: Number) -> str:
    """A number as text, never with an exponent."""
    if isinstance(number, int):
        return str(number)
    from obslint.terraform.functions.decimals import number_text

    return number_text(number)
