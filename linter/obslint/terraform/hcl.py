"""HCL text to syntax."""

from obslint.model import Problem
from obslint.source import SourceFile, Span
from obslint.terraform.ast import Bad, Body, Expr
from obslint.terraform.hclbody import BodyParser
from obslint.terraform.hclexpr import ExpressionParser
from obslint.terraform.hclscan import HclSyntaxError


def parse_hcl(file: SourceFile) -> tuple[Body, tuple[Problem, ...]]:
    """The top level of an HCL file, and its syntax errors. What stands outside the errors is there all the same."""
    parser = BodyParser(file)
    body = parser.parse()
    if parser.unclosed:
        parser = BodyParser(file, watchful=True)
        body = parser.parse()
    return body, tuple(parser.problems)


def parse_expression(file: SourceFile, text: str, span: Span) -> Expr:
    """An expression that stands inside another syntax, all of it at one span. `Bad` when it does not parse."""
    parser = ExpressionParser(file, text, outer=span)
    parser.loose = True
    try:
        found = parser.expression()
        if parser.skip():
            parser.expected("the end of the expression")
    except HclSyntaxError as error:
        return Bad(span, error.message)
    return found


def parse_template(file: SourceFile, text: str, span: Span) -> Expr:
    """Template text that stands inside another syntax (a JSON string, a template file). `Bad` when it does not parse."""
    from obslint.terraform.hcltemplate import template

    try:
        return template(ExpressionParser(file, text, outer=span))
    except HclSyntaxError as error:
        return Bad(span, error.message)
