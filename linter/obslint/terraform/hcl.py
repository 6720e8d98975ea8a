"""HCL text to syntax, by tree-sitter. Bodies and expressions are converted when they are first asked for."""

import re
from functools import cache
from typing import TYPE_CHECKING

from obslint.model import Problem
from obslint.source import Place, SourceFile, Span
from obslint.terraform.ast import Attribute, Block, Body
from obslint.terraform.hclexpr import Converter

if TYPE_CHECKING:
    from tree_sitter import Node, Parser


@cache
def _parser() -> "Parser":
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def parse_hcl(file: SourceFile) -> tuple[Body, tuple[Problem, ...]]:
    """The top level of an HCL file, and its syntax errors. What stands outside the errors is there all the same."""
    root = _parser().parse(file.text.encode()).root_node
    converter = Converter(file)
    problems = tuple(_problems(file, root)) if root.has_error else ()
    body = next((child for child in root.children if child.type == "body"), None)
    whole = Span(0, len(file.text))
    if body is not None:
        return _body(converter, body, whole), problems
    return _body(converter, root, whole), problems


def parse_template(file: SourceFile, text: str, span: Span) -> "tuple[Converter, Node]":
    """Template text that stands inside another syntax (a JSON string, a template file), as a heredoc node."""
    marker = "OBSLINT_EOT"
    source = SourceFile(file.path, f"x = <<{marker}\n{text}\n{marker}\n")
    root = _parser().parse(source.text.encode()).root_node
    node = root
    while node.type != "expression" and node.children:
        node = next((c for c in node.children if c.type in {"body", "attribute", "expression"}), node.children[0])
    return Converter(source, outer=span), node


def _body(converter: Converter, node: "Node", span: Span) -> Body:
    attributes: dict[str, Attribute] = {}
    blocks: list[Block] = []
    for child in _members(node):
        if child.type == "attribute":
            attribute = _attribute(converter, child)
            attributes.setdefault(attribute.name, attribute)
        elif child.type == "block":
            blocks.append(_block(converter, child))
    return Body(span, attributes, tuple(blocks))


def _members(node: "Node") -> "list[Node]":
    """Attributes and blocks directly inside, those that stand within an error included."""
    members = []
    for child in node.children:
        if child.type == "ERROR" or child.type == "body":
            members += _members(child)
        elif child.type in {"attribute", "block"}:
            members.append(child)
    return members


def _attribute(converter: Converter, node: "Node") -> Attribute:
    name = node.children[0]
    expression = next((child for child in node.children if child.type == "expression"), None)
    return Attribute(
        converter.file, converter.text(name), converter.span(name), converter.span(node), lambda: converter.expression(expression or node)
    )


def _block(converter: Converter, node: "Node") -> Block:
    name = node.children[0]
    labels: list[str] = []
    last, body = name, None
    for child in node.children[1:]:
        if child.type in {"string_lit", "identifier"}:
            labels.append(converter.text(child).strip('"'))
            last = child
        elif child.type == "body":
            body = child
    opened = next((child for child in node.children if child.type == "block_start"), last)
    header = Span(converter.span(name).start, converter.span(last).end)
    span = converter.span(node)
    inner = Span(converter.span(opened).start, span.end)
    kind = converter.text(name)
    return Block(converter.file, kind, tuple(labels), header, span, lambda: _body(converter, body, inner) if body else Body(inner))


def _problems(file: SourceFile, root: "Node") -> list[Problem]:
    """The outermost errors, one for each region; at most 20 of a file."""
    found: list[Problem] = []
    stack = [root]
    while stack and len(found) < 20:
        node = stack.pop()
        if node.is_missing or node.type == "ERROR":
            found.append(_problem(file, node))
        else:
            stack += [child for child in reversed(node.children) if child.has_error or child.is_missing]
    return found


def _problem(file: SourceFile, node: "Node") -> Problem:
    """What is wrong at an error, said of the line that most likely causes it."""
    start = file.from_bytes_offset(node.start_byte)
    line, last = file.position(start)[0], file.position(file.from_bytes_offset(node.end_byte))[0]
    if (dangling := _dangling(file, line, last)) is not None:
        return Problem("an expression is missing after the equals sign", Place(file, dangling), "write the value, or delete the line")
    span = Span(start, max(file.line_span(line).end, min(start + 1, len(file.text))))
    if node.is_missing:
        return Problem(f"{_shown(node.type)} is missing here", Place(file, span), f"add {_shown(node.type)}")
    text = " ".join(file.text[span.start : span.end].split())[:40]
    message = f"this is not HCL: {text}" if text else "the file ends in the middle of a block or expression"
    return Problem(message, Place(file, span), "complete or correct the block or expression that starts here")


_DANGLING = re.compile(r"\s*[\w.\"-]+\s*=\s*(?:(?:#|//).*)?$")


def _dangling(file: SourceFile, first: int, last: int) -> Span | None:
    """The first line near an error that ends after its equals sign."""
    for number in range(max(1, first - 1), min(last, first + 200, len(file.line_starts)) + 1):
        if _DANGLING.match(file.line(number)):
            span = file.line_span(number)
            indent = len(file.line(number)) - len(file.line(number).lstrip())
            return Span(span.start + indent, span.end)
    return None


def _shown(kind: str) -> str:
    return {"block_end": "}", "tuple_end": "]", "object_end": "}", "quoted_template_end": '"', "identifier": "a name"}.get(kind, kind)
