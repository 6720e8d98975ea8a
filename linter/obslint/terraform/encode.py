"""jsonencode over values that are partly references: the text keeps them as parts."""

import json
from collections.abc import Iterator

from obslint.model import Absent, Fields, Known, Value, settle
from obslint.source import Place
from obslint.terraform.values import is_scalar, join_text, reason_of, unknown_of


def json_text(value: Value, place: Place) -> Value | None:
    """The JSON text of a value that holds references; None when it holds none, and plain encoding serves."""
    if not reason_of(value):
        return None
    pieces: list[Value] = []
    for piece in _encode(settle(value)):
        if piece is None:
            return unknown_of([value], place)
        pieces.append(Known(piece) if isinstance(piece, str) else piece)
    return join_text(pieces, place)


def _encode(value: Value) -> Iterator[str | Value | None]:
    """Text and references in a row; None where a whole list or map is unknown."""
    value = settle(value)
    if isinstance(value, Absent):
        yield "null"
    elif is_scalar(value):
        yield json.dumps(value.data)
    elif isinstance(value, Known) and isinstance(value.data, tuple):
        yield from _sequence("[", [_encode(item) for item in value.data], "]")
    elif isinstance(value, Known) and isinstance(value.data, Fields):
        if value.data.open_end is not None:
            yield None
        else:
            yield from _sequence("{", [_member(key, value.data[key]) for key in sorted(value.data)], "}")
    else:
        yield from ('"', value, '"')


def _member(key: str, value: Value) -> Iterator[str | Value | None]:
    yield f"{json.dumps(key)}:"
    yield from _encode(value)


def _sequence(opening: str, items: list[Iterator[str | Value | None]], closing: str) -> Iterator[str | Value | None]:
    yield opening
    for index, item in enumerate(items):
        if index:
            yield ","
        yield from item
    yield closing
