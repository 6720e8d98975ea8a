"""Fn::ToJsonString: a value as JSON text."""

import json

from obslint.cloudformation.texts import join, mentioned
from obslint.model import Absent, Fields, Known, Symbolic, Unknown, Value, encoded
from obslint.source import Place


def to_json_string(value: Value, place: Place) -> Value:
    """The text, with references where the deployment fills something in; unknown when its shape is not certain."""
    parts: list[Value] = []
    doubt = _write(value, parts)
    if doubt is not None:
        return encoded(Unknown(doubt, mentions=mentioned([value]), place=place), value)
    return encoded(join(parts, place), value)


def _write(value: Value, parts: list[Value]) -> str | None:
    """Appends the pieces of a value; the reason when they are not certain."""
    if isinstance(value, Unknown) and value.symbol is None:
        return value.why
    if isinstance(value, Symbolic | Unknown):
        parts.extend((Known('"'), _escaped(value), Known('"')))
        return None
    if not isinstance(value, Known):
        return "a value is missing"
    if isinstance(value.data, Fields):
        return _write_map(value.data, parts)
    if isinstance(value.data, tuple):
        return _write_list(value.data, parts)
    parts.append(Known(json.dumps(value.data, ensure_ascii=False)))
    return None


def _escaped(value: Value) -> Value:
    if not isinstance(value, Symbolic):
        return value
    return Symbolic(tuple(json.dumps(part, ensure_ascii=False)[1:-1] if isinstance(part, str) else part for part in value.parts))


def _write_map(fields: Fields, parts: list[Value]) -> str | None:
    if fields.open_end is not None:
        return fields.open_end
    parts.append(Known("{"))
    first = True
    for name, member in fields.items():
        if isinstance(member, Absent):
            continue
        parts.append(Known(("" if first else ",") + json.dumps(name, ensure_ascii=False) + ":"))
        first = False
        if (doubt := _write(member, parts)) is not None:
            return doubt
    parts.append(Known("}"))
    return None


def _write_list(items: tuple[Value, ...], parts: list[Value]) -> str | None:
    parts.append(Known("["))
    for index, item in enumerate(items):
        if index:
            parts.append(Known(","))
        if (doubt := _write(item, parts)) is not None:
            return doubt
    parts.append(Known("]"))
    return None
