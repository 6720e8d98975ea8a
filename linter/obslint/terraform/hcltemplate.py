"""Quoted and heredoc templates: literal text, interpolations, directives, escapes, strip markers, indentation."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from obslint.source import Span
from obslint.terraform.ast import Expr, Literal, Template, TemplateFor, TemplateIf

if TYPE_CHECKING:
    from tree_sitter import Node

    from obslint.terraform.hclexpr import Converter

_ESCAPE = re.compile(r"\\(?:([nrt\"\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_DYNAMIC = {"template_interpolation", "template_directive"}
_STRUCTURE = {"template_if_intro", "template_else_intro", "template_if_end", "template_for_start", "template_for_end"}

Part = str | Expr
Plain = Callable[[str], str]


def quoted(converter: "Converter", node: "Node") -> Expr:
    """A template between quotes."""
    inner = Span(converter.own_span(node.children[0]).end, converter.own_span(node.children[-1]).start)
    parts = _parts(converter, node.children[1:-1], inner, _unescape)
    return _finish(converter.span(node), parts)


def heredoc(converter: "Converter", node: "Node") -> Expr:
    """A heredoc: from the line after the opening marker to the closing one, which leaves the last line end in."""
    markers = [child for child in node.children if child.type == "heredoc_identifier"]
    text = converter.file.text
    start = text.find("\n", converter.own_span(markers[0]).end) + 1
    end = text.rfind("\n", 0, converter.own_span(markers[-1]).start) + 1
    inside = [child for child in node.children if converter.own_span(child).start >= start and child.type != "heredoc_identifier"]
    parts = _parts(converter, inside, Span(start, max(start, end)), _undouble)
    if converter.text(node.children[0]).endswith("-"):
        parts = _outdent(parts)
    if converter.outer and parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1][:-1]  # the line end that wrapping the text as a heredoc added
    return _finish(converter.span(node), parts)


def _finish(span: Span, parts: list[Part]) -> Expr:
    parts = _joined(parts)
    if not parts:
        return Literal(span, "")
    if len(parts) == 1 and isinstance(parts[0], str):
        return Literal(span, parts[0])
    return Template(span, tuple(parts))


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif part != "":
            joined.append(part)
    return joined


def _parts(converter: "Converter", nodes: "list[Node]", span: Span, plain: Plain) -> list[Part]:
    """Literal text between the nodes, and the nodes; strip markers eat the white space next to them."""
    parts: list[Part] = []
    position, strip = span.start, False
    for node in (n for n in nodes if n.type in _DYNAMIC):
        own = converter.own_span(node)
        parts.append(_literal(converter, Span(position, own.start), plain, left=strip, right=_marker(node, first=True)))
        parts.append(_dynamic(converter, node, plain))
        position, strip = own.end, _marker(node, first=False)
    parts.append(_literal(converter, Span(position, span.end), plain, left=strip, right=False))
    return parts


def _literal(converter: "Converter", span: Span, plain: Plain, *, left: bool, right: bool) -> str:
    text = plain(converter.file.text[span.start : span.end])
    text = text.lstrip() if left else text
    return text.rstrip() if right else text


def _marker(node: "Node", *, first: bool) -> bool:
    """Whether the opening (or closing) brace of an interpolation or directive carries a `~`."""
    leaf = node
    while leaf.children and leaf.type not in {"template_interpolation", *_STRUCTURE}:
        leaf = leaf.children[0 if first else -1]
    if not leaf.children:
        return False
    index = 1 if first else -2
    return len(leaf.children) > 2 and leaf.children[index].type == "strip_marker"


def _dynamic(converter: "Converter", node: "Node", plain: Plain) -> Expr:
    if node.type == "template_interpolation":
        inner = next((child for child in node.children if child.type == "expression"), None)
        return converter.expression(inner) if inner else Literal(converter.span(node), "")
    directive = node.children[0]
    return _if(converter, directive, plain) if directive.type == "template_if" else _for(converter, directive, plain)


def _if(converter: "Converter", node: "Node", plain: Plain) -> Expr:
    marks = [child for child in node.children if child.type in _STRUCTURE]
    condition = next(converter.expression(child) for child in marks[0].children if child.type == "expression")
    sections = [_section(converter, node, one, other, plain) for one, other in pairwise(marks)]
    span = converter.span(node)
    return TemplateIf(span, condition, sections[0], sections[1] if len(sections) > 1 else Template(span, ()))


def _for(converter: "Converter", node: "Node", plain: Plain) -> Expr:
    start, end = (next(c for c in node.children if c.type == kind) for kind in ("template_for_start", "template_for_end"))
    names = [converter.text(child) for child in start.children if child.type == "identifier"]
    collection = next(converter.expression(child) for child in start.children if child.type == "expression")
    body = _section(converter, node, start, end, plain)
    return TemplateFor(converter.span(node), names[0] if len(names) > 1 else "", names[-1], collection, body)


def _section(converter: "Converter", node: "Node", opening: "Node", closing: "Node", plain: Plain) -> Template:
    """What stands between two marks of a directive."""
    span = Span(converter.own_span(opening).end, converter.own_span(closing).start)
    inside = [c for c in node.children if c.start_byte >= opening.end_byte and c.end_byte <= closing.start_byte]
    parts = _parts(converter, inside, span, plain)
    if parts and isinstance(parts[0], str) and opening.children[-2].type == "strip_marker":
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str) and closing.children[1].type == "strip_marker":
        parts[-1] = parts[-1].rstrip()
    return Template(converter.span(node), tuple(_joined(parts)))


def _unescape(text: str) -> str:
    """Quoted text: backslash escapes, and doubled template openers."""
    if "\\" in text:
        text = _ESCAPE.sub(lambda m: _SIMPLE[m[1]] if m[1] else chr(int(m[2] or m[3], 16)), text)
    return _undouble(text)


def _undouble(text: str) -> str:
    return text.replace("$${", "${").replace("%%{", "%{") if "{" in text else text


def _outdent(parts: list[Part]) -> list[Part]:
    """`<<-`: the smallest indentation of any line is taken from all lines."""
    widths: list[int] = []
    at_line_start = True
    for part in parts:
        if not isinstance(part, str):
            if at_line_start:
                widths.append(0)
            at_line_start = False
            continue
        lines = part.split("\n")
        for index, line in enumerate(lines):
            begins = at_line_start if index == 0 else True
            last = index == len(lines) - 1
            if begins and (line.strip() or (last and part is not parts[-1])):
                widths.append(len(line) - len(line.lstrip(" \t")))
        at_line_start = lines[-1].strip() == "" and len(lines) > 1 and part is parts[-1]
    return _cut(parts, min(widths, default=0))


def _cut(parts: list[Part], width: int) -> list[Part]:
    result: list[Part] = []
    at_line_start = True
    for part in parts:
        if isinstance(part, str):
            lines = part.split("\n")
            result.append("\n".join(line[width:] if index or at_line_start else line for index, line in enumerate(lines)))
        else:
            result.append(part)
        at_line_start = False
    return result
