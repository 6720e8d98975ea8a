"""The matrix as a page of its own: without scripts, loading nothing from elsewhere; every cell leads to what decided it."""

from collections.abc import Iterator, Mapping

from obslint.lint.coverage import STATES, Cell, Coverage, Row, State, percent
from obslint.report.coverage import MEANINGS, headline, tally
from obslint.report.page import literal, page, place, source, table
from obslint.source import SourceFile

_SIGNS: Mapping[State, str] = {"covered": "✓", "broken": "✕", "missing": "○", "undecided": "?", "exempt": "·"}
CSS = """
.covered { color: var(--good); } .missing { color: var(--open); } .undecided { color: var(--faint); } .exempt { color: var(--faint); }
.matrix td, .matrix thead th:not(:first-child) { text-align: center; }
.matrix td a { display: block; min-width: 2rem; font-weight: 700; color: inherit; text-decoration: none; border-radius: 4px; }
.matrix td a:hover { background: var(--panel); text-decoration: underline; }
.matrix tbody th { overflow-wrap: anywhere; } .matrix tfoot td, .matrix tfoot th { border-bottom: 0; font-weight: 600; }
dl.legend dt { display: inline; font-weight: 700; } dl.legend dd { display: inline; margin: 0 1rem 0 .25rem; }
dl.legend { display: block; } li .state { min-width: 5.5rem; }
"""


def render_coverage_html(coverage: Coverage, files: Mapping[str, SourceFile]) -> str:
    """The whole page."""
    return page(
        f"Coverage: {headline(coverage)}", _head(coverage), _body(coverage, files),
        skip=("workloads", "Skip the table, go to the workloads"), style=CSS,
    )  # fmt: skip


def _head(coverage: Coverage) -> Iterator[str]:
    yield f'<h1>Coverage</h1>\n<p class="verdict">{literal(headline(coverage))}</p>'
    if coverage.rows:
        yield f'<p class="faint">{literal(tally(coverage))}</p>'


def _body(coverage: Coverage, files: Mapping[str, SourceFile]) -> Iterator[str]:
    yield '<section class="matrix" aria-labelledby="matrix"><h2 id="matrix">Matrix</h2>'
    legend = (f'<dt class="{state}">{_SIGNS[state]} {state}</dt><dd>{literal(MEANINGS[state])}</dd>' for state in STATES)
    yield f'<dl class="legend">{"".join(legend)}</dl>'
    rows = [*(_row(number, row) for number, row in enumerate(coverage.rows)), _shares(coverage)]
    yield from table("Matrix of coverage", ("workload", *coverage.columns), rows)
    yield "</section>"
    yield '<section id="workloads" tabindex="-1"><h2>Workloads</h2>'
    yield from (part for number, row in enumerate(coverage.rows) for part in _details(number, row, files))
    yield "</section>"
    if coverage.not_analysed:
        items = "".join(f"<li>{literal(one)}</li>" for one in coverage.not_analysed)
        yield f"<section><h2>Not analysed</h2><ul>{items}</ul></section>"


def _row(number: int, row: Row) -> str:
    name = f'<th scope="row"><a href="#workload-{number}">{_breakable(row.resource.address)}</a> <span class="faint">{row.kind}</span></th>'
    cells = (
        f'<td class="{cell.state}"><a href="#cell-{number}-{at}" aria-label="{literal(f"{cell.column} {cell.state}")}"'
        f' title="{literal(f"{cell.column}: {cell.state}")}">{_SIGNS[cell.state]}</a></td>'
        for at, cell in enumerate(row.cells)
    )
    return f"<tr>{name}{''.join(cells)}</tr>"


def _breakable(address: str) -> str:
    """An address that a narrow column breaks at its joints."""
    return literal(address).replace(".", ".<wbr>").replace("_", "_<wbr>")


def _shares(coverage: Coverage) -> str:
    shares = (percent(coverage.of_column(number)) for number in range(len(coverage.columns)))
    cells = "".join(f"<td>{'' if share is None else f'{share}&nbsp;%'}</td>" for share in shares)
    return f'<tr><th scope="row">covered</th>{cells}</tr>'


def _details(number: int, row: Row, files: Mapping[str, SourceFile]) -> Iterator[str]:
    """What decided the cells of a workload; all in the page, so that links to a cell find it."""
    yield f'<h3 id="workload-{number}" tabindex="-1"><code>{literal(row.resource.address)}</code></h3>'
    others = len(row.resource.instances) - 1
    more = f", and {others} more written in the same place" if others > 0 else ""
    yield f'<p class="faint">{literal(row.kind)}, {literal(row.resource.type)} in {place(row.location)}{more}</p>\n<ul>'
    yield from (part for at, cell in enumerate(row.cells) for part in _cell(f"cell-{number}-{at}", cell, files))
    yield "</ul>"


def _cell(name: str, cell: Cell, files: Mapping[str, SourceFile]) -> Iterator[str]:
    rule = f' <code class="faint">{literal(cell.rule)}</code>' if cell.rule else ""
    yield f'<li id="{name}" tabindex="-1"><p><span class="state {cell.state}">{_SIGNS[cell.state]} {cell.state}</span>'
    yield f"<strong>{literal(cell.column)}</strong>: {literal(cell.why)}{rule}</p>"
    if cell.location and cell.state in ("broken", "missing"):
        yield f"<figure><figcaption>{place(cell.location)}</figcaption>{source(cell.location, files)}</figure>"
    yield "</li>"
