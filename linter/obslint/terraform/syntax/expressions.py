"""Expressions of the HCL grammar to syntax."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from obslint.source import SourceFile, Span
from obslint.terraform.ast import (
    Bad,
    Binary,
    Call,
    Conditional,
    Expr,
    For,
    GetAttr,
    Index,
    Literal,
    Name,
    Object,
    ObjectItem,
    Splat,
    Tuple,
    Unary,
)
from obslint.terraform.numbers import literal_number
from obslint.terraform.syntax.grammar import Nodes

if TYPE_CHECKING:
    from tree_sitter import Node

    from obslint.terraform.syntax.errors import Segment

MAX_DEPTH = 100
_POSTFIX = {"get_attr", "index", "splat"}
_OPERATORS = {"+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"}
ITEM = "[*]"
"""The name under which a splat's expression refers to the item at hand."""


class Converter(Nodes):
    """Converts the expressions of one parse."""

    __slots__ = ("depth",)

    def __init__(self, source: "SourceFile | Segment", outer: Span | None = None) -> None:
        super().__init__(source, outer)
        self.depth = 0

    def expression(self, node: "Node") -> Expr:
        """The expression a node stands for; `Bad` where it does not parse or is nested too deeply."""
        if self.depth > MAX_DEPTH:
            return Bad(self.span(node), f"the expression is nested more than {MAX_DEPTH} levels deep")
        self.depth += 1
        try:
            return self.operand(node.children) if node.type in {"expression", "operation"} else self.primary(node)
        finally:
            self.depth -= 1

    def operand(self, nodes: "list[Node]") -> Expr:
        """A primary expression, or one in parentheses, with its indexes and attributes. Parentheses belong to the span."""
        nodes = [node for node in nodes if node.type != "comment"]
        if not nodes:
            return Bad(Span(0, 0), "an expression is missing")
        if nodes[0].type != "(":
            return self.chain(self.primary(nodes[0]), nodes[1:])
        closing = next((index for index, node in enumerate(nodes) if node.type == ")"), len(nodes) - 1)
        inner = self.operand(nodes[1:closing])
        span = self.outer or Span(self.own_span(nodes[0]).start, self.own_span(nodes[closing]).end)
        return self.chain(replace(inner, span=span), nodes[closing + 1 :])

    def chain(self, base: Expr, nodes: "list[Node]") -> Expr:
        """What stands before, with the attributes, indexes and splats that follow. `[*]` applies all that follows to each item."""
        for index, node in enumerate(nodes):
            if node.type == "splat" and node.children[0].type == "full_splat":
                return self._full_splat(base, node, nodes[index + 1 :])
            base = self.postfix(base, node)
        return base

    def _full_splat(self, base: Expr, node: "Node", nodes: "list[Node]") -> Expr:
        inside = [child for child in node.children[0].children if child.type in _POSTFIX]
        span = self.outer or Span(base.span.start, self.own_span(nodes[-1] if nodes else node).end)
        if self.depth > MAX_DEPTH:
            return Bad(span, f"the expression is nested more than {MAX_DEPTH} levels deep")
        self.depth += 1
        each = self.chain(Name(span, ITEM), [*inside, *nodes])
        self.depth -= 1
        return Splat(span, base, each)

    def primary(self, node: "Node") -> Expr:
        """An expression without what may follow it."""
        convert = getattr(self, f"_{node.type}", None)
        if convert is None or node.has_error:
            return self._broken(node) if node.has_error else Bad(self.span(node), f"{node.type} is not understood")
        result: Expr = convert(node)
        return result

    def _broken(self, node: "Node") -> Expr:
        return Bad(self.span(node), "the expression has a syntax error")

    def _expression(self, node: "Node") -> Expr:
        return self.expression(node)

    def _operation(self, node: "Node") -> Expr:
        return self.expression(node)

    def _variable_expr(self, node: "Node") -> Expr:
        return Name(self.span(node), self.text(node))

    def _literal_value(self, node: "Node") -> Expr:
        inner = node.children[0]
        if inner.type == "string_lit":
            return self._quoted_template(inner)
        text = self.text(inner)
        if inner.type == "numeric_lit":
            return self._numeric(node, text)
        return Literal(self.span(node), {"true": True, "false": False}.get(text))

    def _numeric(self, node: "Node", text: str) -> Expr:
        number = literal_number(text)
        return Bad(self.span(node), f"{text} is not a number") if number is None else Literal(self.span(node), number)

    def _template_expr(self, node: "Node") -> Expr:
        return self.expression(node.children[0])

    def _quoted_template(self, node: "Node") -> Expr:
        from obslint.terraform.syntax.templates import quoted

        return quoted(self, node)

    def _heredoc_template(self, node: "Node") -> Expr:
        from obslint.terraform.syntax.templates import heredoc

        return heredoc(self, node)

    def _collection_value(self, node: "Node") -> Expr:
        return self.expression(node.children[0])

    def _tuple(self, node: "Node") -> Expr:
        return Tuple(self.span(node), tuple(self.expression(c) for c in node.children if c.type == "expression"))

    def _object(self, node: "Node") -> Expr:
        items = []
        for child in node.children:
            if child.type == "object_elem":
                sides = [self.expression(c) for c in child.children if c.type == "expression"]
                if len(sides) == 2:
                    items.append(ObjectItem(self._key(child, sides[0]), sides[1], self.span(child)))
        return Object(self.span(node), tuple(items))

    def _key(self, element: "Node", key: Expr) -> Expr:
        """A bare word as key is text; in parentheses it is a reference."""
        bare = isinstance(key, Name) and not self.text(element.children[0]).startswith("(")
        return Literal(key.span, key.name) if bare and isinstance(key, Name) else key

    def _function_call(self, node: "Node") -> Expr:
        given = next((c for c in node.children if c.type == "function_arguments"), None)
        nodes = given.children if given else []
        args = tuple(self.expression(c) for c in nodes if c.type == "expression")
        name = "".join(self.text(c) for c in node.children if c.type in {"identifier", "::"})
        return Call(self.span(node), name, args, any(c.type == "ellipsis" for c in nodes))

    def _conditional(self, node: "Node") -> Expr:
        sides = [child for child in node.children if child.type == "expression"]
        if len(sides) != 3:
            return self._broken(node)
        condition, then, otherwise = map(self.expression, sides)
        bare = self.text(sides[0].children[0]) != "("
        return _right_leaning(condition, then, otherwise) if bare else Conditional(self.span(node), condition, then, otherwise)

    def _unary_operation(self, node: "Node") -> Expr:
        return Unary(self.span(node), self.text(node.children[0]), self.operand(node.children[1:]))

    def _binary_operation(self, node: "Node") -> Expr:
        at = next((i for i, child in enumerate(node.children) if child.type in _OPERATORS), 0)
        if not at:
            return self._broken(node)
        left, right = self.operand(node.children[:at]), self.operand(node.children[at + 1 :])
        return Binary(self.span(node), node.children[at].type, left, right)

    def _for_expr(self, node: "Node") -> Expr:
        return self._for(node.children[0])

    def _for(self, node: "Node") -> Expr:
        intro = next(c for c in node.children if c.type == "for_intro")
        names = [self.text(c) for c in intro.children if c.type == "identifier"]
        collection = next(self.expression(c) for c in intro.children if c.type == "expression")
        results = [self.expression(c) for c in node.children if c.type == "expression"]
        condition = next((c for c in node.children if c.type == "for_cond"), None)
        test = next((self.expression(c) for c in condition.children if c.type == "expression"), None) if condition else None
        key = results[0] if node.type == "for_object_expr" else None
        grouped = any(c.type == "ellipsis" for c in node.children)
        return For(self.span(node), names[0] if len(names) > 1 else "", names[-1], collection, key, results[-1], test, grouped)

    def postfix(self, base: Expr, node: "Node") -> Expr:
        """An attribute, index or splat applied to what stands before it."""
        span = self.outer or Span(base.span.start, self.own_span(node).end)
        if node.type == "get_attr":
            return GetAttr(span, base, self.text(node.children[-1]))
        if node.type == "index":
            return self._index(base, node.children[0], span)
        if node.type == "splat":
            return self._splat(base, node.children[0], span)
        return Bad(span, f"{node.type} is not understood")

    def _index(self, base: Expr, node: "Node", span: Span) -> Expr:
        key = next((c for c in node.children if c.type == "expression"), None)
        if key is not None:
            return Index(span, base, self.expression(key))
        digits = re.sub(r"\D", "", self.text(node))
        return Index(span, base, Literal(self.span(node), int(digits or 0)))

    def _splat(self, base: Expr, node: "Node", span: Span) -> Expr:
        """`.*` applies the attributes that follow to each item, but no index in brackets."""
        each: Expr = Name(span, ITEM)
        rest = [child for child in node.children if child.type in _POSTFIX]
        while rest and rest[0].type == "get_attr":
            each = self.postfix(each, rest.pop(0))
        return self.chain(Splat(span, base, each), rest)


def _right_leaning(condition: Expr, then: Expr, otherwise: Expr) -> Expr:
    """The grammar reads `a ? b : c ? d : e` as `(a ? b : c) ? d : e`; HCL means `a ? b : (c ? d : e)`."""
    span = Span(condition.span.start, max(condition.span.end, otherwise.span.end))
    if not isinstance(condition, Conditional):
        return Conditional(span, condition, then, otherwise)
    return Conditional(span, condition.condition, condition.then, _right_leaning(condition.otherwise, then, otherwise))
