"""Bodies of the HCL grammar: attributes and blocks. A broken item is said once and skipped, the others are there all the same."""

import re
from dataclasses import dataclass, field

from obslint.model import Problem
from obslint.source import Place, SourceFile, Span
from obslint.terraform.ast import Attribute, Bad, Block, Body, Expr, Literal
from obslint.terraform.hclexpr import ExpressionParser
from obslint.terraform.hclreader import MAX_DEPTH
from obslint.terraform.hclscan import (
    GAP,
    HEREDOC,
    IDENT,
    LINE_END,
    SPACE,
    TOP_LEVEL,
    HclSyntaxError,
    heredoc_end,
    line_end,
    normal,
    shown,
    skip_item,
)

MAX_PROBLEMS = 20
_LABEL = re.compile(r'"(?:[^"\\\n]|\\.)*"|[^\W\d][\w-]*')
_SIMPLE = re.compile(
    r"=[ \t]*("
    r'"[^"\\$%\r\n]*"|[0-9]+|true|false|null|\{\}|\[\]|string|bool|number|any|(?:list|set|map)\((?:string|number|any)\)'
    r"|(?:var|local|each|module|data|aws_\w+)(?:\.[^\W\d][\w-]*)+"
    r")[ \t]*(?=\r?\n|#|//|\Z)"
)


@dataclass(slots=True)
class _Opened:
    """A block whose brace is open, and whether one inside it seems to have taken the closing brace meant for another."""

    name: str
    header: Span
    column: int


