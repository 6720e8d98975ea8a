"""The matrix of coverage: one file for each format, each a pure function from the matrix to text."""

from collections.abc import Mapping
from typing import Literal, get_args

from obslint.lint.coverage import Cell, Coverage, Row, State
from obslint.report.style import Style
from obslint.report.summary import counted
from obslint.source import SourceFile

CoverageFormat = Literal["text", "markdown", "json", "html"]
COVERAGE_FORMATS: tuple[CoverageFormat, ...] = get_args(CoverageFormat)

SIGNS: Mapping[State, str] = {"covered": "+", "broken": "x", "missing": "-", "undecided": "?", "exempt": "."}
"""What stands in a cell where words do not fit."""
MEANINGS: Mapping[State, str] = {
    "covered": "it is there", "broken": "it is there, and does not work", "missing": "it is not there", "undecided": "it cannot be known",
    "exempt": "it does not apply, or an exception accepts it",
}  # fmt: skip


def render_coverage(form: CoverageFormat, coverage: Coverage, files: Mapping[str, SourceFile], style: Style) -> str:
    """The matrix in a format, ending in a line end. `style` matters to text only."""
    if form == "html":
        from obslint.report.coverage_html import render_coverage_html

        return render_coverage_html(coverage, files)
    if form == "json":
        from obslint.report.coverage_json import render_coverage_json

        return render_coverage_json(coverage)
    if form == "markdown":
        from obslint.report.coverage_markdown import render_coverage_markdown

        return render_coverage_markdown(coverage)
    from obslint.report.coverage_text import render_coverage_text

    return render_coverage_text(coverage, style)


def headline(coverage: Coverage) -> str:
    """In one line, how much of what can be decided is covered."""
    if not coverage.rows:
        return "no workload was found"
    share = f"{coverage.percent} % covered" if coverage.percent is not None else "nothing can be decided"
    return f"{counted(len(coverage.rows), 'workload')}: {share}"


def tally(coverage: Coverage) -> str:
    """How many cells there are in each state."""
    counts = coverage.counts
    decided = ", ".join(f"{counts[state]} {state}" for state in ("covered", "broken", "missing"))
    return f"{decided}; {counts['undecided']} undecided and {counts['exempt']} exempt, which count neither way"


def told(row: Row, *states: State) -> list[Cell]:
    """The cells of a row that are in one of some states, the gravest first."""
    return [cell for state in states for cell in row.cells if cell.state == state]
