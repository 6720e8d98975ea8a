"""Templates: literal text, interpolations, directives, escapes, strip markers, and the indentation of heredocs.

HCL strips white space, and takes indentation away, from single pieces of literal text: a piece ends with its line, and at `$`
and `%`. So the pieces are kept apart until that is done.
"""

import re
from dataclasses import dataclass

from obslint.source import Span
from obslint.terraform.ast import Expr, Literal, Template, TemplateFor, TemplateIf
from obslint.terraform.hclcollection import for_intro
from obslint.terraform.hclexpr import ExpressionParser
from obslint.terraform.hclscan import HEREDOC, IDENT, HclSyntaxError, heredoc_end, line_end, normal

_QUOTED = re.compile(r'(?P<text>(?:[^$%"\\\r\n]|\\[^\r\n])+)|(?P<escaped>\$\$\{|%%\{)|(?P<open>[$%]\{~?)|(?P<sign>[$%])')
_BARE = re.compile(r"(?P<text>[^$%\n]*\n|[^$%\n]+)|(?P<escaped>\$\$\{~?|%%\{~?)|(?P<open>[$%]\{~?)|(?P<sign>[$%])")
_ESCAPE = re.compile(r"\\(?:([nrt\"\\])|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


@dataclass(slots=True)
class _Directive:
    """A directive as it is read: `if`, `for`, `else`, `endif` or `endfor`."""

    kind: str
    start: int
    end: int
    test: Expr | None = None
    key: str = ""
    item: str = ""


_Piece = str | Expr | _Directive


def quoted(parser: ExpressionParser) -> Expr:
    """A template between quotes."""
    start = parser.pos
    parser.pos += 1
    pieces = _pieces(parser, _QUOTED, quoted=True)
    if not parser.text.startswith('"', parser.pos):
        parser.pos = line_end(parser.text, start)
        parser.fail("the text is not closed by a quote on its line", 'add the closing "', start)
    parser.pos += 1
    return _finish(parser, pieces, start)


def heredoc(parser: ExpressionParser) -> Expr:
    """A heredoc: the lines between `<<MARKER` and the line that holds only the marker."""
    start = parser.pos
    opened = HEREDOC.match(parser.text, start)
    if opened is None:
        parser.expected("an expression")
    closing = _closing_line(parser, opened.end(), opened[2])
    parser.pos = opened.end()
    pieces = _pieces(parser, _BARE, until=closing[0])
    if opened[1]:
        _outdent(pieces)
    parser.pos = closing[1] + len(opened[2])
    return _finish(parser, pieces, start)


def _closing_line(parser: ExpressionParser, start: int, marker: str) -> tuple[int, int]:
    """The line that closes a heredoc; marker lines inside interpolations do not."""
    closing = heredoc_end(parser.text, start, marker)
    if closing is None:
        parser.fail(f"the heredoc is not closed: no line holds {marker} alone", f"add a line with {marker}")
    return closing


def template(parser: ExpressionParser) -> Expr:
    """The whole text as a template: that of a template file, or of a string in JSON."""
    return _finish(parser, _pieces(parser, _BARE, until=len(parser.text)), 0)


def _pieces(parser: ExpressionParser, pattern: re.Pattern[str], *, quoted: bool = False, until: int = -1) -> list[_Piece]:
    """Literal text in pieces, interpolations and directives, white space next to strip markers gone."""
    pieces: list[_Piece] = []
    strip = False
    while parser.pos != until:
        found = pattern.match(parser.text, parser.pos, until) if until >= 0 else pattern.match(parser.text, parser.pos)
        if found is None:
            break
        parser.pos = found.end()
        if found.lastgroup == "open":
            if found.group().endswith("~") and pieces and isinstance(pieces[-1], str):
                pieces[-1] = pieces[-1].rstrip(_WHITE)
            pieces.append(_sequence(parser, found.group(), found.start()))
            strip = parser.text[parser.pos - 2] == "~"
            continue
        text = _unescape(found.group(), found.start()) if quoted else found.group()
        if found.lastgroup == "escaped":
            text = text[1:]
        pieces.append(text.lstrip(_WHITE) if strip else text)
        strip = False
    return pieces


def _unescape(text: str, start: int) -> str:
    if "\\" not in text:
        return text

    def character(found: re.Match[str]) -> str:
        if found[1]:
            return _SIMPLE[found[1]]
        code = int(found[2] or found[3] or "110000", 16)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            at = start + found.start()
            message, remedy = f"{found.group()} is not an escape of HCL", r"use \n, \r, \t, \", \\, \uNNNN or \UNNNNNNNN"
            raise HclSyntaxError(message, at, at + len(found.group()), remedy)
        return chr(code)

    return _ESCAPE.sub(character, text)


def _sequence(parser: ExpressionParser, opening: str, start: int) -> Expr | _Directive:
    """What stands between the braces; the position ends behind the closing one."""
    before = parser.enter(loose=True)
    made = parser.expression() if opening[0] == "$" else _directive(parser, start)
    parser.skip()
    if parser.text.startswith("~}", parser.pos):
        parser.pos += 1
    if not parser.text.startswith("}", parser.pos):
        hint = f"close the brace; text that is not meant for Terraform starts with {opening[0]}{opening[0]}{{"
        parser.expected("`}`", hint)
    parser.pos += 1
    parser.leave(before)
    if isinstance(made, _Directive):
        made.end = parser.pos
    return made


def _directive(parser: ExpressionParser, start: int) -> _Directive:
    parser.skip()
    found = IDENT.match(parser.text, parser.pos)
    kind = found.group() if found else ""
    if kind == "for":
        key, item, collection = for_intro(parser)
        return _Directive(kind, start, 0, collection, key, item)
    if kind not in {"if", "else", "endif", "endfor"}:
        parser.expected("if, else, endif, for or endfor", "correct the directive; text that only looks like one starts with %%{")
    parser.pos += len(kind)
    return _Directive(kind, start, 0, parser.expression() if kind == "if" else None)


def _outdent(pieces: list[_Piece]) -> None:
    """`<<-`: the smallest indentation of any line is taken from every line; lines of white space alone do not count."""
    widths: list[int] = []
    starts: list[int] = []
    fresh = True
    for index, piece in enumerate(pieces):
        text = piece if isinstance(piece, str) else None
        if fresh and text is None:
            widths.append(0)
        elif fresh and text is not None and (text.strip(_WHITE) or not text.endswith("\n")):
            widths.append(len(text) - len(text.lstrip(_WHITE)))
            starts.append(index)
        fresh = text is not None and text.endswith("\n")
    cut = min(widths, default=0)
    for index in starts:
        pieces[index] = str(pieces[index])[cut:]


def _finish(parser: ExpressionParser, pieces: list[_Piece], start: int) -> Expr:
    """The pieces as an expression: text alone is a literal, and an interpolation alone is its value, whatever its type."""
    span = parser.span(start)
    if all(isinstance(piece, str) for piece in pieces):
        return Literal(span, normal("".join(map(str, pieces))))
    parts = _Nest(parser, pieces).read(())
    if len(parts) == 1 and len(pieces) > 1:
        parts.insert(0, "")
    return Template(span, tuple(parts))


@dataclass(slots=True)
class _Nest:
    """Puts directives into one another."""

    parser: ExpressionParser
    pieces: list[_Piece]
    at: int = 0

    def read(self, ends: tuple[str, ...]) -> list[str | Expr]:
        """Parts up to a directive that ends them, or to the end."""
        parts: list[str | Expr] = []
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if isinstance(piece, _Directive):
                if piece.kind in ends:
                    return parts
                parts.append(self._nested(piece))
            elif isinstance(piece, str) and parts and isinstance(parts[-1], str):
                parts[-1] += normal(piece)
            elif piece != "":
                parts.append(normal(piece) if isinstance(piece, str) else piece)
            self.at += 1
        return parts

    def _nested(self, opening: _Directive) -> Expr:
        """An `if` or `for` with what stands in it; ends at the directive that closes it."""
        if opening.test is None:
            self.parser.pos = opening.end
            self.parser.fail(f"nothing is open that {opening.kind} could close", "delete it, or open an if or for before it", opening.start)
        before = self.parser.enter(loose=True)
        self.at += 1
        body = self._section(opening, ("else", "endif") if opening.kind == "if" else ("endfor",))
        otherwise = None
        if self._kind() == "else":
            self.at += 1
            otherwise = self._section(opening, ("endif",))
        self.parser.leave(before)
        span = self.parser.outer or Span(opening.start, self._end())
        if opening.kind == "if":
            return TemplateIf(span, opening.test, body, otherwise or Template(span, ()))
        return TemplateFor(span, opening.key, opening.item, opening.test, body)

    def _section(self, opening: _Directive, ends: tuple[str, ...]) -> Template:
        parts = self.read(ends)
        if self._kind() not in ends:
            self.parser.pos = opening.end
            self.parser.fail(f"the directive {opening.kind} is not closed", f"add %{{ {ends[-1]} }}", opening.start)
        return Template(self.parser.outer or Span(opening.end, self._end()), tuple(parts))

    def _end(self) -> int:
        piece = self.pieces[self.at]
        return piece.end if isinstance(piece, _Directive) else 0

    def _kind(self) -> str:
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        return piece.kind if isinstance(piece, _Directive) else ""
