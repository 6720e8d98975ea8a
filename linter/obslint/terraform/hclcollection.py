"""Lists, objects and for-expressions of the HCL grammar."""

import re
from typing import TYPE_CHECKING

from obslint.terraform.ast import Expr, For, Literal, Name, Object, ObjectItem, Tuple

if TYPE_CHECKING:
    from obslint.terraform.hclexpr import ExpressionParser

_FOR, _IF = re.compile(r"for(?![\w-])"), re.compile(r"if(?![\w-])")
_CLOSES = {"[": "]", "{": "}"}


def read_tuple(parser: "ExpressionParser") -> Expr:
    """`[a, b]`, or a for-expression in brackets."""
    start = parser.pos
    before = parser.enter(loose=True)
    parser.pos += 1
    made = _for(parser, start, "[") if parser.skip() == "f" and _FOR.match(parser.text, parser.pos) else _items(parser, start)
    parser.leave(before)
    return made


def _items(parser: "ExpressionParser", start: int) -> Expr:
    items: list[Expr] = []
    while parser.skip() != "]":
        items.append(parser.expression())
        if not parser.comma("]"):
            break
    parser.take("]")
    return Tuple(parser.span(start), tuple(items))


def read_object(parser: "ExpressionParser") -> Expr:
    """`{ a = b }`, or a for-expression in braces."""
    start = parser.pos
    before = parser.enter(loose=True)
    parser.pos += 1
    made = _for(parser, start, "{") if parser.skip() == "f" and _FOR.match(parser.text, parser.pos) else _members(parser, start)
    parser.leave(before)
    return made


def _members(parser: "ExpressionParser", start: int) -> Expr:
    items: list[ObjectItem] = []
    while parser.skip() != "}":
        parser.loose = False
        items.append(_item(parser, start))
        more = _separated(parser)
        parser.loose = True
        if not more:
            break
    parser.take("}")
    return Object(parser.span(start), tuple(items))


def _item(parser: "ExpressionParser", opened: int) -> ObjectItem:
    """`key = value`; a bare word as key is text, in parentheses it is a reference."""
    start = parser.pos
    key = parser.expression()
    if isinstance(key, Name) and parser.text[start] != "(":
        key = Literal(key.span, key.name)
    if isinstance(key, Literal) and key.data is None and parser.text[start] != "(":
        key = Literal(key.span, "null")
    if parser.skip() not in {"=", ":"}:
        where = "" if parser.outer else f", or close the brace of line {parser.file.position(opened)[0]}"
        parser.expected("`=`", f"write key = value{where}")
    parser.pos += 1
    value = parser.expression()
    return ObjectItem(key, value, parser.span(start))


def _separated(parser: "ExpressionParser") -> bool:
    """Passes a comma or line end behind an item; False where the object ends."""
    following = parser.skip()
    if following == ",":
        parser.pos += 1
        return True
    if following in {"\n", "\r", "#"} or parser.text.startswith("//", parser.pos):
        return True
    if following != "}":
        parser.expected("a line end, `,` or `}`")
    return False


def _for(parser: "ExpressionParser", start: int, opening: str) -> Expr:
    """A for-expression from its first word on."""
    key, item, collection = for_intro(parser)
    parser.take(":")
    result, result_key = parser.expression(), None
    if opening == "{":
        parser.take("=>", "`=>` and a value")
        result_key, result = result, parser.expression()
    parser.skip()
    grouped = opening == "{" and parser.text.startswith("...", parser.pos)
    parser.pos += 3 if grouped else 0
    condition = None
    if parser.skip() == "i" and _IF.match(parser.text, parser.pos):
        parser.pos += 2
        condition = parser.expression()
    parser.take(_CLOSES[opening])
    return For(parser.span(start), key, item, collection, result_key, result, condition, grouped)


def for_intro(parser: "ExpressionParser") -> tuple[str, str, Expr]:
    """`for key, item in collection`: the names, the first one empty when there is one only, and the collection."""
    parser.word()
    key, item = "", parser.word()
    if parser.skip() == ",":
        parser.pos += 1
        key, item = item, parser.word()
    start = parser.pos
    if parser.word("`in`") != "in":
        parser.fail("`in` is expected after the names of a for", "write for item in collection", start)
    return key, item, parser.expression()
