"""The end of a report: what was found, what was not decided or not looked at, and how much was read."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from obslint.lint.result import NotAnalysed, Report, Undecided
from obslint.report.printable import one_line
from obslint.report.since import counts
from obslint.report.style import Style

_MOST_LISTED = 10
"""How many files that were not analysed are named before the rest is counted."""

_FIX_MARKS = {"safe": "[*]", "unsafe": "[!]", "manual": "[-]"}

SEVERITIES: tuple[Literal["error", "warning", "info"], ...] = ("error", "warning", "info")

_PLURALS = {"error": "errors", "warning": "warnings", "info": "info"}


def fix_mark(applicability: str | None) -> str:
    """`[*]` for a safe fix, `[!]` for an unsafe one, `[-]` where no command mends the finding."""
    return _FIX_MARKS.get(applicability or "", "[-]")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number and its noun: `1 error`, `3 errors`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def render_summary(report: Report, style: Style) -> str:
    """A few lines; one when there is nothing to say but that all is well."""
    lines = [headline(report, style)]
    if report.change:
        lines.append(counts(report.change))
    if aside := ", ".join(_asides(report, style)):
        lines.append(aside)
    lines += _not_analysed(report.not_analysed)
    if report.findings:
        lines.append(extent(report))
    return "\n".join(lines) + "\n"


def headline(report: Report, style: Style) -> str:
    """The counts by severity with what can be fixed, or that nothing was found."""
    fixed = f"{report.summary.fixed} fixed, " if report.summary.fixed else ""
    if not report.findings:
        where = " on changed lines" if report.change and report.change.elsewhere else ""
        nothing = f"no new findings{where}" if report.change else "no findings"
        return style.paint(f"{fixed}{nothing}", "good") + f": {extent(report)}"
    severities = Counter(finding.severity for finding in report.findings)
    by_severity = ", ".join(style.paint(counted(n, name, _PLURALS[name]), name) for name in SEVERITIES if (n := severities[name]))
    return fixed + by_severity + _fixable(report)


def _fixable(report: Report) -> str:
    fixes = Counter(finding.fix.applicability for finding in report.findings if finding.fix)
    parts = []
    if fixes["safe"]:
        parts.append(f"{counted(fixes['safe'], 'safe fix', 'safe fixes')}: --fix")
    if fixes["unsafe"]:
        parts.append(f"{fixes['unsafe']} unsafe: --fix --unsafe-fixes")
    return f" ({', '.join(parts)})" if parts else ""


def _asides(report: Report, style: Style) -> Iterator[str]:
    """What was found but is not in the list of findings."""
    if report.suppressed:
        yield f"{len(report.suppressed)} suppressed"
    if report.summary.baseline or report.summary.baseline_gone:
        gone = f" ({report.summary.baseline_gone} no longer occur: obslint baseline prune)" if report.summary.baseline_gone else ""
        yield f"{report.summary.baseline} in the baseline{gone}"
    if report.undecided:
        yield f"{len(report.undecided)} undecided" + ("" if style.undecided else " (--show-undecided)")
    if report.not_analysed:
        yield f"{len(report.not_analysed)} not analysed:"


def _not_analysed(missed: tuple[NotAnalysed, ...]) -> Iterator[str]:
    for one in missed[:_MOST_LISTED]:
        yield f"  {one_line(one.path)}: {one_line(one.reason)}"
    if len(missed) > _MOST_LISTED:
        yield f"  and {len(missed) - _MOST_LISTED} more"


def extent(report: Report) -> str:
    """How much was analysed, and how long it took."""
    of = report.summary
    return f"{counted(of.resources, 'resource')} in {counted(of.files, 'file')}, {counted(of.units, 'unit')}, {of.seconds:.1f} s"


def render_undecided(report: Report, style: Style) -> str:
    """What could not be decided, under the reason that holds it up, the most frequent first."""
    groups: dict[str, list[Undecided]] = {}
    for one in report.undecided:
        groups.setdefault(one.reason, []).append(one)
    lines = [style.paint("undecided", "strong")]
    for reason, found in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        lines.append(f"  {one_line(reason)}" + (f"  ({len(found)} times)" if len(found) > 1 else ""))
        lines += [
            f"    {one_line(u.location.path)}:{u.location.line}:{u.location.column}  {u.rule}  {one_line(u.resource.address)}"
            for u in found
        ]
    return "\n".join(lines) + "\n"


def render_statistics(report: Report, style: Style) -> str:
    """How often each rule fired, the most frequent first."""
    counts = Counter(finding.rule for finding in report.findings)
    severity = {finding.rule: finding.severity for finding in report.findings}
    width = len(str(max(counts.values())))
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:>{width}}  {style.paint(f'{severity[rule]:<7}', severity[rule])}  {rule}\n" for rule, count in rows)
