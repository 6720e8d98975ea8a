import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import TfSet, TooLargeError, call

CASES = [
    ("format", ["Hello, %s!", "Ander"], "Hello, Ander!"),
    ("format", ["There are %d lights", 4], "There are 4 lights"),
    ("format", ["%#v", "hello"], '"hello"'),
    ("format", ["%#v", True], "true"),
    ("format", ["%#v", 1], "1"),
    ("format", ["%#v", {"a": 1}], '{"a":1}'),
    ("format", ["%#v", [True]], "[true]"),
    ("format", ["%v %v %v", 1000000, 1000000.5, 123456], "1e+06 1.0000005e+06 123456"),
    ("format", ["%v %v %v", 21.5, 1e21, 0.00001], "21.5 1e+21 1e-05"),
    ("format", ["%v %v %v", 0, 100000, -0.5], "0 100000 -0.5"),
    ("format", ["%v %v", "a", [1, "a", None]], 'a [1,"a",null]'),
    ("format", ["%q %q", 'a"<', 5], '"a\\"\\u003c" "5"'),
    ("format", ["%s %s", 1000000, True], "1000000 true"),
    ("format", ["%5.2f|%-8s|%08d|%+d|% d", 3.14159, "ab", -42, 5, 5], " 3.14|ab      |-0000042|+5| 5"),
    ("format", ["%x|%X|%#x|%o|%#o|%b", 255, 255, 255, 8, 8, 5], "ff|FF|0xff|10|010|101"),
    ("format", ["%#X|%#b|%x|% x|%+x", 255, 5, -255, 255, 255], "0XFF|0b101|-ff| ff|+ff"),
    ("format", ["%e|%E|%G", 12345.678, 0.00012, 1e-10], "1.234568e+04|1.200000E-04|1E-10"),
    ("format", ["%e|%.0e|%.2e", 0, 15, 9.999], "0.000000e+00|2e+01|1.00e+01"),
    ("format", ["%.3s|%5s|%05s|%-5s|%.0s", "añbcd", "x", "x", "x", "abc"], "añb|    x|0000x|x    |abc"),
    ("format", ["%5q|%-6v|%3v|", "x", "y", 1], '  "x"|y     |  1|'),
    ("format", ["%[2]s %[1]s", "a", "b"], "b a"),
    ("format", ["%[1]s %s", "a", "b"], "a b"),
    ("format", ["%[1]s %[1]s", "a"], "a a"),
    ("format", ["%5[1]d|%.2[1]f", 7], "    7|7.00"),
    ("format", ["%d%%", "5"], "5%"),
    ("format", ["%t", "true"], "true"),
    ("format", ["%t", "1"], "true"),
    ("format", ["%.5d|%8.5d|%-8d|%08.5d|", 42, 42, 42, 42], "00042|   00042|42      |   00042|"),
    ("format", ["%.3g|%g|%g|%.10g", 1234567, 123456789, 0.00001, 1234567], "1.23e+06|1.23456789e+08|1e-05|1234567"),
    ("format", ["%.0f %.0f %.0f %.1f %f", 0.5, 1.5, 2.5, 0.35, 1], "0 2 2 0.3 1.000000"),
    ("format", ["%010.3f|%-10.3f|%+.2e|%-010d|", 3.14159, 3.14159, 31415, 3], "000003.142|3.142     |+3.14e+04|3         |"),
    ("format", ["%5t|%5v|%-5v|", True, 12, True], "true|   12|true |"),
    ("format", ["x"], "x"),
    ("format", [5], "5"),
    ("format", ["%d", 5.5], REFUSED),
    ("format", ["%d", "x"], REFUSED),
    ("format", ["%t", "yes"], REFUSED),
    ("format", ["%s", [1]], REFUSED),
    ("format", ["%s %s", "a"], REFUSED),
    ("format", ["x", "a"], REFUSED),
    ("format", ["%s", "a", "b"], REFUSED),
    ("format", ["%z", 1], REFUSED),
    ("format", ["%[0]s", "a"], REFUSED),
    ("format", ["%[2]s", "a"], REFUSED),
    ("format", ["100%"], REFUSED),
    ("format", ["% é", 1], REFUSED),
    ("format", ["%c", 1], REFUSED),
    ("formatlist", ["Hello, %s!", ["Valentina", "Ander"]], ["Hello, Valentina!", "Hello, Ander!"]),
    ("formatlist", ["%s, %s!", "Salutations", ["Valentina", "Ander"]], ["Salutations, Valentina!", "Salutations, Ander!"]),
    ("formatlist", ["%s=%d", ["a", "b"], [1, 2]], ["a=1", "b=2"]),
    ("formatlist", ["%s", []], []),
    ("formatlist", ["x"], ["x"]),
    ("formatlist", ["%s", "a"], ["a"]),
    ("formatlist", ["%s", TfSet(["b", "a"])], ["a", "b"]),
    ("formatlist", ["%v", [[1], {"a": 1}]], ["[1]", '{"a":1}']),
    ("formatlist", ["%s%s", ["a"], ["b", "c"]], REFUSED),
    ("formatlist", ["%s", [["a"]]], REFUSED),
    ("formatlist", ["%s", ["a", None]], REFUSED),
    ("formatdate", ["DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z"], "02 Jan 2018 23:12 UTC"),
    ("formatdate", ["EEEE, DD-MMM-YY hh:mm:ss ZZZ", "2018-01-02T23:12:01Z"], "Tuesday, 02-Jan-18 23:12:01 UTC"),
    ("formatdate", ["EEE, DD MMM YYYY hh:mm:ss ZZZ", "2018-01-02T23:12:01-08:00"], "Tue, 02 Jan 2018 23:12:01 -0800"),
    ("formatdate", ["MMM DD, YYYY", "2018-01-02T23:12:01Z"], "Jan 02, 2018"),
    ("formatdate", ["HH:mmaa", "2018-01-02T23:12:01Z"], "11:12pm"),
    ("formatdate", ["h'h'mm", "2018-01-02T23:12:01-08:00"], "23h12"),
    ("formatdate", ["H 'o''clock'", "2018-01-02T23:12:01-08:00"], "11 o'clock"),
    ("formatdate", ["M D h H m s AA MMMM", "2018-01-02T00:02:01Z"], "1 2 0 12 2 1 AM January"),
    ("formatdate", ["Z ZZZ ZZZZ ZZZZZ", "2018-01-02T00:02:01+05:30"], "+05:30 +0530 +0530 +05:30"),
    ("formatdate", ["Z ZZZ ZZZZ ZZZZZ", "2018-01-02T00:02:01-00:30"], "-00:30 -0030 -0030 -00:30"),
    ("formatdate", ["Z ZZZZ ''", "2018-01-02T23:12:01.5+00:00"], "Z +0000 '"),
    ("formatdate", ["", "2018-01-02T23:12:01Z"], ""),
    ("formatdate", ["é-'é'", "2018-01-02T23:12:01Z"], "é-é"),
    ("formatdate", ["q", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["YYY", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["ZZ", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["A", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["'x", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["'", "2018-01-02T23:12:01Z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-30T23:12:01Z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03 23:12:01Z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03T24:12:01Z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03T23:12:60Z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03T23:12:01"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03T23:12:01+24:00"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03t23:12:01z"], REFUSED),
    ("formatdate", ["YYYY", "2018-02-03T23:12:01,5Z"], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", "10m"], "2017-11-22T00:10:00Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", "1h30m0.5s"], "2017-11-22T01:30:00Z"),
    ("timeadd", ["2017-11-22T00:00:00.999+02:00", "-1.5h"], "2017-11-21T22:30:00+02:00"),
    ("timeadd", ["2017-11-22T00:00:00.999Z", "1ms"], "2017-11-22T00:00:01Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", "-1ns"], "2017-11-21T23:59:59Z"),
    ("timeadd", ["2017-11-22T00:00:00+00:00", "+2us3µs"], "2017-11-22T00:00:00Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", "0"], "2017-11-22T00:00:00Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", ".5m1.m"], "2017-11-22T00:01:30Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", "8760h"], "2018-11-22T00:00:00Z"),
    ("timeadd", ["2017-11-22T00:00:00Z", "1d"], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", "1"], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", ""], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", ".h"], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", "1h 2m"], REFUSED),
    ("timeadd", ["2017-11-22T00:00:00Z", "9999999h"], REFUSED),
    ("timeadd", ["2017-11-22", "1h"], REFUSED),
    ("timecmp", ["2017-11-22T00:00:00Z", "2017-11-22T00:00:00Z"], 0),
    ("timecmp", ["2017-11-22T00:00:00Z", "2017-11-22T01:00:00Z"], -1),
    ("timecmp", ["2017-11-22T01:00:00Z", "2017-11-22T00:00:00Z"], 1),
    ("timecmp", ["2017-11-22T01:00:00Z", "2017-11-22T00:00:00-01:00"], 0),
    ("timecmp", ["2017-11-22T00:00:00.5Z", "2017-11-22T00:00:00Z"], 1),
    ("timecmp", ["2017-11-22T00:00:00Z", "x"], REFUSED),
]

