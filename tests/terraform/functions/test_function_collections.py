import pytest
from function_checks import REFUSED, check, shape, show
from hypothesis import given
from hypothesis import strategies as st

from obslint.terraform.functions import TfSet, TooLargeError, call

CASES = [
    ("alltrue", [["true", True]], True),
    ("alltrue", [[True, False]], False),
    ("alltrue", [[]], True),
    ("alltrue", [[True, None]], False),
    ("alltrue", [["yes"]], REFUSED),
    ("anytrue", [["true"]], True),
    ("anytrue", [[True, False]], True),
    ("anytrue", [[]], False),
    ("anytrue", [[None, "0"]], False),
    ("anytrue", [[1]], REFUSED),
    ("chunklist", [["a", "b", "c", "d", "e"], 2], [["a", "b"], ["c", "d"], ["e"]]),
    ("chunklist", [["a", "b"], 1], [["a"], ["b"]]),
    ("chunklist", [["a", "b"], 0], [["a", "b"]]),
    ("chunklist", [[], 0], []),
    ("chunklist", [[], 2], []),
    ("chunklist", [["a"], -1], REFUSED),
    ("chunklist", [["a", 1, True], 2], [["a", "1"], ["true"]]),
    ("coalesce", ["a", "b"], "a"),
    ("coalesce", ["", "b"], "b"),
    ("coalesce", [1, 2], 1),
    ("coalesce", [0, 2], 0),
    ("coalesce", [False, True], False),
    ("coalesce", [1, "hello"], "1"),
    ("coalesce", [True, "hello"], "true"),
    ("coalesce", ["", None, 5, "x"], "5"),
    ("coalesce", [None, None], REFUSED),
    ("coalesce", ["", ""], REFUSED),
    ("coalesce", [{}, "hello"], REFUSED),
    ("coalesce", [[1], "hello"], REFUSED),
    ("coalesce", [], REFUSED),
    ("coalesce", [[], ["a"]], []),
    ("coalescelist", [["a", "b"], ["c", "d"]], ["a", "b"]),
    ("coalescelist", [[], ["c", "d"]], ["c", "d"]),
    ("coalescelist", [[1], ["c"]], [1]),
    ("coalescelist", [[], []], REFUSED),
    ("coalescelist", [], REFUSED),
    ("coalescelist", ["a"], REFUSED),
    ("compact", [["a", "", "b", None, "c"]], ["a", "b", "c"]),
    ("compact", [[1, ""]], ["1"]),
    ("compact", [[[]]], REFUSED),
    ("concat", [["a", ""], ["b", "c"]], ["a", "", "b", "c"]),
    ("concat", [["a"], [1], [True]], ["a", 1, True]),
    ("concat", [[]], []),
    ("concat", [], REFUSED),
    ("concat", [TfSet(["a"])], REFUSED),
    ("concat", [["a"], None], REFUSED),
    ("concat", [["a"], "b"], REFUSED),
    ("contains", [["a", "b", "c"], "a"], True),
    ("contains", [["a", "b", "c"], "d"], False),
    ("contains", [["1"], 1], False),
    ("contains", [[True], "true"], False),
    ("contains", [[1], True], False),
    ("contains", [[], "a"], False),
    ("contains", [TfSet(["a"]), "a"], True),
    ("contains", [[{"a": 1}], {"a": 1}], True),
    ("contains", ["abc", "a"], REFUSED),
    ("contains", [{"a": 1}, "a"], REFUSED),
    ("contains", [None, "a"], REFUSED),
    ("distinct", [["a", "b", "a", "c", "d", "b"]], ["a", "b", "c", "d"]),
    ("distinct", [[1, "1", None]], ["1", None]),
    ("distinct", [[[1], ["1"]]], [["1"]]),
    ("distinct", [[True, 1]], REFUSED),
    ("distinct", [TfSet(["b", "a"])], ["a", "b"]),
    ("distinct", [[{"a": 1}, {"a": 1, "b": 2}, {"a": 1}]], [{"a": 1}, {"a": 1, "b": 2}]),
    ("distinct", [{}], REFUSED),
    ("element", [["a", "b", "c"], 1], "b"),
    ("element", [["a", "b", "c"], 3], "a"),
    ("element", [["a", 2], "1"], 2),
    ("element", [[], 0], REFUSED),
    ("element", [["a"], 0.5], REFUSED),
    ("element", [TfSet(["a"]), 0], REFUSED),
    ("element", [{"a": 1}, 0], REFUSED),
    ("flatten", [[["a", "b"], [], ["c"]]], ["a", "b", "c"]),
    ("flatten", [[[["a", "b"], []], ["c"]]], ["a", "b", "c"]),
    ("flatten", [[1, [TfSet(["b", "a"]), [[]]], {"a": [1]}, None]], [1, "a", "b", {"a": [1]}, None]),
    ("flatten", [[]], []),
    ("flatten", ["a"], REFUSED),
    ("flatten", [{}], REFUSED),
    ("index", [["a", "b", "c"], "b"], 1),
    ("index", [["a"], "b"], REFUSED),
    ("index", [[1], "1"], REFUSED),
    ("index", [[True, 1], 1], 1),
    ("index", [[], "a"], REFUSED),
    ("index", [TfSet([1]), 1], REFUSED),
    ("length", [[]], 0),
    ("length", [["a", "b"]], 2),
    ("length", [{"a": "b"}], 1),
    ("length", [TfSet(["a", "a"])], 1),
    ("length", [5], REFUSED),
    ("length", [None], REFUSED),
    ("matchkeys", [["i-123", "i-abc", "i-def"], ["us-west", "us-east", "us-east"], ["us-east"]], ["i-abc", "i-def"]),
    ("matchkeys", [["a", "b"], [1, 2], ["2"]], ["b"]),
    ("matchkeys", [["a"], ["x"], []], []),
    ("matchkeys", [["a"], ["x", "y"], ["x"]], REFUSED),
    ("matchkeys", [["a"], ["x"], [["x"]]], REFUSED),
    ("one", [[]], None),
    ("one", [["hello"]], "hello"),
    ("one", [["hello", "goodbye"]], REFUSED),
    ("one", [TfSet([])], None),
    ("one", [TfSet(["hello"])], "hello"),
    ("one", [TfSet(["hello", "goodbye"])], REFUSED),
    ("one", [None], REFUSED),
    ("one", ["a"], REFUSED),
    ("reverse", [[1, 2, 3]], [3, 2, 1]),
    ("reverse", [[1, "a"]], ["a", 1]),
    ("reverse", [TfSet(["b", "a"])], ["b", "a"]),
    ("reverse", ["abc"], REFUSED),
    ("slice", [["a", "b", "c", "d"], 1, 3], ["b", "c"]),
    ("slice", [["a"], 0, 0], []),
    ("slice", [["a"], 1, 1], []),
    ("slice", [["a"], 0, 2], REFUSED),
    ("slice", [["a", "b"], 2, 1], REFUSED),
    ("slice", [["a"], -1, 1], REFUSED),
    ("slice", [TfSet(["a"]), 0, 1], REFUSED),
    ("slice", ["abc", 0, 1], REFUSED),
    ("sort", [["e", "d", "a", "x"]], ["a", "d", "e", "x"]),
    ("sort", [[3, 10, 2]], ["10", "2", "3"]),
    ("sort", [["b", "B", "é", "a", "\U0001f600", "\uffee"]], ["B", "a", "b", "é", "\uffee", "\U0001f600"]),
    ("sort", [["a", None]], REFUSED),
    ("sort", [[["a"]]], REFUSED),
    ("sort", [None], REFUSED),
    ("keys", [{"c": 2, "a": 1, "d": 3}], ["a", "c", "d"]),
    ("keys", [{}], []),
    ("keys", [["a"]], REFUSED),
    ("keys", [None], REFUSED),
    ("values", [{"a": 3, "c": 2, "d": 1}], [3, 2, 1]),
    ("values", [{"b": 1, "a": "x"}], ["x", 1]),
    ("values", [["a"]], REFUSED),
    ("lookup", [{"a": "ay", "b": "bee"}, "a", "what?"], "ay"),
    ("lookup", [{"a": "ay", "b": "bee"}, "c", "what?"], "what?"),
    ("lookup", [{"a": "ay"}, "a"], "ay"),
    ("lookup", [{"a": None}, "a", "x"], None),
    ("lookup", [{"1": "ay"}, 1], "ay"),
    ("lookup", [{"a": "ay"}, "b", None], None),
    ("lookup", [{"a": "x"}, "b", 5], 5),
    ("lookup", [{"a": "ay"}, "c"], REFUSED),
    ("lookup", [{"a": "ay"}, "c", "x", "y"], REFUSED),
    ("lookup", [["a"], "0"], REFUSED),
    ("lookup", [{"a": "ay"}, None, "x"], REFUSED),
    ("merge", [{"a": "b", "c": "d"}, {"e": "f", "c": "z"}], {"a": "b", "c": "z", "e": "f"}),
    ("merge", [{"a": "b"}, {"a": [1, 2], "c": "z"}, {"d": 3}], {"a": [1, 2], "c": "z", "d": 3}),
    ("merge", [], {}),
    ("merge", [{"a": {"b": 1}}, {"a": {"c": 2}}], {"a": {"c": 2}}),
    ("merge", [{"a": 1}, ["b"]], REFUSED),
    ("merge", ["a"], REFUSED),
    ("transpose", [{"a": ["1", "2"], "b": ["2", "3"]}], {"1": ["a"], "2": ["a", "b"], "3": ["b"]}),
    ("transpose", [{"b": [1], "a": [1]}], {"1": ["a", "b"]}),
    ("transpose", [{"a": ["x", "x"]}], {"x": ["a", "a"]}),
    ("transpose", [{}], {}),
    ("transpose", [{"a": [None]}], REFUSED),
    ("transpose", [{"a": "x"}], REFUSED),
    ("zipmap", [["a", "b"], [1, 2]], {"a": 1, "b": 2}),
    ("zipmap", [[1, 2], ["a", True]], {"1": "a", "2": True}),
    ("zipmap", [["a", "a"], [1, 2]], {"a": 2}),
    ("zipmap", [[], []], {}),
    ("zipmap", [["a"], [1, 2]], REFUSED),
    ("zipmap", [["a"], TfSet([1])], REFUSED),
    ("zipmap", [[None], [1]], REFUSED),
    ("setintersection", [["a", "b"], ["b", "c"], ["b", "d"]], TfSet(["b"])),
    ("setintersection", [["a"], []], TfSet()),
    ("setintersection", [[1, 2], ["2"]], TfSet(["2"])),
    ("setintersection", [["b", "a", "b"]], TfSet(["a", "b"])),
    ("setintersection", [["a"], [["a"]]], REFUSED),
    ("setintersection", [], REFUSED),
    ("setsubtract", [["a", "b", "c"], ["a", "c"]], TfSet(["b"])),
    ("setsubtract", [[1, "x"], ["1"]], TfSet(["x"])),
    ("setsubtract", [["a"]], REFUSED),
    ("setunion", [["a", "b"], ["b", "c"], ["d"]], TfSet(["a", "b", "c", "d"])),
    ("setunion", [[10, 9], [9, 1]], TfSet([1, 9, 10])),
    ("setunion", [["a"], [1]], TfSet(["1", "a"])),
    ("setunion", [["a"], [True], {}], REFUSED),
    ("setunion", [[True], [1]], REFUSED),
    (
        "setproduct",
        [["development", "staging"], ["app1", "app2"]],
        [["development", "app1"], ["development", "app2"], ["staging", "app1"], ["staging", "app2"]],
    ),
    ("setproduct", [["staging", "production"], ["a", 2]], [["staging", "a"], ["staging", "2"], ["production", "a"], ["production", "2"]]),
    ("setproduct", [["a"], [1]], [["a", 1]]),
    ("setproduct", [["a", "b"], []], []),
    ("setproduct", [TfSet(["b", "a"]), ["x"]], TfSet([["a", "x"], ["b", "x"]])),
    ("setproduct", [["a"]], REFUSED),
    ("setproduct", [["a"], "b"], REFUSED),
    ("setproduct", [["a"], [True, 1]], REFUSED),
]

