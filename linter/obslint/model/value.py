"""What an expression of either dialect amounts to, and where it was written.

`Known` data, `Absent` (not written, null, or AWS::NoValue), `Symbolic` text around references, `Unknown` with its
reason. None of them can be tested for truth: ask a question instead.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from obslint.model.truth import Guard, at_default, possible, unconditional
from obslint.source import Place

if TYPE_CHECKING:
    from obslint.model.resource import Resource

Scalar: TypeAlias = str | bool | int | float


@dataclass(frozen=True, slots=True)
class Reference:
    """An attribute of something declared whose content is settled elsewhere.

    `target` is an address (`aws_sns_topic.a`, `module.x.var.name`, a logical id), `attribute` is empty for the thing
    itself. Two references with equal target and attribute stand for one and the same value. `why` says what keeps the
    content from being known, when that is not simply that AWS settles it at apply. `within` are the references that an
    opaque part of a text mentions.
    """

    target: str
    attribute: str = ""
    resource: "Resource | None" = field(default=None, compare=False)
    why: str = field(default="", compare=False)
    within: "tuple[Reference, ...]" = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.target}.{self.attribute}" if self.attribute else self.target

    @property
    def reason(self) -> str:
        """Why the content is not known, for people."""
        return self.why or f"{self} is known only after apply"


@dataclass(frozen=True, slots=True)
class Step:
    """One hop a value took on its way to the attribute: a label for people, its place, and what was referred to."""

    label: str
    place: Place | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """Base of the four kinds of value. `place` is where the deciding text stands; `trail` the hops from there, last first."""

    place: Place | None = field(default=None, kw_only=True)
    trail: tuple[Step, ...] = field(default=(), kw_only=True)

    def __bool__(self) -> bool:
        raise TypeError("a value has no truth; ask surely(), surely_not() or maybe()")


@dataclass(frozen=True, slots=True, eq=False)
class Known(Value):
    """Data that is certain: a scalar, a tuple of values, or `Fields`."""

    data: "Scalar | tuple[Value, ...] | Fields"


@dataclass(frozen=True, slots=True, eq=False)
class Absent(Value):
    """Nothing is set; AWS's default applies."""


