"""YAML and JSON as one tree: places are exact, values are the same, bad input becomes a problem."""

import json
import re
import time
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from cfn_support import image, images, load, plain, value_at
from hypothesis import given, settings
from hypothesis import strategies as st

from obslint.cloudformation.parse import parse_template
from obslint.cloudformation.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from obslint.cloudformation.yamlform import _Composer, _fast_events, _pure_events
from obslint.source import SourceFile, decode

WORDS = st.text(alphabet="abcXYZ019 é😀_-./", min_size=1, max_size=8).map(str.strip).filter(bool).map(lambda word: f"w{word}")
TEXTS = WORDS | st.text(alphabet="ab'\"#:{}[],&*!|>%@`é😀 \n", max_size=10)
DATA = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3),
    max_leaves=10,
)


class Emitter:
    """Writes data as YAML in styles drawn at random, and remembers the text of each scalar as it was written."""

    def __init__(self, random: Random, newline: str) -> None:
        self.random, self.newline = random, newline
        self.scalars: list[tuple[str, str]] = []

    def document(self, data: dict[str, Any]) -> str:
        lines = ["# é comment", *self.block(data, 0)]
        return self.newline.join(lines) + (self.newline if self.random.random() < 0.5 else "")

    def block(self, data: Any, indent: int) -> list[str]:
        lines = []
        margin = " " * indent
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            head = margin + (f"{self.scalar(key, flow=True)}:" if isinstance(data, dict) else "-")
            tag = self.random.choice(["", "", " !Sub", " &a1 !!str", " !Base64  "]) if isinstance(value, str) else ""
            if isinstance(value, str) and self.random.random() < 0.2 and "\n" not in value and value.strip() == value and value:
                lines += [f"{head}{tag} |-  # note", f"{margin}    {value}"]
                self.scalars.append((value, f"|-  # note{self.newline}{margin}    {value}"))
            elif isinstance(value, str) or self.random.random() < 0.3:
                lines.append(f"{head}{tag} {self.flow(value)}" + self.random.choice(["", "  # é note"]))
            else:
                lines += [head + self.random.choice(["", "  # note"]), *self.block(value, indent + self.random.choice([2, 4]))]
            lines += self.random.choice([[], [], [""], [f"{margin}# 'between"]])
        return lines

    def flow(self, data: Any) -> str:
        if isinstance(data, dict):
            return "{ " + ", ".join(f"{self.scalar(key, flow=True)}: {self.flow(value)}" for key, value in data.items()) + "}"
        if isinstance(data, list):
            return "[" + ",  ".join(map(self.flow, data)) + " ]"
        return self.scalar(data, flow=True)

    def scalar(self, text: str, *, flow: bool) -> str:
        written_ascii = all(character <= "\uffff" for character in text) and self.random.random() < 0.5  # YAML has no surrogate pairs
        styles = ["double"] + (["single"] if "\n" not in text else []) + (["plain"] if text.startswith("w") and text.isalnum() else [])
        style = self.random.choice(styles)
        written = {"double": json.dumps(text, ensure_ascii=written_ascii), "single": "'" + text.replace("'", "''") + "'", "plain": text}[
            style
        ]
        self.scalars.append((text, written))
        return written


