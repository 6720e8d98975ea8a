import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import FunctionError, TfSet, call

CASES = [
    ("abs", [23], 23),
    ("abs", [0], 0),
    ("abs", [-12.4], 12.4),
    ("abs", ["-5"], 5),
    ("abs", ["five"], REFUSED),
    ("abs", [True], REFUSED),
    ("abs", [None], REFUSED),
    ("abs", [], REFUSED),
    ("abs", [1, 2], REFUSED),
    ("abs", [[1]], REFUSED),
    ("ceil", [5], 5),
    ("ceil", [5.1], 6),
    ("ceil", [-1.5], -1),
    ("floor", [5], 5),
    ("floor", [4.9], 4),
    ("floor", [-1.5], -2),
    ("log", [50, 10], 1.6989700043360185),
    ("log", [16, 2], 4),
    ("log", [1, 10], 0),
    ("log", [-1, 10], REFUSED),
    ("max", [12, 54, 3], 54),
    ("max", ["5", 10], 10),
    ("max", [0.5, -1], 0.5),
    ("max", [], REFUSED),
    ("min", [12, 54, 3], 3),
    ("min", [-1.5, "-2"], -2),
    ("min", [], REFUSED),
    ("parseint", ["100", 10], 100),
    ("parseint", ["FF", 16], 255),
    ("parseint", ["-10", 16], -16),
    ("parseint", ["+7", 8], 7),
    ("parseint", ["1011111011101111", 2], 48879),
    ("parseint", ["aA", 62], 656),
    ("parseint", ["zZ", 62], 2231),
    ("parseint", ["12", 2], REFUSED),
    ("parseint", ["0x1f", 16], REFUSED),
    ("parseint", ["1_0", 10], REFUSED),
    ("parseint", [" 1", 10], REFUSED),
    ("parseint", ["", 10], REFUSED),
    ("parseint", ["-", 10], REFUSED),
    ("parseint", [5, 10], REFUSED),
    ("parseint", ["1", 1], REFUSED),
    ("parseint", ["1", 63], REFUSED),
    ("parseint", ["1", 1.5], REFUSED),
    ("pow", [3, 2], 9),
    ("pow", [4, 0], 1),
    ("pow", [2, 0.5], 1.4142135623730951),
    ("pow", [2, -1], 0.5),
    ("pow", [-1, 0.5], REFUSED),
    ("signum", [-13], -1),
    ("signum", [0], 0),
    ("signum", [344], 1),
    ("signum", [0.5], REFUSED),
    ("sum", [[10, 13, 6, 4.5]], 33.5),
    ("sum", [["1", 2]], 3),
    ("sum", [[0.1, 0.2]], 0.3),
    ("sum", [[1.5, 1.5]], 3),
    ("sum", [TfSet([1, 2])], 3),
    ("sum", [[]], REFUSED),
    ("sum", [[1, None]], REFUSED),
    ("sum", [[True]], REFUSED),
    ("sum", [{"a": 1}], REFUSED),
    ("sum", ["12"], REFUSED),
    ("range", [3], [0, 1, 2]),
    ("range", [-3], [0, -1, -2]),
    ("range", [0], []),
    ("range", [1, 4], [1, 2, 3]),
    ("range", [4, 1], [4, 3, 2]),
    ("range", [1, 8, 2], [1, 3, 5, 7]),
    ("range", [1, 4, 0.5], [1, 1.5, 2, 2.5, 3, 3.5]),
    ("range", [10, 5, -2], [10, 8, 6]),
    ("range", [1, 1, -1], []),
    ("range", [1, 4, -1], REFUSED),
    ("range", [4, 1, 1], REFUSED),
    ("range", [1, 4, 0], REFUSED),
    ("range", [1024], list(range(1024))),
    ("range", [1025], REFUSED),
    ("range", [], REFUSED),
    ("range", [1, 2, 3, 4], REFUSED),
]


@pytest.mark.parametrize("case", CASES, ids=show)
def test_numeric(case):
    check(case)


def test_an_infinite_result_is_refused():
    for name, args in (("pow", [2, 1024]), ("log", [0, 10]), ("log", [2, 1])):
        with pytest.raises(FunctionError):
            call(name, args, None)


@given(st.integers(-(10**40), 10**40), st.integers(2, 36))
def test_parseint_reads_what_python_reads(number, base):
    digits = ""
    rest = abs(number)
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    assert call("parseint", [("-" if number < 0 else "") + digits, base], None) == number


@given(st.lists(st.integers(-(10**9), 10**9) | st.decimals(-1000, 1000, places=3).map(float), min_size=1))
def test_sum_is_that_of_the_decimals_shown(numbers):
    from decimal import Decimal

    assert call("sum", [numbers], None) == float(sum(Decimal(repr(number)) for number in numbers))


@given(st.integers(-100, 100), st.integers(-100, 100), st.integers(1, 9))
def test_range_goes_as_pythons(start, end, step):
    sign = -1 if end < start else 1
    assert call("range", [start, end, step * sign], None) == list(range(start, end, step * sign))
