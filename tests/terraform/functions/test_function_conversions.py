import pytest
from function_checks import REFUSED, check, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import FunctionError, TfSet, TooLargeError, UndecidedError, call

CASES = [
    ("tobool", [True], True),
    ("tobool", ["true"], True),
    ("tobool", ["0"], False),
    ("tobool", ["no"], REFUSED),
    ("tobool", ["True"], REFUSED),
    ("tobool", [1], REFUSED),
    ("tobool", [[]], REFUSED),
    ("tonumber", [1], 1),
    ("tonumber", ["1"], 1),
    ("tonumber", ["1e3"], 1000),
    ("tonumber", ["1E-3"], 0.001),
    ("tonumber", ["+5"], 5),
    ("tonumber", ["-0.50"], -0.5),
    ("tonumber", [".5"], 0.5),
    ("tonumber", ["5."], 5),
    ("tonumber", ["1p3"], 8),
    ("tonumber", ["1.5p-1"], 0.75),
    ("tonumber", ["010"], 10),
    ("tonumber", ["no"], REFUSED),
    ("tonumber", [""], REFUSED),
    ("tonumber", ["."], REFUSED),
    ("tonumber", [" 1"], REFUSED),
    ("tonumber", ["1_000"], REFUSED),
    ("tonumber", ["0x10"], REFUSED),
    ("tonumber", ["1,5"], REFUSED),
    ("tonumber", ["٣"], REFUSED),
    ("tonumber", ["NaN"], REFUSED),
    ("tonumber", [True], REFUSED),
    ("tostring", ["hello"], "hello"),
    ("tostring", [1], "1"),
    ("tostring", [True], "true"),
    ("tostring", [100000000000000000000000000000], "100000000000000000000000000000"),
    ("tostring", [1e40], "1" + "0" * 40),
    ("tostring", [1.5e-10], "0.00000000015"),
    ("tostring", [12.30], "12.3"),
    ("tostring", [-2.0], "-2"),
    ("tostring", [[]], REFUSED),
    ("tostring", [{}], REFUSED),
    ("tolist", [["a", "b", "c"]], ["a", "b", "c"]),
    ("tolist", [["a", "b", 3]], ["a", "b", "3"]),
    ("tolist", [["a", True, 1.5, None]], ["a", "true", "1.5", None]),
    ("tolist", [TfSet(["b", "a"])], ["a", "b"]),
    ("tolist", [[1, None]], [1, None]),
    ("tolist", [[True, 1]], REFUSED),
    ("tolist", [["a", ["b"]]], REFUSED),
    ("tolist", [[{"a": 1}, ["b"]]], REFUSED),
    ("tolist", ["a"], REFUSED),
    ("tolist", [{"a": 1}], REFUSED),
    ("tolist", [[[1, "a"], ["2", True]]], [["1", "a"], ["2", "true"]]),
    ("tolist", [[[1], ["a", "b"]]], [["1"], ["a", "b"]]),
    ("tolist", [[[1, "a"], [2, "b"]]], [[1, "a"], [2, "b"]]),
    ("tolist", [[[], [1]]], [[], [1]]),
    ("tolist", [[{"a": 1}, {"a": "x"}]], [{"a": "1"}, {"a": "x"}]),
    ("tolist", [[{"a": 1}, {"b": "x"}]], [{"a": "1"}, {"b": "x"}]),
    ("tolist", [[{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]], [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]),
    ("tolist", [[{"a": 1}, {"b": True}]], REFUSED),
    ("tolist", [[{"a": [1]}, {"a": ["x", "y"]}]], [{"a": ["1"]}, {"a": ["x", "y"]}]),
    ("toset", [["a", "b", "c"]], TfSet(["a", "b", "c"])),
    ("toset", [["a", "b", 3]], TfSet(["3", "a", "b"])),
    ("toset", [["c", "b", "b"]], TfSet(["b", "c"])),
    ("toset", [[1, "1"]], TfSet(["1"])),
    ("toset", [[]], TfSet()),
    ("toset", [[[1, 2], [1]]], TfSet([[1, 2], [1]])),
    ("toset", [[["b", 1], ["a", 10], ["a", 9]]], TfSet([["a", 10], ["a", 9], ["b", 1]])),
    ("toset", [[{"a": 2}, {"a": 10}]], TfSet([{"a": 10}, {"a": 2}])),
    ("toset", [[True, 1]], REFUSED),
    ("toset", ["a"], REFUSED),
    ("tomap", [{"a": 1, "b": 2}], {"a": 1, "b": 2}),
    ("tomap", [{"a": "foo", "b": True}], {"a": "foo", "b": "true"}),
    ("tomap", [{}], {}),
    ("tomap", [{"a": [1], "b": "x"}], REFUSED),
    ("tomap", [[1]], REFUSED),
    ("nonsensitive", ["clear"], "clear"),
]

OTHERS = [
    ("tobool", [None], None),
    ("tonumber", [None], None),
    ("tostring", [None], None),
    ("tolist", [None], None),
    ("toset", [None], None),
    ("tomap", [None], None),
    ("tolist", [[{"a": 1}, None]], [{"a": 1}, None]),
    ("toset", [["a", None]], TfSet(["a", None])),
    ("sensitive", [[1]], [1]),
    ("nonsensitive", [None], None),
    ("assumeequal", [1, 1], 1),
    ("assumeequal", [1, 2], REFUSED),
    ("assumenotnull", ["a"], "a"),
    ("assumenotnull", [None], REFUSED),
    ("assumestringprefix", ["vpc-1", "vpc-"], "vpc-1"),
    ("assumestringprefix", ["vpc-1", "sg-"], REFUSED),
    ("assumelistlength", [["a"], 1, 2], ["a"]),
    ("assumelistlengthmin", [["a"], 2], REFUSED),
    ("assumelistlengthmax", [["a"], 0], REFUSED),
    ("assumesetlength", [["a", "a"], 1, 1], TfSet(["a"])),
    ("assumesetlengthmin", [["a"], 1], TfSet(["a"])),
    ("assumesetlengthmax", [["a"], 1], TfSet(["a"])),
    ("assumemaplength", [{"a": 1}, 2, 3], REFUSED),
    ("assumemaplengthmin", [{"a": 1}, 1], {"a": 1}),
    ("assumemaplengthmax", [{"a": 1}, 1], {"a": 1}),
]


@pytest.mark.parametrize("case", CASES + OTHERS, ids=show)
def test_conversions(case):
    check(case)


@given(st.integers(-(10**50), 10**50) | st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_survives_its_string(number):
    text = call("tostring", [number], None)
    assert "e" not in text
    again = call("tonumber", [text], None)
    assert again == number if isinstance(number, int) else float(again) == number


def test_numbers_have_bounds():
    for text in ("1e999999999", "1e-999999999", "9" * 100_000, "1e5000"):
        with pytest.raises(TooLargeError):
            call("tonumber", [text], None)
    with pytest.raises(TooLargeError):
        call("tostring", [10**5000], None)
    with pytest.raises(FunctionError):
        call("tostring", [float("inf")], None)


def test_messages_name_the_parameter():
    with pytest.raises(FunctionError, match='"index": value must be a whole number'):
        call("element", [["a"], 0.5], None)
    with pytest.raises(FunctionError, match='missing value for "index"'):
        call("element", [["a"]], None)
    with pytest.raises(FunctionError, match='"list": argument must not be null'):
        call("element", [None, 1], None)
    with pytest.raises(FunctionError, match='"list": list of string required'):
        call("sort", [{}], None)
    with pytest.raises(FunctionError, match="takes 2 arguments, not 3"):
        call("element", [["a"], 1, 2], None)


def test_what_cannot_be_known_is_undecided():
    for name in ("timestamp", "uuid", "plantimestamp", "bcrypt", "abspath", "issensitive", "rsadecrypt"):
        with pytest.raises(UndecidedError):
            call(name, [], None)


def test_unknown_names():
    from obslint.terraform.functions import IMPURE, is_function

    assert is_function("abs")
    assert is_function("timestamp")
    assert "timestamp" in IMPURE
    assert "abs" not in IMPURE
    assert not is_function("try")
    assert not is_function("FUNCTIONS")
    with pytest.raises(FunctionError, match="no such function"):
        call("nope", [], None)


def test_every_listed_function_is_there():
    from importlib import import_module

    from obslint.terraform.functions import _families
    from obslint.terraform.functions.signature import parameters

    families = {family: import_module(f"obslint.terraform.functions.{family}").FUNCTIONS for family in _families().values()}
    assert {name: family for family, functions in families.items() for name in functions} == _families()
    for functions in families.values():
        for function in functions.values():
            assert all(parameter.type.name for parameter in parameters(function.signature))


def test_families_load_when_they_are_called():
    import subprocess
    import sys

    code = (
        "import sys; from obslint.terraform.functions import call; call('abs', [1], None);"
        "print(*sorted(name for name in sys.modules if name.startswith('obslint.terraform.functions.')))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in result.stdout.split()}
    assert loaded == {"convert", "data", "decimals", "numeric", "scope", "signature"}
