"""Places as editors count them: lines and columns from 0, columns in the units of the encoding that was agreed on."""

from collections.abc import Callable, Mapping

from obslint.source import SourceFile

_UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text) + sum(character > "\uffff" for character in text),
    "utf-32": len,
}

Point = tuple[int, int]
"""Line and column."""


def point(file: SourceFile, offset: int, encoding: str = "utf-16") -> Point:
    """Where an offset of a file is."""
    line, column = file.position(offset)
    return line - 1, _UNITS[encoding](file.line(line)[: column - 1])


def offset(file: SourceFile, where: Point, encoding: str = "utf-16") -> int:
    """The offset of a point; one beyond the end of its line or of the file is that end."""
    line, column = where
    if line >= len(file.line_starts):
        return len(file.text)
    span = file.line_span(line + 1)
    measure, passed = _UNITS[encoding], 0
    for index, character in enumerate(file.text[span.start : span.end]):
        passed += measure(character)
        if passed > column:
            return span.start + index
    return span.end
