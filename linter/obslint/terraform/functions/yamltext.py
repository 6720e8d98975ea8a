"""YAML text as libyaml writes it for go-cty-yaml: block style, strings in double quotes or as literal blocks."""

import re

from obslint.terraform.functions.data import MAX_TEXT, Data, TooLargeError, UndecidedError
from obslint.terraform.functions.decimals import number_text

WIDTH = 80
"""A double-quoted string may be broken at a space behind this column."""

_BREAKS = "\r\n\x85\u2028\u2029"
_SHORT = {
    "\0": "0",
    "\a": "a",
    "\b": "b",
    "\t": "t",
    "\n": "n",
    "\v": "v",
    "\f": "f",
    "\r": "r",
    "\x1b": "e",
    '"': '"',
    "\\": "\\",
    "\x85": "N",
    "\u2028": "L",
    "\u2029": "P",
}
_PRINTABLE = re.compile(r"[\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_SPACE_BEFORE_BREAK = re.compile(f" [{_BREAKS}]")


def emit(value: Data) -> str:
    """The YAML text of a value, with a newline at its end. Raises `UndecidedError` for a key that YAML cannot write in one line."""
    writer = _Writer()
    writer.value(value, -1)
    writer.line()
    if value is None or isinstance(value, bool | int | float):
        writer.put("...\n")  # so libyaml ends a document that is a plain scalar
    return "".join(writer.parts)


class _Writer:
    """Text so far, and the column it has come to."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.column = 0
        self._size = 0

    def put(self, text: str) -> None:
        self.parts.append(text)
        _, newline, tail = text.rpartition("\n")
        self.column = len(tail) if newline else self.column + len(text)
        self._size += len(text)
        if self._size > MAX_TEXT:
            raise TooLargeError

    def line(self, indent: int = 0) -> None:
        """Starts a new line, unless one has just been started."""
        if self.column > 0:
            self.put("\n")
        self.put(" " * indent)

    def value(self, value: Data, indent: int, *, after_key: bool = False) -> None:
        """Writes a value that belongs to a collection indented by `indent`, -1 for the whole text."""
        if isinstance(value, list) and value:
            self._sequence(value, indent if after_key else indent + 2 if indent >= 0 else 0, nested=not after_key)
        elif isinstance(value, dict) and value:
            self._mapping(value, indent + 2 if indent >= 0 else 0, nested=not after_key)
        else:
            self.put(" " if after_key else "")
            self._single(value, max(indent, 0) + 2)

    def _sequence(self, items: list[Data], indent: int, *, nested: bool) -> None:
        for index, item in enumerate(items):
            if index or not nested:
                self.line(indent)
            self.put("- ")
            self.value(item, indent)

    def _mapping(self, fields: dict[str, Data], indent: int, *, nested: bool) -> None:
        for index, key in enumerate(sorted(fields)):
            if index or not nested:
                self.line(indent)
            if len(key.encode()) > 128 or any(character in _BREAKS for character in key):
                raise UndecidedError("a key with line breaks or more than 128 bytes is not supported here")
            self._quoted(key, None)
            self.put(":")
            self.value(fields[key], indent, after_key=True)

    def _single(self, value: Data, indent: int) -> None:
        if isinstance(value, str):
            if "\n" in value and _may_be_block(value):
                self._block(value, indent)
            else:
                self._quoted(value, indent)
        elif isinstance(value, list | dict):
            self.put("[]" if isinstance(value, list) else "{}")
        elif value is None or isinstance(value, bool):
            self.put({None: "null", True: "true", False: "false"}[value])
        else:
            self.put(number_text(value))

    def _quoted(self, text: str, indent: int | None) -> None:
        """A string in double quotes; broken into lines when there is an indent for them."""
        self.put('"')
        spaced = False
        for index, character in enumerate(text):
            if character == " " and indent is not None and not spaced and self.column > WIDTH and 0 < index < len(text) - 1:
                self.line(indent)
                self.put("\\" if text[index + 1] == " " else "")
            else:
                self.put(_escaped(character))
            spaced = character == " "
        self.put('"')

    def _block(self, text: str, indent: int) -> None:
        """A literal block with the hints on its leading white space and on the newlines at its end."""
        hint = "2" if text[0] in " " + _BREAKS else ""
        ends = len(text) - len(text.rstrip(_BREAKS))
        chomp = "-" if ends == 0 else "+" if ends > 1 or len(text) == 1 else ""
        self.put(f"|{hint}{chomp}\n")
        for part in text.split("\n"):
            self.put(" " * indent + part if part else "")
            self.put("\n")
        self.parts.pop()
        self.column = 1 if ends == 0 else 0


def _may_be_block(text: str) -> bool:
    return not text.endswith(" ") and _SPACE_BEFORE_BREAK.search(text) is None and all(map(_PRINTABLE.match, text))


def _escaped(character: str) -> str:
    if character in _SHORT:
        return f"\\{_SHORT[character]}"
    if _PRINTABLE.match(character):
        return character
    point = ord(character)
    return f"\\x{point:02X}" if point <= 0xFF else f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"
