"""Bodies of the HCL grammar: attributes and blocks, converted when they are first asked for."""

from typing import TYPE_CHECKING

from obslint.model import Problem
from obslint.source import SourceFile, Span
from obslint.terraform.ast import Attribute, Bad, Block, Body
from obslint.terraform.syntax.errors import MAX_PROBLEMS, is_sound, recover
from obslint.terraform.syntax.expressions import Converter
from obslint.terraform.syntax.grammar import parse_bytes

if TYPE_CHECKING:
    from tree_sitter import Node


def parse_hcl(file: SourceFile) -> tuple[Body, tuple[Problem, ...]]:
    """The top level of an HCL file, and its syntax errors. What stands outside the errors is there all the same."""
    whole = Span(0, len(file.text))
    root = parse_bytes(file.text.encode())
    if is_sound(root, file.text):
        return _body(Converter(file), root, whole), ()
    attributes: dict[str, Attribute] = {}
    blocks: list[Block] = []
    problems: list[Problem] = []
    for segment in recover(file):
        if segment.root is not None:
            body = _body(Converter(segment), segment.root, whole)
            attributes.update(body.attributes)
            blocks += body.blocks
        problems += sorted(segment.problems, key=lambda problem: problem.place.span.start)
    return Body(whole, attributes, tuple(blocks)), tuple(problems[:MAX_PROBLEMS])


def _body(converter: Converter, node: "Node", span: Span) -> Body:
    attributes: dict[str, Attribute] = {}
    blocks: list[Block] = []
    for child in _members(node):
        if child.type == "attribute":
            attribute = _attribute(converter, child)
            attributes.setdefault(attribute.name, attribute)
        else:
            blocks.append(_block(converter, child))
    return Body(span, attributes, tuple(blocks), converter.damage(span))


def _members(node: "Node") -> "list[Node]":
    """Attributes and blocks directly inside, those that stand within an error included."""
    members = []
    for child in node.children:
        if child.type in {"ERROR", "body"}:
            members += _members(child)
        elif child.type in {"attribute", "block"}:
            members.append(child)
    return members


def _attribute(converter: Converter, node: "Node") -> Attribute:
    name = node.children[0]
    expression = next((child for child in node.children if child.type == "expression"), None)
    if expression is None:
        bad = Bad(converter.span(node), "the expression is missing")
        return Attribute(converter.file, converter.text(name), converter.span(name), converter.span(node), lambda: bad)
    named = converter.span(name)
    whole = Span(named.start, converter.span(expression).end)
    return Attribute(converter.file, converter.file.text[named.start : named.end], named, whole, lambda: converter.expression(expression))


def _block(converter: Converter, node: "Node") -> Block:
    name = last = node.children[0]
    labels: list[str] = []
    body = opened = None
    for child in node.children[1:]:
        if child.type in {"string_lit", "identifier"} and opened is None:
            labels.append(converter.text(child).strip('"'))
            last = child
        elif child.type == "block_start":
            opened = child
        elif child.type == "body":
            body = child
    header = Span(converter.span(name).start, converter.span(last).end)
    span = converter.span(node)
    inner = Span(converter.span(opened or last).start, span.end)
    kind = converter.text(name)
    empty = Body(inner, damage=converter.damage(inner))
    return Block(converter.file, kind, tuple(labels), header, span, lambda: _body(converter, body, inner) if body else empty)
