"""Walking through JSON text without building all of it: members and items by their offsets, small parts decoded at a time.

A plan of 50 MB would be several hundred megabytes as Python objects. Containers that are known to be large are entered, and
everything else is decoded by the C scanner and dropped again, so that the whole document is checked on the way.
"""

import json
import re
from collections.abc import Callable
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import Any, NoReturn

_SPACE = re.compile(r"[ \t\n\r]*")

LARGE = frozenset(
    {
        "planned_values", "prior_state", "values", "root_module", "child_modules", "resources", "resource_changes", "resource_drift",
        "deferred_changes", "configuration", "module_calls", "module", "relevant_attributes", "checks", "variables", "outputs",
    }
)  # fmt: skip
"""Members of a plan that may be nearly as large as the plan."""

Visit = Callable[[str, int], int]
"""Called with the key of a member and the offset of its value; answers with the offset at which the value ends."""


class PlanSyntaxError(ValueError):
    """The text is not JSON: what is wrong, and the character offset at which it is."""

    def __init__(self, message: str, offset: int, *, cut_off: bool = False) -> None:
        super().__init__(message)
        self.message, self.offset, self.cut_off = message, offset, cut_off


class Scanner:
    """The text of a document, and moving through it. Every method raises `PlanSyntaxError` where the text is not JSON."""

    __slots__ = ("_decode", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._decode = json.JSONDecoder().raw_decode

    def space(self, position: int) -> int:
        """The first offset at or after a position that is not white space."""
        found = _SPACE.match(self.text, position)
        return found.end() if found else position

    def value(self, position: int) -> tuple[Any, int]:
        """The value that starts at an offset, decoded, and where it ends."""
        try:
            return self._decode(self.text, position)
        except json.JSONDecodeError as error:
            self._fail(error.msg, error.pos)
        except RecursionError:
            raise PlanSyntaxError("the values are nested too deep to be read", position) from None
        except ValueError as error:  # a number of thousands of digits
            raise PlanSyntaxError(str(error), position) from None

    def skip(self, position: int) -> int:
        """Where the value that starts at an offset ends."""
        return self.value(position)[1]

    def pass_over(self, key: str, position: int) -> int:
        """Where a member of a plan ends. Large ones are entered, so that no more than a resource is decoded at a time."""
        if key not in LARGE:
            return self.skip(position)
        if key == "module_calls":
            return self.members(position, lambda _, call: self.members(call, self.pass_over))
        if self.is_array(position):
            return self.items(position, self._enter if key == "child_modules" else self.skip)
        return self.members(position, self.pass_over)

    def _enter(self, position: int) -> int:
        return self.members(position, self.pass_over)

    def is_object(self, position: int) -> bool:
        """Whether an object starts at an offset."""
        return self.text.startswith("{", position)

    def is_array(self, position: int) -> bool:
        """Whether an array starts at an offset."""
        return self.text.startswith("[", position)

    def members(self, position: int, visit: Visit) -> int:
        """Visits the members of an object; anything else is skipped. Answers with the offset at which it ends."""
        if not self.is_object(position):
            return self.skip(position)
        position = self.space(position + 1)
        if self.text.startswith("}", position):
            return position + 1
        while True:
            key, position = self._key(position)
            position = self.space(visit(key, position))
            if self.text.startswith("}", position):
                return position + 1
            position = self._comma(position, "}")

    def items(self, position: int, visit: Callable[[int], int]) -> int:
        """Visits the items of an array; anything else is skipped. Answers with the offset at which it ends."""
        if not self.is_array(position):
            return self.skip(position)
        position = self.space(position + 1)
        if self.text.startswith("]", position):
            return position + 1
        while True:
            position = self.space(visit(position))
            if self.text.startswith("]", position):
                return position + 1
            position = self._comma(position, "]")

    def offsets(self, position: int, table: dict[str, int]) -> int:
        """Notes where the values of an object's members stand. Answers with the offset at which it ends."""

        def visit(key: str, at: int) -> int:
            table[key] = at
            return self.pass_over(key, at)

        return self.members(position, visit)

    def _key(self, position: int) -> tuple[str, int]:
        if not self.text.startswith('"', position):
            self._fail("Expecting property name enclosed in double quotes", position)
        try:
            key, end = scanstring(self.text, position + 1, True)
        except json.JSONDecodeError as error:
            self._fail(error.msg, error.pos)
        colon = self.space(end)
        if not self.text.startswith(":", colon):
            self._fail("Expecting ':' delimiter", colon)
        return key, self.space(colon + 1)

    def _comma(self, position: int, closer: str) -> int:
        if not self.text.startswith(",", position):
            self._fail(f"Expecting ',' delimiter or '{closer}'", position)
        return self.space(position + 1)

    def _fail(self, message: str, offset: int) -> NoReturn:
        """The scanner's own words, or that the text ends too soon, which is what happens to plans."""
        if not self.text.strip():
            raise PlanSyntaxError("the file is empty", 0)
        rest = self.text[offset : offset + 8].rstrip()
        if not rest or message.startswith("Unterminated string") or (offset + len(rest) >= len(self.text.rstrip()) and rest.isalpha()):
            raise PlanSyntaxError("the file ends in the middle of a value", len(self.text.rstrip()), cut_off=True)
        raise PlanSyntaxError(message[:1].lower() + message[1:].split(":")[0], offset)
