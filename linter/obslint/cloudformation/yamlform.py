"""YAML templates as a syntax tree, built from parser events.

The C parser (libyaml) comes first; the pure one is asked when that is missing or refuses, since it accepts a little more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from obslint.cloudformation.tree import MAX_DEPTH, MAX_NODES, Document, Item, Mapping, Node, Pair, Scalar, Sequence, elements
from obslint.model import Problem
from obslint.source import Place, SourceFile, Span

PURE_LIMIT = 200_000
"""The pure parser, some fifty times slower, is only asked about texts up to this many characters."""

MASK = "\ue000"
"""Stands for a colon inside plain text while libyaml reads it; a character for private use that templates do not hold."""

_INNER_COLON = re.compile(r"[!&*][^\s,\[\]{}]+|(?<=[^\s\"'\[\]{},])(:+)(?=[^\s,\[\]{}\"'])")
_PROPERTIES = re.compile(r"(?:(?:!<[^>]*>|![^\s,\[\]{}]*|&[^\s,\[\]{}]+)(?:\s|(?<=\s)#[^\r\n]*)*)+")
_TAG = re.compile(r"!<[^>]*>|![^\s,\[\]{}]*")
_TRAILING_LINES = re.compile(r"(?:(?:\r\n|[\r\n])[ \t]*)+\Z")
_STANDARD = "tag:yaml.org,2002:"


class RefusedError(Exception):
    """The text is YAML, but not a template that can be read: too deep, several documents, an alias bomb."""

    def __init__(self, message: str, offset: int, remedy: str) -> None:
        super().__init__(message)
        self.message, self.offset, self.remedy = message, offset, remedy


def parse_yaml_template(file: SourceFile) -> Document:
    """The tree of a YAML file; syntax errors, repeated keys and what cannot be read become problems."""
    try:
        return _document(file)
    except RefusedError as refusal:
        return Document(file, None, [_problem(file, refusal.message, refusal.offset, refusal.remedy)])


def _document(file: SourceFile) -> Document:
    """Tries the parsers in turn; when none accepts the text, the one that came furthest says what is wrong."""
    from ruamel.yaml.error import YAMLError

    refusals: list[Exception] = []
    for attempt in (_fast, _masked, _pure):
        try:
            document = attempt(file, refusals)
        except YAMLError as error:
            refusals.append(error)
        else:
            if document is not None:
                return document
    return Document(file, None, [_syntax_problem(file, max(refusals, key=lambda error: _offset(file, error)))])


def _fast(file: SourceFile, _refusals: list[Exception]) -> Document | None:
    try:
        import _ruamel_yaml  # noqa: F401 - whether it is there
    except ImportError:
        return None
    return _Composer(file).document(_fast_events(file.text))


def _masked(file: SourceFile, refusals: list[Exception]) -> Document | None:
    """libyaml refuses `[AWS::Region]`: plain text with colons inside brackets. Masked by another character, it passes."""
    if not refusals or getattr(refusals[0], "problem", "") != "found unexpected ':'" or MASK in file.text:
        return None
    masked = _INNER_COLON.sub(lambda found: found.group() if found.group(1) is None else MASK * len(found.group(1)), file.text)
    return _Composer(file, masked=True).document(_fast_events(masked))


def _pure(file: SourceFile, refusals: list[Exception]) -> Document | None:
    return _Composer(file).document(_pure_events(file.text)) if len(file.text) <= PURE_LIMIT or not refusals else None


def _fast_events(text: str) -> Iterator[Any]:
    from _ruamel_yaml import CParser

    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


def _pure_events(text: str) -> Iterator[Any]:
    from ruamel.yaml import YAML

    yield from YAML(typ="safe", pure=True).parse(text)


def _offset(file: SourceFile, error: Any) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return int(mark.index)
    position = getattr(error, "position", None)  # of an encoding error, in bytes
    return file.from_bytes_offset(position) if isinstance(position, int) else 0


def _syntax_problem(file: SourceFile, error: Any) -> Problem:
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be parsed"
    context = getattr(error, "context", None)
    message = f"not valid YAML: {said}" + (f" ({context})" if context else "")
    return _problem(file, message, _offset(file, error), _REMEDIES.get(str(said), "correct the YAML here or on the line above"))


_REMEDIES = {
    "mapping values are not allowed in this context": "quote the value that contains ': ', or correct the indentation",
    "found character that cannot start any token": "indent with spaces, not tabs, and quote values that start with @, ` or %",
    "did not find expected key": "line this key up with its siblings",
    "did not find expected '-' indicator": "line the item up with its siblings",
    "could not find expected ':'": "add ':' after the key, or correct the indentation",
    "found undefined alias": "declare the anchor before its alias, or quote a value that starts with '*'",
    "found unexpected end of stream": "close the quote or bracket that is open",
}


def _problem(file: SourceFile, message: str, offset: int, remedy: str, end: int | None = None) -> Problem:
    size = len(file.text)
    start = min(offset, size)
    return Problem(message, Place(file, Span(start, min(start + 1, size) if end is None else end)), remedy)


@dataclass(slots=True, eq=False)
class _Open:
    """A collection whose end has not come yet."""

    node: Mapping | Sequence
    tag: str
    start: int
    anchor: str | None
    key: Scalar | None = None
    weight: int = 1
    keys: set[str] = field(default_factory=set)


class _Composer:
    """Builds the tree without recursion. `_weights` counts what an anchor stands for when all aliases are followed."""

    def __init__(self, file: SourceFile, *, masked: bool = False) -> None:
        self._file = file
        self._masked = masked
        self._text = file.text
        self._open: list[_Open] = []
        self._anchors: dict[str, Node] = {}
        self._weights: dict[str, int] = {}
        self._problems: list[Problem] = []
        self._root: Node | None = None

    def document(self, events: Iterator[Any]) -> Document:
        seen = 0
        for event in events:
            kind = type(event).__name__
            if kind == "ScalarEvent":
                self._scalar(event)
            elif kind in ("MappingStartEvent", "SequenceStartEvent"):
                self._enter(event, kind == "MappingStartEvent")
            elif kind in ("MappingEndEvent", "SequenceEndEvent"):
                self._leave(event)
            elif kind == "AliasEvent":
                self._alias(event)
            elif kind == "DocumentStartEvent":
                seen += 1
                if seen > 1:
                    raise RefusedError("the file holds more than one YAML document", event.start_mark.index, "keep one template in a file")
        return Document(self._file, self._root, self._problems)

    def _content(self, event: Any) -> int:
        """Where the node's own text starts, after its tag and anchor."""
        start: int = event.start_mark.index
        if event.tag is None and event.anchor is None:
            return start
        found = _PROPERTIES.match(self._text, start)
        return found.end() if found else start

    def _scalar(self, event: Any) -> None:
        start, end = self._content(event), event.end_mark.index
        tag, style = event.tag or "", event.style or ""
        if style in ("|", ">"):
            end = self._block_end(start, end)
        if not style and tag in ("!", _STANDARD + "str"):
            style = "!"  # plain text that is forced to be a string
        value = event.value.replace(MASK, ":") if self._masked else event.value
        node = Scalar(value, style, min(start, end), end)
        self._finish(node, tag, event.start_mark.index, event.anchor, end, 1)

    def _block_end(self, start: int, end: int) -> int:
        """The parser counts the line end and blank lines that follow; they belong to the text only with `+`."""
        header = self._text[start:end].splitlines()[:1]
        if header and "+" in header[0].split("#")[0]:
            return end
        found = _TRAILING_LINES.search(self._text, start, end)
        return found.start() if found else end

    def _enter(self, event: Any, mapping: bool) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise RefusedError(f"nested deeper than {MAX_DEPTH} levels", event.start_mark.index, "flatten the template")
        start = self._content(event)
        style = "flow" if event.flow_style else "block"
        node = Mapping([], style, start, start) if mapping else Sequence([], style, start, start)  # type: ignore[arg-type]
        self._open.append(_Open(node, event.tag or "", event.start_mark.index, event.anchor))

    def _leave(self, event: Any) -> None:
        done = self._open.pop()
        node = done.node
        if node.style == "flow":
            node.end = event.end_mark.index
        else:  # the event stands at the next token, after blank lines and comments
            ends = node.pairs if isinstance(node, Mapping) else node.items
            node.end = ends[-1].end if ends else node.start
        if isinstance(node, Mapping) and "<<" in done.keys:
            self._merge(node)
        self._finish(node, done.tag, done.start, done.anchor, node.end, done.weight)

    def _alias(self, event: Any) -> None:
        name, start, end = event.anchor, event.start_mark.index, event.end_mark.index
        node = self._anchors.get(name)
        if node is None:
            raise RefusedError(f"the alias *{name} has no anchor before it", start, "declare the anchor first, or quote the text")
        node.shared = True
        self._attach(node, start, end, self._weights[name], name)

    def _finish(self, node: Node, tag: str, start: int, anchor: str | None, end: int, weight: int) -> None:
        if tag.startswith("!") and tag != "!":
            node = self._short(node, tag, start, end)
        if anchor:
            self._anchors[anchor] = node
            self._weights[anchor] = weight
        self._attach(node, node.start, end, weight, "")

    def _short(self, node: Node, tag: str, start: int, end: int) -> Mapping:
        """A short tag as the mapping it stands for."""
        name = tag[1:] if tag in ("!Ref", "!Condition") else f"Fn::{tag[1:]}"
        found = _TAG.search(self._text, start, max(node.start, start + 1))
        key = Scalar(name, "", found.start(), found.end()) if found else Scalar(name, "", start, start)
        return Mapping([Pair(key, node, end)], "tag", start, end)

    def _attach(self, node: Node, start: int, end: int, weight: int, alias: str) -> None:
        if not self._open:
            self._root = node
            return
        parent = self._open[-1]
        parent.weight += weight
        if parent.weight > MAX_NODES:
            raise RefusedError(f"its aliases expand to more than {MAX_NODES:,} values", start, "write the values out")
        if isinstance(parent.node, Sequence):
            parent.node.items.append(Item(node, start, end, alias))
        elif parent.key is None:
            self._set_key(parent, node, start, end)
        else:
            parent.node.pairs.append(Pair(parent.key, node, end, alias))
            parent.key = None

    def _set_key(self, parent: _Open, node: Node, start: int, end: int) -> None:
        if not isinstance(node, Scalar):
            raise RefusedError("a key must be plain text", start, "quote the key, or put quotes around text with {{ }}")
        if node.text in parent.keys and not _is_merge(node):
            message = f"the key {node.text} is written twice; CloudFormation takes the last one"
            self._problems.append(_problem(self._file, message, start, "remove one of the two", end))
        parent.keys.add(node.text)
        parent.key = node

    def _merge(self, mapping: Mapping) -> None:
        """Replaces merge keys by the pairs they bring; what is written in the mapping itself wins."""
        merges = [pair.value for pair in mapping.pairs if _is_merge(pair.key)]
        mapping.pairs = [pair for pair in mapping.pairs if not _is_merge(pair.key)]
        written = {pair.key.text for pair in mapping.pairs}
        for source in [found for value in merges for found in (elements(value) or [value])]:
            for pair in source.pairs if isinstance(source, Mapping) else ():
                if pair.key.text not in written:
                    written.add(pair.key.text)
                    mapping.pairs.append(Pair(pair.key, pair.value, pair.end, pair.alias, merged=True))


def _is_merge(key: Scalar) -> bool:
    return key.text == "<<" and not key.style
