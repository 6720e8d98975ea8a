import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.source import SourceFile
from obslint.source.jsontree import MAX_DEPTH, JsonArray, JsonNode, JsonObject, JsonScalar, JsonSyntaxError, parse_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


def parse(text: str) -> JsonNode:
    return parse_json(SourceFile("t.json", text))


def plain(node: JsonNode) -> object:
    if isinstance(node, JsonScalar):
        return node.value
    if isinstance(node, JsonArray):
        return [plain(item) for item in node.items]
    return {member.key: plain(member.node) for member in node.members}


def nodes(node: JsonNode) -> list[JsonNode]:
    inner = node.items if isinstance(node, JsonArray) else [m.node for m in node.members] if isinstance(node, JsonObject) else []
    return [node, *(found for item in inner for found in nodes(item))]


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans(), st.sampled_from(["", "\n", "\r\n  "]))
def test_values_are_those_of_json_and_spans_are_exact(value: object, indent: object, ascii_only: bool, around: str) -> None:
    text = around + json.dumps(value, indent=indent, ensure_ascii=ascii_only) + around  # type: ignore[arg-type]
    root = parse(text)
    wanted = json.loads(text)
    if "\\ud" not in text:  # lone surrogates are replaced, so that a message can always be printed
        assert plain(root) == wanted
    for node in nodes(root):
        again = parse(text[node.start : node.end])
        assert plain(again) == plain(node)
        assert text[node.start : node.end].strip() == text[node.start : node.end]
        if isinstance(node, JsonObject):
            for member in node.members:
                assert plain(parse(text[member.key_span.start : member.key_span.end])) == member.key


def test_duplicate_keys_are_kept() -> None:
    root = parse('{"a": 1, "a": 2}')
    assert isinstance(root, JsonObject)
    assert [(member.key, plain(member.node)) for member in root.members] == [("a", 1), ("a", 2)]


def test_a_lone_surrogate_can_be_printed() -> None:
    root = parse(r'"\ud800 \ud83d\ude00"')
    assert isinstance(root, JsonScalar)
    assert root.value == "\ufffd 😀"


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("", "the file is empty", 0),
        ('{"a": 1,}', "a comma stands before '}'", 8),
        ("[1,\n]", "a comma stands before ']'", 4),
        ('{"a" 1}', 'expected \':\' after the key "a", found "1"', 5),
        ('{"a": 1 "b": 2}', "expected ',' or '}', found \"\\\"\"", 8),
        ("{a: 1}", 'expected a key in double quotes, found "a"', 1),
        ('{"a": 1', "the file ends where ',' or '}' is expected", 7),
        ('{"a": tru}', 'expected a value, found "tru"', 6),
        ("[01]", 'expected a value, found "01"', 1),
        ("[NaN]", 'expected a value, found "NaN"', 1),
        ('{"a": "b', "the string is not closed", 6),
        ('{"a": "b\n"}', "a line end or control character stands inside a string", 8),
        ('["\\x"]', "invalid \\escape", 2),
        ("[1] 2", "text after the end of the document", 4),
        ("[1, // one\n 2]", "JSON has no comments", 4),
    ],
)
def test_errors_say_what_and_where(text: str, message: str, offset: int) -> None:
    with pytest.raises(JsonSyntaxError) as caught:
        parse(text)
    assert (caught.value.message, caught.value.offset) == (message, offset)


@given(st.text(alphabet='{}[]",:\\ \n01e-.truefalsn#/é', max_size=40))
def test_any_other_text_is_refused_as_json_refuses_it(text: str) -> None:
    try:
        wanted = json.loads(text, parse_constant=lambda name: (_ for _ in ()).throw(ValueError(name)))
    except ValueError:
        with pytest.raises(JsonSyntaxError) as caught:
            parse(text)
        assert 0 <= caught.value.offset <= len(text)
    else:
        assert plain(parse(text)) == wanted


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_deep_nesting_is_refused(opening: str) -> None:
    closing = "]" if opening == "[" else "}"
    assert parse(opening * MAX_DEPTH + "1" + closing * MAX_DEPTH)
    with pytest.raises(JsonSyntaxError, match="nested deeper"):
        parse(opening * 100_000)


def test_a_large_minified_document_is_fast() -> None:
    resource = {"Type": "AWS::Lambda::Function", "Properties": {"Code": {"S3Key": "x" * 40, "N": [1, 2, {"Ref": "a"}]}, "On": True}}
    text = json.dumps({f"Resource{index}": resource for index in range(7000)}, separators=(",", ":"))
    assert len(text) > 1_000_000
    started = time.perf_counter()
    parse(text)
    assert time.perf_counter() - started < 2  # about 0.2 s when the machine is idle
