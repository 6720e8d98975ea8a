"""The text of Fn::Sub: literal pieces and `${...}` holes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HOLE = re.compile(r"\$\{\s*(!?)([^${}]*?)\s*\}")


class Piece(NamedTuple):
    """Literal text, or the name in a hole."""

    text: str
    hole: bool


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text; `${!Name}` is the literal `${Name}`."""
    position = 0
    for found in _HOLE.finditer(text):
        if found.start() > position:
            yield Piece(text[position : found.start()], False)
        position = found.end()
        if found.group(1):
            yield Piece(f"${{{found.group(2)}}}", False)
        else:
            yield Piece(found.group(2), True)
    if position < len(text):
        yield Piece(text[position:], False)


def holes(text: str) -> list[str]:
    """The names in the holes of a text."""
    return [piece.text for piece in pieces(text) if piece.hole]


def escaped(text: str) -> str:
    """Literal text as it must be written inside Fn::Sub."""
    return text.replace("${", "${!")
