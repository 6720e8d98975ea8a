"""A position in HCL text, and moving it on."""

from typing import NoReturn

from obslint.source import SourceFile, Span
from obslint.terraform.hclscan import GAP, IDENT, SPACE, HclSyntaxError, normal, shown

MAX_DEPTH = 100
"""Brackets, blocks and templates inside one another; what is nested deeper is refused."""

_MAY_SKIP = frozenset(" \t\r\n#/")


class Reader:
    """Reads text from `pos` on. With `outer`, that span stands for every one, because the text is not that of the file."""

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

    def word(self, what: str = "a name") -> str:
        """A name that must come next."""
        self.skip()
        found = IDENT.match(self.text, self.pos)
        if found is None:
            self.expected(what)
        self.pos = found.end()
        return normal(found.group())
