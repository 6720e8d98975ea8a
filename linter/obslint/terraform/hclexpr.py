"""HCL expressions to syntax: a parser by recursive descent over the characters of the text."""

import re
from dataclasses import replace

from obslint.terraform.ast import (
    Binary,
    Call,
    Conditional,
    Expr,
    GetAttr,
    Index,
    Literal,
    Name,
    Splat,
    Unary,
)
from obslint.terraform.hclcollection import read_object, read_tuple
from obslint.terraform.hclreader import MAX_DEPTH, Reader
from obslint.terraform.hclscan import HEREDOC, NUMBER
from obslint.terraform.numbers import literal_number

ITEM = "[*]"
"""The name under which a splat's expression refers to the item at hand."""

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


class ExpressionParser(Reader):
    """Reads expressions from `pos` on."""

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
            return read_tuple(self)
        if first == "{":
            return read_object(self)
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
            if not spread and not self.comma(")"):
                break
        self.take(")")
        self.leave(before)
        return Call(self.span(start), name, tuple(args), spread)

    def comma(self, closing: str) -> bool:
        """Passes a comma; False where the list ends without one."""
        following = self.skip()
        if following == ",":
            self.pos += 1
            return True
        if following != closing:
            self.expected(f"`,` or `{closing}`")
        return False

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
