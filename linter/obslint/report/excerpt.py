"""Lines of source with ranges underlined, as rustc shows them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from obslint.lint.result import Location
from obslint.report.gutter import Gutter
from obslint.report.printable import Window, one_line, window
from obslint.report.style import Style
from obslint.source import SourceFile

NEAR = 8
"""A second place at most this many lines from the first is shown in the same excerpt."""

_REACH = 400
"""How many lines upwards the header of a resource is looked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A range to underline, with `look` for its colour and `line` for its underline: `^` the place at fault, `-` others."""

    location: Location
    label: str = ""
    underline: str = "^"
    look: str = "related"


def excerpt(file: SourceFile, marks: Sequence[Mark], gutter: Gutter, context: int | None = None) -> Iterator[str]:
    """The marked lines and, when given, the line `context`; what lies between is left out with an ellipsis."""
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.location.line, []).append(mark)
    previous = None
    for number in _with_single_gaps({*by_line, *([context] if context else ())}):
        if previous is not None and number > previous + 1:
            yield gutter.style.paint("...", "gutter")
        previous = number
        yield from _line(file, number, by_line.get(number, []), gutter)


def _with_single_gaps(numbers: set[int]) -> list[int]:
    """The line numbers in order, with lines that would be left out alone put back in."""
    return sorted(numbers | {number + 1 for number in numbers if number + 2 in numbers})


def _line(file: SourceFile, number: int, marks: list[Mark], gutter: Gutter) -> Iterator[str]:
    """A line and, below it, a row for each mark."""
    text = file.line(number) if number <= len(file.line_starts) else ""
    spans = [_columns(mark.location, text) for mark in marks]
    shown = window(text, gutter.room, spans[0] if spans else (1, 1))
    yield gutter.line(number, shown.text)
    for mark, span in zip(marks, spans, strict=True):
        yield gutter.bar(_underlined(mark, span, shown, gutter.style))


def _columns(location: Location, text: str) -> tuple[int, int]:
    """The characters of its first line that a location covers: at least one, and no blanks at either end."""
    start, end = location.column, location.end_column if location.end_line == location.line else len(text) + 1
    part = text[start - 1 : end - 1]
    if part.strip():
        start += len(part) - len(part.lstrip())
        end = start + len(part.strip())
    return start, max(end, start + 1)


def _underlined(mark: Mark, span: tuple[int, int], shown: Window, style: Style) -> str:
    first, last = shown.column(span[0]), shown.column(span[1])
    underline = mark.underline * max(1, last - first)
    more = f" (to line {mark.location.end_line})" if mark.location.end_line > mark.location.line else ""
    label = f" {one_line(mark.label)}" if mark.label else ""
    return " " * first + style.paint(underline + label + more, mark.look)


def header_line(file: SourceFile, location: Location, address: str, kind: str) -> int | None:
    """The line above a location on which the resource is declared, or None when it cannot be told.

    Reports know the place at fault only; the line is found by its name and type, or by its name and a smaller indentation.
    """
    if location.line > len(file.line_starts):
        return None
    words = re.compile(rf"(?<![\w-]){re.escape(local_name(address))}(?![\w-])")
    margin = _margin(file.line(location.line))
    for number in range(location.line - 1, max(0, location.line - 1 - _REACH), -1):
        text = file.line(number)
        if not text.strip() or text.lstrip().startswith(("#", "//")):
            continue
        if words.search(text) and (_margin(text) < margin or f'"{kind}"' in text):
            return number
        margin = min(margin, _margin(text))
    return None


def local_name(address: str) -> str:
    """The name that a resource has in its file: the last part of its address, without an instance key."""
    return re.sub(r'\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]$', "", address).rpartition(".")[2]


def _margin(text: str) -> int:
    return len(text) - len(text.lstrip())


def near(marks: Iterable[Mark], location: Location) -> list[Mark]:
    """The marks that belong into the excerpt around a location."""
    return [m for m in marks if m.location.path == location.path and abs(m.location.line - location.line) <= NEAR]