NULLS = [
    ("format", ["%#v", None], "null"),
    ("format", ["%v", None], "null"),
    ("format", ["%s", None], REFUSED),
    ("formatlist", ["%v", [None, 1]], ["null", "1"]),
]


@pytest.mark.parametrize("case", CASES + NULLS, ids=show)
def test_formatting(case):
    check(case)


@given(st.integers(-(10**12), 10**12), st.sampled_from("doxX"), st.sampled_from(["", "+", " ", "-", "0"]), st.sampled_from(["", "4", "20"]))
def test_integers_as_in_python(number, mode, flags, width):
    verb = f"%{flags}{width}{mode}"
    if mode == "d" or number >= 0:
        assert call("format", [verb, number], None) == verb % number


@given(st.floats(-1e15, 1e15), st.integers(0, 12), st.sampled_from("ef"))
def test_floats_as_decimals_round(number, places, mode):
    from decimal import ROUND_HALF_EVEN, Context, Decimal

    exact = Decimal(repr(number))
    if len(exact.as_tuple().digits) - 1 == places:
        return
    text = call("format", [f"%.{places}{mode}", number], None)
    assert abs(Decimal(text) - exact) <= abs(exact) * Decimal(10) ** -places if mode == "e" else Decimal(10) ** -places / 2
    assert Context(prec=60, rounding=ROUND_HALF_EVEN).create_decimal(text).is_finite()


def test_bounds():
    with pytest.raises(TooLargeError):
        call("format", ["%99999999d", 1], None)
    with pytest.raises(TooLargeError):
        call("format", ["%.9999999f", 1.5], None)
    with pytest.raises(TooLargeError):
        call("formatlist", ["%1000s", ["x"] * 10_000], None)
