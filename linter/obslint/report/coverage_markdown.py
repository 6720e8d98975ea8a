"""The matrix for a comment on a pull request or a summary page, in Markdown."""

from collections.abc import Iterator

from obslint.lint.coverage import Cell, Coverage, Row, State, percent
from obslint.report.coverage import headline, tally, told
from obslint.report.printable import one_line
from obslint.report.rulecards import page_of

_MARKS: dict[State, str] = {"covered": "✅", "broken": "❌", "missing": "⬜", "undecided": "❔", "exempt": "·"}


def render_coverage_markdown(coverage: Coverage) -> str:
    """The table, what its marks mean, and what is broken and missing."""
    return "\n".join(_lines(coverage)) + "\n"


def _lines(coverage: Coverage) -> Iterator[str]:
    yield f"### Coverage\n\n{headline(coverage)}"
    if not coverage.rows:
        return
    yield f"\n{tally(coverage)}\n"
    yield f"| workload | {' | '.join(coverage.columns)} |"
    yield f"| --- |{' :-: |' * len(coverage.columns)}"
    for row in coverage.rows:
        yield f"| {row.kind} `{_code(row.resource.address)}` | {' | '.join(_MARKS[cell.state] for cell in row.cells)} |"
    shares = (percent(coverage.of_column(number)) for number in range(len(coverage.columns)))
    yield f"| covered | {' | '.join('' if share is None else f'{share} %' for share in shares)} |"
    yield f"\n{', '.join(f'{mark} {state}' for state, mark in _MARKS.items())}\n"
    listed = [(row, cells) for row in coverage.rows if (cells := told(row, "broken", "missing"))]
    yield from (line for row, cells in listed for line in _row(row, cells))
    yield from (f"- not analysed: {_plain(missed)}" for missed in coverage.not_analysed)


def _row(row: Row, cells: list[Cell]) -> Iterator[str]:
    yield f"- `{_code(row.resource.address)}` in `{_code(row.location.path)}:{row.location.line}`"
    for cell in cells:
        rule = f" ([{cell.rule}]({page_of(cell.rule)}))" if cell.rule else ""
        yield f"  - {_MARKS[cell.state]} {cell.column}: {_plain(cell.why)}{rule}"


def _code(text: str) -> str:
    """Text between backticks in a table."""
    return one_line(text).replace("`", "'").replace("|", "\\|")


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>|#" else character for character in one_line(text))
