"""The report for people: each finding with its source, what it costs and the remedy; then what was counted."""

from collections.abc import Iterator

from obslint.lint.request import Outcome
from obslint.lint.result import Location, ReportedFinding
from obslint.report.controls import render_compliance
from obslint.report.excerpt import Mark, excerpt, header_line, near
from obslint.report.gutter import Gutter
from obslint.report.printable import one_line
from obslint.report.remedy import edited_lines, remedy
from obslint.report.since import render_mended
from obslint.report.style import Style
from obslint.report.summary import render_statistics, render_summary, render_undecided
from obslint.source import SourceFile

_INSTANCES = 3
"""How many addresses are named at most before the rest is counted."""


def render_text(outcome: Outcome, style: Style) -> str:
    """The whole report, ending in a line end."""
    parts = [render_finding(finding, outcome, style) for finding in outcome.report.findings]
    if style.undecided and outcome.report.undecided:
        parts.append(render_undecided(outcome.report, style))
    if style.statistics and outcome.report.findings:
        parts.append(render_statistics(outcome.report, style))
    if outcome.report.compliance:
        parts.append(render_compliance(outcome.report.compliance, style))
    if outcome.report.change and outcome.report.change.mended:
        parts.append(render_mended(outcome.report.change, style))
    return "\n".join([*parts, render_summary(outcome.report, style)])


def render_finding(finding: ReportedFinding, outcome: Outcome, style: Style) -> str:
    """One finding, ending in a line end."""
    return "\n".join(_finding(finding, outcome, style)) + "\n"


def _finding(finding: ReportedFinding, outcome: Outcome, style: Style) -> Iterator[str]:
    gutter = Gutter(_digits(finding, outcome), style)
    place = finding.location
    yield f"{style.paint(f'{finding.severity}[{finding.rule}]', finding.severity)} {style.paint(one_line(finding.message), 'strong')}"
    yield gutter.arrow("-->", f"{_shown(place)}      {_instances(finding, style.width - len(_shown(place)))}".rstrip())
    yield gutter.bar()
    yield from _excerpts(finding, outcome, gutter)
    if finding.consequence:
        yield from gutter.note("why  :", finding.consequence)
    if finding.also:
        yield from gutter.note("also :", f"reported by {', '.join(finding.also)}")
    if finding.fix:
        yield from remedy(finding.fix, outcome.files, gutter, place.path)
    yield _help(finding, gutter)


def _excerpts(finding: ReportedFinding, outcome: Outcome, gutter: Gutter) -> Iterator[str]:
    """The place at fault with what stands near it, then every place that lies elsewhere."""
    related = [Mark(other.location, other.label, "-") for other in finding.related]
    file = _file(outcome, finding.location)
    beside = near(related, finding.location) if file else []
    if file:
        context = header_line(file, finding.location, finding.resource.address, finding.resource.type) if finding.resource else None
        yield from excerpt(file, [Mark(finding.location, look=finding.severity), *beside], gutter, context)
        yield gutter.bar()
    for mark in related:
        if mark not in beside:
            yield from _elsewhere(mark, outcome, gutter)


def _elsewhere(mark: Mark, outcome: Outcome, gutter: Gutter) -> Iterator[str]:
    file = _file(outcome, mark.location)
    if file is None:
        yield gutter.arrow(":::", f"{_shown(mark.location)}  {one_line(mark.label)}")
        return
    yield gutter.arrow(":::", _shown(mark.location))
    yield gutter.bar()
    yield from excerpt(file, [mark], gutter)
    yield gutter.bar()


def _file(outcome: Outcome, location: Location) -> SourceFile | None:
    """The file of a location, when its text is at hand and reaches that far."""
    file = outcome.files.get(location.path)
    return file if file and file.text and location.line <= len(file.line_starts) else None


def _shown(location: Location) -> str:
    return f"{one_line(location.path)}:{location.line}:{location.column}"


def _instances(finding: ReportedFinding, room: int) -> str:
    """The addresses that fit, one at least, how many more there are, and the path of the CDK construct."""
    if finding.resource is None:
        return ""
    addresses = finding.resource.instances or (finding.resource.address,)
    for count in range(min(_INSTANCES, len(addresses)), 0, -1):
        more = f", +{len(addresses) - count} more" if len(addresses) > count else ""
        shown = one_line(", ".join(addresses[:count])) + more
        if len(shown) <= room - 12:
            break
    return f"{shown} ({one_line(finding.resource.construct)})" if finding.resource.construct else shown


def _help(finding: ReportedFinding, gutter: Gutter) -> str:
    """How to read more, and how to accept the finding; not wrapped, so that it can be copied."""
    text = f"{gutter.style.paint('help :', 'label')} obslint explain {finding.rule}"
    return gutter.arrow(" =", f"{text}    ignore: {accept}" if (accept := _exception(finding)) else text)


def _exception(finding: ReportedFinding) -> str:
    """What accepts the finding: a comment, or metadata in a JSON template; nothing for what is no matter of a resource."""
    if finding.resource is None:
        return ""
    if not finding.location.path.endswith(".json"):
        return f'# obslint: ignore[{finding.rule}] reason="..."'
    if "::" not in finding.resource.type:
        return ""
    return f'"Metadata": {{"obslint": {{"ignore": [{{"rule": "{finding.rule}", "reason": "..."}}]}}}}'


def _digits(finding: ReportedFinding, outcome: Outcome) -> int:
    """The width of the largest line number that the finding shows."""
    lines = [finding.location.line, *(other.location.line for other in finding.related)]
    if finding.fix:
        lines += [line.number for _, changed in edited_lines(finding.fix, outcome.files) for line in changed]
    return len(str(max(lines)))
