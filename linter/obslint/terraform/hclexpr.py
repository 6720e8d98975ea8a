"""HCL expressions to syntax: a parser by recursive descent over the characters of the text."""

import re
from dataclasses import replace
from typing import NoReturn

from obslint.source import SourceFile, Span
from obslint.terraform.ast import (
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
from obslint.terraform.hclscan import GAP, HEREDOC, IDENT, NUMBER, SPACE, HclSyntaxError, normal, shown
from obslint.terraform.numbers import literal_number

MAX_DEPTH = 100
"""Brackets, blocks and templates inside one another; what is nested deeper is refused."""

ITEM = "[*]"
"""The name under which a splat's expression refers to the item at hand."""

_MAY_SKIP = frozenset(" \t\r\n#/")
_OPERATOR = re.compile(r"\|\||&&|==|!=|<=|>=|<|>|\+|-|\*|/(?![/*])|%")
_MAY_OPERATE = frozenset("|&=!<>+-*/%")
_STRENGTH = {
    "||": 1,
    "&&": 2,
    "==": 3,
    "!=": 3,
    "<": 4,
    ">": 4,
    "<=": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "%": 6,
}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_FOR, _IF = re.compile(r"for(?![\w-])"), re.compile(r"if(?![\w-])")
_CLOSES = {"(": ")", "[": "]", "{": "}"}


class ExpressionParser:
    """Reads expressions from `pos` on. With `outer`, that span stands for every one, because the text is not that of the file."""

    def __init__(self, file: SourceFile, text: str, pos: int = 0, outer: Span | None = None) -> None:
        self.file, self.text, self.pos, self.outer = file, text, pos, outer
        self.depth = 0
        self.loose = False
        """Whether line ends mean nothing here, as inside brackets."""

    def span(self, start: int) -> Span:
        """From an offset to the position reached."""
        return self.outer or Span(start, self.pos)

    def skip(self) -> str:
        """Passes white space and comments; the character that follows, empty at the end."""
        following = self.text[self.pos : self.pos + 1]
        if following not in _MAY_SKIP:
            return following
        found = (GAP if self.loose else SPACE).match(self.text, self.pos)
        self.pos = found.end() if found else self.pos
        return self.text[self.pos : self.pos + 1]

    def fail(self, message: str, remedy: str, start: int | None = None) -> NoReturn:
        """Refuses the text at the position, or from `start` to it."""
        begin = self.pos if start is None else start
        raise HclSyntaxError(message, begin, max(self.pos, begin + 1), remedy)

    def expected(self, what: str, remedy: str = "complete or correct the expression") -> NoReturn:
        """Refuses what stands here, because something else must."""
        self.fail(f"{what} is expected before {shown(self.text, self.pos)}", remedy)

    def take(self, wanted: str, what: str = "") -> None:
        """Passes a bracket or sign that must come next."""
        self.skip()
        if not self.text.startswith(wanted, self.pos):
            self.expected(what or f"`{wanted}`")
        self.pos += len(wanted)

    def enter(self, *, loose: bool) -> bool:
        """Goes one level deeper, where line ends mean nothing or something; what to hand to `leave`."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.fail(f"nested more than {MAX_DEPTH} levels deep", "take it apart")
        before, self.loose = self.loose, loose
        return before

    def leave(self, before: bool) -> None:
        """Comes back from a deeper level. After an error nobody does: who catches it sets level and line ends right."""
        self.depth -= 1
        self.loose = before

    def expression(self) -> Expr:
        """Any expression; the position ends right behind it."""
        self.skip()
        start = self.pos
        test = self.binary(1)
        end = self.pos
        if self.skip() != "?":
            self.pos = end
            return test
        before = self.enter(loose=self.loose)
        self.pos += 1
        then = self.expression()
        self.take(":", "`:` and the value that holds otherwise")
        otherwise = self.expression()
        self.leave(before)
        return Conditional(self.span(start), test, then, otherwise)

    def binary(self, weakest: int) -> Expr:
        """Operands joined by operators that bind at least so strongly."""
        self.skip()
        start = self.pos
        left = self.operand()
        while True:
            end = self.pos
            found = _OPERATOR.match(self.text, self.pos) if self.skip() in _MAY_OPERATE else None
            if found is None or (strength := _STRENGTH[found.group()]) < weakest:
                self.pos = end
                return left
            self.pos = found.end()
            right = self.binary(strength + 1)
            left = Binary(self.span(start), found.group(), left, right)

    def operand(self) -> Expr:
        """A term with its indexes and attributes, and the signs before it."""
        signs: list[tuple[str, int]] = []
        while (sign := self.skip()) in {"-", "!"} and sign:
            signs.append((sign, self.pos))
            self.pos += 1
        if len(signs) > MAX_DEPTH:
            self.fail(f"more than {MAX_DEPTH} signs in a row", "delete them", signs[0][1])
        start = self.pos
        result = self.postfix(self.term(), start)
        for sign, start in reversed(signs):
            result = Unary(self.span(start), sign, result)
        return result

    def term(self) -> Expr:
        """An expression without what may follow it."""
        first = self.text[self.pos : self.pos + 1]
        if first == '"' or (first == "<" and HEREDOC.match(self.text, self.pos)):
            from obslint.terraform.hcltemplate import heredoc, quoted

            return quoted(self) if first == '"' else heredoc(self)
        if first == "(":
            return self._parentheses()
        if first == "[":
            return self._tuple()
        if first == "{":
            return self._object()
        if (number := NUMBER.match(self.text, self.pos)) is not None:
            return self._number(number.group())
        return self._word()

    def _number(self, text: str) -> Expr:
        start = self.pos
        self.pos += len(text)
        number = literal_number(text)
        if number is None:
            self.fail(f"{text[:40]} is not a number", "write a decimal number", start)
        return Literal(self.span(start), number)

    def _word(self) -> Expr:
        start = self.pos
        word = self.word("an expression")
        end = self.pos
        if self.skip() == "(" or self.text.startswith("::", self.pos):
            return self._call(word, start)
        self.pos = end
        return Literal(self.span(start), _WORDS[word]) if word in _WORDS else Name(self.span(start), word)

    def word(self, what: str = "a name") -> str:
        """A name that must come next."""
        self.skip()
        found = IDENT.match(self.text, self.pos)
        if found is None:
            self.expected(what)
        self.pos = found.end()
        return normal(found.group())

    def _parentheses(self) -> Expr:
        start = self.pos
        before = self.enter(loose=True)
        self.pos += 1
        inner = self.expression()
        self.take(")")
        self.leave(before)
        return replace(inner, span=self.span(start))

    def _call(self, name: str, start: int) -> Expr:
        while self.text.startswith("::", self.pos):
            self.pos += 2
            name = f"{name}::{self.word('the name of a function')}"
            self.skip()
        args: list[Expr] = []
        spread = False
        before = self.enter(loose=True)
        self.take("(")
        while self.skip() != ")" and not spread:
            args.append(self.expression())
            spread = self.skip() == "." and self.text.startswith("...", self.pos)
            self.pos += 3 if spread else 0
            if not spread and not self._comma(")"):
                break
        self.take(")")
        self.leave(before)
        return Call(self.span(start), name, tuple(args), spread)

    def _comma(self, closing: str) -> bool:
        """Passes a comma; False where the list ends without one."""
        following = self.skip()
        if following == ",":
            self.pos += 1
            return True
        if following != closing:
            self.expected(f"`,` or `{closing}`")
        return False

    def _tuple(self) -> Expr:
        start = self.pos
        before = self.enter(loose=True)
        self.pos += 1
        made = self._for(start, "[") if self.skip() == "f" and _FOR.match(self.text, self.pos) else self._items(start)
        self.leave(before)
        return made

    def _items(self, start: int) -> Expr:
        items: list[Expr] = []
        while self.skip() != "]":
            items.append(self.expression())
            if not self._comma("]"):
                break
        self.take("]")
        return Tuple(self.span(start), tuple(items))

    def _object(self) -> Expr:
        start = self.pos
        before = self.enter(loose=True)
        self.pos += 1
        made = self._for(start, "{") if self.skip() == "f" and _FOR.match(self.text, self.pos) else self._members(start)
        self.leave(before)
        return made

    def _members(self, start: int) -> Expr:
        items: list[ObjectItem] = []
        while self.skip() != "}":
            self.loose = False
            items.append(self._item(start))
            more = self._separated()
            self.loose = True
            if not more:
                break
        self.take("}")
        return Object(self.span(start), tuple(items))

    def _item(self, opened: int) -> ObjectItem:
        """`key = value`; a bare word as key is text, in parentheses it is a reference."""
        start = self.pos
        key = self.expression()
        if isinstance(key, Name) and self.text[start] != "(":
            key = Literal(key.span, key.name)
        if self.skip() not in {"=", ":"}:
            where = "" if self.outer else f", or close the brace of line {self.file.position(opened)[0]}"
            self.expected("`=`", f"write key = value{where}")
        self.pos += 1
        value = self.expression()
        return ObjectItem(key, value, self.span(start))

    def _separated(self) -> bool:
        """Passes a comma or line end behind an item; False where the object ends."""
        following = self.skip()
        if following == ",":
            self.pos += 1
            return True
        if following in {"\n", "\r", "#"} or self.text.startswith("//", self.pos):
            return True
        if following != "}":
            self.expected("a line end, `,` or `}`")
        return False

    def _for(self, start: int, opening: str) -> Expr:
        """A for-expression from its first word on."""
        key, item, collection = self.for_intro()
        self.take(":")
        result, result_key = self.expression(), None
        if opening == "{":
            self.take("=>", "`=>` and a value")
            result_key, result = result, self.expression()
        self.skip()
        grouped = opening == "{" and self.text.startswith("...", self.pos)
        self.pos += 3 if grouped else 0
        condition = None
        if self.skip() == "i" and _IF.match(self.text, self.pos):
            self.pos += 2
            condition = self.expression()
        self.take(_CLOSES[opening])
        return For(self.span(start), key, item, collection, result_key, result, condition, grouped)

    def for_intro(self) -> tuple[str, str, Expr]:
        """`for key, item in collection`: the names, the first one empty when there is one only, and the collection."""
        self.word()
        key, item = "", self.word()
        if self.skip() == ",":
            self.pos += 1
            key, item = item, self.word()
        start = self.pos
        if self.word("`in`") != "in":
            self.fail("`in` is expected after the names of a for", "write for item in collection", start)
        return key, item, self.expression()

    def postfix(self, base: Expr, start: int) -> Expr:
        """Attributes, indexes and splats of what stands before."""
        result = base
        while True:
            end = self.pos
            following = self.skip()
            if following == "." and not self.text.startswith("...", self.pos):
                self.pos += 1
                result = self._splat(result, start) if self.skip() == "*" else self._attribute(result, start)
            elif following == "[":
                result = self._index(result, start)
            else:
                self.pos = end
                return result

    def _attribute(self, base: Expr, start: int) -> Expr:
        """`.name`, and the old `.0` for an index."""
        number = NUMBER.match(self.text, self.pos)
        if number is None:
            name = self.word("a name after the dot")
            return GetAttr(self.span(start), base, name)
        key = self._number(number.group())
        if "." in number.group():
            self.fail("two indexes in a row cannot be written with dots", "write [0][1]", number.start())
        return Index(self.span(start), base, key)

    def _splat(self, base: Expr, start: int) -> Expr:
        """`.*`, which applies the attributes that follow to each item, but no index in brackets."""
        self.pos += 1
        each: Expr = Name(self.span(start), ITEM)
        while True:
            end = self.pos
            if self.skip() != "." or self.text.startswith("...", self.pos):
                self.pos = end
                return Splat(self.span(start), base, each)
            self.pos += 1
            self.skip()
            each = self._attribute(each, start)

    def _index(self, base: Expr, start: int) -> Expr:
        """`[key]`; `[*]` applies everything that follows to each item."""
        before = self.enter(loose=True)
        self.pos += 1
        if self.skip() != "*":
            key = self.expression()
            self.take("]")
            self.leave(before)
            return Index(self.span(start), base, key)
        self.pos += 1
        self.take("]")
        self.loose = before
        each = self.postfix(Name(self.span(start), ITEM), start)
        self.leave(before)
        return Splat(self.span(start), base, each)
