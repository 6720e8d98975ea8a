"""Three-valued answers, and the ledger that counts the doubtful ones.

A question about configuration is answered yes, no or undecided. An undecided answer taken as a condition counts as
"no" and is written into the ledger of the running rule, so that silence is never mistaken for health.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

from obslint.source import Place

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition of a template and the side of it on which something holds."""

    condition: str
    holds: bool

    def __str__(self) -> str:
        return f"{self.condition} is {'true' if self.holds else 'false'}"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a question could not be answered, and where the answer would have been written."""

    reason: str
    place: Place | None = None
    guards: tuple[Guard, ...] = ()


_ledger: ContextVar[list[Doubt] | None] = ContextVar("obslint_ledger", default=None)
_assumed: ContextVar[Mapping[str, bool]] = ContextVar("obslint_assumed", default={})  # noqa: B039 - never written to


_subject: ContextVar[object] = ContextVar("obslint_subject", default=None)


@contextmanager
def ledger() -> Iterator[list[Doubt]]:
    """Collects the doubts on which conditions failed while the block runs."""
    doubts: list[Doubt] = []
    token = _ledger.set(doubts)
    try:
        yield doubts
    finally:
        _ledger.reset(token)


@contextmanager
def assuming(assumptions: Mapping[str, bool]) -> Iterator[None]:
    """Answers questions as if the named conditions held or failed; nested calls add up."""
    token = _assumed.set({**_assumed.get(), **assumptions})
    try:
        yield
    finally:
        _assumed.reset(token)


@contextmanager
def assuming_nothing() -> Iterator[None]:
    """Answers questions about another template, whose conditions only share their names with those that are assumed."""
    token, before = _assumed.set({}), _subject.set(None)
    try:
        yield
    finally:
        _assumed.reset(token)
        _subject.reset(before)


@contextmanager
def about(resource: object) -> Iterator[None]:
    """Answers questions about a resource of which nothing would be said if it did not exist."""
    token = _subject.set(resource)
    try:
        yield
    finally:
        _subject.reset(token)


def subject() -> object:
    """The resource that the questions are about, or None."""
    return _subject.get()


def possible(guards: Iterable[Guard]) -> bool:
    """Whether nothing assumed contradicts the guards."""
    assumed = _assumed.get()
    return all(assumed.get(guard.condition, guard.holds) == guard.holds for guard in guards)


def at_default(parameter: str) -> str:
    """The name under which it is assumed that a parameter keeps its default, or does not."""
    return f"default of {parameter}"


def unconditional() -> bool:
    """Whether nothing is assumed, so that what is read now is read so every time."""
    return not _assumed.get()


def taken(guard: Guard) -> bool:
    """Whether the guard is among what is assumed."""
    return _assumed.get().get(guard.condition) == guard.holds


class Truth:
    """Yes, no, or undecided with the doubts that make it so.

    `&`, `|` and `~` are Kleene's; they keep an answer decided when one side settles it. In an `if`, only yes counts, and
    an undecided answer is noted in the ledger: never write `not truth`, write `~truth`.
    """

    __slots__ = ("_known", "doubts")

    def __init__(self, known: bool | None, doubts: tuple[Doubt, ...] = ()) -> None:
        self._known = known
        self.doubts = doubts

    @property
    def known(self) -> bool | None:
        """True, False, or None for undecided; asking leaves no trace in the ledger."""
        return self._known

    def __bool__(self) -> bool:
        if self._known is None and (doubts := _ledger.get()) is not None:
            doubts.extend(self.doubts)
        return self._known is True

    def __and__(self, other: "Truth") -> "Truth":
        if self._known is False or other._known is False:
            return NO
        if self._known and other._known:
            return YES
        return Truth(None, self.doubts + other.doubts)

    def __or__(self, other: "Truth") -> "Truth":
        if self._known or other._known:
            return YES
        if self._known is False and other._known is False:
            return NO
        return Truth(None, self.doubts + other.doubts)

    def __invert__(self) -> "Truth":
        return self if self._known is None else NO if self._known else YES

    def __repr__(self) -> str:
        return {True: "YES", False: "NO", None: f"undecided{[d.reason for d in self.doubts]}"}[self._known]


YES = Truth(True)
NO = Truth(False)


def truth(answer: bool) -> Truth:
    """The decided answer."""
    return YES if answer else NO


def undecided(reason: str, place: Place | None = None, guards: tuple[Guard, ...] = ()) -> Truth:
    """An answer that cannot be given, and why."""
    return Truth(None, (Doubt(reason, place, guards),))


def any_of(items: Iterable[T], predicate: Callable[[T], Truth]) -> Truth:
    """Whether the predicate holds for at least one item."""
    result = NO
    for item in items:
        result = result | predicate(item)
        if result.known:
            return YES
    return result


def all_of(items: Iterable[T], predicate: Callable[[T], Truth]) -> Truth:
    """Whether the predicate holds for every item."""
    return ~any_of(items, lambda item: ~predicate(item))
