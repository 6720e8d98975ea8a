"""Where the parts of a text stand in the file it was written in, although indentation and interpolations were taken out of it."""

from functools import cached_property

from obslint.source import Place, Span

MAX_LEAD = 4
"""Lines that may stand between the start of an expression and the first line of its text (`<<EOT`, `Fn::Sub: |`)."""


class TextPlaces:
    """Finds offsets of a text again in the source of the expression that holds it, line by line.

    Text on lines that cannot be found again is at the place of the whole expression.
    """

    def __init__(self, text: str, whole: Place | None, marks: frozenset[str]) -> None:
        self._text, self._whole, self._marks = text, whole, marks

    def of(self, start: int, end: int) -> Place | None:
        """The place of a part of the text."""
        first, last = self._offset(start, start=True), self._offset(end, start=False)
        if self._whole is None or first is None or last is None or last < first:
            return self._whole
        return Place(self._whole.file, Span(first, last))

    def entry(self, start: int, key_end: int, end: int) -> Place | None:
        """The place of a key and its value, or of the key alone when the value goes on over several lines."""
        return self.of(start, key_end if "\n" in self._text[start:end] else end)

    def _offset(self, offset: int, *, start: bool) -> int | None:
        if self._lines is None or self._whole is None:
            return None
        number = self._text.count("\n", 0, offset)
        begin = self._text.rfind("\n", 0, offset) + 1
        row, column = self._lines[number], offset - begin
        source = self._whole.file.text[row.start : row.end]
        lead = len(source) - len(source.lstrip())
        line = self._text[begin:].partition("\n")[0]
        if any(character in self._marks for character in line[:column]):
            return row.start + (lead if start else len(source.rstrip().rstrip(",")))
        return row.start + lead + column - (len(line) - len(line.lstrip()))

    @cached_property
    def _lines(self) -> list[Span] | None:
        """The source line of each line of the text; None where they are not the same lines."""
        if self._whole is None or "\n" not in self._text.strip("\n"):
            return None
        file, span = self._whole.file, self._whole.span
        rows = range(file.position(span.start)[0], file.position(max(span.start, span.end - 1))[0] + 1)
        spans = [file.line_span(row) for row in rows]
        lines = self._text.rstrip("\n").split("\n")
        sources = [file.text[row.start : row.end].strip() for row in spans]
        for lead in range(min(MAX_LEAD, len(spans) - len(lines)) + 1):
            if all(self._alike(line.strip(), source) for line, source in zip(lines, sources[lead:], strict=False)):
                return [*spans[lead : lead + len(lines)], spans[lead + len(lines) - 1]]
        return None

    def _alike(self, line: str, source: str) -> bool:
        """Whether a line of text may be that line of the source: equal up to where something was filled in."""
        if line == source:
            return True
        at = next((index for index, character in enumerate(line) if character in self._marks), None)
        known = line if at is None else line[:at]
        template = min((found for found in (source.find("${"), source.find("%{")) if found >= 0), default=-1)
        return template >= 0 and (source.startswith(known) if at is not None else line.startswith(source[:template].rstrip("$%")))
