"""Templates: literal text, interpolations, directives, escapes, strip markers, and the indentation of heredocs.

The grammar tells where interpolations and directives are; the literal text between them is taken from the source, since the
grammar drops white space. HCL strips white space, and takes indentation away, from single pieces of literal text (a piece
ends with its line, and at `$` and `%`), so pieces are kept apart until that is done.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obslint.source import Span
from obslint.terraform.ast import Expr, Literal, Template, TemplateFor, TemplateIf

if TYPE_CHECKING:
    from tree_sitter import Node

    from obslint.terraform.syntax.expressions import Converter

_PIECE = re.compile(r"(?:[^$%\n]|[$%](?!\{|[$%]\{))*\n|[$%](?=\{)|\$\$\{|%%\{|[^$%\n]+|[$%]")
_ESCAPE = re.compile(r"\\(?:([nrt\"\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_MARKS = {
    "template_if_intro": "if",
    "template_else_intro": "else",
    "template_if_end": "endif",
    "template_for_start": "for",
    "template_for_end": "endfor",
}


@dataclass(slots=True)
class _Mark:
    """A directive: `if`, `for`, `else`, `endif` or `endfor`; or, with kind `value`, an interpolation."""

    kind: str
    node: "Node"

    @property
    def strips_left(self) -> bool:
        """Whether it eats the white space before it."""
        return len(self.node.children) > 2 and self.node.children[1].type == "strip_marker"

    @property
    def strips_right(self) -> bool:
        """Whether it eats the white space after it."""
        return len(self.node.children) > 2 and self.node.children[-2].type == "strip_marker"


_Item = str | _Mark
_Part = str | Expr


def quoted(converter: "Converter", node: "Node") -> Expr:
    """A template between quotes."""
    inner = Span(converter.own_span(node.children[0]).end, converter.own_span(node.children[-1]).start)
    items = [_unescaped(item) if isinstance(item, str) else item for item in _items(converter, node, inner)]
    return _made(converter, converter.span(node), _stripped(items))


def heredoc(converter: "Converter", node: "Node") -> Expr:
    """A heredoc: the lines between the one with the opening marker and the one with the closing marker."""
    markers = [child for child in node.children if child.type == "heredoc_identifier"]
    text = converter.file.text
    start = text.find("\n", converter.own_span(markers[0]).end) + 1
    end = max(start, text.rfind("\n", 0, converter.own_span(markers[-1]).start) + 1)
    items = _stripped(list(_items(converter, node, Span(start, end))))
    if converter.text(node.children[0]).endswith("-"):
        _outdent(items)
    if converter.outer and items and isinstance(items[-1], str):
        items[-1] = items[-1][:-1]  # the line end that wrapping the text as a heredoc added
        items = items if items[-1] else items[:-1]
    return _made(converter, converter.span(node), items)


def _marks(node: "Node") -> "Iterator[_Mark]":
    """Interpolations and directives in the order of the text, those inside directives included."""
    for child in node.children:
        if child.type == "template_interpolation":
            yield _Mark("value", child)
        elif child.type in _MARKS:
            yield _Mark(_MARKS[child.type], child)
        elif child.type in {"template_directive", "template_if", "template_for"}:
            yield from _marks(child)


def _items(converter: "Converter", node: "Node", span: Span) -> Iterator[_Item]:
    """Pieces of literal text and marks in a row. `$${` is text even behind more dollar signs, which the grammar gets wrong."""
    position, text = span.start, converter.file.text
    for mark in _marks(node):
        own = converter.own_span(mark.node)
        if own.start > position and text[own.start - 1] == text[own.start]:
            continue
        yield from _PIECE.findall(text[position : own.start])
        yield mark
        position = own.end
    yield from _PIECE.findall(text[position : span.end])


def _unescaped(piece: str) -> str:
    return _ESCAPE.sub(lambda m: _SIMPLE[m[1]] if m[1] else chr(int(m[2] or m[3], 16)), piece) if "\\" in piece else piece


def _outdent(items: list[_Item]) -> None:
    """`<<-`: the smallest indentation of any line is taken from every line; lines of white space alone do not count."""
    widths: list[int] = []
    starts: list[int] = []
    fresh = True
    for index, item in enumerate(items):
        if fresh and not isinstance(item, str):
            widths.append(0)
        elif fresh and isinstance(item, str) and (item.strip() or not item.endswith("\n")):
            widths.append(len(item) - len(item.lstrip()))
            starts.append(index)
        fresh = isinstance(item, str) and item.endswith("\n")
    for index in starts:
        items[index] = str(items[index])[min(widths) :]


def _stripped(items: list[_Item]) -> list[_Item]:
    """Strip markers eat the white space of the piece next to them."""
    result = list(items)
    for index, item in enumerate(items):
        if isinstance(item, str):
            continue
        before = result[index - 1] if index else None
        if item.strips_left and isinstance(before, str):
            result[index - 1] = before.rstrip()
        after = result[index + 1] if index + 1 < len(items) else None
        if item.strips_right and isinstance(after, str):
            result[index + 1] = after.lstrip()
    return result


def _made(converter: "Converter", span: Span, items: list[_Item]) -> Expr:
    """Text alone is a literal; an interpolation alone is its value, whatever its type."""
    if all(isinstance(item, str) for item in items):
        return Literal(span, "".join(_undoubled(item) for item in items if isinstance(item, str)))
    parts = _Nest(converter, items).read(())
    if len(parts) == 1 and len(items) > 1:
        parts.insert(0, "")
    return Template(span, tuple(parts))


def _undoubled(piece: str) -> str:
    return piece[1:] if piece in {"$${", "%%{"} else piece


@dataclass(slots=True)
class _Nest:
    """Puts directives into one another."""

    converter: "Converter"
    items: list[_Item]
    at: int = 0

    def read(self, ends: tuple[str, ...]) -> list[_Part]:
        """Parts up to a directive that ends them, or to the end."""
        parts: list[_Part] = []
        while self.at < len(self.items):
            item = self.items[self.at]
            if isinstance(item, _Mark):
                if item.kind in ends:
                    return parts
                parts.append(self._value(item) if item.kind == "value" else self._directive(item))
            elif parts and isinstance(parts[-1], str):
                parts[-1] += _undoubled(item)
            elif item:
                parts.append(_undoubled(item))
            self.at += 1
        return parts

    def _value(self, mark: _Mark) -> Expr:
        inner = next((child for child in mark.node.children if child.type == "expression"), None)
        return self.converter.expression(inner) if inner else Literal(self.converter.span(mark.node), "")

    def _directive(self, opening: _Mark) -> Expr:
        """An `if` or `for` with what stands in it; ends at the directive that closes it."""
        self.at += 1
        tests = [self.converter.expression(child) for child in opening.node.children if child.type == "expression"]
        names = [self.converter.text(child) for child in opening.node.children if child.type == "identifier"]
        span = self.converter.span(opening.node)
        body = Template(span, tuple(self.read(("else", "endif", "endfor"))))
        if opening.kind == "for":
            return TemplateFor(span, names[0] if len(names) > 1 else "", names[-1], tests[0], body)
        otherwise = Template(span, ())
        if self.at < len(self.items) and getattr(self.items[self.at], "kind", "") == "else":
            self.at += 1
            otherwise = Template(span, tuple(self.read(("endif",))))
        return TemplateIf(span, tests[0], body, otherwise)
