"""JSON with the place of every value and key, for Terraform's `.tf.json` and for CloudFormation.

The parser is strict (RFC 8259), keeps duplicate keys, and works without recursion.
"""

import json
import re
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import NamedTuple, NoReturn, TypeAlias

from obslint.source.text import SourceFile, Span

MAX_DEPTH = 500
"""Documents nested deeper than this are refused."""

_SPACE = re.compile(r"[ \t\n\r]*")
_SIMPLE_KEY = re.compile(r'"([^"\\\x00-\x1f]*)"[ \t\n\r]*:[ \t\n\r]*')
_AFTER = re.compile(r"[ \t\n\r]*([,}\]])[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD = re.compile(r"[A-Za-z0-9_+.-]+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_SURROGATE = re.compile("[\ud800-\udfff]")


class JsonSyntaxError(ValueError):
    """The text is not JSON: what is wrong, and the character offset at which it is."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


@dataclass(slots=True, eq=False)
class JsonScalar:
    """A string, number, boolean or null. Its text with quotes is at `start` to `end`."""

    value: str | int | float | bool | None
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the value is written."""
        return Span(self.start, self.end)


class JsonMember(NamedTuple):
    """A member of an object; the span of the key includes its quotes."""

    key: str
    key_span: Span
    node: "JsonNode"


@dataclass(slots=True, eq=False)
class JsonObject:
    """An object with its members in the order of the text, duplicate keys included."""

    members: list[JsonMember]
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the object is written, braces included."""
        return Span(self.start, self.end)


@dataclass(slots=True, eq=False)
class JsonArray:
    """An array."""

    items: "list[JsonNode]"
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the array is written, brackets included."""
        return Span(self.start, self.end)


JsonNode: TypeAlias = JsonScalar | JsonObject | JsonArray


def parse_json(file: SourceFile) -> JsonNode:
    """The document of a file. Raises `JsonSyntaxError` when it is not JSON or nested deeper than `MAX_DEPTH`."""
    return parse_json_text(file.text)


def parse_json_text(text: str) -> JsonNode:
    """The document of a text that need not be a whole file. Raises as `parse_json` does."""
    return _Parser(text).document()


class _Parser:
    """The text and the containers that are open at the current position."""

    __slots__ = ("_escapes", "_keys", "_open", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[JsonObject | JsonArray] = []
        self._keys: list[tuple[str, Span]] = []  # the pending key of each open object
        self._escapes = "\\u" in text

    def document(self) -> JsonNode:
        position = self._skip(0)
        if position == len(self._text):
            raise JsonSyntaxError("the file is empty", position)
        while True:
            node, position = self._value(position)
            if node is not None:
                done, position = self._finish(node, position)
                if done is not None:
                    return done

    def _skip(self, position: int) -> int:
        found = _SPACE.match(self._text, position)
        return found.end() if found else position

    def _value(self, position: int) -> tuple[JsonNode | None, int]:
        """The value that starts here, or None after opening a container, with the position that follows."""
        first = self._text[position : position + 1]
        if first == '"':
            value, end = self._string(position)
            return JsonScalar(value, position, end), end
        if first == "{" or first == "[":
            return self._enter(position, first)
        return self._literal(position)

    def _string(self, position: int) -> tuple[str, int]:
        try:
            value, end = scanstring(self._text, position + 1, True)
        except json.JSONDecodeError as error:
            raise JsonSyntaxError(_STRING_ERRORS.get(error.msg.split(":")[0], error.msg[:1].lower() + error.msg[1:]), error.pos) from None
        return _SURROGATE.sub("\ufffd", value) if self._escapes else value, end

    def _enter(self, position: int, first: str) -> tuple[JsonNode | None, int]:
        if len(self._open) >= MAX_DEPTH:
            raise JsonSyntaxError(f"nested deeper than {MAX_DEPTH} levels", position)
        node: JsonObject | JsonArray = JsonObject([], position, position) if first == "{" else JsonArray([], position, position)
        following = self._skip(position + 1)
        if self._text[following : following + 1] == ("}" if first == "{" else "]"):
            node.end = following + 1
            return node, node.end
        self._open.append(node)
        return None, self._key(following) if first == "{" else following

    def _key(self, position: int) -> int:
        """Reads a key and its colon; the position of the value."""
        simple = _SIMPLE_KEY.match(self._text, position)
        if simple:
            self._keys.append((simple.group(1), Span(position, simple.end(1) + 1)))
            return simple.end()
        if self._text[position : position + 1] != '"':
            self._fail("a key in double quotes", position)
        key, end = self._string(position)
        self._keys.append((key, Span(position, end)))
        colon = self._skip(end)
        if self._text[colon : colon + 1] != ":":
            self._fail(f"':' after the key {json.dumps(key, ensure_ascii=False)}", colon)
        return self._skip(colon + 1)

    def _literal(self, position: int) -> tuple[JsonNode, int]:
        word = _WORD.match(self._text, position)
        text = word.group() if word else ""
        end = position + len(text)
        if text in _WORDS:
            return JsonScalar(_WORDS[text], position, end), end
        number = _NUMBER.fullmatch(text)
        if number is None:
            self._fail("a value", position)
        whole = number.group(1) is None and number.group(2) is None and len(text) < 300
        return JsonScalar(int(text) if whole else float(text), position, end), end

    def _finish(self, node: JsonNode, position: int) -> tuple[JsonNode | None, int]:
        """Hands a finished value to its container, closing containers that end; the document once all are closed."""
        while self._open:
            parent = self._open[-1]
            mapping = isinstance(parent, JsonObject)
            self._attach(parent, node)
            found = _AFTER.match(self._text, position)
            following = found.group(1) if found else ""
            if found and following == ",":
                return None, self._key(found.end()) if mapping else found.end()
            if found is None or following != ("}" if mapping else "]"):
                self._fail("',' or '}'" if mapping else "',' or ']'", self._skip(position))
            position = parent.end = found.end(1)
            node = self._open.pop()
        position = self._skip(position)
        if position < len(self._text):
            raise JsonSyntaxError("text after the end of the document", position)
        return node, position

    def _attach(self, parent: JsonObject | JsonArray, node: JsonNode) -> None:
        if isinstance(parent, JsonObject):
            parent.members.append(JsonMember(*self._keys.pop(), node))
        else:
            parent.items.append(node)

    def _fail(self, expected: str, position: int) -> NoReturn:
        rest = self._text[position : position + 2]
        if not rest:
            raise JsonSyntaxError(f"the file ends where {expected} is expected", len(self._text))
        if rest in ("//", "/*") or rest[0] == "#":
            raise JsonSyntaxError("JSON has no comments", position)
        if rest[0] in "}]" and self._text[:position].rstrip(" \t\r\n").endswith(","):
            raise JsonSyntaxError(f"a comma stands before '{rest[0]}'", position)
        word = _WORD.match(self._text, position)
        found = word.group()[:40] if word else rest[0]
        raise JsonSyntaxError(f"expected {expected}, found {json.dumps(found, ensure_ascii=False)}", position)


_STRING_ERRORS = {
    "Unterminated string starting at": "the string is not closed",
    "Invalid control character at": "a line end or control character stands inside a string",
}
