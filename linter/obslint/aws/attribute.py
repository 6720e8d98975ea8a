"""An attribute of a resource, and the questions that can be asked about it."""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from obslint.aws.mention import mentioned, spelled
from obslint.model import (
    NO,
    Absent,
    Copied,
    Fields,
    Known,
    Path,
    Plain,
    Reference,
    Resource,
    Scalar,
    Symbolic,
    Truth,
    Unknown,
    Value,
    any_of,
    branches,
    decoded,
    path_text,
    read,
    references,
    settle,
    truth,
)
from obslint.model.compare import (
    as_number,
    compare,
    decide,
    doubt,
    equal,
    equal_to,
    includes,
    is_set,
    matches,
    plain,
    refers_to,
    text_parts,
)
from obslint.policy import Finding, Fix, Label
from obslint.source import Place

if TYPE_CHECKING:
    from obslint.aws.view import View


_PER_INSTANCE = re.compile(r"\b(?:each|count|self)\.")
"""What an expression says in one resource only: beside it, it means something else."""


class Attribute:
    """What an attribute is set to, where, and what AWS takes when it is not.

    Questions answer with a `Truth`. Where the attribute is absent, they are about AWS's default; `surely_absent` and
    `surely_set` are about what is written.
    """

    __slots__ = ("at", "default", "path", "resource", "value", "written")

    def __init__(self, resource: Resource, path: Path, value: Value, at: Place, written: bool, default: Scalar | None) -> None:
        self.resource, self.path, self.at, self.written, self.default = resource, path, at, written, default
        self.value = value

    def __bool__(self) -> bool:
        raise TypeError("an attribute has no truth; ask surely(), surely_not() or maybe()")

    @property
    def effective(self) -> Value:
        """The value, with AWS's default where it is known to be absent."""
        value = settle(self.value)
        if isinstance(value, Absent) and self.default is not None:
            return Known(self.default, place=value.place)
        return value

    def _ask(self, question: Callable[[Value], Truth]) -> Truth:
        default = self.default

        def defaulted(value: Value) -> Truth:
            return question(Known(default, place=value.place) if isinstance(value, Absent) and default is not None else value)

        return decide(self.value, defaulted)

    def surely(self, wanted: Scalar) -> Truth:
        """Whether the attribute is this scalar."""
        return self._ask(lambda value: equal_to(value, wanted))

    def surely_not(self, wanted: Scalar) -> Truth:
        """Whether the attribute is anything but this scalar, absence included."""
        return ~self.surely(wanted)

    def maybe(self, wanted: Scalar) -> bool:
        """Whether nothing rules this scalar out."""
        return self.surely(wanted).known is not False

    def surely_in(self, wanted: Iterable[Scalar]) -> Truth:
        """Whether the attribute is one of these scalars."""
        return any_of(tuple(wanted), self.surely)

    def includes(self, wanted: Scalar) -> Truth:
        """Whether the attribute is a list that holds this scalar, or the scalar itself."""
        return self._ask(lambda value: includes(value, wanted))

    def surely_set(self) -> Truth:
        """Whether something is written, and it is not empty."""
        return is_set(self.value)

    @property
    def is_refused(self) -> bool:
        """Whether what is written could never be deployed: it names something that is not declared."""
        return isinstance(self.value, Unknown) and self.value.refused

    def surely_absent(self) -> Truth:
        """Whether nothing is written, or only an empty text or list."""
        return ~is_set(self.value)

    def below(self, limit: float) -> Truth:
        """Whether the attribute is a number less than the limit."""
        return self.is_number(lambda number: number < limit)

    def above(self, limit: float) -> Truth:
        """Whether the attribute is a number greater than the limit."""
        return self.is_number(lambda number: number > limit)

    def is_number(self, holds: Callable[[float], bool]) -> Truth:
        """Whether the attribute is a number for which a condition holds."""
        return self._ask(lambda value: compare(value, holds))

    def is_text(self, holds: Callable[[str], bool]) -> Truth:
        """Whether the attribute is a text for which a condition holds."""
        return self._ask(lambda value: matches(value, holds))

    def exceeds(self, other: "Attribute", factor: float = 1) -> Truth:
        """Whether the attribute is a number greater than another one times the factor."""
        return other._ask(lambda b: compare_pair(self, b, lambda number: number * factor))

    def product_above(self, other: "Attribute", limit: float) -> Truth:
        """Whether the attribute times another one is greater than the limit."""
        return other._ask(lambda b: compare_pair(self, b, lambda number: limit / number if number > 0 else math.inf))

    def same_as(self, other: "Attribute") -> Truth:
        """Whether two attributes have the same value."""
        return self._ask(lambda a: other._ask(lambda b: equal(a, b)))

    def starts_with(self, prefix: str) -> Truth:
        """Whether the text starts so."""
        return self._ask(lambda value: matches(value, lambda text: text.startswith(prefix), prefix=prefix))

    def ends_with(self, suffix: str) -> Truth:
        """Whether the text ends so."""
        return self._ask(lambda value: matches(value, lambda text: text.endswith(suffix), suffix=suffix))

    def is_made_of(self, *parts: "str | Attribute") -> Truth:
        """Whether the text is made of these parts, in a row."""
        return _is_made_of(self.value, parts, ())

    def refers_to(self, view: "View") -> Truth:
        """Whether the attribute, or an item of its list, names the resource."""
        return self._ask(lambda value: refers_to(value, view.resource, view.names))

    def refers_to_type(self, *types: str) -> Truth:
        """Whether the attribute is a reference to a declared resource of one of the types."""
        return self._ask(lambda value: truth(any(r.resource is not None and r.resource.type in types for r in references(value))))

    def mentions(self, view: "View") -> Truth:
        """Whether the resource is mentioned anywhere inside: by reference, or by name as a whole word of a text."""
        return mentioned(self.value, view.resource, view.names)

    def spells(self, word: "str | Attribute") -> Truth:
        """Whether a word, or the value of another attribute, stands anywhere inside."""
        return spelled(self.value, word.effective if isinstance(word, Attribute) else Known(word))

    def items(self) -> Iterator["Attribute"]:
        """The items of a list, each an attribute at its own place; a single value is its own only item."""
        value = settle(self.value)
        if isinstance(value, Known) and isinstance(value.data, tuple):
            for item in value.data:
                yield Attribute(self.resource, self.path, item, item.place or self.at, True, None)
        elif not isinstance(value, Absent):
            yield self

    def as_json(self) -> "Attribute":
        """The structure that a JSON text stands for, at the places where its members are written; what is no text stays as it is."""
        return Attribute(self.resource, self.path, decoded(self.value), self.at, self.written, None)

    def member(self, name: str) -> "Attribute":
        """A member of a map."""
        value = settle(self.value)
        if isinstance(value, Known) and isinstance(value.data, Fields):
            reading = read(value.data, (name,))
            return Attribute(self.resource, (*self.path, name), reading.value, reading.at or self.at, reading.written, None)
        return Attribute(self.resource, (*self.path, name), value, self.at, False, None)

    @property
    def shown(self) -> str:
        """The value for a message: the text, or the references it is built from."""
        value = self.effective
        if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
            return plain(value.data)
        if isinstance(value, Symbolic):
            return spelled_out(value, "...")
        found = [settle(one.value) for one in value.candidates] if isinstance(value, Unknown) else []
        told = [plain(one.data) for one in found if isinstance(one, Known) and not isinstance(one.data, tuple | Fields)]
        return " or ".join(dict.fromkeys(told)) if told and len(told) == len(found) else "unknown"

    def copied(self, stand_in: str) -> Plain:
        """The value for a fix to write beside the resource, with the references that are written here where they mean the same there."""
        value = self.effective
        text = value.data if isinstance(value, Known) and isinstance(value.data, str) else stand_in
        if self.resource.dialect == "cloudformation":
            named = isinstance(value, Symbolic) and "..." not in self.shown
            return {"Fn::Sub": self.shown} if named else text
        expression = self.at.text.partition("=")[2].strip() if self.written and self.at.file.path.endswith(".tf") else ""
        return Copied(text, expression) if expression and not _PER_INSTANCE.search(expression) else text

    @property
    def number(self) -> float | None:
        """The number, when it is certain."""
        value = self.effective
        return as_number(value.data) if isinstance(value, Known) and isinstance(value.data, str | int | float) else None

    def finding(self, message: str, *, fix: Fix | None = None, related: tuple[Label, ...] = ()) -> Finding:
        """A finding at the attribute, or at the header where it is missing, with a label on the line that decides."""
        labels = (*self.decided_by(), *related)
        return Finding(message, self.resource, self.at, path_text(self.path), labels, fix and fix.or_on(self.resource, self.path))

    def label(self, text: str) -> Label:
        """The attribute as a second place of a finding."""
        return Label(self.at, text)

    def decided_by(self) -> tuple[Label, ...]:
        """A label on the text that decides the value, when it stands elsewhere."""
        value = settle(self.value)
        if isinstance(value, Symbolic) or value.place is None or not value.trail or self._covers(value.place):
            return ()
        return (Label(value.place, value.trail[-1].label),)

    def _covers(self, place: Place) -> bool:
        return place.file is self.at.file and self.at.span.start <= place.span.start and place.span.end <= self.at.span.end

    def possible(self) -> Iterator[Value]:
        """Every value the attribute can have."""
        return (value for value, _ in branches(self.value))