def scalars(node: Node) -> Iterator[Scalar]:
    """The scalars of a tree in the order of the text; short tags count as what they hold."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item.value)
    else:
        for pair in node.pairs:
            if node.style != "tag":
                yield pair.key
            yield from scalars(pair.value)


def containers(node: Node) -> Iterator[Mapping | Sequence]:
    if isinstance(node, Mapping | Sequence):
        yield node
        for inner in [pair.value for pair in node.pairs] if isinstance(node, Mapping) else [item.value for item in node.items]:
            yield from containers(inner)


@settings(max_examples=120, deadline=None)
@given(
    st.dictionaries(WORDS, DATA, min_size=1, max_size=3), st.randoms(use_true_random=False), st.sampled_from(["\n", "\r\n"]), st.booleans()
)
def test_places_in_yaml_are_exact(data: dict[str, Any], random: Random, newline: str, bom: bool) -> None:
    emitter = Emitter(random, newline)
    raw = emitter.document(data).encode()
    file = decode(b"\xef\xbb\xbf" + raw if bom else raw, "t.yaml")
    fast = _Composer(file).document(_fast_events(file.text)).root
    assert fast is not None
    assert [(node.text, file.text[node.start : node.end]) for node in scalars(fast)] == emitter.scalars
    for node in containers(fast):
        written = file.text[node.start : node.end]
        assert written == written.strip()
        ends = [edge.end for edge in (node.pairs if isinstance(node, Mapping) else node.items)]
        assert node.style == "flow" or node.end == ends[-1]
    assert described(fast) == described(_Composer(file).document(_pure_events(file.text)).root)


def described(node: Node | None) -> Any:
    """A tree with everything that matters."""
    if isinstance(node, Mapping):
        pairs = [(described(pair.key), described(pair.value), pair.end, pair.alias, pair.merged) for pair in node.pairs]
        return node.style, node.start, node.end, node.shared, pairs
    if isinstance(node, Sequence):
        return node.style, node.start, node.end, node.shared, [(described(i.value), i.start, i.end, i.alias) for i in node.items]
    return None if node is None else (node.text, node.style, node.start, node.end, node.shared)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(WORDS, DATA, min_size=1, max_size=3), st.sampled_from([None, 1, 4, "\t"]), st.booleans())
def test_places_in_json_are_exact(data: dict[str, Any], indent: Any, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    document = parse_template(SourceFile("t.json", text))
    assert document.root is not None
    assert document.json
    for node in scalars(document.root):
        assert json.loads(text[node.start : node.end]) == node.text
    for container in containers(document.root):
        assert json.loads(text[container.start : container.end]) == plain(container)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:- \n\t{}[]\"'#&*!|>%?,é\x85\x07", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    document = parse_template(SourceFile("t.yaml", text))
    assert document.root is not None or document.problems or not re.sub(r"#.*|---|\s", "", text)
    for problem in document.problems:
        assert problem.message
        assert problem.remedy
        assert 0 <= problem.place.span.start <= problem.place.span.end <= len(text)


def test_colons_inside_brackets() -> None:
    text = "a: [AWS::S3::Bucket, http://x/y, !Ref AWS::Region, 'k': v, b: c]\n"
    document = parse_template(SourceFile("t.yaml", text))
    assert document.root is not None
    assert plain(document.root) == {"a": ["AWS::S3::Bucket", "http://x/y", {"Ref": "AWS::Region"}, {"k": "v"}, {"b": "c"}]}
    assert [text[node.start : node.end] for node in scalars(document.root)][1:4] == ["AWS::S3::Bucket", "http://x/y", "AWS::Region"]


def test_anchors_aliases_and_merge_keys() -> None:
    unit = load("""
Resources:
  A:
    Type: AWS::SNS::Topic
    Properties: &shared
      TopicName: &name shared
      DisplayName: d
  B:
    Type: AWS::SNS::Topic
    Properties: *shared
  C:
    Type: AWS::SNS::Topic
    Properties:
      <<: *shared
      DisplayName: mine
      Other: *name
""")
    assert not unit.problems
    assert images(unit) == {
        "A": {"TopicName": "shared", "DisplayName": "d"},
        "B": {"TopicName": "shared", "DisplayName": "d"},
        "C": {"DisplayName": "mine", "Other": "shared", "TopicName": "shared"},
    }
    other = value_at(unit, "C.Other")
    assert other.place is not None
    assert (other.place.text, [step.label for step in other.trail]) == ("shared", ["anchor &name holds this"])


def test_short_and_long_forms_are_the_same() -> None:
    unit = load("""
Resources:
  A:
    Type: AWS::SNS::Topic
    Properties:
      Short: !Sub "${A}-x"
      Long: {Fn::Sub: "${A}-x"}
      Block:
        Fn::Join:
          - "-"
          - - Ref: A
            - x
      Nested: !Base64
        Fn::Sub: plain