NEWER = [
    ("contains", [[1, None], None], True),
    ("contains", [[1], None], False),
    ("element", [["a", "b", "c"], -1], "c"),
    ("element", [["a", "b"], -3], "b"),
    ("list", ["a", 1], ["a", "1"]),
    ("map", ["a", 1, "b", "x"], {"a": "1", "b": "x"}),
    ("map", ["a"], REFUSED),
    ("merge", [{"a": 1}, None], {"a": 1}),
    ("coalescelist", [None, ["a"]], ["a"]),
    ("setunion", [[{"a": 1}], [{"a": 1}, {"a": 2}]], TfSet([{"a": 1}, {"a": 2}])),
]
"""What Terraform 1.11 refuses and other versions take, and what it shows as unknown where the type of null is open."""


@pytest.mark.parametrize("case", CASES + NEWER, ids=show)
def test_collections(case):
    check(case)


def test_sets_have_the_order_of_terraform():
    assert list(TfSet(["b", "a", "b", "B"])) == ["B", "a", "b"]
    assert list(TfSet([10, 9.5, 9, 9])) == [9, 9.5, 10]
    assert list(TfSet([True, False])) == [False, True]
    assert list(TfSet(["a", None])) == ["a", None]
    assert list(TfSet([{"b": 1}, {"b": 1}])) == [{"b": 1}]


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
STRINGS = st.lists(st.text(max_size=4))


