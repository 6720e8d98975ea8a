"""Mappings and lists of a template as values whose members are evaluated when asked for."""

from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING

from obslint.cloudformation.foreach import expand
from obslint.cloudformation.tree import LOOP, Item, Mapping, Pair, Scalar, Sequence, function
from obslint.model import Absent, Fields, Known, Step, Value, via
from obslint.source import Place, Span

if TYPE_CHECKING:
    from obslint.cloudformation.scope import Scope


class MappingFields(Fields):
    """The members of a mapping. Functions that stand among them leave its end open."""

    __slots__ = ("_cache", "_header", "_open_end", "_pairs", "_scope")

    def __init__(self, scope: "Scope", node: Mapping, header: Place) -> None:
        self._scope = scope
        self._header = header
        self._cache: dict[str, Value] = {}
        self._open_end: str | None = None
        self._pairs: dict[str, Pair] = {pair.key.text: pair for pair in self._plain(node.pairs)}

    def opened(self, why: str) -> "MappingFields":
        """The same members, and perhaps more, for a reason."""
        other = copy(self)
        other._open_end = self._open_end or why
        return other

    def _plain(self, pairs: list[Pair]) -> list[Pair]:
        """The pairs that are members; loops are expanded."""
        if not any(pair.key.text.startswith("Fn::") for pair in pairs):
            return pairs
        made, doubts = expand(pairs, self._scope.texts)
        others = [pair.key.text for pair in made if pair.key.text.startswith("Fn::") and not pair.key.text.startswith(LOOP)]
        doubts += [f"{name} adds members at deployment" for name in others]
        self._open_end = doubts[0] if doubts else None
        return [pair for pair in made if not pair.key.text.startswith("Fn::")]

    def __getitem__(self, name: str) -> Value:
        if name not in self._cache:
            pair = self._pairs[name]
            header = Place(self._header.file, Span(pair.key.start, pair.key.end))
            self._cache[name] = _through_alias(self._scope, pair, self._scope.evaluate(pair.value, header))
        return self._cache[name]

    def __contains__(self, name: object) -> bool:
        return name in self._pairs

    def __iter__(self) -> Iterator[str]:
        return iter(self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def entry(self, name: str) -> Place | None:
        pair = self._pairs.get(name)
        return _entry(self._header, pair) if pair else None

    @property
    def header(self) -> Place | None:
        return self._header

    @property
    def open_end(self) -> str | None:
        return self._open_end


class OpenFields(Fields):
    """Members of which nothing is known, with the reason."""

    __slots__ = ("_header", "_why")

    def __init__(self, why: str, header: Place) -> None:
        self._why, self._header = why, header

    def __getitem__(self, name: str) -> Value:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def entry(self, name: str) -> Place | None:  # noqa: ARG002 - nothing is written
        return None

    @property
    def header(self) -> Place | None:
        return self._header

    @property
    def open_end(self) -> str | None:
        return self._why


def _entry(header: Place, pair: Pair) -> Place:
    """`key: value`, or the key alone when a block of its own follows it."""
    whole = Place(header.file, Span(pair.key.start, max(pair.end, pair.key.end)))
    if isinstance(pair.value, Scalar) or function(pair.value) or whole.line == header.file.position(whole.span.end)[0]:
        return whole
    return Place(header.file, Span(pair.key.start, pair.key.end))


def _through_alias(scope: "Scope", edge: Pair | Item, value: Value) -> Value:
    if not edge.alias:
        return value
    return via(value, Step(f"anchor &{edge.alias} holds this", scope.place(edge.value)))


def map_value(scope: "Scope", node: Mapping, header: Place | None) -> Known:
    """A mapping; without a header, its first key is what to point at."""
    place = scope.place(node)
    if header is None:
        first = node.pairs[0].key if node.pairs else node
        header = Place(place.file, Span(first.start, first.end))
    return Known(MappingFields(scope, node, header), place=place)


def list_value(scope: "Scope", node: Sequence) -> Known:
    """A list; items that are certainly AWS::NoValue are left out."""
    items = [_through_alias(scope, item, scope.evaluate(item.value)) for item in node.items]
    return Known(tuple(item for item in items if not isinstance(item, Absent)), place=scope.place(node))
