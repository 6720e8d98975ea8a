"""What text edits do to the lines of a file, as the few lines of a diff that matter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from obslint.lint.result import TextEdit
from obslint.source import SourceFile


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A line that goes (`-`, with its number before the edits) or comes (`+`, with its number after them)."""

    number: int
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class _Region:
    """Whole lines, from 1 and inclusive, that a group of edits touches."""

    first: int
    last: int
    edits: tuple[TextEdit, ...]


def minidiff(file: SourceFile, edits: Iterable[TextEdit]) -> list[DiffLine]:
    """The lines removed and added by edits of one file; edits that fall outside the file are left out."""
    shift = 0
    lines: list[DiffLine] = []
    for region in _regions(file, sorted(edits, key=lambda edit: edit.location.start_offset)):
        old = [file.line(number) for number in range(region.first, region.last + 1)]
        new = _apply(file, region)
        lines += _changes(old, new, region.first, shift)
        shift += len(new) - len(old)
    return lines


def _regions(file: SourceFile, edits: Sequence[TextEdit]) -> Iterator[_Region]:
    """Edits on the same or on neighbouring lines, together."""
    group: list[TextEdit] = []
    first = last = 0
    for edit in edits:
        if edit.location.end_offset > len(file.text):
            continue
        start, end = file.position(edit.location.start_offset)[0], file.position(edit.location.end_offset)[0]
        if group and start > last + 1:
            yield _Region(first, last, tuple(group))
            group = []
        first, last = (min(first, start), max(last, end)) if group else (start, end)
        group.append(edit)
    if group:
        yield _Region(first, last, tuple(group))


def _apply(file: SourceFile, region: _Region) -> list[str]:
    """The region's lines after its edits."""
    position, end = file.line_span(region.first).start, file.line_span(region.last).end
    parts: list[str] = []
    for edit in region.edits:
        parts += [file.text[position : edit.location.start_offset], edit.text]
        position = edit.location.end_offset
    parts.append(file.text[position:end])
    return "".join(parts).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _changes(old: list[str], new: list[str], first: int, shift: int) -> Iterator[DiffLine]:
    """The lines that differ, those that go before those that come."""
    from difflib import SequenceMatcher

    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (DiffLine(first + n, "-", old[n]) for n in range(i, j))
            yield from (DiffLine(first + shift + n, "+", new[n]) for n in range(k, m))
