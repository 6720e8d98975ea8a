"""tree-sitter's parser for HCL, and nodes with their places in characters."""

from functools import cache
from typing import TYPE_CHECKING

from obslint.source import SourceFile, Span

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

    from obslint.terraform.syntax.errors import Segment


@cache
def _parser() -> "Parser":
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def parse_bytes(text: bytes) -> "Node":
    """The root node of HCL text."""
    return _parser().parse(text).root_node


class Nodes:
    """Places and text of the nodes of one parse: of a file, or of a segment of one.

    `outer` replaces every span, for text whose offsets are not those of the file.
    """

    __slots__ = ("_ascii", "_parsed", "_start", "bad", "file", "outer")

    def __init__(self, source: "SourceFile | Segment", outer: Span | None = None) -> None:
        if isinstance(source, SourceFile):
            self.file, self._parsed, self._start, self.bad = source, source, 0, []
        else:
            self.file, self._parsed, self._start, self.bad = source.file, SourceFile("", source.text), source.start, source.bad
        self.outer = outer
        self._ascii = self._parsed.text.isascii()

    def own_span(self, node: "Node") -> Span:
        """The characters of a node in the file that was parsed."""
        if self._ascii:
            return Span(node.start_byte + self._start, node.end_byte + self._start)
        offset = self._parsed.from_bytes_offset
        return Span(offset(node.start_byte) + self._start, offset(node.end_byte) + self._start)

    def span(self, node: "Node") -> Span:
        """The characters of a node in the file."""
        return self.outer or self.own_span(node)

    def text(self, node: "Node") -> str:
        """The text of a node."""
        own = self.own_span(node)
        return self.file.text[own.start : own.end]

    def damage(self, span: Span) -> str:
        """Why something may be missing in a span: a line of it did not parse."""
        bad = next((offset for offset in self.bad if span.start <= offset < span.end), None)
        return "" if bad is None else f"line {self.file.position(bad)[0]} has a syntax error"
