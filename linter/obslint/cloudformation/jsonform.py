"""JSON templates as a syntax tree."""

from obslint.cloudformation.tree import MAX_DEPTH, Document, Item, Mapping, Node, Pair, Scalar, Sequence
from obslint.model import Problem
from obslint.source import Place, SourceFile, Span
from obslint.source.jsontree import JsonArray, JsonNode, JsonObject, JsonSyntaxError, parse_json


def parse_json_template(file: SourceFile) -> Document:
    """The tree of a JSON file; syntax errors and repeated keys become problems."""
    try:
        return _Converter(file).document(parse_json(file))
    except JsonSyntaxError as error:
        return Document(file, None, [_problem(file, error.message, error.offset, "correct the JSON here")], json=True)


def _problem(file: SourceFile, message: str, offset: int, remedy: str, end: int | None = None) -> Problem:
    return Problem(message, Place(file, Span(offset, min(offset + 1, len(file.text)) if end is None else end)), remedy)


class _Converter:
    """Carries the file and the problems found on the way."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._problems: list[Problem] = []

    def document(self, root: JsonNode) -> Document:
        return Document(self._file, self._node(root, 0), self._problems, json=True)

    def _node(self, node: JsonNode, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise JsonSyntaxError(f"nested deeper than {MAX_DEPTH} levels", node.start)
        if isinstance(node, JsonObject):
            return self._object(node, depth)
        if isinstance(node, JsonArray):
            items = [Item(self._node(item, depth + 1), item.start, item.end) for item in node.items]
            return Sequence(items, "json", node.start, node.end)
        if isinstance(node.value, str):
            return Scalar(node.value, '"', node.start, node.end)
        return Scalar(self._file.text[node.start : node.end], "", node.start, node.end)

    def _object(self, node: JsonObject, depth: int) -> Mapping:
        pairs, seen = [], set()
        for key, span, value in node.members:
            if key in seen:
                message = f'the key "{key}" is written twice; CloudFormation takes the last one'
                self._problems.append(_problem(self._file, message, span.start, "remove one of the two", span.end))
            seen.add(key)
            pairs.append(Pair(Scalar(key, '"', span.start, span.end), self._node(value, depth + 1), value.end))
        return Mapping(pairs, "json", node.start, node.end)