@dataclass(frozen=True, slots=True, eq=False)
class Symbolic(Value):
    """Something that is set, made of literal text and references; a single reference need not be a string."""

    parts: tuple[str | Reference, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Woven(Symbolic):
    """Text with known names of resources among its literal parts: `mentions` tells whose. It stands for none of them as a whole."""

    mentions: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class WovenText(Known):
    """The same of text that is known from end to end."""

    mentions: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One of the values an unknown can take, and the guards under which it does."""

    value: Value
    guards: tuple[Guard, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Unknown(Value):
    """A value that cannot be known from what is written.

    `why` is shown to people. `symbol` is set when equal unknowns are still the same value (a variable without value).
    `candidates`, when given, are exhaustive. `mentions` are the references that went into the expression.
    `elsewhere` says that other code certainly writes the value: an export of another stack, an output of a module that was not read.
    """

    why: str
    symbol: Reference | None = None
    candidates: tuple[Candidate, ...] = ()
    mentions: tuple[Reference, ...] = ()
    elsewhere: bool = False

    @property
    def refused(self) -> bool:
        """Whether the tool that deploys would refuse the expression: it names what is not declared, for instance."""
        return False


class Fields(Mapping[str, Value]):
    """A map or block whose members are evaluated when they are asked for.

    `entry` is the place of `key = value`, `header` the place to point at when a member is missing, `open_end` the reason
    why further members may exist (a spread or an unknown `for_each`), or None when what is written is all there is.
    """

    __slots__ = ()

    def entry(self, name: str) -> Place | None:
        """Where the member is written, key and value, or None."""
        raise NotImplementedError

    @property
    def header(self) -> Place | None:
        """Where the map or block starts."""
        raise NotImplementedError

    @property
    def open_end(self) -> str | None:
        """Why members may exist that are not listed."""
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One member of `PlainFields`."""

    value: Value
    entry: Place | None = None


class PlainFields(Fields):
    """Fields whose members are all evaluated already."""

    __slots__ = ("_header", "_members", "_open_end")

    def __init__(self, members: Mapping[str, Member], header: Place | None = None, open_end: str | None = None) -> None:
        self._members = members
        self._header = header
        self._open_end = open_end

    def __getitem__(self, name: str) -> Value:
        return self._members[name].value

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def entry(self, name: str) -> Place | None:
        member = self._members.get(name)
        return member.entry if member else None

    @property
    def header(self) -> Place | None:
        return self._header

    @property
    def open_end(self) -> str | None:
        return self._open_end


V = TypeVar("V", bound=Value)


def via(value: V, step: Step) -> V:
    """The value after one more hop."""
    return replace(value, trail=(step, *value.trail))


def settle(value: Value) -> Value:
    """The value under the running assumptions: an unknown with a single possible candidate is that candidate.

    A parameter's default is not its value where what is assumed says that the parameter differs from it.
    """
    if value.trail and isinstance(value, Known) and not unconditional():
        return _overridden(value)
    if not isinstance(value, Unknown) or not value.candidates:
        return value
    left = [c for c in value.candidates if possible(c.guards)]
    if len(left) == 1:
        inner = settle(left[0].value)
        return replace(inner, trail=(*value.trail, *inner.trail)) if value.trail else inner
    return value if len(left) == len(value.candidates) else replace(value, candidates=tuple(left))


def _overridden(value: Known) -> Value:
    for step in value.trail:
        if step.reference and step.reference.resource is None and not possible((Guard(at_default(str(step.reference)), True),)):
            return Unknown(f"parameter {step.reference} is not at its default here", symbol=step.reference, place=value.place)
    return value


def branches(value: Value) -> Iterator[tuple[Value, tuple[Guard, ...]]]:
    """Every value this one can be, under the running assumptions; an open unknown is itself."""
    value = settle(value)
    if isinstance(value, Unknown) and value.candidates:
        for candidate in value.candidates:
            for inner, guards in branches(candidate.value):
                yield inner, (*candidate.guards, *guards)
    else:
        yield value, ()


def references(*values: Value, woven: bool = False) -> Iterator[Reference]:
    """Every reference in some values, however deep, those of their trails included; what stands in them twice is read once.

    `woven`: also those whose known name went into a text.
    """
    read: dict[int, Value] = {}  # holds what it has the id of
    left: list[Iterator[Value]] = [iter(values)]
    while left:
        value = next(left[-1], None)
        if value is None:
            left.pop()
        elif not (type(value) is Known and type(value.data) is str and not value.trail) and id(value) not in read:
            read[id(value)] = value
            yield from _own(value, woven)
            left.append(_parts(value))


def _own(value: Value, woven: bool) -> Iterator[Reference]:
    """The references of a value itself, not those of its parts."""
    yield from (step.reference for step in value.trail if step.reference)
    if isinstance(value, Unknown):
        yield from value.mentions
        if value.symbol:
            yield value.symbol
    elif isinstance(value, Woven | WovenText) and woven:
        yield from value.mentions
    if isinstance(value, Symbolic):
        for part in value.parts:
            if isinstance(part, Reference):
                yield part
                yield from part.within


def _parts(value: Value) -> Iterator[Value]:
    if isinstance(value, Unknown):
        return (candidate.value for candidate in value.candidates)
    if isinstance(value, Known) and isinstance(value.data, tuple | Fields):
        return iter(value.data if isinstance(value.data, tuple) else value.data.values())
    return iter(())


def texts(value: Value) -> Iterator[str]:
    """Every text in a value that is certain, however deep."""
    if isinstance(value, Unknown):
        for candidate in value.candidates:
            yield from texts(candidate.value)
    elif isinstance(value, Known) and isinstance(value.data, str):
        yield value.data
    elif isinstance(value, Known) and isinstance(value.data, tuple | Fields):
        for item in value.data if isinstance(value.data, tuple) else value.data.values():
            yield from texts(item)
