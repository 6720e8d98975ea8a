"""A trace as a page of its own: drawn by this code, without scripts, and loading nothing from elsewhere."""

from collections.abc import Iterator, Mapping
from html import escape

from obslint.lint.result import Location
from obslint.lint.trace import Hop, Path, Reason, Stage, Trace
from obslint.report.printable import one_line, printable
from obslint.report.trace import counts, verdict
from obslint.report.trace_drawing import BOX_HEIGHT, BOX_WIDTH, Box, Drawing, Line, draw, shortened
from obslint.report.trace_style import CSS
from obslint.source import SourceFile

_STATES = {"holds": "holds", "broken": "broken", "undecided": "cannot be decided"}
_SIGNS = {"holds": "", "broken": "✕", "undecided": "?"}
_PATHS = {"arrives": "arrives", "broken": "broken", "undecided": "not decided", "ends": "ends without a reader"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_trace_html(trace: Trace, files: Mapping[str, SourceFile]) -> str:
    """The whole page."""
    return "\n".join(_page(trace, files)) + "\n"


def _page(trace: Trace, files: Mapping[str, SourceFile]) -> Iterator[str]:
    title = _text(f"{trace.subject}: {verdict(trace)}")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{title}</title>\n<style>{CSS}</style>\n</head>\n<body>"
    yield '<p class="skip"><a href="#paths">Skip the drawing, go to the paths</a></p>'
    yield f"<header><h1><code>{_text(trace.subject)}</code></h1>"
    yield f'<p class="verdict {_tone(trace)}">{_text(verdict(trace))}</p>'
    yield f'<p class="faint">{_text(counts(trace))}. {_text(trace.type)} in {_place(trace.location)}</p></header>\n<main>'
    yield from _picture(draw(trace), trace)
    yield '<section id="paths" tabindex="-1"><h2>Paths</h2>'
    yield from (part for number, path in enumerate(trace.paths, 1) for part in _path(trace, number, path, files))
    yield "</section>"
    yield from _stages(trace)
    yield from _left_out(trace)
    yield f'</main>\n<footer class="faint">obslint {_text(trace.tool.version)}</footer>\n</body>\n</html>'


def _tone(trace: Trace) -> str:
    return "broken" if trace.broken else "holds" if trace.reaches == "yes" else "undecided"


def _picture(drawing: Drawing, trace: Trace) -> Iterator[str]:
    """The drawing: every stage is a link to what is said about it, every hop that does not hold to its reasons."""
    size = f'width="{drawing.width:g}" height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    yield '<section aria-labelledby="drawn"><h2 id="drawn">Signal</h2>'
    yield '<ul class="legend" aria-label="Legend"><li class="holds">holds</li><li class="broken">✕ broken</li>'
    yield '<li class="undecided">? cannot be decided</li></ul>'
    yield '<div class="scroll" role="region" aria-label="Drawing of the signal" tabindex="0">'
    yield f'<svg {size} role="group" aria-label="{_text(verdict(trace))}"><defs>'
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
    text = f'<text x="{line.x:g}" y="{line.y + 4:g}" text-anchor="middle">{_text(shown)}</text>'
    if not line.hop.reasons:
        yield f'<g class="words {line.hop.state}" aria-hidden="true">{box}{text}</g>'
        return
    said = f"{_sentence(trace, line.hop)}: {_STATES[line.hop.state]}"
    yield f'<a class="words {line.hop.state}" href="#hop-{line.number}" aria-label="{_text(said)}">{box}{text}</a>'


def _box(box: Box, subject: bool) -> Iterator[str]:
    stage = box.stage
    looks = f"stage {stage.kind}{' subject' if subject else ''}{' nobody' if stage.what == 'nobody' else ''}"
    where = f"{stage.location.path}:{stage.location.line}" if stage.location else ""
    yield f'<a class="{looks}" href="#stage-{box.number}" aria-label="{_text(f"{stage.kind}: {stage.shown}")}">'
    yield f"<title>{_text(f'{stage.shown} {stage.address} {where}'.strip())}</title>"
    yield f'<rect x="{box.x:g}" y="{box.y:g}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="8"/>'
    yield f'<text class="kind" x="{box.x + 12:g}" y="{box.y + 18:g}">{_text(stage.kind)}</text>'
    yield f'<text class="name" x="{box.x + 12:g}" y="{box.y + 35:g}">{_text(shortened(stage.shown))}</text>'
    yield f'<text class="where" x="{box.x + 12:g}" y="{box.y + 50:g}">{_text(_ending(where))}</text></a>'


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
    yield f"path {number}: {_text(first.shown)} to {_text(last.shown)}</summary>\n<ol>"
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
    yield f'<li{named} class="{hop.state}"><p><span class="state {hop.state}">{_STATES[hop.state]}</span>'
    yield f"{source} {_text(hop.verb)} {target}</p>"
    yield from (part for reason in hop.reasons for part in _reason(reason, files))
    yield "</li>"


def _link(number: int, stage: Stage) -> str:
    return f'<a href="#stage-{number}">{_text(stage.shown)}</a>'


def _reason(reason: Reason, files: Mapping[str, SourceFile]) -> Iterator[str]:
    """What is wrong, the rule that says so, and the lines in which it stands."""
    rule = f' <code class="rule">{_text(reason.severity)}[{_text(reason.rule)}]</code>' if reason.rule else ""
    accepted = " (accepted by an exception)" if reason.accepted else ""
    yield f'<p class="reason">{_text(reason.text)}{accepted}{rule}</p>'
    if reason.location:
        yield f"<figure><figcaption>{_place(reason.location)}</figcaption>{_source(reason.location, files)}</figure>"


def _source(location: Location, files: Mapping[str, SourceFile]) -> str:
    """The first line of a place, what counts of it marked."""
    file = files.get(location.path)
    if file is None or not file.text or location.line > len(file.line_starts):
        return ""
    line = file.line(location.line)
    end = location.end_column - 1 if location.end_line == location.line else len(line)
    before, marked, after = (escape(printable(part)) for part in (line[: location.column - 1], line[location.column - 1 : end], line[end:]))
    return f'<pre tabindex="0"><span class="number">{location.line} </span>{before}<mark>{marked}</mark>{after}</pre>'


def _stages(trace: Trace) -> Iterator[str]:
    """Every stage, for links to lead to."""
    yield '<section><h2>Stages</h2><div class="scroll" role="region" aria-label="Table of stages" tabindex="0"><table>'
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("stage", "kind", "address", "place"))
    yield f"<thead><tr>{columns}</tr></thead><tbody>"
    for number, stage in enumerate(trace.stages):
        why = f'<br><span class="faint">{_text(stage.why)}</span>' if stage.why else ""
        place = _place(stage.location) if stage.location else ""
        yield f'<tr id="stage-{number}" tabindex="-1"><th scope="row">{_text(stage.shown)}{why}</th><td>{_text(stage.kind)}</td>'
        yield f"<td><code>{_text(stage.address)}</code></td><td>{place}</td></tr>"
    yield "</tbody></table></div></section>"


def _left_out(trace: Trace) -> Iterator[str]:
    if trace.not_analysed:
        items = "".join(f"<li>{_text(one)}</li>" for one in trace.not_analysed)
        yield f"<section><h2>Not analysed</h2><ul>{items}</ul></section>"


def _place(location: Location) -> str:
    return f"<code>{_text(f'{location.path}:{location.line}:{location.column}')}</code>"


def _text(text: str) -> str:
    return escape(one_line(text))
