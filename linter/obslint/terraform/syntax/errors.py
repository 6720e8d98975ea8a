"""Syntax errors: said at the line that causes them, with the rest of the file kept.

The grammar gives up on a whole block at its first error. So a file that does not parse is cut at its top-level headers, and
in a segment that does not parse the first bad line is found, said, blanked out, and the segment is tried again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from obslint.model import Problem
from obslint.source import Place, SourceFile, Span
from obslint.terraform.syntax.brackets import Mismatch, code_of, scan
from obslint.terraform.syntax.grammar import parse_bytes

if TYPE_CHECKING:
    from tree_sitter import Node

MAX_PROBLEMS = 20
_TOP_LEVEL = re.compile(
    r'^(?:(?:resource|data|ephemeral)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"|(?:module|variable|output|provider|check)[ \t]+"[^"\n]*"'
    r"|locals|terraform|moved|import|removed)[ \t]*\{",
    re.MULTILINE,
)
"""A header that hardly anybody writes at the start of a line inside another block."""

_DANGLING = re.compile(r"\s*[\w.\"-]+\s*=\s*(?:(?:#|//).*)?$")


@dataclass(slots=True)
class Segment:
    """A piece of a file, from a character offset on, as it was parsed in the end. `bad` are the offsets of lines left out."""

    file: SourceFile
    start: int
    text: str
    root: "Node | None" = None
    problems: list[Problem] = field(default_factory=list)
    bad: list[int] = field(default_factory=list)


def recover(file: SourceFile) -> Iterator[Segment]:
    """The segments of a file that does not parse, each parsed as far as it goes."""
    starts = [0, *(match.start() for match in _TOP_LEVEL.finditer(code_of(file.text)) if match.start())]
    for start, end in zip(starts, [*starts[1:], len(file.text)], strict=True):
        if file.text[start:end].strip():
            segment = Segment(file, start, readable(file.text[start:end]))
            _mend(segment)
            yield segment


def is_sound(root: "Node", text: str) -> bool:
    """Whether a parse has no error, and no header that runs over a line end, which the grammar lets pass."""
    return not root.has_error and not (_LOOSE_HEADER.search(text) and _LOOSE_HEADER.search(code_of(text)))


_LOOSE_HEADER = re.compile(
    r'^[^\W\d][\w-]*(?:[ \t]+(?:[\w-]+|"[^"\n]*"))*[ \t]*\r?\n(?=[ \t]*(?:\{|[\w-]+[ \t]*(?:[\w"{-]|$)))', re.MULTILINE
)
_EXPONENT = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)([eE][+-]?\d+)\b")


def readable(text: str) -> str:
    """Text of the same length that the grammar can read: it does not know `1e3`. What is read is taken from the original."""
    return _EXPONENT.sub(lambda found: found[1] + "0" * len(found[2]), text)


def _mend(segment: Segment) -> None:
    """Blanks out one bad line after the other until the rest parses."""
    closed = False
    while True:
        segment.root = parse_bytes(segment.text.encode())
        if not segment.root.has_error or len(segment.problems) >= MAX_PROBLEMS:
            return
        state = scan(segment.text)
        if state.mismatch is None and state.opened and not closed:
            _close(segment, state.opened[0][1], state.closers)
            closed = True
        elif not _blank(segment, state.mismatch or _cause(segment.text)):
            return


def _close(segment: Segment, offset: int, closers: str) -> None:
    """A block that the segment leaves open is said at its header, and closed."""
    line = segment.file.position(segment.start + offset)[0]
    place = Place(segment.file, segment.file.line_span(line))
    segment.problems.append(Problem("the block that starts here is not closed", place, "add the closing brace }"))
    segment.bad.append(segment.start + len(segment.text) - 1)
    segment.text = f"{segment.text.rstrip()}\n{closers}\n"


def _cause(text: str) -> Mismatch:
    """The first bad line, and what to say of it."""
    offset = _first_bad_line(text)
    line = text[offset:].partition("\n")[0]
    if _DANGLING.match(line):
        return Mismatch(offset, "an expression is missing after the equals sign", "write the value, or delete the line")
    return Mismatch(offset, f"this is not HCL: {' '.join(line.split())[:50]}", "complete or correct the line")


def _first_bad_line(text: str) -> int:
    """The offset of the first line up to which the text, with everything open closed, does not parse."""
    ends = [match.end() for match in re.finditer(r"\n|\Z", text)]
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high) // 2
        part = text[: ends[middle]]
        state = scan(part)
        if state.mismatch is not None or parse_bytes(f"{part.rstrip()}{state.closers}\n".encode()).has_error:
            high = middle
        else:
            low = middle + 1
    return ends[low - 1] if low else 0


def _blank(segment: Segment, cause: Mismatch) -> bool:
    """Says a line and replaces it by spaces; False when it is blank already, so that nothing more can be done."""
    file, start = segment.file, segment.text.rfind("\n", 0, cause.offset) + 1
    end = segment.text.find("\n", cause.offset)
    end = len(segment.text) if end < 0 else end
    line = segment.text[start:end]
    if not line.strip():
        return False
    first = segment.start + start + len(line) - len(line.lstrip())
    last = min(max(segment.start + start + len(line.rstrip()), first + 1), len(file.text))
    segment.problems.append(Problem(cause.message, Place(file, Span(min(first, last), last)), cause.remedy))
    segment.bad.append(segment.start + start)
    segment.text = segment.text[:start] + "".join(c if c == "\r" else " " for c in line) + segment.text[end:]
    return True
