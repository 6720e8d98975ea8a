"""JSON text with references in it: reading it to a tree, and writing a tree."""

import json
from collections.abc import Iterator
from typing import TypeAlias

from obslint.model import Fields, Known, Reference, Symbolic, Value
from obslint.source import Place
from obslint.terraform.functions import call
from obslint.terraform.texts import join_text

Node: TypeAlias = "str | int | float | bool | Value | list[Node] | dict[str, Node] | None"
"""A JSON tree in which a value that is not known may stand for a text."""

MAX_DEPTH = 60
_FIRST = 0xE000
"""Private characters, from this one on, stand for the references of a text while it is read."""


def parsed_text(value: Value) -> Node:
    """The tree of a JSON text that may have references inside its strings; None when it is not such a text."""
    if isinstance(value, Known) and isinstance(value.data, str):
        parts: tuple[str | Reference, ...] = (value.data,)
    elif isinstance(value, Symbolic):
        parts = value.parts
    else:
        return None
    found = [part for part in parts if isinstance(part, Reference)]
    if len(found) > 6000 or any("\ue000" <= character <= "\uf8ff" for part in parts if isinstance(part, str) for character in part):
        return None
    marks = {chr(_FIRST + index): reference for index, reference in enumerate(found)}
    waiting = iter(marks)
    try:
        tree = json.loads("".join(part if isinstance(part, str) else next(waiting) for part in parts))
    except (ValueError, RecursionError):
        return None
    return _restored(tree, marks, 0)


def _restored(tree: object, marks: dict[str, Reference], depth: int) -> Node:
    """The tree with the references back in their places."""
    if isinstance(tree, list) and depth < MAX_DEPTH:
        return [_restored(item, marks, depth + 1) for item in tree]
    if isinstance(tree, dict) and depth < MAX_DEPTH:
        return {str(key): _restored(item, marks, depth + 1) for key, item in tree.items()}
    if not isinstance(tree, str) or not any(character in marks for character in tree):
        return tree if isinstance(tree, str | int | float | bool) else None
    parts: list[str | Reference] = []
    for character in tree:
        if character in marks:
            parts.append(marks[character])
        elif parts and isinstance(parts[-1], str):
            parts[-1] += character
        else:
            parts.append(character)
    return Symbolic(tuple(parts))


def written_text(tree: Node, place: Place | None, *, minified: bool = False) -> Value:
    """The tree as JSON text, indented by two spaces like Go's `json.MarshalIndent`."""
    pieces = [Known(piece) if isinstance(piece, str) else piece for piece in _pieces(tree, "" if not minified else None)]
    return join_text(pieces, place)


def _pieces(node: Node, indent: str | None) -> Iterator[str | Value]:
    if isinstance(node, dict) and node:
        inner = [([f"{_json(key)}:{'' if indent is None else ' '}"], item) for key, item in node.items()]
        yield from _listed("{", inner, "}", indent)
    elif isinstance(node, list) and node:
        yield from _listed("[", [([], item) for item in node], "]", indent)
    elif isinstance(node, Value):
        yield from _text(node)
    else:
        yield _json(node)


def _listed(opening: str, items: list[tuple[list[str], Node]], closing: str, indent: str | None) -> Iterator[str | Value]:
    deeper = None if indent is None else f"{indent}  "
    yield opening
    for index, (key, item) in enumerate(items):
        yield f"{',' if index else ''}{'' if deeper is None else f'{chr(10)}{deeper}'}"
        yield from key
        yield from _pieces(item, deeper)
    yield closing if indent is None else f"\n{indent}{closing}"


def _text(value: Value) -> Iterator[str | Value]:
    yield '"'
    if isinstance(value, Symbolic):
        yield from (_json(part)[1:-1] if isinstance(part, str) else Symbolic((part,)) for part in value.parts)
    elif isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        yield _json(str(value.data))[1:-1]
    else:
        yield value
    yield '"'


def _json(data: object) -> str:
    return str(call("jsonencode", [data], None))  # type: ignore[list-item]  # plain data