""")
    assert images(unit)["A"] == {
        "Short": ("text", "${A.Ref}-x"), "Long": ("text", "${A.Ref}-x"), "Block": ("text", "${A.Ref}-x"), "Nested": "cGxhaW4=",
    }  # fmt: skip


PROBLEMS = [
    ("Resources:\n  A: {Type: AWS::SNS::Topic}\n---\nb: 1\n", "the file holds more than one YAML document", 3, 1),
    ("Resources:\n\tA: 1\n", "not valid YAML: found character that cannot start any token (while scanning for the next token)", 2, 1),
    ("Resources:\n  A: [1, 2\n", "not valid YAML: did not find expected ',' or ']' (while parsing a flow sequence)", 3, 1),
    ("Resources:\n  é: 'x\n", "not valid YAML: found unexpected end of stream (while scanning a quoted scalar)", 3, 1),
    ("Resources:\n  A: b: c\n", "not valid YAML: mapping values are not allowed in this context", 2, 7),
    ("Resources:\n  A: *gone\n", "the alias *gone has no anchor before it", 2, 6),
    ("Resources:\n  A: &a [*a]\n", "the alias *a has no anchor before it", 2, 10),
    ("Resources:\n  {{ x }}: 1\n", "a key must be plain text", 2, 4),
    ("Resources:\n  é: '😀\x07'\n", "not valid YAML: control characters are not allowed", 2, 8),
    ("- a\n", "a template must be a mapping of sections", 1, 1),
    ("Resources: [a]\n", "Resources must be a mapping", 1, 12),
    ("Resources:\n  A: {Type: 'AWS::SNS::Topic', Type: b}\n", "the key Type is written twice; CloudFormation takes the last one", 2, 32),
    ("Resources:\n  A: {Properties: {}}\n", "A: a resource needs a Type", 2, 3),
    ("Resources:\n  A: text\n", "A: a resource must be a mapping with a Type", 2, 3),
    ('{"Resources": {"A": 1,}}', "a comma stands before '}'", 1, 23),
    (
        '{"Resources": {"é": {"Type": "AWS::SNS::Topic", "Type": "x"}}}',
        'the key "Type" is written twice; CloudFormation takes the last one',
        1,
        49,
    ),
]


@pytest.mark.parametrize(("text", "message", "line", "column"), PROBLEMS)
def test_problems_say_where_and_what(text: str, message: str, line: int, column: int) -> None:
    unit = load(text, "t.json" if text.startswith("{") else "t.yaml")
    (problem,) = unit.problems
    assert (problem.message, str(problem.place)) == (message, f"{unit.path}:{line}:{column}")
    assert problem.remedy


HEAD = "AWSTemplateFormatVersion: 2010-09-09\nResources:\n"
BOMB = "  A: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"  {chr(66 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "  A: " + "[" * 10_000 + "]" * 10_000, f"nested deeper than {MAX_DEPTH} levels"),
        (HEAD + "  A: " + "{a: " * 10_000, f"nested deeper than {MAX_DEPTH} levels"),
        (HEAD + "\n".join(" " * (i + 2) + "a:" for i in range(5_000)), f"nested deeper than {MAX_DEPTH} levels"),
        ('{"Resources": ' + "[" * 10_000, "nested deeper than 500 levels"),
        ('{"Resources": ' + "[" * 200 + "]" * 200 + "}", f"nested deeper than {MAX_DEPTH} levels"),
        (HEAD + BOMB, "its aliases expand to more than 500,000 values"),
    ],
)
def test_bombs_are_refused_at_once(text: str, message: str) -> None:
    started = time.perf_counter()
    (problem,) = load(text, "t.json" if text.startswith("{") else "t.yaml").problems
    assert problem.message == message
    assert time.perf_counter() - started < 3  # about 0.1 s when the machine is idle


@pytest.mark.parametrize(
    ("opening", "closing", "levels"),
    [
        ("!If [C, 1, ", "]", 45),
        ("!Join ['', [", "]]", 45),
        ("!Select [0, !Split ['a', ", "]]", 22),
        ("!Sub ['${A}', {A: ", "}]", 45),
        ("{A: ", "}", 90),
    ],
)
def test_deep_functions_are_evaluated_without_trouble(opening: str, closing: str, levels: int) -> None:
    head = "Conditions: {C: !Equals [!Ref P, a]}\nParameters: {P: {Type: String}}\nResources:\n  A:\n    Type: AWS::SNS::Topic\n"
    text = f"{head}    Properties:\n      X: {opening * levels}!Ref A{closing * levels}\n"
    started = time.perf_counter()
    unit = load(text)
    assert not unit.problems
    assert image(value_at(unit, "A.X"))
    assert time.perf_counter() - started < 3


def test_a_json_template_may_be_tab_indented_and_carry_a_yaml_name() -> None:
    text = '{\n\t"Resources": {\n\t\t"A": {"Type": "AWS::SNS::Topic"}\n\t}\n}\n'
    for name in ("t.json", "t.yaml", "t.template"):
        assert [found.address for found in load(text, name).resources] == ["A"]


def test_flow_yaml_that_starts_with_a_brace() -> None:
    text = "{AWSTemplateFormatVersion: 2010-09-09, Resources: {A: {Type: AWS::SNS::Topic}}} # not JSON\n"
    assert [found.address for found in load(text, "t.template").resources] == ["A"]
