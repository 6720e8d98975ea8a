"""Edits that put new members and items into mappings and lists, in the style of what stands there."""

from typing import Any

from obslint.cloudformation.layout import Layout, after_line_end, alone_before, column, has_comment, indent_at, line_of, rest_of_line
from obslint.cloudformation.locate import CannotEditError, Hop
from obslint.cloudformation.render import block_lines, flow_text, item_lines, json_text, scalar_text
from obslint.cloudformation.tree import Item, Mapping, Node, Pair, Sequence
from obslint.model import Edit
from obslint.source import SourceFile, Span


class Inserter:
    """Writes into one file."""

    def __init__(self, file: SourceFile, layout: Layout) -> None:
        self._file, self._text, self._layout = file, file.text, layout

    def member(self, container: Mapping, name: str, value: Any, *, after: Pair | None = None, blank: bool = False) -> tuple[Edit, ...]:
        """A new member at the end of a mapping, or after one of its pairs; `blank` leaves a line free before it."""
        if container.style == "block":
            lines = block_lines({name: value}, self._layout, " " * column(self._text, container.start))
            return (self._lines(after.end if after else container.end, lines, blank=blank),)
        pairs = [pair for pair in container.pairs if not pair.merged]
        if len(pairs) != len(container.pairs):
            raise CannotEditError("a merge key stands in the mapping")
        last = after or (pairs[-1] if pairs else None)
        return self._flow(container, last, lambda indent: self._flow_member(container, name, value, indent))

    def item(self, container: Sequence, value: Any) -> tuple[Edit, ...]:
        """A new item at the end of a list."""
        if container.style == "block":
            return (self._lines(container.end, item_lines([value], self._layout, " " * column(self._text, container.start))),)
        last = container.items[-1] if container.items else None
        return self._flow(container, last, lambda indent: self._flow_value(value, indent))

    def refilling(self, container: Mapping | Sequence, value: Any) -> tuple[Edit, ...]:
        """Several members or items in the place of an empty container."""
        return replacing(self._file, container, self._flow_value(value, indent_at(self._text, container.start)))

    def filling(self, hop: Hop, value: Any) -> tuple[Edit, ...]:
        """A value where nothing, null or an empty container is written after a key."""
        pair = hop.edge
        if not isinstance(pair, Pair) or not isinstance(hop.container, Mapping):
            raise CannotEditError("an empty list item stands where a mapping belongs")
        if hop.container.style != "block" or isinstance(value, str | bool | int | float):
            return (Edit(self._file, self._span_after_colon(pair), " " + self._flow_value(value, indent_at(self._text, pair.key.start))),)
        margin = " " * column(self._text, hop.container.start)
        lines = block_lines({pair.key.text: value}, self._layout, margin)[1:]
        cleared = self._span_after_colon(pair)
        stop, comment = rest_of_line(self._text, cleared.end)
        text = self._layout.newline + self._layout.newline.join(lines)
        if not comment:
            return (Edit(self._file, Span(cleared.start, stop), text),)
        removed = (Edit(self._file, cleared, ""),) if cleared.end > cleared.start else ()
        return (*removed, Edit(self._file, Span(stop, stop), text))

    def _span_after_colon(self, pair: Pair) -> Span:
        """From the colon of a key to the end of its value."""
        colon = self._text.find(":", pair.key.end) + 1
        if not colon or self._text[pair.key.end : colon].strip(" \t:"):
            raise CannotEditError("the key is written in an unusual way")
        end = max(colon, pair.value.end, pair.end)
        if self._text[colon:end].strip() and "#" in self._text[colon : pair.value.start]:
            raise CannotEditError("a comment stands between the key and its value")
        return Span(colon, end)

    def _lines(self, offset: int, lines: list[str], *, blank: bool = False) -> Edit:
        """New lines after the line on which something ends."""
        newline = self._layout.newline
        body = newline.join(["", *lines] if blank else lines)
        if offset and self._text[offset - 1] in "\r\n":  # a block text that keeps its blank lines
            return Edit(self._file, Span(offset, offset), body + newline)
        stop, comment = rest_of_line(self._text, offset)
        if self._text[offset:stop].strip() and not comment:
            raise CannotEditError("something else stands on the same line")
        return Edit(self._file, Span(stop, stop), newline + body)

    def _flow_member(self, container: Mapping, name: str, value: Any, indent: str | None) -> str:
        first = container.pairs[0] if container.pairs else None
        colon = self._text[first.key.end : first.value.start] if first and not first.alias else self._layout.colon
        colon = colon if colon.strip() == ":" and colon.isprintable() else ": "
        if first is not None and first.key.style == '"' and not self._layout.json:  # YAML that looks like JSON
            return json_text(name, self._layout, None) + colon + json_text(value, self._layout, None)
        return scalar_text(name, self._layout) + colon + self._flow_value(value, indent)

    def _flow_value(self, value: Any, indent: str | None) -> str:
        if self._layout.json:
            return json_text(value, self._layout, None if self._layout.minified else indent)
        return flow_text(value, self._layout)

    def _flow(self, container: Mapping | Sequence, last: Pair | Item | None, render: Any) -> tuple[Edit, ...]:
        if last is None:
            return (self._first(container, render),)
        start = last.key.start if isinstance(last, Pair) else last.start
        if alone_before(self._text, start):  # one on each line
            indent = indent_at(self._text, start)
            stop, comment = rest_of_line(self._text, last.end)
            text = self._layout.newline + indent + render(indent)
            if comment:
                return (Edit(self._file, Span(last.end, last.end), ","), Edit(self._file, Span(stop, stop), text))
            return (Edit(self._file, Span(last.end, last.end), "," + text),)
        return (Edit(self._file, Span(last.end, last.end), self._comma(container) + render(None)),)

    def _comma(self, container: Mapping | Sequence) -> str:
        """What stands between two members that share a line."""
        if len(edges := edges_of(container)) < 2:
            return self._layout.comma
        following = edges[-1].key.start if isinstance(edges[-1], Pair) else edges[-1].start
        between = self._text[edges[-2].end : following]
        return between if between.strip() == "," and between.isprintable() else self._layout.comma

    def _first(self, container: Node, render: Any) -> Edit:
        """The first member of an empty container."""
        opening, closing = ("{", "}") if isinstance(container, Mapping) else ("[", "]")
        if self._text[container.start + 1 : container.end - 1].strip():
            raise CannotEditError("a comment stands in an empty container")
        if not self._layout.json or self._layout.minified:
            text = render(None)
        else:
            outer = indent_at(self._text, container.start)
            inner = outer + self._layout.step
            text = self._layout.newline + inner + render(inner) + self._layout.newline + outer
        return Edit(self._file, Span(container.start, container.end), opening + text + closing)


