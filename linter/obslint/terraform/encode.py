"""jsonencode over values that are partly references: the text keeps them as parts."""

from collections.abc import Iterator

from obslint.model import Fields, Known, Symbolic, Value, settle
from obslint.source import Place
from obslint.terraform.functions import call
from obslint.terraform.texts import join_text
from obslint.terraform.values import NotPlainError, reason_of, to_data, unknown_of


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
    try:
        yield _json(to_data(value))
    except NotPlainError:
        yield from _partly(value)


def _json(data: object) -> str:
    return str(call("jsonencode", [data], None))  # type: ignore[list-item]  # plain data


def _partly(value: Value) -> Iterator[str | Value | None]:
    if isinstance(value, Known) and isinstance(value.data, tuple):
        yield from _sequence("[", [_encode(item) for item in value.data], "]")
    elif isinstance(value, Known) and isinstance(value.data, Fields):
        if value.data.open_end is not None:
            yield None
        else:
            yield from _sequence("{", [_member(key, value.data[key]) for key in sorted(value.data)], "}")
    elif isinstance(value, Symbolic):
        yield '"'
        yield from (_json(part)[1:-1] if isinstance(part, str) else Symbolic((part,)) for part in value.parts)
        yield '"'
    else:
        yield from ('"', value, '"')


def _member(key: str, value: Value) -> Iterator[str | Value | None]:
    yield f"{_json(key)}:"
    yield from _encode(value)


def _sequence(opening: str, items: list[Iterator[str | Value | None]], closing: str) -> Iterator[str | Value | None]:
    yield opening
    for index, item in enumerate(items):
        if index:
            yield ","
        yield from item
    yield closing