@given(STRINGS)
def test_sort_orders_and_keeps_every_string(strings):
    ordered = call("sort", [strings], None)
    assert sorted(strings) == ordered
    assert call("sort", [ordered], None) == ordered


@given(st.lists(PLAIN))
def test_distinct_is_idempotent_and_loses_nothing(items):
    from obslint.terraform.functions.convert import unify

    if unify(items) is None:
        return
    once = call("distinct", [items], None)
    assert shape(call("distinct", [once], None)) == shape(once)
    assert shape(TfSet(once)) == shape(call("toset", [items], None))


@given(STRINGS, STRINGS, STRINGS)
def test_laws_of_sets(a, b, c):
    union = call("setunion", [a, b], None)
    common = call("setintersection", [a, b], None)
    assert union == call("setunion", [b, a], None)
    assert common == call("setintersection", [b, a], None)
    assert call("setunion", [call("setunion", [a, b], None), c], None) == call("setunion", [a, b, c], None)
    assert call("setunion", [call("setsubtract", [a, b], None), common], None) == call("toset", [a], None)
    assert call("setintersection", [call("setsubtract", [a, b], None), b], None) == TfSet()


@given(STRINGS, STRINGS)
def test_product_has_all_pairs(a, b):
    assert len(call("setproduct", [a, b], None)) == len(a) * len(b)


@given(st.dictionaries(st.text(max_size=3), PLAIN))
def test_zipmap_undoes_keys_and_values(fields):
    assert shape(call("zipmap", [call("keys", [fields], None), call("values", [fields], None)], None)) == shape(fields)


@given(st.lists(st.integers()), st.integers(1, 5))
def test_flatten_undoes_chunklist(items, size):
    assert call("flatten", [call("chunklist", [items, size], None)], None) == items


def test_bounds():
    many = list(range(2000))
    with pytest.raises(TooLargeError):
        call("setproduct", [many, many], None)
    nested = ["x"] * 100
    for _ in range(4):
        nested = [nested] * 100
    for name in ("flatten", "jsonencode", "yamlencode", "tolist", "reverse"):
        with pytest.raises(TooLargeError):
            call(name, [nested], None)
    with pytest.raises(TooLargeError):
        call("concat", [[1] * 600_000, [1] * 600_000], None)
    deep: list = []
    for _ in range(5000):
        deep = [deep]
    for name in ("flatten", "jsonencode", "tolist", "distinct"):
        with pytest.raises(TooLargeError):
            call(name, [deep], None)
