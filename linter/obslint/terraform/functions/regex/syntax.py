"""The syntax of RE2, the regular expressions of Go and so of Terraform, as a tree.

https://github.com/google/re2/wiki/Syntax: no look-around and no back-references.
"""

import re
from dataclasses import dataclass, field, replace

from obslint.terraform.functions.data import FunctionError
from obslint.terraform.functions.regex.classes import LAST, PERL, POSIX, CharClass, Range, category, complement, variants
from obslint.terraform.functions.regex.tree import Assertion, Choice, Group, Node, Repeat, Sequence

MAX_REPEAT = 1000


_REPEAT = re.compile(r"\{(\d+)(?:(,)(\d*))?\}")
_FLAGS = re.compile(r"\(\?([imsU]*)(?:-([imsU]+))?([:)])")
_NAMED = re.compile(r"\(\?P?<([^>]*)>")
_CONTROLS = {"a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11}
_ASSERTIONS = {"A": "text-start", "z": "text-end", "b": "word", "B": "not-word"}


@dataclass(frozen=True, slots=True)
class _Flags:
    """i: ignore case, m: lines, s: dot matches newlines, U: lazy by default."""

    i: bool = False
    m: bool = False
    s: bool = False
    U: bool = False


@dataclass(slots=True)
class Parser:
    """Reads one pattern. `names` holds the name of each capturing group, empty for an unnamed one."""

    text: str
    at: int = 0
    names: list[str] = field(default_factory=list)
    flags: _Flags = _Flags()

    def parse(self) -> Node:
        """The tree of the whole pattern. Raises `FunctionError`."""
        node = self._choice()
        if self.at < len(self.text):
            raise self._error("unexpected )", self.text)
        return node

    def _error(self, what: str, where: str) -> FunctionError:
        return FunctionError(f"invalid regexp pattern: {what} in {where}")

    def _peek(self, prefix: str) -> bool:
        return self.text.startswith(prefix, self.at)

    def _choice(self) -> Node:
        flags = self.flags
        options = [self._sequence()]
        while self._peek("|"):
            self.at += 1
            options.append(self._sequence())
        self.flags = flags
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _sequence(self) -> Node:
        parts: list[Node] = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if self._peek("\\Q"):
                parts += self._quoted()
            elif (node := self._atom()) is not None:
                parts.append(self._repeated(node))
            elif parts:
                parts[-1] = self._repeated(parts[-1])  # Go looks past flags: a(?i)* is a*(?i)
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _quoted(self) -> list[Node]:
        """`\\Q...\\E`; a repetition after it belongs to its last character."""
        end = self.text.find("\\E", self.at)
        literal = self.text[self.at + 2 : end if end >= 0 else None]
        self.at = end + 2 if end >= 0 else len(self.text)
        parts: list[Node] = [self._literal(ord(character)) for character in literal]
        return [*parts[:-1], self._repeated(parts[-1])] if parts else []

    def _repeated(self, node: Node) -> Node:
        """The node with the repetition operator after it, if there is one."""
        start = self.at
        if (bounds := self._bounds()) is None:
            return node
        lazy = self._peek("?")
        self.at += lazy
        if self._bounds() is not None:
            raise self._error("invalid nested repetition operator", self.text[start : self.at])
        return Repeat(node, *bounds, greedy=lazy is self.flags.U)

    def _bounds(self) -> tuple[int, int | None] | None:
        """The repetition operator at this place, read, or None."""
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self.text[self.at : self.at + 1] in simple:
            self.at += 1
            return simple[self.text[self.at - 1]]
        found = _REPEAT.match(self.text, self.at)
        if found is None:
            return None
        least = int(found[1])
        most = None if found[2] and not found[3] else int(found[3] or least)
        if max(least, most or 0) > MAX_REPEAT or (most is not None and most < least):
            raise self._error("invalid repeat count", found[0])
        self.at = found.end()
        return least, most

    def _atom(self) -> Node | None:
        """One character, class, group or position; None for flags."""
        start, character = self.at, self.text[self.at]
        if self._bounds() is not None:
            raise self._error("missing argument to repetition operator", self.text[start : self.at])
        if character == "(":
            return self._group()
        if character == "[":
            return self._bracket()
        if character == "\\":
            return self._escape()
        self.at += 1
        if character == ".":
            return CharClass(((0, LAST),) if self.flags.s else complement(((10, 10),)))
        if character == "^":
            return Assertion("line-start" if self.flags.m else "text-start")
        if character == "$":
            return Assertion("line-end" if self.flags.m else "text-end")
        return self._literal(ord(character))

    def _literal(self, point: int) -> CharClass:
        return self._folded(tuple((ord(form), ord(form)) for form in variants(chr(point))) if self.flags.i else ((point, point),))

    def _folded(self, ranges: tuple[Range, ...], *, negated: bool = False) -> CharClass:
        return CharClass(ranges, negated=negated, fold=self.flags.i)

    def _group(self) -> Node | None:
        if (flags := _FLAGS.match(self.text, self.at)) is not None:
            return self._flag_group(flags)
        name = ""
        if (named := _NAMED.match(self.text, self.at)) is not None:
            name = named[1]
            if not re.fullmatch(r"\w+", name, re.ASCII):
                raise self._error("invalid named capture", named[0])
        elif self._peek("(?"):
            raise self._error("invalid or unsupported Perl syntax", self.text[self.at : self.at + 3])
        self.names.append(name)
        number = len(self.names)
        self.at = named.end() if named else self.at + 1
        return Group(self._closed(), number)

    def _flag_group(self, found: re.Match[str]) -> Node | None:
        """`(?i)` for the rest of the group around it, `(?i:...)` for a group of its own."""
        on, off = found[1], found[2] or ""
        outside = self.flags
        self.flags = replace(self.flags, **dict.fromkeys(on, True), **dict.fromkeys(off, False))
        self.at = found.end()
        if found[3] == ")":
            return None
        node = self._closed()
        self.flags = outside
        return node

    def _closed(self) -> Node:
        """The inside of a group, up to and with its closing parenthesis."""
        start = self.at
        node = self._choice()
        if not self._peek(")"):
            raise self._error("missing closing )", self.text[start:])
        self.at += 1
        return node

    def _escape(self) -> Node:
        character = self.text[self.at + 1 : self.at + 2]
        if character in _ASSERTIONS and character:
            self.at += 2
            return Assertion(_ASSERTIONS[character])
        if (found := self._shorthand()) is not None:
            return replace(found, fold=self.flags.i)
        return self._literal(self._escaped())

    def _shorthand(self) -> CharClass | None:
        """`\\d`, `\\PL`, `\\p{Lu}` and the like."""
        character = self.text[self.at + 1 : self.at + 2]
        if character.lower() in PERL and character:
            self.at += 2
            return CharClass(PERL[character.lower()], negated=character.isupper())
        if character not in {"p", "P"}:
            return None
        found = re.compile(r"\\[pP](?:\{(\^?)([^}]*)\}|(.))").match(self.text, self.at)
        if found is None:
            raise self._error("invalid character class range", self.text[self.at :])
        self.at = found.end()
        negated = (character == "P") is not bool(found[1])
        return CharClass((), ((category(found[2] or found[3] or ""), negated),))

    def _escaped(self) -> int:
        """The code point of an escaped character."""
        rest = self.text[self.at + 1 :]
        character = rest[:1]
        hexadecimal = re.match(r"x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})", rest)
        octal = re.match(r"0[0-7]{0,2}|[1-7][0-7]{1,2}", rest)
        if hexadecimal is not None:
            self.at += 1 + hexadecimal.end()
            point = int(hexadecimal[1] or hexadecimal[2], 16)
        elif octal is not None:
            self.at += 1 + octal.end()
            point = int(octal[0], 8)
        elif character in _CONTROLS and character:
            self.at += 2
            point = _CONTROLS[character]
        elif character and character.isascii() and not character.isalnum():
            self.at += 2
            point = ord(character)
        else:
            raise self._error("invalid escape sequence" if character else "trailing backslash", f"\\{character}")
        if point > LAST:
            raise self._error("invalid escape sequence", self.text)
        return point

    def _bracket(self) -> CharClass:
        """`[...]`."""
        start = self.at
        self.at += 1
        negated = self._peek("^")
        self.at += negated
        ranges: list[Range] = []
        categories: list[tuple[str, bool]] = []
        first = True
        while first or not self._peek("]"):
            if self.at >= len(self.text):
                raise self._error("missing closing ]", self.text[start:])
            first = False
            found = self._posix() or (self._shorthand() if self._peek("\\") else None)
            if found is not None:
                ranges += complement(found.ranges) if found.negated else found.ranges
                categories += found.categories
            else:
                ranges.append(self._range())
        self.at += 1
        return CharClass(tuple(ranges), tuple(categories), negated, self.flags.i)

    def _posix(self) -> CharClass | None:
        found = re.compile(r"\[:(\^?)([a-z]*):\]").match(self.text, self.at)
        if found is None:
            return None
        if found[2] not in POSIX:
            raise self._error("invalid character class range", found[0])
        self.at = found.end()
        return CharClass(POSIX[found[2]], negated=bool(found[1]))

    def _range(self) -> Range:
        """One character of a class, or two with a dash between."""
        start = self.at
        first = last = self._class_character()
        if self._peek("-") and not self._peek("-]") and self.at + 1 < len(self.text):
            self.at += 1
            last = self._class_character()
            if last < first:
                raise self._error("invalid character class range", self.text[start : self.at])
        return first, last

    def _class_character(self) -> int:
        if self._peek("\\"):
            return self._escaped()
        self.at += 1
        return ord(self.text[self.at - 1])
