"""A trace as a page of its own: drawn by this code, without scripts, and loading nothing from elsewhere."""

from collections.abc import Iterator, Mapping
from itertools import starmap

from obslint.lint.trace import Hop, Path, Reason, Stage, Trace
from obslint.report.page import literal, page, place, source, table
from obslint.report.trace import counts, verdict
from obslint.report.trace_drawing import BOX_HEIGHT, BOX_WIDTH, Box, Drawing, Line, draw, shortened
from obslint.report.trace_style import CSS
from obslint.source import SourceFile

_STATES = {"holds": "holds", "broken": "broken", "undecided": "cannot be decided"}
_SIGNS = {"holds": "", "broken": "✕", "undecided": "?"}
_PATHS = {"arrives": "arrives", "broken": "broken", "undecided": "not decided", "ends": "reaches nobody"}


def render_trace_html(trace: Trace, files: Mapping[str, SourceFile]) -> str:
    """The whole page."""
    title = f"{trace.shown}: {verdict(trace)}"
    return page(title, _head(trace), _body(trace, files), skip=("paths", "Skip the drawing, go to the paths"), style=CSS)


def _head(trace: Trace) -> Iterator[str]:
    yield f"<h1><code>{literal(trace.shown)}</code></h1>"
    yield f'<p class="verdict {_tone(trace)}">{literal(verdict(trace))}</p>'
    yield f'<p class="faint">{literal(counts(trace))}. {literal(trace.type)} in {place(trace.location)}</p>'


def _body(trace: Trace, files: Mapping[str, SourceFile]) -> Iterator[str]:
    yield from _picture(draw(trace), trace)
    yield '<section id="paths" tabindex="-1"><h2>Paths</h2>'
    yield from (part for number, path in enumerate(trace.paths, 1) for part in _path(trace, number, path, files))
    yield "</section>"
    yield from _stages(trace)
    yield from _left_out(trace)


def _tone(trace: Trace) -> str:
    return "broken" if trace.broken else "holds" if trace.reaches == "yes" else "undecided"


def _picture(drawing: Drawing, trace: Trace) -> Iterator[str]:
    """The drawing: every stage is a link to what is said about it, every hop that does not hold to its reasons."""
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    yield '<section aria-labelledby="drawn"><h2 id="drawn">Signal</h2>'
    yield '<ul class="legend" aria-label="Legend"><li class="holds">holds</li><li class="broken">✕ broken</li>'
    yield '<li class="undecided">? cannot be decided</li></ul>'
    yield '<div class="scroll" role="region" aria-label="Drawing of the signal" tabindex="0">'
    yield f'<svg {size} role="group" aria-label="{literal(verdict(trace))}"><defs>'
    for state in _STATES:
        yield f'<marker id="to-{state}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        yield f'<path class="tip {state}" d="M0 0 8 4 0 8z"/></marker>'
    yield "</defs>"
    yield from (part for line in drawing.lines for part in _curve(line))
    yield from (part for box in drawing.boxes for part in _box(box, box.number in trace.subjects))
    yield from (part for line in drawing.lines for part in _label(line, trace))
    yield "</svg></div></section>"


def _curve(line: Line) -> Iterator[str]:
    yield f'<path class="hop {line.hop.state}" d="{line.curve}" marker-end="url(#to-{line.hop.state})"/>'


def _label(line: Line, trace: Trace) -> Iterator[str]:
    """The words on a hop, over the line; a link where there is more to say."""
    sign = _SIGNS[line.hop.state]
    shown = f"{sign} {line.hop.verb}".strip()
    wide = len(shown) * 6.6 + 16
    box = f'<rect x="{line.x - wide / 2:g}" y="{line.y - 11:g}" width="{wide:g}" height="22" rx="11"/>'
    text = f'<text x="{line.x:g}" y="{line.y + 4:g}" text-anchor="middle">{literal(shown)}</text>'
    if not line.hop.reasons:
        yield f'<g class="words {line.hop.state}" aria-hidden="true">{box}{text}</g>'
        return
    said = f"{_sentence(trace, line.hop)}: {_STATES[line.hop.state]}"
    yield f'<a class="words {line.hop.state}" href="#hop-{line.number}" aria-label="{literal(said)}">{box}{text}</a>'


