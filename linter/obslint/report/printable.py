"""Source text made fit for a terminal: what each character looks like, how wide it is, and long lines cut around a point."""

from dataclasses import dataclass
from unicodedata import category, east_asian_width

TAB = "    "
"""Tabs are shown as four columns, wherever they stand."""

_ELLIPSIS = "…"


def printable(text: str) -> str:
    """The text with tabs widened and everything that could steer a terminal made visible."""
    return text if text.isascii() and text.isprintable() else "".join(map(_glyph, text))


def one_line(text: str) -> str:
    """Text on one line: white space, line ends included, becomes single blanks."""
    return printable(" ".join(text.split()))


def width(text: str) -> int:
    """The columns that printable text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _glyph(character: str) -> str:
    """What stands for a character: itself, a tab's blanks, or a picture of a control character."""
    if character == "\t":
        return TAB
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    kind = category(character)
    return " " if kind == "Zs" else "\ufffd" if kind in ("Cc", "Cf", "Zl", "Zp", "Cs") else character


def _columns(glyph: str) -> int:
    if glyph.isascii():
        return 1
    if category(glyph) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(glyph) in ("W", "F") else 1


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown. `text` is printable; `column` tells where a character of the line is in it."""

    text: str
    edges: tuple[int, ...]

    def column(self, character: int) -> int:
        """The columns before a character (from 1) of the line; characters that were cut off are at the nearest end."""
        index = min(max(character - 1, 0), len(self.edges) - 1)
        return self.edges[index] + max(0, character - len(self.edges))


def window(line: str, limit: int, focus: tuple[int, int] = (1, 1)) -> Window:
    """Cuts a line to `limit` columns around the characters `focus` (from 1, end after the last)."""
    glyphs = [_glyph(character) for character in line]
    widths = [width(glyph) for glyph in glyphs]
    if sum(widths) <= limit:
        return Window("".join(glyphs), _edges(widths, 0))
    start = _first_shown(widths, limit, focus)
    head = _ELLIPSIS if start else ""
    end, used = start, len(head)
    while end < len(glyphs) and used + widths[end] <= limit - 1:
        used += widths[end]
        end += 1
    tail = _ELLIPSIS if end < len(glyphs) else ""
    edges = _edges(widths[start:end], len(head))
    ahead, behind = (0,) * start, (edges[-1],) * (len(glyphs) - end)
    return Window(head + "".join(glyphs[start:end]) + tail, ahead + edges + behind)


def _first_shown(widths: list[int], limit: int, focus: tuple[int, int]) -> int:
    """The first character to show, so that the focus and what stands before it are seen, the focus's start at any rate."""
    begin, end = min(focus[0] - 1, len(widths)), min(focus[1] - 1, len(widths))
    if sum(widths[:end]) <= limit - 1:
        return 0
    before = max(limit // 4, min(limit // 2, limit - 2 - sum(widths[begin:end])))
    start, used = begin, 0
    while start > 0 and used + widths[start - 1] <= before:
        start -= 1
        used += widths[start]
    return start


def _edges(widths: list[int], first: int) -> tuple[int, ...]:
    """The column at which each character starts, and where the last one ends."""
    edges = [first]
    for columns in widths:
        edges.append(edges[-1] + columns)
    return tuple(edges)
