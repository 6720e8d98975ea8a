"""A trace as a diagram for other tools to draw: Mermaid and DOT."""

import re
from collections.abc import Iterator

from obslint.lint.trace import Hop, Stage, Trace
from obslint.report.printable import one_line

_SHAPES = {"actor": ("([", "])"), "store": ("[(", ")]"), "evaluator": ("{{", "}}"), "receiver": ("((", "))")}
_DOT_SHAPES = {"store": "cylinder", "evaluator": "hexagon", "receiver": "ellipse", "actor": "box"}
_MERMAID_ARROWS = {"holds": "-->", "broken": "--x", "undecided": "-.->"}
_DOT_LOOKS = {
    "holds": 'color="#2d7d46"',
    "broken": 'color="#c62828", fontcolor="#c62828", style=bold, arrowhead=tee',
    "undecided": 'color="#9a6700", fontcolor="#9a6700", style=dashed',
}


def render_mermaid(trace: Trace) -> str:
    """A flowchart for Mermaid, which GitHub and GitLab draw in Markdown."""
    return "\n".join(_mermaid(trace)) + "\n"


def _mermaid(trace: Trace) -> Iterator[str]:
    yield "flowchart TD"
    for number, stage in enumerate(trace.stages):
        left, right = _SHAPES.get(stage.kind, ("[", "]"))
        yield f'  s{number}{left}"{"<br/>".join(map(_entities, _lines(stage)))}"{right}'
    for hop in trace.hops:
        label = "<br/>".join(map(_entities, _hop_lines(hop)))
        yield f'  s{hop.source} {_MERMAID_ARROWS[hop.state]}|"{label}"| s{hop.target}'
    yield from (f"  style s{number} stroke-width:3px" for number in trace.subjects)
    for state, colour in (("broken", "#c62828"), ("undecided", "#9a6700")):
        if numbers := [str(number) for number, hop in enumerate(trace.hops) if hop.state == state]:
            yield f"  linkStyle {','.join(numbers)} stroke:{colour},stroke-width:2px"


def _entities(text: str) -> str:
    """Text that Mermaid shows as it is: it reads both HTML and its own marks otherwise."""
    return re.sub(r"[^\w .,:/…()\[\]=+*'@-]", lambda found: f"#{ord(found.group())};", one_line(text))


def render_dot(trace: Trace) -> str:
    """A graph for Graphviz."""
    return "\n".join(_dot(trace)) + "\n"


def _dot(trace: Trace) -> Iterator[str]:
    yield "digraph trace {"
    yield '  node [shape=box, fontname="sans-serif"]'
    yield '  edge [fontname="sans-serif", fontsize=10]'
    for number, stage in enumerate(trace.stages):
        bold = ", penwidth=3" if number in trace.subjects else ""
        yield f"  s{number} [label={_quoted(_lines(stage))}, shape={_DOT_SHAPES.get(stage.kind, 'box')}{bold}]"
    for hop in trace.hops:
        yield f"  s{hop.source} -> s{hop.target} [label={_quoted(_hop_lines(hop))}, {_DOT_LOOKS[hop.state]}]"
    yield "}"


def _quoted(lines: list[str]) -> str:
    escaped = (one_line(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _lines(stage: Stage) -> list[str]:
    where = f"{stage.location.path}:{stage.location.line}" if stage.location else ""
    return [line for line in (stage.shown, where) if line]


def _hop_lines(hop: Hop) -> list[str]:
    return [hop.verb, *dict.fromkeys(reason.rule or reason.text for reason in hop.reasons)]