def _box(box: Box, subject: bool) -> Iterator[str]:
    stage = box.stage
    looks = f"stage {stage.kind}{' subject' if subject else ''}{' nobody' if stage.what == 'nobody' else ''}"
    where = f"{stage.location.path}:{stage.location.line}" if stage.location else ""
    yield f'<a class="{looks}" href="#stage-{box.number}" aria-label="{literal(f"{stage.kind}: {stage.shown}")}">'
    yield f"<title>{literal(f'{stage.shown} {stage.address} {where}'.strip())}</title>"
    yield f'<rect x="{box.x:g}" y="{box.y:g}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="8"/>'
    yield f'<text class="kind" x="{box.x + 12:g}" y="{box.y + 18:g}">{literal(stage.kind)}</text>'
    yield f'<text class="name" x="{box.x + 12:g}" y="{box.y + 35:g}">{literal(shortened(stage.shown))}</text>'
    yield f'<text class="where" x="{box.x + 12:g}" y="{box.y + 50:g}">{literal(_ending(where))}</text></a>'


def _ending(text: str) -> str:
    """The end of a path that is too long for a box."""
    return text if len(text) <= 40 else f"…{text[-39:]}"


def _sentence(trace: Trace, hop: Hop) -> str:
    return f"{trace.stages[hop.source].shown} {hop.verb} {trace.stages[hop.target].shown}"


def _path(trace: Trace, number: int, path: Path, files: Mapping[str, SourceFile]) -> Iterator[str]:
    """A path as a list of hops; open where something is wrong with it."""
    opened = " open" if path.state != "arrives" or len(trace.paths) == 1 else ""
    first, last = trace.stages[trace.hops[path.hops[0]].source], trace.stages[trace.hops[path.hops[-1]].target]
    yield f'<details{opened}><summary><span class="state {_path_tone(path)}">{_PATHS[path.state]}</span> '
    yield f'path {number}: {literal(first.shown)} to {literal(last.shown)}</summary>\n<ol class="hops">'
    for at in path.hops:
        yield from _hop(trace, at, files, _is_first(trace, number, at))
    yield "</ol></details>"


def _path_tone(path: Path) -> str:
    return {"arrives": "holds", "ends": "undecided"}.get(path.state, path.state)


def _is_first(trace: Trace, number: int, hop: int) -> bool:
    """Whether a hop is on no earlier path, so that links lead to it here."""
    return not any(hop in path.hops for path in trace.paths[: number - 1])


def _hop(trace: Trace, at: int, files: Mapping[str, SourceFile], first: bool) -> Iterator[str]:
    hop = trace.hops[at]
    named = f' id="hop-{at}" tabindex="-1"' if first else ""
    source, target = (_link(number, trace.stages[number]) for number in (hop.source, hop.target))
    yield f'<li{named}><p><span class="state {hop.state}">{_STATES[hop.state]}</span>'
    yield f"{source} {literal(hop.verb)} {target}</p>"
    yield from (part for reason in hop.reasons for part in _reason(reason, files))
    yield "</li>"


def _link(number: int, stage: Stage) -> str:
    return f'<a href="#stage-{number}">{literal(stage.shown)}</a>'


def _reason(reason: Reason, files: Mapping[str, SourceFile]) -> Iterator[str]:
    """What is wrong, the rule that says so, and the lines in which it stands."""
    rule = f' <code class="rule">{literal(reason.severity)}[{literal(reason.rule)}]</code>' if reason.rule else ""
    accepted = " (accepted by an exception)" if reason.accepted else ""
    yield f'<p class="reason">{literal(reason.text)}{accepted}{rule}</p>'
    if reason.location:
        yield f"<figure><figcaption>{place(reason.location)}</figcaption>{source(reason.location, files)}</figure>"


def _stages(trace: Trace) -> Iterator[str]:
    """Every stage, for links to lead to."""
    yield "<section><h2>Stages</h2>"
    yield from table("Table of stages", ("stage", "kind", "address", "place"), starmap(_row, enumerate(trace.stages)))
    yield "</section>"


def _row(number: int, stage: Stage) -> str:
    why = f'<br><span class="faint">{literal(stage.why)}</span>' if stage.why else ""
    where = place(stage.location) if stage.location else ""
    named = f'<tr id="stage-{number}" tabindex="-1"><th scope="row">{literal(stage.shown)}{why}</th>'
    return f"{named}<td>{literal(stage.kind)}</td><td><code>{literal(stage.address)}</code></td><td>{where}</td></tr>"


def _left_out(trace: Trace) -> Iterator[str]:
    if trace.not_analysed:
        items = "".join(f"<li>{literal(one)}</li>" for one in trace.not_analysed)
        yield f"<section><h2>Not analysed</h2><ul>{items}</ul></section>"
