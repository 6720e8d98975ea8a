"""Which names an expression mentions, without evaluating it."""

from collections.abc import Iterator

from obslint.source import SourceFile
from obslint.terraform.ast import (
    Binary,
    Body,
    Call,
    Conditional,
    Expr,
    For,
    GetAttr,
    Index,
    Literal,
    Name,
    Object,
    Splat,
    Template,
    TemplateFor,
    TemplateIf,
    Tuple,
    Unary,
)
from obslint.terraform.syntax import parse_expression

Mention = tuple[str, ...]
"""The words of a traversal up to the first index: `("module", "a", "arn")`."""

_Bound = frozenset[str]


def mentions(expr: Expr) -> Iterator[Mention]:
    """The traversals in an expression that do not start with a name of a for-expression."""
    waiting: list[tuple[Expr, _Bound]] = [(expr, frozenset())]
    while waiting:
        found, bound = waiting.pop()
        words = _words(found)
        if words and words[0] not in bound:
            yield words
        else:
            waiting += _inside(found, bound)


def mentions_in(body: Body) -> Iterator[Mention]:
    """The traversals in the attributes of a body and of the blocks in it."""
    waiting = [body]
    while waiting:
        found = waiting.pop()
        for attribute in found.attributes.values():
            yield from mentions(attribute.expr)
        waiting += [block.body for block in found.blocks]


def _words(expr: Expr) -> Mention:
    words: list[str] = []
    while isinstance(expr, GetAttr):
        words.append(expr.name)
        expr = expr.base
    return (expr.name, *reversed(words)) if isinstance(expr, Name) else ()


def _inside(expr: Expr, bound: _Bound) -> list[tuple[Expr, _Bound]]:
    """The parts of an expression, with the names that are bound in them."""
    if isinstance(expr, For):
        inner = bound | {expr.key, expr.item}
        parts = [part for part in (expr.result_key, expr.result, expr.condition) if part is not None]
        return [(expr.collection, bound), *((part, inner) for part in parts)]
    if isinstance(expr, TemplateFor):
        return [(expr.collection, bound), (expr.body, bound | {expr.key, expr.item})]
    return [(part, bound) for part in _parts(expr)]


def _parts(expr: Expr) -> list[Expr]:
    if isinstance(expr, GetAttr):
        return [expr.base]
    if isinstance(expr, Index):
        return [expr.base, expr.key]
    if isinstance(expr, Splat):
        return [expr.base, expr.each]
    if isinstance(expr, Unary):
        return [expr.operand]
    if isinstance(expr, Binary):
        return [expr.left, expr.right]
    if isinstance(expr, Conditional):
        return [expr.condition, expr.then, expr.otherwise]
    return _listed(expr)


def _listed(expr: Expr) -> list[Expr]:
    if isinstance(expr, Tuple):
        return list(expr.items)
    if isinstance(expr, Call):
        return list(expr.args)
    if isinstance(expr, Object):
        return [part for item in expr.items for part in (item.key, item.value) if not isinstance(part, Literal)]
    if isinstance(expr, Template):
        return [part for part in expr.parts if isinstance(part, Expr)]
    if isinstance(expr, TemplateIf):
        return [expr.condition, expr.then, expr.otherwise]
    return []


def depended_on(expr: Expr, file: SourceFile) -> Iterator[Mention]:
    """What `depends_on` lists: traversals, which JSON writes as text."""
    for item in expr.items if isinstance(expr, Tuple) else ():
        if isinstance(item, Literal) and isinstance(item.data, str):
            item = parse_expression(file, item.data, item.span)
        yield from mentions(item)