def compare_pair(one: Attribute, other: Value, limit: Callable[[float], float]) -> Truth:
    """Whether an attribute is greater than the limit that another value sets."""
    if isinstance(other, Absent):
        return NO
    if not isinstance(other, Known) or isinstance(other.data, tuple | Fields):
        return doubt(other)
    number = as_number(other.data)
    return NO if number is None else one.above(limit(number))


def spelled_out(value: Symbolic, nameless: str = "") -> str:
    """A text with its references written as templates; what stands for an expression and not for something declared as told."""
    hidden = ("?", "call-") if nameless else ()
    return "".join(
        part if isinstance(part, str) else nameless if part.target.startswith(hidden) else f"${{{part}}}" for part in value.parts
    )


def _is_made_of(value: Value, parts: "tuple[str | Attribute, ...]", found: tuple[str | Reference, ...]) -> Truth:
    if not parts:
        return equal(value, _joined(found))
    first, rest = parts[0], parts[1:]
    if isinstance(first, str):
        return _is_made_of(value, rest, (*found, first))

    def ask(one: Value) -> Truth:
        if isinstance(one, Absent):
            return NO
        pieces = text_parts(one)
        return _is_made_of(value, rest, (*found, *pieces)) if pieces else doubt(one)

    return decide(first.effective, ask)


def _joined(parts: tuple[str | Reference, ...]) -> Value:
    """Text with as few parts as possible."""
    joined: list[str | Reference] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return Known(joined[0]) if len(joined) == 1 and isinstance(joined[0], str) else Symbolic(tuple(joined))
