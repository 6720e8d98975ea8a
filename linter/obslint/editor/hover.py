"""What is shown about the place under the cursor: the rules that found something there, and the way of its resource's signals."""

import re
from collections.abc import Iterable, Iterator

from obslint.lint.estate import LoadedEstate
from obslint.lint.live import Live
from obslint.lint.present import Group
from obslint.lint.result import ReportedFinding
from obslint.lint.session import Snapshot
from obslint.lint.trace import Trace
from obslint.model import Resource
from obslint.report.rulecards import AnyRule, page_of
from obslint.report.trace import counts, verdict
from obslint.source import Place, SourceFile, Span

_FIX_SAFETY = re.compile(r"^Fix safety:\s*(.*?)(?=\n\s*\n|\n[A-Z][a-z ]+:|\Z)", re.MULTILINE | re.DOTALL)

_ARROWS = {"holds": "\u2192", "broken": "\u2717", "undecided": "?"}


def hover(live: Live, findings: Iterable[ReportedFinding], file: SourceFile, offset: int) -> tuple[str, Span] | None:
    """Markdown about an offset of a file, and the text it is about; None when there is nothing to say."""
    here = [finding for finding in findings if finding.location.start_offset <= offset <= finding.location.end_offset]
    resource = resource_at(live.snapshot, file, offset)
    parts = [*(_about(finding, live) for finding in here), *(signal_path(live, resource, file) if resource else ())]
    if not parts:
        return None
    span = Span(here[0].location.start_offset, here[0].location.end_offset) if here else resource.header.span if resource else Span(0, 0)
    return "\n\n---\n\n".join(parts), span


def _about(finding: ReportedFinding, live: Live) -> str:
    """A finding and its rule: what, why, and how safe its fix is."""
    rule = live.now.session.registry.rule(finding.rule)
    lines = [f"**{finding.severity}** [{finding.rule}]({page_of(finding.rule)}): {finding.message}", rule.summary]
    lines += [rule.consequence] if rule.consequence else []
    return "\n\n".join([*lines, *fix_safety(rule), *_by_hand(live, finding)])


def fix_safety(rule: AnyRule) -> Iterator[str]:
    """What a rule's text says about how safe its fix is."""
    if found := _FIX_SAFETY.search(rule.doc):
        yield f"*Fix safety:* {' '.join(found[1].split())}"


def _by_hand(live: Live, finding: ReportedFinding) -> Iterator[str]:
    """What to write where no edit can be offered."""

    def only(place: Place) -> bool:
        return place.file.path == finding.location.path and place.span.start == finding.location.start_offset

    for proposal in live.fixer(only).proposals(live.snapshot):
        if not proposal.edits and isinstance(proposal.source, Group) and proposal.source.first.rule.id == finding.rule:
            yield f"*By hand:* {proposal.title}"
            if proposal.snippet:
                yield f"```\n{proposal.snippet}\n```"


def resource_at(snapshot: Snapshot, file: SourceFile, offset: int) -> Resource | None:
    """The resource whose header is at an offset."""
    for entry in snapshot.entries:
        for resource in entry.unit.resources:
            header = resource.header
            if header.file.path == file.path and header.span.start <= offset <= header.span.end and not resource.type.startswith("data."):
                return resource
    return None


def signal_path(live: Live, resource: Resource, file: SourceFile) -> Iterator[str]:
    """The way of a resource's signals, as far as the units of its file show it; nothing where none passes it."""
    from obslint.lint.tracing import trace_in

    now = live.now
    units = [entry.loaded for entry in now.snapshot.entries if file.path in entry.paths]
    traced = trace_in(live.request, LoadedEstate(now.snapshot.sources, now.estate.inputs, units), resource.address)
    if traced.trace is not None and traced.trace.paths:
        yield f"Signals of `{resource.address}`\n\n" + "\n".join(f"- {line}" for line in outline(traced.trace))


def outline(trace: Trace) -> Iterator[str]:
    """Three lines about a trace: what becomes of the signal, its worst path, and why that is broken or undecided."""
    yield f"{verdict(trace)} ({counts(trace)})"
    path = trace.paths[0]
    first = trace.stage_of(path.hops[0])[0].shown
    yield first + "".join(f" {_ARROWS[trace.hops[at].state]} {trace.stage_of(at)[1].shown}" for at in path.hops)
    reasons = (reason for at in path.hops if trace.hops[at].state != "holds" for reason in trace.hops[at].reasons)
    if (reason := next(reasons, None)) is not None:
        yield reason.text + (f" (`{reason.rule}`)" if reason.rule else "")
