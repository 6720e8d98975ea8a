"""Where the stages and hops of a trace stand in a drawing: in layers from the first source down to the last end."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from obslint.lint.trace import Hop, Stage, Trace

BOX_WIDTH, BOX_HEIGHT = 264, 58
_GAP, _DROP, _MARGIN = 56, 96, 28
_LETTERS = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A stage: its upper left corner, and what is written in it."""

    number: int
    stage: Stage
    x: float
    y: float

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return self.x + BOX_WIDTH / 2

    @property
    def bottom(self) -> float:
        """Where hops leave it."""
        return self.y + BOX_HEIGHT


@dataclass(frozen=True, slots=True)
class Line:
    """A hop: its curve, and where its mark and words stand."""

    number: int
    hop: Hop
    curve: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it, and how large it is."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


def draw(trace: Trace) -> Drawing:
    """Puts every stage below what leads to it, and near to it."""
    rows = _rows(trace)
    widest = max((len(row) for row in rows), default=1)
    width = _MARGIN * 2 + widest * BOX_WIDTH + (widest - 1) * _GAP
    boxes = {number: box for row, numbers in enumerate(rows) for number, box in _placed(trace, row, numbers, width)}
    lines = tuple(_line(number, hop, boxes[hop.source], boxes[hop.target]) for number, hop in enumerate(trace.hops))
    height = _MARGIN * 2 + len(rows) * BOX_HEIGHT + max(0, len(rows) - 1) * _DROP
    return Drawing(tuple(boxes[number] for number in sorted(boxes)), lines, width, height)


def _placed(trace: Trace, row: int, numbers: list[int], width: float) -> Iterator[tuple[int, Box]]:
    taken = len(numbers) * BOX_WIDTH + (len(numbers) - 1) * _GAP
    left = (width - taken) / 2
    for at, number in enumerate(numbers):
        yield number, Box(number, trace.stages[number], left + at * (BOX_WIDTH + _GAP), _MARGIN + row * (BOX_HEIGHT + _DROP))


def _line(number: int, hop: Hop, source: Box, target: Box) -> Line:
    """A curve from the bottom of one box to the top of another; back up along the side where signals go in a circle."""
    start, end = source.bottom, target.y
    if end <= start:
        side = source.x + BOX_WIDTH
        curve = f"M {side} {source.y + BOX_HEIGHT / 2} C {side + 60} {source.y}, {side + 60} {target.y}, {side} {target.y + BOX_HEIGHT / 2}"
        return Line(number, hop, curve, side + 44, (source.y + target.y + BOX_HEIGHT) / 2)
    half = (start + end) / 2
    curve = f"M {source.middle} {start} C {source.middle} {half}, {target.middle} {half}, {target.middle} {end - 4}"
    return Line(number, hop, curve, (source.middle + target.middle) / 2, half)


def _rows(trace: Trace) -> list[list[int]]:
    """The stages by layer, each layer in an order that keeps hops short."""
    layers = _layers(trace)
    rows: list[list[int]] = [[] for _ in range(max(layers, default=-1) + 1)]
    for number, layer in enumerate(layers):
        rows[layer].append(number)
    for _ in range(2):
        for above, row in pairwise(rows):
            _arrange(row, above, [(hop.source, hop.target) for hop in trace.hops])
        for below, row in pairwise(reversed(rows)):
            _arrange(row, below, [(hop.target, hop.source) for hop in trace.hops])
    return rows


def _layers(trace: Trace) -> list[int]:
    """For each stage, how many hops it is at most from a source; a hop back counts for nothing."""
    layers = [0] * len(trace.stages)
    for _ in trace.stages:
        for hop in trace.hops:
            if layers[hop.source] + 1 < len(trace.stages):
                layers[hop.target] = max(layers[hop.target], layers[hop.source] + 1)
    used = sorted(set(layers))
    return [used.index(layer) for layer in layers]


def _arrange(row: list[int], beside: list[int], hops: list[tuple[int, int]]) -> None:
    """Orders a row by the middle of what each of its stages is joined with in the row beside it."""
    at = {number: index for index, number in enumerate(beside)}

    def middle(number: int) -> float:
        joined = [at[one] for one, other in hops if other == number and one in at]
        return sum(joined) / len(joined) if joined else len(beside) / 2

    row.sort(key=middle)


def shortened(text: str) -> str:
    """Text that fits into a box."""
    return text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…"
