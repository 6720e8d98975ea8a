"""Source text and the places in it.

Every offset in obslint counts characters of the decoded text (byte order mark left out, line ends as written).
Front-ends whose parser counts bytes convert once, with `SourceFile.from_bytes_offset`.
"""

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
"""Files above this size are not read; the limit is said in the report."""


_LINE_END = re.compile(r"\r\n|\n|\r")


class UnreadableError(Exception):
    """A file cannot be read as text; the message says why and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets."""

    start: int
    end: int


class SourceFile:
    """One decoded file. `path` is how the file is shown to people: as given, with forward slashes."""

    __slots__ = ("_byte_shifts", "_line_starts", "bom", "path", "text")

    def __init__(self, path: str, text: str, *, bom: bool = False) -> None:
        self.path = path
        self.text = text
        self.bom = bom
        self._line_starts: array[int] | None = None
        self._byte_shifts: tuple[array[int], array[int]] | None = None

    def __repr__(self) -> str:
        return f"SourceFile({self.path!r})"

    @property
    def newline(self) -> str:
        """The line end that new lines of this file should have."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def line_starts(self) -> "array[int]":
        """Offsets at which lines start; LF, CRLF and a lone CR each end a line."""
        if self._line_starts is None:
            self._line_starts = array("q", [0])
            self._line_starts.extend(end.end() for end in _LINE_END.finditer(self.text))
        return self._line_starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1) without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    @property
    def lines(self) -> list[str]:
        """The text of every line, without line ends."""
        return [self.line(number) for number in range(1, len(self.line_starts) + 1)]

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line end."""
        span = self.line_span(number)
        return self.text[span.start : span.end]

    def from_bytes_offset(self, offset: int) -> int:
        """The character offset of an offset into the UTF-8 form of the text."""
        if self._byte_shifts is None:
            self._byte_shifts = _byte_shifts(self.text)
        ends, shifts = self._byte_shifts
        if not ends:
            return offset
        index = bisect_right(ends, offset)
        return offset - (shifts[index - 1] if index else 0)


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a file."""

    file: SourceFile
    span: Span

    @property
    def line(self) -> int:
        """The line on which the span starts, from 1."""
        return self.file.position(self.span.start)[0]

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.file.text[self.span.start : self.span.end]

    def __str__(self) -> str:
        line, column = self.file.position(self.span.start)
        return f"{self.file.path}:{line}:{column}"


def _byte_shifts(text: str) -> tuple["array[int]", "array[int]"]:
    """Byte offsets at which wide characters end, and how far bytes then run ahead of characters."""
    ends, shifts = array("q"), array("q")
    if text.isascii():
        return ends, shifts
    position = ahead = 0
    for character in text:
        width = 1 if character < "\x80" else 2 if character < "\u0800" else 3 if character < "\U00010000" else 4
        position += width
        if width > 1:
            ahead += width - 1
            ends.append(position)
            shifts.append(ahead)
    return ends, shifts


def decode(data: bytes, path: str) -> SourceFile:
    """Decodes UTF-8, with or without a byte order mark.

    Raises `UnreadableError` for other encodings and binary data.
    """
    bom = data.startswith(b"\xef\xbb\xbf")
    try:
        text = data[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8 text (byte {error.start}); save the file as UTF-8") from error
    if "\0" in text:
        raise UnreadableError("binary data, not text")
    return SourceFile(path, text, bom=bom)


def read_source(file: Path, path: str | None = None) -> SourceFile:
    """Reads a file as a `SourceFile`.

    Raises `UnreadableError` when the file is missing, too large, or not UTF-8 text.
    """
    try:
        if (size := file.stat().st_size) > MAX_BYTES:
            raise UnreadableError(f"{size:,} bytes, more than the limit of {MAX_BYTES:,}")
        return decode(file.read_bytes(), path or file.as_posix())
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
