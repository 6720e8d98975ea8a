"""What a filter pattern of CloudWatch Logs says, as a tree that prints as a pattern of the same meaning.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Operator = Literal["=", "!=", "<=", ">=", "<", ">"]
State = Literal["IS NULL", "IS TRUE", "IS FALSE", "NOT EXISTS"]
Sign = Literal["", "-", "?"]

_PLAIN_MEMBER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Selector:
    """A member of a JSON event: names, numbers of list items, and None for any item."""

    steps: tuple[str | int | None, ...]

    def __str__(self) -> str:
        return "$" + "".join(map(_step, self.steps))


@dataclass(frozen=True, slots=True)
class Text:
    """A text to compare with, in which `*` stands for anything."""

    text: str
    quoted: bool = False

    def __str__(self) -> str:
        if not self.quoted:
            return self.text
        escaped = self.text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression between percent signs."""

    source: str

    def __str__(self) -> str:
        return f"%{self.source}%"


@dataclass(frozen=True, slots=True)
class Compare:
    """A comparison of a member of the event, or of a column by its name, with a value."""

    subject: Selector | str
    operator: Operator
    value: Text | Regex

    def __str__(self) -> str:
        return f"{self.subject} {self.operator} {self.value}"


@dataclass(frozen=True, slots=True)
class Is:
    """A question about a member itself: whether it is there, null, true or false."""

    subject: Selector
    state: State

    def __str__(self) -> str:
        return f"{self.subject} {self.state}"


@dataclass(frozen=True, slots=True)
class All:
    """Conditions that all have to hold."""

    parts: "tuple[Condition, ...]"

    def __str__(self) -> str:
        return " && ".join(map(_part, self.parts))


@dataclass(frozen=True, slots=True)
class Either:
    """Conditions of which one has to hold."""

    parts: "tuple[Condition, ...]"

    def __str__(self) -> str:
        return " || ".join(map(_part, self.parts))


Condition: TypeAlias = Compare | Is | All | Either


@dataclass(frozen=True, slots=True)
class JsonPattern:
    """A condition on an event that is a JSON object."""

    condition: Condition

    def __str__(self) -> str:
        return f"{{ {self.condition} }}"


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase: one that must be there, must not (`-`), or of which one must be there (`?`)."""

    value: Text | Regex
    sign: Sign = ""

    def __str__(self) -> str:
        return f"{self.sign}{self.value}"


@dataclass(frozen=True, slots=True)
class TermPattern:
    """Words and phrases of a text; none match every event."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an event with spaces between them: its name (`...` for any number of columns) and what it must be."""

    name: str
    condition: Condition | None = None

    def __str__(self) -> str:
        return self.name if self.condition is None else str(self.condition)


@dataclass(frozen=True, slots=True)
class ColumnPattern:
    """Columns of an event with spaces between them."""

    columns: tuple[Column, ...]

    def __str__(self) -> str:
        return f"[{', '.join(map(str, self.columns))}]"


FilterPattern: TypeAlias = JsonPattern | TermPattern | ColumnPattern


@dataclass(frozen=True, slots=True)
class Malformed:
    """Text that is no pattern: what is wrong, and at which character."""

    message: str
    at: int


def conditions(condition: Condition) -> "tuple[Compare | Is, ...]":
    """The comparisons that a condition is made of, in order."""
    if isinstance(condition, All | Either):
        return tuple(found for part in condition.parts for found in conditions(part))
    return (condition,)


def _step(step: str | int | None) -> str:
    if step is None:
        return "[*]"
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_MEMBER.fullmatch(step) else f'.["{step}"]'


def _part(part: Condition) -> str:
    return f"({part})" if isinstance(part, All | Either) else str(part)
