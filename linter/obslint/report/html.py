"""The report as a page of its own, for people who do not read logs: without scripts, and loading nothing from elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from obslint.lint.request import Outcome
from obslint.lint.result import FixOffer, Mended, Report, ReportedFinding
from obslint.report.page import literal, page, place, source, table
from obslint.report.printable import printable
from obslint.report.remedy import EFFECTS, FLAGS, edited_lines
from obslint.report.rulecards import page_of
from obslint.report.since import counts
from obslint.report.style import Style
from obslint.report.summary import counted, extent, headline

_TONES = {"error": "broken", "warning": "undecided", "info": "faint"}
_STYLE = """
article { border-top: 1px solid var(--line); padding: .75rem 0; } article h3 { font-size: 1rem; margin: 0; }
.state { font-weight: 600; } .added { color: var(--good); } .removed { color: var(--bad); } .fix { margin: .5rem 0 0; }
summary h2 { display: inline; margin: 0; }
"""


def render_html(outcome: Outcome) -> str:
    """The whole page."""
    title = f"obslint: {headline(outcome.report, Style())}"
    return page(title, _head(outcome.report), _body(outcome), skip=("findings", "Skip to the findings"), style=_STYLE)


def _head(report: Report) -> Iterator[str]:
    yield f'<h1>obslint</h1>\n<p class="verdict {_verdict(report)}">{literal(headline(report, Style()))}</p>'
    if report.change:
        yield f"<p>{literal(counts(report.change))}</p>"
    yield f'<p class="faint">{literal(extent(report))}</p>'


def _verdict(report: Report) -> str:
    return next((_TONES[name] for name in _TONES if any(one.severity == name for one in report.findings)), "holds")


def _body(outcome: Outcome) -> Iterator[str]:
    report = outcome.report
    if report.findings:
        yield from _rules(report, outcome.packs)
    yield '<section id="findings" tabindex="-1">'
    yield from (part for path, found in _by_file(report.findings) for part in _file(path, found, outcome))
    yield "</section>"
    if report.change and report.change.mended:
        yield from _section("Mended", "Findings that the change mended", ("rule", "finding", "was at"), map(_mended, report.change.mended))
    if report.suppressed:
        columns = ("rule", "finding", "place", "reason", "until", "owner")
        rows = (
            _row(one.rule, literal(one.message), place(one.location), *map(literal, (one.reason, one.until, one.owner)))
            for one in report.suppressed
        )
        yield from _section("Accepted", "Findings that an exception accepts", columns, rows)
    if report.undecided:
        rows = (_row(one.rule, literal(one.resource.address), place(one.location), literal(one.reason)) for one in report.undecided)
        yield from _section("Undecided", "What could not be decided", ("rule", "resource", "place", "why"), rows)
    if report.not_analysed:
        rows = (_row(one.path, literal(one.reason)) for one in report.not_analysed)
        yield from _section("Not analysed", "What was not looked at", ("path", "why"), rows)


def _rules(report: Report, packs: tuple[Path, ...]) -> Iterator[str]:
    """How often each rule fired, each leading to where it is described."""
    severity = {one.rule: one.severity for one in report.findings}
    fired = Counter(one.rule for one in report.findings)
    ordered = sorted(fired.items(), key=lambda item: (list(_TONES).index(severity[item[0]]), -item[1], item[0]))
    rows = (
        f'<tr><th scope="row">{_rule(rule, packs)}</th><td class="{_TONES[severity[rule]]}">{severity[rule]}</td><td>{count}</td></tr>'
        for rule, count in ordered
    )
    yield from _section("Rules", "How often each rule fired", ("rule", "severity", "findings"), rows)


def _section(title: str, label: str, columns: Iterable[str], rows: Iterable[str]) -> Iterator[str]:
    yield f"<section><h2>{literal(title)}</h2>"
    yield from table(label, columns, rows)
    yield "</section>"


def _row(first: str, *cells: str) -> str:
    """A row; its first cell is text, the others are written out."""
    return f'<tr><th scope="row">{literal(first)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _mended(one: Mended) -> str:
    address = f" <code>{literal(one.resource.address)}</code>" if one.resource else ""
    return _row(one.rule, literal(one.message) + address, place(one.location))


def _by_file(findings: Iterable[ReportedFinding]) -> list[tuple[str, list[ReportedFinding]]]:
    files: dict[str, list[ReportedFinding]] = {}
    for one in findings:
        files.setdefault(one.location.path, []).append(one)
    return sorted(files.items())


def _file(path: str, found: list[ReportedFinding], outcome: Outcome) -> Iterator[str]:
    yield f"<details open><summary><h2><code>{literal(path)}</code></h2> {literal(counted(len(found), 'finding'))}</summary>"
    yield from (part for one in found for part in _finding(one, outcome))
    yield "</details>"


def _finding(one: ReportedFinding, outcome: Outcome) -> Iterator[str]:
    address = f"<code>{literal(', '.join(one.resource.instances or (one.resource.address,)))}</code> " if one.resource else ""
    yield f'<article><h3><span class="state {_TONES[one.severity]}">{one.severity}</span> {literal(one.message)}</h3>'
    yield f"<p>{address}{_rule(one.rule, outcome.packs)}</p>"
    yield f"<figure><figcaption>{place(one.location)}</figcaption>{source(one.location, outcome.files)}</figure>"
    for other in one.related:
        caption = f"{literal(other.label)} {place(other.location)}"
        yield f"<figure><figcaption>{caption}</figcaption>{source(other.location, outcome.files)}</figure>"
    if one.consequence:
        yield f"<p>{literal(one.consequence)}</p>"
    if one.fix:
        yield from _fix(one.fix, outcome)
    yield "</article>"


def _fix(fix: FixOffer, outcome: Outcome) -> Iterator[str]:
    """The remedy, with the lines it changes, or a snippet where no edit can be offered."""
    why = f": {fix.reason}" if fix.reason else ""
    effect = f"; plan effect: {EFFECTS[fix.plan_effect]}" if fix.applicability != "manual" or fix.plan_effect != "none" else ""
    yield f'<p class="fix">Fix ({literal(FLAGS[fix.applicability])}): {literal(fix.title)}{literal(why + effect)}</p>'
    if fix.snippet and not fix.edits:
        yield f'<pre tabindex="0">{escape(chr(10).join(map(printable, fix.snippet.splitlines())))}</pre>'
    for path, lines in edited_lines(fix, outcome.files):
        changed = "\n".join(
            f'<span class="number">{line.number} </span><span class="{"removed" if line.sign == "-" else "added"}">'
            f"{escape(f'{line.sign} {printable(line.text)}'.rstrip())}</span>"
            for line in lines
        )
        yield f'<figure><figcaption><code>{literal(path)}</code></figcaption><pre tabindex="0">{changed}</pre></figure>'


def _rule(name: str, packs: tuple[Path, ...]) -> str:
    """A rule's name, leading to its description where there is one."""
    address = page_of(name, packs)
    shown = f"<code>{literal(name)}</code>"
    return f'<a href="{literal(address)}">{shown}</a>' if address else shown
