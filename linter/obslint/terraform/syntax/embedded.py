"""Templates and expressions that stand inside another syntax: a JSON string, a template file, a variable on the command line."""

from obslint.source import SourceFile, Span
from obslint.terraform.ast import Bad, Expr
from obslint.terraform.syntax.errors import readable
from obslint.terraform.syntax.expressions import Converter
from obslint.terraform.syntax.grammar import parse_bytes

_MARKER = "OBSLINT_END_OF_TEXT"


def parse_template(file: SourceFile, text: str, span: Span) -> Expr:
    """Template text, all of it at one span of the file. `Bad` when it does not parse."""
    return _parse(file, f"x = <<{_MARKER}\n{text}\n{_MARKER}\n", span)


def parse_expression(file: SourceFile, text: str, span: Span) -> Expr:
    """An expression, all of it at one span of the file. `Bad` when it does not parse."""
    return _parse(file, f"x = (\n{text}\n)\n", span)


def _parse(file: SourceFile, wrapped: str, span: Span) -> Expr:
    root = parse_bytes(readable(wrapped).encode())
    if root.has_error:
        return Bad(span, "the expression has a syntax error")
    node = root
    while node.type != "expression":
        node = next(child for child in node.children if child.type in {"body", "attribute", "expression"})
    return Converter(SourceFile(file.path, wrapped), outer=span).expression(node)
