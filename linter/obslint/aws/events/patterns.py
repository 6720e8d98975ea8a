"""Event patterns: the conditions that an event has to meet, and whether a class of events can meet them.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from obslint.aws.attribute import Attribute
from obslint.aws.events.matchers import Given, Matcher, matcher_of
from obslint.model import YES, Absent, Fields, Known, Pick, Truth, Unknown, all_of, any_of, settle, undecided, written_as
from obslint.model.compare import doubt

Field = tuple[str, ...]
"""Where a field stands in an event: `("detail", "eventName")`."""

SOURCE: Field = ("source",)
KIND: Field = ("detail-type",)

_MOST = 1000
"""Combinations of alternatives; EventBridge refuses patterns with more."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What one field of an event has to be: one of its matchers has to let it through."""

    field: Field
    at: Attribute
    matchers: tuple[Matcher, ...]
    certain: Truth

    def admits(self, value: Given) -> Truth:
        """Whether an event with this value in the field can pass."""
        return any_of(self.matchers, lambda one: one.admits(value)) | ~self.certain

    @property
    def readable(self) -> Truth:
        """Whether all that is asked for is certain."""
        return self.certain & all_of(self.matchers, lambda one: YES if isinstance(one.operand, Known | Absent) else doubt(one.operand))

    @property
    def texts(self) -> tuple[str, ...] | None:
        """The texts of which the field has to be one, when nothing else passes and all are certain."""
        found = tuple(one.text for one in self.matchers)
        return None if self.certain.known is not True or None in found else tuple(text for text in found if text is not None)


@dataclass(frozen=True, slots=True)
class EventClass:
    """A class of events by what some of their fields can be. Other fields can be anything."""

    fields: Mapping[Field, tuple[Given, ...]]


@dataclass(frozen=True, slots=True)
class EventPattern:
    """A pattern: an event passes when it meets all conditions of one of the alternatives. `whole` tells whether all could be read."""

    at: Attribute
    alternatives: tuple[tuple[Condition, ...], ...]
    whole: Truth

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of all alternatives, each once."""
        return tuple({id(one): one for alternative in self.alternatives for one in alternative}.values())

    def on(self, *fields: Field) -> tuple[Condition, ...]:
        """The conditions on some fields."""
        return tuple(one for one in self.conditions if one.field in fields)

    def asks(self, field: Field) -> tuple[Condition, ...]:
        """The condition on a field in each alternative; none when an alternative, or a part that is not known, may lack it."""
        found = [next((one for one in alternative if one.field == field), None) for alternative in self.alternatives]
        if None in found or self.whole.known is not True:
            return ()
        return tuple({id(one): one for one in found if one is not None}.values())

    def texts(self, field: Field) -> tuple[str, ...] | None:
        """The texts of which a field has to be one in every event that passes; None when others may pass."""
        asked = self.asks(field)
        found = tuple(one.texts for one in asked)
        return None if not asked or None in found else tuple(text for texts in found for text in texts or ())


def event_pattern_of(attribute: Attribute) -> EventPattern:
    """The structure of a pattern, whichever way it is written."""
    attribute = _opened(attribute)
    reader = _Reader()
    alternatives = reader.read(attribute, ())
    return EventPattern(attribute, tuple(map(tuple, alternatives)), reader.whole)


def _opened(attribute: Attribute) -> Attribute:
    """The structure of an attribute; its path goes on inside of JSON text, so that edits there can be written."""
    within = written_as(attribute.value)
    found = attribute.as_json()
    return Attribute(found.resource, (*found.path, Pick("", "", within)), found.value, found.at, found.written, None) if within else found


def event_match_possible(pattern: EventPattern, events: EventClass) -> Truth:
    """Whether an event of a class can pass the pattern: no only when none ever can."""
    return any_of(pattern.alternatives, lambda conditions: _possible(conditions, events)) & (pattern.whole | ~pattern.whole)


def _possible(conditions: tuple[Condition, ...], events: EventClass) -> Truth:
    known = [one for one in conditions if one.field in events.fields]
    return all_of(known, lambda one: any_of(events.fields[one.field], one.admits))


class _Reader:
    """Turns the nested maps of a pattern into alternatives of conditions; what cannot be read is noted in `whole`."""

    def __init__(self) -> None:
        self.whole: Truth = YES

    def read(self, attribute: Attribute, field: Field) -> list[list[Condition]]:
        """The alternatives of a map."""
        value = settle(attribute.value)
        if not isinstance(value, Known) or not isinstance(value.data, Fields):
            self._miss(value.why if isinstance(value, Unknown) else "the pattern is not a map", attribute)
            return [[]]
        if value.data.open_end is not None:
            self._miss(value.data.open_end, attribute)
        found: list[list[Condition]] = [[]]
        for name in value.data:
            found = self._joined(found, self._member(attribute.member(name), name, field), attribute)
        return found

    def _member(self, attribute: Attribute, name: str, field: Field) -> list[list[Condition]]:
        value = settle(attribute.value)
        if name == "$or":
            return [conditions for item in attribute.items() for conditions in self.read(item, field)]
        if isinstance(value, Known) and isinstance(value.data, Fields):
            return self.read(attribute, (*field, name))
        return [[self._condition(attribute, (*field, name))]]

    def _condition(self, attribute: Attribute, field: Field) -> Condition:
        value = settle(attribute.value)
        listed = isinstance(value, Known) and isinstance(value.data, tuple)
        if listed or isinstance(value, Absent):
            return Condition(field, attribute, tuple(map(matcher_of, attribute.items())), YES)
        why = value.why if isinstance(value, Unknown) else "it is not a list of values"
        return Condition(field, attribute, (), undecided(why, value.place or attribute.at))

    def _joined(self, one: list[list[Condition]], other: list[list[Condition]], at: Attribute) -> list[list[Condition]]:
        if len(one) * len(other) > _MOST:
            self._miss("the pattern has too many alternatives", at)
            return one
        return [[*a, *b] for a, b in product(one, other)]

    def _miss(self, why: str, attribute: Attribute) -> None:
        self.whole &= undecided(why, attribute.at)
