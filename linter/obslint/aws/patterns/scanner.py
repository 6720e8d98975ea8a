"""The characters of a filter pattern, taken piece by piece."""

import re

from obslint.aws.patterns.syntax import Operator, Regex, Text

_SPACE = re.compile(r"\s*")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r'\\(["\\])')
_REGEX = re.compile(r"%((?:[^%\\]|\\.)*)%")
_OPERATORS: tuple[Operator, ...] = ("!=", "<=", ">=", "=", "<", ">")


class NotAPatternError(Exception):
    """What is wrong with a text, and at which character; it stays inside this package."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message, self.at = message, at


class Scanner:
    """A position in a text, moved on by whatever is found there."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def skip(self) -> None:
        """Moves over white space."""
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def take(self, piece: str) -> bool:
        """Moves over a piece of text, if it stands here, perhaps after white space."""
        self.skip()
        if not self.text.startswith(piece, self.at):
            return False
        self.at += len(piece)
        return True

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Moves over what a regular expression finds here."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def expect(self, piece: str) -> None:
        """Moves over a piece of text that has to stand here."""
        if not self.take(piece):
            self.fail(f"{piece} is missing")

    def fail(self, message: str) -> "NotAPatternError":
        """Gives up at this character."""
        raise NotAPatternError(message, self.at)

    @property
    def ended(self) -> bool:
        """Whether nothing but white space is left."""
        self.skip()
        return self.at >= len(self.text)

    def operator(self) -> Operator:
        """A comparison sign."""
        for sign in _OPERATORS:
            if self.take(sign):
                return sign
        raise self.fail("a comparison is missing")

    def value(self, bare: re.Pattern[str]) -> Text | Regex:
        """A quoted text, a regular expression, or a bare word of the given form."""
        self.skip()
        if found := self.match(_QUOTED):
            return Text(_ESCAPE.sub(r"\1", found.group(1)), quoted=True)
        if self.text.startswith('"', self.at):
            self.fail("the quotation mark is not closed")
        if found := self.match(_REGEX):
            return Regex(found.group(1))
        if found := self.match(bare):
            return Text(found.group())
        raise self.fail("a value is missing")
