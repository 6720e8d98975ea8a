"""A trace for people at a terminal: each path from top to bottom, with the source wherever it is broken."""

from collections.abc import Iterator, Mapping

from obslint.lint.result import Location
from obslint.lint.trace import Hop, Path, Reason, Stage, Trace
from obslint.report.excerpt import Mark, excerpt
from obslint.report.gutter import Gutter
from obslint.report.printable import one_line, width
from obslint.report.style import Style
from obslint.report.trace import counts, rules_of, verdict
from obslint.source import SourceFile

_RAIL = "      "
_KIND = 11
_SIGNS = {"holds": "|", "broken": "x", "undecided": "?"}
_LOOKS = {"holds": "good", "broken": "error", "undecided": "warning"}
_PATH_LOOKS = {"arrives": "good", "broken": "error", "undecided": "warning", "ends": "info"}
_PATH_WORDS = {
    "arrives": "every hop holds", "undecided": "not every hop can be decided", "ends": "every hop holds, and nobody is told",
}  # fmt: skip


def render_trace_text(trace: Trace, files: Mapping[str, SourceFile], style: Style) -> str:
    """The whole trace, ending in a line end."""
    return "\n".join(line.rstrip() for line in _lines(trace, files, style)) + "\n"


def _lines(trace: Trace, files: Mapping[str, SourceFile], style: Style) -> Iterator[str]:
    look = "good" if trace.reaches == "yes" and not trace.broken else "error" if trace.broken else "warning"
    yield f"{style.paint('trace', look)} {style.paint(f'{one_line(trace.shown)}: {verdict(trace)}', 'strong')}"
    yield f"{style.paint('  -->', 'gutter')} {_shown(trace.location)}"
    explained: set[int] = set()
    for number, path in enumerate(trace.paths, 1):
        yield ""
        yield from _path(trace, number, path, files, style, explained)
    if not trace.paths and trace.subjects:
        yield ""
        yield from (_stage(trace, number, style) for number in trace.subjects)
    if trace.paths:
        yield ""
        yield counts(trace)
    if found := rules_of(trace):
        yield f"obslint explain {found[0]}" + (f"    also: {', '.join(found[1:])}" if found[1:] else "")


def _path(trace: Trace, number: int, path: Path, files: Mapping[str, SourceFile], style: Style, explained: set[int]) -> Iterator[str]:
    """One path; a hop that was explained on an earlier path is only marked."""
    times = {1: "once", 2: "twice"}.get(path.broken, f"{path.broken} times")
    said = _PATH_WORDS.get(path.state, f"broken {times}")
    yield f"path {number} of {len(trace.paths)}: {style.paint(said, _PATH_LOOKS[path.state])}"
    yield ""
    yield _stage(trace, trace.hops[path.hops[0]].source, style)
    for at in path.hops:
        hop = trace.hops[at]
        yield from _hop(hop, files, style, at in explained)
        explained.add(at)
        yield _stage(trace, hop.target, style)


def _stage(trace: Trace, number: int, style: Style) -> str:
    stage = trace.stages[number]
    mark = ">" if number in trace.subjects else " "
    kind = style.paint(f"{stage.kind:<{_KIND}}", "faint")
    name = one_line(stage.shown)
    shown = style.paint(name, "strong") if number in trace.subjects else name
    if stage.told == "no" and stage.what == "nobody":
        return f" {mark} {kind}{style.paint(name, 'error')}"
    place = _shown(stage.location) if stage.location else ""
    gap = " " * max(2, 46 - width(name))
    where = f"{gap}{style.paint(place, 'faint')}" if place else ""
    return f" {mark} {kind}{shown}{where}{_open_question(stage, style)}"


def _open_question(stage: Stage, style: Style) -> str:
    """What of a stage is not known."""
    if stage.why:
        return f"  {style.paint(f'? {one_line(stage.why)}', 'warning')}"
    return ""


def _hop(hop: Hop, files: Mapping[str, SourceFile], style: Style, known: bool) -> Iterator[str]:
    sign = style.paint(_SIGNS[hop.state], _LOOKS[hop.state])
    verb = one_line(hop.verb) + (" (as above)" if known and hop.reasons else "")
    yield f"{_RAIL}{sign}  {style.paint(verb, 'faint') if hop.state == 'holds' else style.paint(verb, 'strong')}"
    if not known:
        bar = f"{_RAIL}{style.paint('|', _LOOKS[hop.state])}  "
        yield from (bar + line for reason in hop.reasons for line in _reason(reason, hop, files, style))


def _reason(reason: Reason, hop: Hop, files: Mapping[str, SourceFile], style: Style) -> Iterator[str]:
    """What is wrong, by which rule, and the text that says so."""
    look = reason.severity or ("error" if hop.state == "broken" else "warning")
    said = f"{reason.severity}[{reason.rule}]" if reason.rule else "not known:" if hop.state == "undecided" else "broken:"
    accepted = " (accepted by an exception)" if reason.accepted else ""
    first, *rest = style.wrap(one_line(reason.text) + accepted, len(_RAIL) + len(said) + 4)
    yield f"{style.paint(said, look)} {first}"
    yield from (" " * (len(said) + 1) + line for line in rest)
    if reason.location:
        yield from _source(reason.location, look, files, style)


def _source(location: Location, look: str, files: Mapping[str, SourceFile], style: Style) -> Iterator[str]:
    gutter = Gutter(len(str(location.line)), Style(style.colour, style.width - len(_RAIL) - 3))
    yield gutter.arrow("-->", _shown(location))
    file = files.get(location.path)
    if file and file.text and location.line <= len(file.line_starts):
        yield gutter.bar()
        yield from excerpt(file, [Mark(location, look=look)], gutter)
    yield ""


def _shown(location: Location) -> str:
    return f"{one_line(location.path)}:{location.line}:{location.column}"