@dataclass(slots=True)
class BodyParser:
    """Reads a file. `watchful` is for a file that ended with a block open: headers at the start of a line then close every block."""

    file: SourceFile
    watchful: bool = False
    problems: list[Problem] = field(default_factory=list)
    unclosed: bool = False
    _pos: int = 0
    _open: list[_Opened] = field(default_factory=list)
    _broken: bool = False
    _suspect: _Opened | None = None

    def parse(self) -> Body:
        """The top level of the file."""
        return self._body(0)

    def _body(self, start: int) -> Body:
        """Items up to the brace that closes the block, or to the end of the file."""
        attributes: dict[str, Attribute] = {}
        blocks: list[Block] = []
        text = self.file.text
        while True:
            found = GAP.match(text, self._pos)
            self._pos = found.end() if found else self._pos
            if self._pos >= len(text):
                self._ended()
                break
            if text[self._pos] == "}" and self._open:
                self._pos += 1
                break
            if self._open and self._cut():
                break
            self._item(attributes, blocks)
        return Body(Span(start, self._pos), attributes, tuple(blocks))

    def _ended(self) -> None:
        if self._open and not self.unclosed:
            self.unclosed = True
            self._unclosed()

    def _unclosed(self) -> None:
        opened = self._suspect or self._open[-1]
        self._say(f"the block {opened.name} is not closed", opened.header, "add the closing brace }")
        self._suspect = None

    def _cut(self) -> bool:
        """Whether a top-level block starts here although blocks are open, because something before it is broken."""
        if not (self.watchful or self._broken) or not self._at_line_start() or not TOP_LEVEL.match(self.file.text, self._pos):
            return False
        if not self._broken:
            self._unclosed()
        self._broken = True
        return True

    def _at_line_start(self) -> bool:
        return self._pos == 0 or self.file.text[self._pos - 1] == "\n"

    def _item(self, attributes: dict[str, Attribute], blocks: list[Block]) -> None:
        """One attribute or block, and the end of its line."""
        start, depth = self._pos, len(self._open)
        if not depth:
            self._broken, self._suspect = False, None
        try:
            name = IDENT.match(self.file.text, start)
            if name is None:
                raise self._stray()
            self._pos = name.end()
            if self._next() == "=":
                self._attribute(attributes, normal(name.group()), Span(start, name.end()))
            else:
                self._block(blocks, normal(name.group()), start)
            if not self._broken:
                self._line_end()
        except HclSyntaxError as error:
            self._refused(error)
            del self._open[depth:]
            self._pos = skip_item(self.file.text, start, error.start)

    def _refused(self, error: HclSyntaxError) -> None:
        self._say(error.message, Span(error.start, min(error.end, len(self.file.text))), error.remedy)
        self._broken = True

    def _say(self, message: str, span: Span, remedy: str) -> None:
        """A problem of the file; what follows from one already said of the same block is not said."""
        if not self._broken and len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(message, Place(self.file, span), remedy))

    def _stray(self) -> HclSyntaxError:
        text, start = self.file.text, self._pos
        if text[start] == "}":
            return HclSyntaxError("no block is open that this brace closes", start, start + 1, "delete the brace")
        remedy = "write the name without quotes" if text[start] == '"' else "write name = value, or a block"
        return HclSyntaxError(f"a name is expected before {shown(text, start)}", start, line_end(text, start), remedy)

    def _next(self) -> str:
        """The character after spaces and comments, to which it moves."""
        found = SPACE.match(self.file.text, self._pos)
        self._pos = found.end() if found else self._pos
        return self.file.text[self._pos : self._pos + 1]

    def _line_end(self) -> None:
        if self._next() and not LINE_END.match(self.file.text, self._pos):
            found = shown(self.file.text, self._pos)
            hint = "end the line here" if found != "`,`" else "delete the comma"
            raise HclSyntaxError(f"a line end is expected before {found}", self._pos, self._pos + 1, hint)

    def _attribute(self, attributes: dict[str, Attribute], name: str, named: Span) -> None:
        """`name = value`. A value that does not parse is said, and there as one that cannot be known."""
        attribute = self._value(name, named)
        first = attributes.setdefault(name, attribute)
        if first is not attribute:
            line = self.file.position(first.span.start)[0]
            self._say(f"{name} is set twice, first in line {line}", attribute.span, "delete one of the two")

    def _value(self, name: str, named: Span) -> Attribute:
        file, text = self.file, self.file.text
        simple = self._simple()
        if simple is not None:
            start, self._pos = simple
            span = Span(named.start, self._pos)
            return Attribute(file, name, named, span, lambda: ExpressionParser(file, text, start).expression())
        parser = ExpressionParser(file, text, self._pos + 1)
        parser.depth = len(self._open)
        try:
            expr = self._parsed(parser, named)
            self._pos = parser.pos
        except HclSyntaxError as error:
            self._refused(error)
            expr = Bad(Span(named.end, error.end), f"a syntax error: {error.message}")
            self._pos = skip_item(text, self._pos, error.start)
        return Attribute(file, name, named, Span(named.start, min(self._pos, expr.span.end)), lambda: expr)

    def _simple(self) -> tuple[int, int] | None:
        """From where to where a right-hand side goes that is certainly right, and need not be parsed before somebody asks for it."""
        text = self.file.text
        found = _SIMPLE.match(text, self._pos)
        if found is not None:
            return found.span(1)
        opened = HEREDOC.match(text, start := min(self._pos + 2, len(text)))
        if opened is None or text[self._pos : start] != "= ":
            return None
        closing = heredoc_end(text, opened.end(), opened[2])
        if closing is None or text.find("{", opened.end(), closing[0]) >= 0:
            return None
        return start, closing[1] + len(opened[2])

    def _parsed(self, parser: ExpressionParser, named: Span) -> Expr:
        parser.skip()
        if LINE_END.match(parser.text, parser.pos):
            remedy = "write the value, or delete the line"
            raise HclSyntaxError("an expression is missing after the equals sign", named.start, self._pos + 1, remedy)
        return parser.expression()

    def _block(self, blocks: list[Block], name: str, start: int) -> None:
        """`type "label" { ... }`; a block on one line holds at most one attribute."""
        labels, header = self._labels(start)
        opened = self._pos
        if len(self._open) >= MAX_DEPTH:
            message = f"blocks are nested more than {MAX_DEPTH} levels deep"
            raise HclSyntaxError(message, start, header.end, "take the block apart")
        self._pos += 1
        self._open.append(_Opened(name, header, self.file.position(start)[1]))
        one_line = self._next() not in {"", "}"} and not LINE_END.match(self.file.text, self._pos)
        body = self._one_line(opened) if one_line else self._body(opened)
        self._closed()
        file = self.file
        blocks.append(Block(file, name, labels, header, Span(start, self._pos), lambda: body))

    def _closed(self) -> None:
        """Takes note of a block whose closing brace stands further left than its header: the brace may be that of another."""
        done = self._open.pop()
        line, column = self.file.position(self._pos - 1)
        if column < done.column and not self.file.line(line)[: column - 1].strip():
            self._suspect = self._suspect or done

    def _labels(self, start: int) -> tuple[tuple[str, ...], Span]:
        text, labels, end = self.file.text, [], self._pos
        while self._next() != "{":
            label = _LABEL.match(text, self._pos)
            if label is None:
                found = shown(text, self._pos)
                hint = "write name = value, or open the block with { on the same line"
                raise HclSyntaxError(f"`=` or `{{` is expected before {found}", start, max(end, self._pos), hint)
            labels.append(self._label(label.group()))
            end = self._pos = label.end()
        return tuple(labels), Span(start, end if labels else self._name_end(start))

    def _label(self, text: str) -> str:
        if not text.startswith('"'):
            return normal(text)
        expr = ExpressionParser(self.file, self.file.text, self._pos).expression()
        if isinstance(expr, Literal):
            return str(expr.data)
        raise HclSyntaxError("the label of a block is a template", self._pos, self._pos + len(text), "write it out")

    def _name_end(self, start: int) -> int:
        found = IDENT.match(self.file.text, start)
        return found.end() if found else start

    def _one_line(self, opened: int) -> Body:
        """`{ name = value }`"""
        attributes: dict[str, Attribute] = {}
        name = IDENT.match(self.file.text, self._pos)
        if name is not None:
            self._pos = name.end()
        if name is None or self._next() != "=":
            remedy = "a block on one line holds one attribute; put what it holds on lines of its own"
            raise HclSyntaxError(f"`=` is expected before {shown(self.file.text, self._pos)}", self._pos, self._pos + 1, remedy)
        self._attribute(attributes, normal(name.group()), Span(name.start(), name.end()))
        if not self._broken and self._next() != "}":
            remedy = "close the brace, or put what the block holds on lines of its own"
            raise HclSyntaxError(f"`}}` is expected before {shown(self.file.text, self._pos)}", self._pos, self._pos + 1, remedy)
        self._pos += 1
        return Body(Span(opened, self._pos), attributes)
