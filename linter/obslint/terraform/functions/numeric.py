"""Numeric functions."""

import math
import string

from obslint.terraform.functions.convert import as_number
from obslint.terraform.functions.data import Data, FunctionError
from obslint.terraform.functions.decimals import MAX_DIGITS, Number, exact, from_exact, from_float
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

MAX_RANGE = 1024
"""Terraform's own limit for `range`."""

_DIGITS = string.digits + string.ascii_lowercase + string.ascii_uppercase


@FUNCTIONS.define("num: number")
def abs_(num: Number) -> Data:
    """`abs(-1)` is 1."""
    return abs(num)


@FUNCTIONS.define("num: number")
def ceil(num: Number) -> Data:
    """The next whole number."""
    return math.ceil(exact(num))


@FUNCTIONS.define("num: number")
def floor(num: Number) -> Data:
    """The whole number before."""
    return math.floor(exact(num))


@FUNCTIONS.define("num: number, base: number")
def log(num: Number, base: Number) -> Data:
    """The logarithm to a base, in floating point as Terraform has it."""
    try:
        return from_float(math.log(num) / math.log(base))
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        raise FunctionError("the logarithm is not a finite number") from error


@FUNCTIONS.define("num: number, power: number")
def pow_(num: Number, power: Number) -> Data:
    """A power, in floating point as Terraform has it."""
    try:
        return from_float(math.pow(num, power))
    except (ValueError, OverflowError) as error:
        raise FunctionError("the power is not a finite number") from error


@FUNCTIONS.define("num: whole")
def signum(num: int) -> Data:
    """-1, 0 or 1."""
    return (num > 0) - (num < 0)


@FUNCTIONS.define("*numbers: number")
def max_(*numbers: Number) -> Data:
    """The greatest number."""
    if not numbers:
        raise FunctionError("must pass at least one number")
    return max(numbers)


@FUNCTIONS.define("*numbers: number")
def min_(*numbers: Number) -> Data:
    """The smallest number."""
    if not numbers:
        raise FunctionError("must pass at least one number")
    return min(numbers)


@FUNCTIONS.define("number: any, base: whole")
def parseint(number: Data, base: int) -> Data:
    """The integer that a string is in a base from 2 to 62; lower-case digits come before upper-case ones above base 36."""
    if not isinstance(number, str):
        raise FunctionError("first argument must be a string")
    if not 2 <= base <= 62:
        raise FunctionError("base must be a whole number between 2 and 62 inclusive")
    digits = number[1:] if number[:1] in {"+", "-"} else number
    allowed = _DIGITS[:base]
    plain = digits if base > 36 else digits.lower()
    if not plain or not set(plain) <= set(allowed) or len(plain) > MAX_DIGITS:
        raise FunctionError(f'cannot parse "{number}" as a base {base} integer')
    value = 0
    for digit in plain:
        value = value * base + allowed.index(digit)
    return -value if number.startswith("-") else value


@FUNCTIONS.define("list: any")
def sum_(numbers: Data) -> Data:
    """The sum of a list or set of numbers."""
    if not isinstance(numbers, list | dict):
        raise FunctionError("cannot sum noniterable")
    if not numbers:
        raise FunctionError("cannot sum an empty list")
    if not isinstance(numbers, list) or None in numbers:
        raise FunctionError("argument must be list, set, or tuple of number values")
    return from_exact(sum((exact(as_number(number)) for number in numbers), start=exact(0)))


@FUNCTIONS.define("*params: number")
def range_(*params: Number) -> Data:
    """Numbers from a start up or down to a limit, which is left out, by a step."""
    if not 1 <= len(params) <= 3:
        raise FunctionError("must have one, two, or three arguments")
    start, end = (exact(0), exact(params[0])) if len(params) == 1 else (exact(params[0]), exact(params[1]))
    step = exact(params[2]) if len(params) == 3 else exact(-1 if end < start else 1)
    if step == 0:
        raise FunctionError("step must not be zero")
    if (end > start) if step < 0 else (end < start):
        raise FunctionError(
            f"end must be {'less' if step < 0 else 'greater'} than start when step is {'negative' if step < 0 else 'positive'}"
        )
    count = max(0, math.ceil((end - start) / step))
    if count > MAX_RANGE:
        raise FunctionError(f"more than {MAX_RANGE} values were generated")
    return [from_exact(start + index * step) for index in range(count)]
