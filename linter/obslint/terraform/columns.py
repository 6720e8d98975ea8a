"""The column of equals signs that `terraform fmt` keeps for `name = value` lines right above one another.

A value that goes over several lines stands outside the column, but a heredoc counts as one line.
"""

from dataclasses import dataclass

from obslint.model import Edit
from obslint.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A `name = value`: where its name stands, and all of it."""

    name: Span
    whole: Span

    @property
    def width(self) -> int:
        """The length of the name."""
        return self.name.end - self.name.start


def _lines(file: SourceFile, row: Row) -> tuple[int, int]:
    return file.position(row.whole.start)[0], file.position(row.whole.end)[0]


def _in_column(file: SourceFile, row: Row) -> bool:
    """Whether a row can stand in a column."""
    first, last = _lines(file, row)
    return first == last or file.text[_sign(file, row) + 1 :].lstrip(" \t").startswith("<<")


def _sign(file: SourceFile, row: Row) -> int:
    """Where the equals sign or colon of a row stands."""
    position = row.name.end
    while file.text[position] in " \t":
        position += 1
    return position


def _neighbours(file: SourceFile, rows: list[Row], row: Row) -> list[Row]:
    """The rows right above and right below one that can stand in a column with it, without gaps."""
    first, last = _lines(file, row)
    ends = {_lines(file, other)[1]: other for other in rows if other is not row and _in_column(file, other)}
    starts = {_lines(file, other)[0]: other for other in ends.values()}
    above, below = [], []
    while first - 1 in ends:
        above.append(ends[first - 1])
        first = _lines(file, above[-1])[0]
    while last + 1 in starts:
        below.append(starts[last + 1])
        last = _lines(file, below[-1])[1]
    return [*reversed(above), *below]


def _is_aligned(file: SourceFile, group: list[Row]) -> bool:
    """Whether the signs stand in the column that the longest name asks for."""
    width = max((row.width for row in group), default=0)
    return all(_sign(file, row) - row.name.start == width + 1 for row in group)


def _at_width(file: SourceFile, group: list[Row], width: int) -> list[Edit]:
    """What brings the signs of rows into the column behind names of a width."""
    found = [(row, Span(row.name.end, _sign(file, row))) for row in group]
    return [Edit(file, gap, " " * (width - row.width + 1)) for row, gap in found if gap.end - row.name.start != width + 1]


def column_below(file: SourceFile, rows: list[Row], last: Row, name: int) -> tuple[int, list[Edit]]:
    """The width of names for a new line behind a row, whose name has a length, and what that changes in the others.

    The new line stands by itself where the others are in no column.
    """
    if not _in_column(file, last):
        return name, []
    group = [*_neighbours(file, rows, last), last]
    if not _is_aligned(file, group):
        return name, []
    width = max(name, *(row.width for row in group))
    return width, _at_width(file, group, width)


def without(file: SourceFile, rows: list[Row], gone: Row | None) -> list[Edit]:
    """What changes in a column when a row goes that was its longest."""
    if gone is None or not _in_column(file, gone):
        return []
    left = _neighbours(file, rows, gone)
    if not left or not _is_aligned(file, [*left, gone]):
        return []
    return _at_width(file, left, max(row.width for row in left))


def leaving(file: SourceFile, rows: list[Row], row: Row) -> list[Edit]:
    """What changes when the value of a row comes to stand on several lines, so that the row leaves its column."""
    others = _neighbours(file, rows, row)
    first = _lines(file, row)[0]
    if not _in_column(file, row) or not _is_aligned(file, [*others, row]):
        return []
    made = _at_width(file, [row], row.width)
    for part in ([o for o in others if _lines(file, o)[0] < first], [o for o in others if _lines(file, o)[0] > first]):
        made += _at_width(file, part, max((each.width for each in part), default=0))
    return made


def joining(file: SourceFile, rows: list[Row], row: Row) -> list[Edit]:
    """What changes when the value of a row comes to stand on one line, so that the row joins the column next to it."""
    others = _neighbours(file, rows, row)
    first = _lines(file, row)[0]
    parts = [[o for o in others if _lines(file, o)[0] < first], [o for o in others if _lines(file, o)[0] > first]]
    if _in_column(file, row) or not others or not all(_is_aligned(file, part) for part in parts):
        return []
    group = [*others, row]
    return _at_width(file, group, max(each.width for each in group))
