"""HCL text to syntax: spans that hold what they say, and errors that are said at their line while the rest is read."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from obslint.source import SourceFile, decode
from obslint.terraform.ast import Attribute, Bad, Block, Body, Expr, Literal, Name, Template
from obslint.terraform.syntax import parse_hcl

EXAMPLES = Path(__file__).parents[2] / "examples" / "terraform"


def shape(node: object) -> object:
    """Syntax without its places."""
    if isinstance(node, tuple):
        return tuple(map(shape, node))
    if is_dataclass(node) and not isinstance(node, type):
        return type(node).__name__, *(shape(getattr(node, each.name)) for each in fields(node) if each.name not in {"span", "file"})
    return node


def attributes_of(body: Body) -> Iterator[Attribute]:
    yield from body.attributes.values()
    for block in body.blocks:
        yield from attributes_of(block.body)


def blocks_of(body: Body) -> Iterator[Block]:
    for block in body.blocks:
        yield block
        yield from blocks_of(block.body)


def expressions_in(node: object) -> Iterator[Expr]:
    if isinstance(node, Expr):
        yield node
    if isinstance(node, tuple):
        for item in node:
            yield from expressions_in(item)
    elif is_dataclass(node) and not isinstance(node, type):
        for each in fields(node):
            yield from expressions_in(getattr(node, each.name))


def parsed(text: str) -> Body:
    body, problems = parse_hcl(SourceFile("main.tf", text))
    assert not problems, (text, problems)
    return body


def again(text: str) -> Expr:
    return parsed(f"x = {text}\n").attributes["x"].expr


def check_spans(file: SourceFile) -> None:
    """Every attribute, block, literal and name is found again in its span."""
    body, problems = parse_hcl(file)
    assert not problems
    for attribute in attributes_of(body):
        whole = file.text[attribute.span.start : attribute.span.end]
        (same,) = parsed(f"{whole}\n").attributes.values()
        assert (same.name, shape(same.expr)) == (attribute.name, shape(attribute.expr))
        assert file.text[attribute.name_span.start : attribute.name_span.end] == attribute.name
        value = file.text[attribute.expr.span.start : attribute.expr.span.end]
        assert shape(again(value)) == shape(attribute.expr)
        for inner in expressions_in(attribute.expr):
            part = file.text[inner.span.start : inner.span.end]
            if isinstance(inner, Literal) and isinstance(inner.data, bool | int | float):
                assert shape(again(part)) == shape(inner)
            if isinstance(inner, Name) and inner.name != "[*]":
                assert part == inner.name
    for block in blocks_of(body):
        (same_block,) = parsed(file.text[block.span.start : block.span.end] + "\n").blocks
        assert (same_block.type, same_block.labels) == (block.type, block.labels)
        assert file.text[block.header.start : block.header.end].startswith(block.type)
        assert (file.text[block.body.span.start], file.text[block.body.span.end - 1]) == ("{", "}")


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.tf")), ids=lambda path: path.relative_to(EXAMPLES).as_posix())
@pytest.mark.parametrize("form", ["as it is", "CRLF", "BOM", "wide"])
def test_spans_of_the_examples(path, form):
    data = path.read_bytes()
    if form == "CRLF":
        data = data.replace(b"\n", b"\r\n")
    elif form == "BOM":
        data = b"\xef\xbb\xbf" + data
    elif form == "wide":
        data = "# é😀ü\n".encode() + data.replace(b'"', '"ü😀'.encode(), 1).replace(b" = ", " = /* é */ ".encode())
        if b'"' not in path.read_bytes():
            pytest.skip("no text in it")
    check_spans(decode(data, "main.tf"))


WORDS = st.sampled_from(["a", "var.x", "local.é", "each.value", "aws_x.b[0].c", "data.y.z.id", "null", "true", "12", "1.5", "module.m"])
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), exclude_characters='"\\$%'), max_size=8)
QUOTED = TEXT.map(lambda text: f'"{text}"')
LINES = st.sampled_from(["\n", "\r\n"])


def compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map(lambda two: f"[{two[0]}, {two[1]}]"),
        st.tuples(inner, inner).map(lambda two: f'{{ k = {two[0]}, "ü" = {two[1]} }}'),
        st.tuples(inner, inner).map(lambda two: f"f({two[0]}, {two[1]})"),
        st.tuples(inner, inner, st.sampled_from(["+", "==", "&&", "<", "%"])).map(lambda all_: f"({all_[0]} {all_[2]} {all_[1]})"),
        st.tuples(inner, inner, inner).map(lambda three: f"({three[0]} ? {three[1]} : {three[2]})"),
        st.tuples(inner, inner).map(lambda two: f"[for k, v in {two[0]} : {two[1]} if v]"),
        st.tuples(TEXT, inner, TEXT).map(lambda three: f'"{three[0]}${{{three[1]}}}{three[2]}"'),
        inner.map(lambda one: f"!{one}"),
    )


EXPRESSIONS = st.recursive(st.one_of(WORDS, QUOTED), compound, max_leaves=8)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(EXPRESSIONS, min_size=1, max_size=4), LINES, st.booleans())
def test_spans_of_any_text(expressions, end, marked):
    lines = [f"  a{index} = {expression} # é" for index, expression in enumerate(expressions)]
    text = end.join(["# ü😀", 'resource "aws_é" "b" {', *lines, "}", ""])
    check_spans(decode((b"\xef\xbb\xbf" if marked else b"") + text.encode(), "main.tf"))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(TEXT, TEXT)
def test_text_around_an_interpolation_is_kept(before, after):
    expr = again(f'"{before}${{x}}{after}"')
    assert isinstance(expr, Template)
    parts = [part for part in expr.parts if isinstance(part, str)]
    assert "".join(parts) == before + after


AFTER = '\nresource "aws_x" "after" {\n  n = 1\n}\n'

ERRORS = {
    "a missing value": ('resource "aws_x" "a" {\n  n =\n  m = 2\n}\n', [(2, "an expression is missing after the equals sign")]),
    "a missing quote": ('resource "aws_x" "a" {\n  n = "x\n  m = 2\n}\n', [(2, "not closed")]),
    "a missing bracket": ('resource "aws_x" "a" {\n  n = [1, 2\n  m = 2\n}\n', [(2, "")]),
    "a missing brace": ('resource "aws_x" "a" {\n  m = 2\n', [(1, "not closed")]),
    "a missing brace of a nested block": ('resource "aws_x" "a" {\n  m = 2\n  rule {\n    n = 1\n}\n', [(1, "not closed")]),
    "a brace too many": ('resource "aws_x" "a" {\n  m = 2\n}\n}\n', [(4, "closes nothing")]),
    "words without meaning": ('resource "aws_x" "a" {\n  what is this\n  m = 2\n}\n', [(2, "")]),
    "a comma between attributes": ('resource "aws_x" "a" {\n  n = 1,\n  m = 2\n}\n', [(2, "")]),
    "half a reference": ('resource "aws_x" "a" {\n  n = var.\n  m = 2\n}\n', [(2, "")]),
    "two errors": ('resource "aws_x" "a" {\n  n =\n  m = 2\n  o = [\n}\n', [(2, ""), (4, "")]),
}


@pytest.mark.parametrize("case", ERRORS.values(), ids=ERRORS)
def test_an_error_is_said_and_the_rest_is_read(case):
    text, wanted = case
    body, problems = parse_hcl(SourceFile("main.tf", text + AFTER))
    assert [problem.place.line for problem in problems] == [line for line, _ in wanted]
    assert all(message in problem.message for problem, (_, message) in zip(problems, wanted, strict=True))
    assert all(problem.remedy for problem in problems)
    labels = [block.labels for block in body.blocks]
    assert ("aws_x", "after") in labels
    first = next((block for block in body.blocks if block.labels == ("aws_x", "a")), None)
    assert first is not None
    kept = first.body.attributes.get("m")
    assert kept is not None
    assert isinstance(kept.expr, Literal)
    assert kept.expr.data == 2


def test_a_broken_attribute_is_no_literal():
    body, _ = parse_hcl(SourceFile("main.tf", 'resource "aws_x" "a" {\n  n = [1,,2]\n}\n'))
    block = body.blocks[0]
    assert block.body.damage or isinstance(block.body.attributes["n"].expr, Bad)


HEREDOC = 'resource "a" "b" {\n  text = <<TEXT\ndata "x" "y" {\n  z = 1\nTEXT\n  tags {\n    n = 1\n  }\n}\n'
COMMENT = '/* off:\ndata "x" "y" {\n}\n*/\n'


def test_headers_in_comments_and_heredocs_are_none():
    assert [block.type for block in parsed(COMMENT + HEREDOC).blocks] == ["resource"]


def test_a_comment_stays_one_where_another_block_is_broken():
    body, problems = parse_hcl(SourceFile("main.tf", COMMENT + HEREDOC + 'data "p" "q" {\n  x =\n}\n'))
    assert [problem.place.line for problem in problems] == [15]
    assert [block.type for block in body.blocks] == ["resource", "data"]
