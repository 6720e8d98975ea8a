"""Traces: one file for each format, each a pure function from a trace to text."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, get_args

from obslint.lint.trace import HopState, Path, Trace
from obslint.report.printable import one_line
from obslint.report.style import Style
from obslint.source import SourceFile

TraceFormat = Literal["text", "mermaid", "dot", "json", "html"]
TRACE_FORMATS: tuple[TraceFormat, ...] = get_args(TraceFormat)

_ARROWS: Mapping[HopState, str] = {"holds": "→", "broken": "✗", "undecided": "?"}

_MACHINES = {"scaling policy", "EC2 action"}


def render_trace(form: TraceFormat, trace: Trace, files: Mapping[str, SourceFile], style: Style) -> str:
    """The trace in a format, ending in a line end. `style` matters to text only."""
    if form == "text":
        from obslint.report.trace_text import render_trace_text

        return render_trace_text(trace, files, style)
    return _renderer(form)(trace, files)


def _renderer(form: TraceFormat) -> Callable[[Trace, Mapping[str, SourceFile]], str]:
    """The function that renders a format; a run imports only the one it needs."""
    if form == "html":
        from obslint.report.trace_html import render_trace_html

        return render_trace_html
    if form == "json":
        from obslint.report.trace_json import render_trace_json

        return lambda trace, _: render_trace_json(trace)
    from obslint.report.trace_diagrams import render_dot, render_mermaid

    return lambda trace, _: (render_dot if form == "dot" else render_mermaid)(trace)


def verdict(trace: Trace) -> str:
    """In a few words, what becomes of the signal."""
    if not trace.paths:
        return "no signal passes it: nothing that was read takes its logs or metrics, or sends it anything"
    broken = _count(trace.broken, "hop is broken", "hops are broken")
    if trace.reaches == "yes":
        return f"somebody is told; {broken}" if trace.broken else "somebody is told"
    if trace.reaches == "undecided":
        return f"whether somebody is told cannot be known; {broken}" if trace.broken else "whether somebody is told cannot be known"
    return f"nobody is told: {broken}" if trace.broken else _end(trace)


def _end(trace: Trace) -> str:
    """What becomes of a signal that nobody is told of: kept, or acted on by a machine."""
    last = {trace.stages[trace.hops[path.hops[-1]].target].what for path in trace.paths}
    return f"{'a machine acts on it' if last <= _MACHINES else 'it is kept'}, and nobody is told"


def counts(trace: Trace) -> str:
    """How many paths there are, by what becomes of the signal."""
    words = (("broken", "broken"), ("undecided", "undecided"), ("ends", "reaching nobody"), ("arrives", "whole"))
    found = [(sum(path.state == state for path in trace.paths), word) for state, word in words]
    kinds = [(number, word) for number, word in found if number]
    more = f", and more than the {len(trace.paths)} that are listed" if trace.left_out else ""
    paths = f"{_count(len(trace.paths), 'path', 'paths')}{more}"
    if len(kinds) == 1:
        return f"{paths}: {kinds[0][1]}" if len(trace.paths) == 1 else f"{paths}, all {kinds[0][1]}"
    return f"{paths}: {', '.join(f'{number} {word}' for number, word in kinds)}" if kinds else "no path"


def outline(trace: Trace) -> tuple[str, ...]:
    """The signal path of a resource in three lines, for places with little room, like an editor's hover text.

    What becomes of the signal; its worst path, stage by stage; and, unless that arrives, why it does not, with the rule that says so.
    Nothing where no signal passes the resource. The lines are plain text without markup; `lint.tracing.trace_in` makes the trace of
    units that are loaded already.
    """
    if not trace.paths:
        return ()
    path = trace.paths[0]
    first = trace.stages[trace.hops[path.hops[0]].source].shown
    way = first + "".join(f" {_ARROWS[trace.hops[at].state]} {trace.stages[trace.hops[at].target].shown}" for at in path.hops)
    return (f"{verdict(trace)} ({counts(trace)})", one_line(way), *_worst(trace, path))


def _worst(trace: Trace, path: Path) -> Iterator[str]:
    """The first reason for the state of a path: of a broken hop, or else of an undecided one, or what of its end is not known."""
    for state in ("broken", "undecided"):
        reasons = (one for at in path.hops if trace.hops[at].state == state for one in trace.hops[at].reasons)
        if (reason := next(reasons, None)) is not None:
            more = f", {path.broken - 1} more broken" if path.broken > 1 else ""
            yield one_line(reason.text) + (f" ({reason.rule}{more})" if reason.rule else more)
            return
    last = trace.stages[trace.hops[path.hops[-1]].target]
    if path.state != "arrives" and last.why:
        yield one_line(last.why)


def rules_of(trace: Trace) -> tuple[str, ...]:
    """The rules that report something about its hops."""
    return tuple(dict.fromkeys(reason.rule for hop in trace.hops for reason in hop.reasons if reason.rule))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
