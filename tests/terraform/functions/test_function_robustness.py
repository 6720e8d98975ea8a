import contextlib

from hypothesis import example, given, settings
from hypothesis import strategies as st

from obslint.terraform.functions import _FAMILIES, FileScope, FunctionError, TfSet, call

NAMES = sorted(name for names in _FAMILIES.values() for name in names.split())

TEXTS = st.sampled_from(
    [
        "",
        "a",
        "%s",
        "[a-z]+",
        "(",
        "/a/",
        "10.0.0.0/8",
        "::/0",
        "1h",
        "2018-01-02T23:12:01Z",
        "{}",
        "[1]",
        "a: b",
        "utf-8",
        "YYYY",
        "*",
        "../x",
        "aGk=",
    ]
)
ARGUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-40, 40) | st.integers() | st.floats() | TEXTS | st.text(alphabet=st.characters(), max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=3).map(TfSet) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=600)
@given(st.sampled_from(NAMES), st.lists(ARGUMENTS, max_size=4))
@example("tostring", [float("nan")])
@example("ceil", [float("inf")])
@example("max", [float("nan"), 1])
@example("jsonencode", [[float("-inf")]])
@example("toset", [[float("nan"), 1]])
@example("format", ["%d", float("inf")])
@example("sha256", ["\ud800"])
@example("yamldecode", ["\ud800"])
@example("cidrhost", ["10.0.0.0/8", 10**30])
@example("parseint", ["9" * 5000, 10])
@example("split", ["", "\ud800"])
def test_a_call_gives_data_or_refuses(tmp_path_factory, name, args):
    folder = tmp_path_factory.getbasetemp()
    with contextlib.suppress(FunctionError):
        result = call(name, args, FileScope(folder, folder, lambda path: path.read_text()))
        assert result is None or isinstance(result, bool | int | float | str | list | dict)