def edges_of(container: Mapping | Sequence) -> list[Pair] | list[Item]:
    """The pairs or items of a container."""
    return container.pairs if isinstance(container, Mapping) else container.items


def removal(file: SourceFile, hops: tuple[Hop, ...]) -> tuple[Edit, ...]:
    """Takes out the last hop's pair or item; a container that would be left empty goes with it."""
    text = file.text
    while len(edges_of(hops[-1].container)) == 1 and len(hops) > 1:
        hops = hops[:-1]
    hop = hops[-1]
    edges: list[Any] = list(edges_of(hop.container))
    if any(isinstance(edge, Pair) and edge.merged for edge in edges):
        raise CannotEditError("a merge key stands in the mapping")
    index = edges.index(hop.edge)
    if hop.container.style == "tag":
        raise CannotEditError("a function stands around the value")
    span = _block_span(text, edges, index) if hop.container.style == "block" else _flow_span(edges, index)
    if "#" in _outside(text, span, edges[index]):
        raise CannotEditError("a comment would be lost")
    return (Edit(file, span, ""),)


def _start(edge: Pair | Item) -> int:
    return edge.key.start if isinstance(edge, Pair) else edge.start


def _outside(text: str, span: Span, edge: Pair | Item) -> str:
    """The removed text that is not the entry itself."""
    return text[span.start : _start(edge)] + text[min(edge.end, span.end) : span.end]


def _block_span(text: str, edges: list[Any], index: int) -> Span:
    edge = edges[index]
    start = _start(edge)
    if isinstance(edge, Item):
        start = text.rfind("-", line_of(text, start), start)
        if start < 0:
            raise CannotEditError("the list item is written in an unusual way")
    if not alone_before(text, start):
        if text[line_of(text, start) : start].strip(" -"):
            raise CannotEditError("something else stands on the same line")
        if index + 1 == len(edges):
            raise CannotEditError("the list item would be left empty")
        return Span(_start(edge), _start(edges[index + 1]))  # the next one moves up beside the dash
    if text[edge.end - 1 : edge.end] in ("\r", "\n"):
        return Span(line_of(text, start), edge.end)
    stop, comment = rest_of_line(text, edge.end)
    if comment:
        return Span(start, text.index("#", edge.end))
    return Span(line_of(text, start), after_line_end(text, stop))


def _flow_span(edges: list[Any], index: int) -> Span:
    if index + 1 < len(edges):
        return Span(_start(edges[index]), _start(edges[index + 1]))
    if index:
        return Span(edges[index - 1].end, edges[index].end)
    return Span(_start(edges[0]), edges[0].end)


def replacing(file: SourceFile, node: Node, text: str) -> tuple[Edit, ...]:
    """Puts text in the place of a node, which must not hold comments."""
    if has_comment(file.text, node):
        raise CannotEditError("a comment would be lost")
    padding = " " if node.start == node.end and file.text[node.start - 1 : node.start] == ":" else ""
    return (Edit(file, Span(node.start, node.end), padding + text),)
