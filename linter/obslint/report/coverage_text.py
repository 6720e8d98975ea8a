"""The matrix for people at a terminal: a sign for each cell, then what is broken and missing."""

from collections.abc import Iterator

from obslint.lint.coverage import Cell, Coverage, Row, State, percent
from obslint.lint.result import Location
from obslint.report.coverage import SIGNS, headline, tally, told
from obslint.report.printable import one_line, width
from obslint.report.style import Style

_LOOKS: dict[State, str] = {"covered": "good", "broken": "error", "missing": "warning", "undecided": "info", "exempt": "faint"}
_NAME, _LEAST = 60, 16
_GAP = "  "


def render_coverage_text(coverage: Coverage, style: Style) -> str:
    """The whole matrix, ending in a line end."""
    return "\n".join(line.rstrip() for line in _lines(coverage, style)) + "\n"


def _lines(coverage: Coverage, style: Style) -> Iterator[str]:
    if not coverage.rows:
        yield headline(coverage)
        return
    heads = [column.removesuffix(" alarm") for column in coverage.columns]
    taken = sum(len(_GAP) + len(head) for head in heads)
    longest = max(width(one_line(row.resource.address)) for row in coverage.rows)
    room = max(_LEAST, min(longest, _NAME, style.width - taken))
    yield style.paint(" " * room + "".join(_GAP + head for head in heads), "strong")
    yield from (_row(row, heads, room, style) for row in coverage.rows)
    shares = [percent(coverage.of_column(number)) for number in range(len(heads))]
    shown = ("" if share is None else f"{share} %" for share in shares)
    yield "covered".ljust(room) + "".join(_GAP + one.center(len(head)) for one, head in zip(shown, heads, strict=True))
    yield ""
    yield _GAP.join(f"{style.paint(sign, _LOOKS[state])} {state}" for state, sign in SIGNS.items())
    wanted: tuple[State, ...] = ("broken", "missing", "undecided") if style.undecided else ("broken", "missing")
    for row in coverage.rows:
        yield from _told(row, told(row, *wanted), style)
    yield ""
    yield style.paint(headline(coverage), "strong")
    yield tally(coverage) + ("" if style.undecided or not coverage.counts["undecided"] else " (--show-undecided)")
    yield from (f"not analysed: {one_line(missed)}" for missed in coverage.not_analysed)


def _row(row: Row, heads: list[str], room: int, style: Style) -> str:
    name = one_line(row.resource.address)
    shown = name if width(name) <= room else f"...{name[3 - room :]}"
    cells = (_GAP + " " * ((len(head) - 1) // 2) + style.paint(SIGNS[cell.state], _LOOKS[cell.state]) + " " * (len(head) // 2)
             for cell, head in zip(row.cells, heads, strict=True))  # fmt: skip
    return shown + " " * (room - width(shown)) + "".join(cells)


def _told(row: Row, cells: list[Cell], style: Style) -> Iterator[str]:
    if not cells:
        return
    more = f" and {len(row.resource.instances) - 1} more" if len(row.resource.instances) > 1 else ""
    yield ""
    yield f"{row.kind} {style.paint(one_line(row.resource.address), 'strong')}{more}"
    yield f"{style.paint('  -->', 'gutter')} {_shown(row.location)}"
    for cell in cells:
        rule = f" [{cell.rule}]" if cell.rule else ""
        first, *rest = style.wrap(f"{one_line(cell.why)}{rule}", len(cell.column) + 6)
        yield f"  {style.paint(SIGNS[cell.state], _LOOKS[cell.state])} {cell.column}: {first}"
        yield from (" " * (len(cell.column) + 6) + line for line in rest)
        if cell.location and cell.location != row.location and cell.state != "undecided":
            yield f"    {style.paint('-->', 'gutter')} {_shown(cell.location)}"


def _shown(location: Location) -> str:
    return f"{one_line(location.path)}:{location.line}:{location.column}"
