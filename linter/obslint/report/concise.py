"""One line for each finding, for grep and for editors."""

from collections.abc import Iterator

from obslint.lint.request import Outcome
from obslint.lint.result import Location, ReportedFinding, Undecided
from obslint.report.printable import one_line
from obslint.report.style import Style
from obslint.report.summary import fix_mark, render_statistics


def render_concise(outcome: Outcome, style: Style) -> str:
    """`path:line:column: severity rule [fix] message (address)`; empty when there is nothing to say."""
    return "".join(line + "\n" for line in _lines(outcome, style))


def _lines(outcome: Outcome, style: Style) -> Iterator[str]:
    report = outcome.report
    yield from (finding_line(finding, style) for finding in report.findings)
    if style.undecided:
        yield from map(_undecided, report.undecided)
    yield from (f"{one_line(one.path)}: not analysed: {one_line(one.reason)}" for one in report.not_analysed)
    if style.statistics and report.findings:
        yield render_statistics(report, style).rstrip("\n")


def finding_line(finding: ReportedFinding, style: Style, *, fixes: bool = True) -> str:
    """A finding; without `fixes`, nothing is said about who can mend it."""
    severity = style.paint(finding.severity, finding.severity)
    mark = fix_mark(finding.fix.applicability if finding.fix else None) + " " if fixes else ""
    return f"{_place(finding.location)}: {severity} {finding.rule} {mark}{one_line(finding.message)}{_subject(finding)}"


def _subject(finding: ReportedFinding) -> str:
    """The resource in brackets, with the number of its further instances."""
    if finding.resource is None:
        return ""
    more = len(finding.resource.instances) - 1
    return f" ({one_line(finding.resource.address)}{f' +{more}' if more > 0 else ''})"


def _undecided(one: Undecided) -> str:
    return f"{_place(one.location)}: undecided {one.rule} {one_line(one.reason)} ({one_line(one.resource.address)})"


def _place(location: Location) -> str:
    return f"{one_line(location.path)}:{location.line}:{location.column}"
