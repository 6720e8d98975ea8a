"""Whether a filter pattern matches an event of which only some members are known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from obslint.aws.patterns.syntax import All, Compare, Condition, Either, FilterPattern, Is, JsonPattern, Regex, Selector, TermPattern, Text
from obslint.model import NO, YES, Truth, all_of, any_of, truth, undecided
from obslint.model.compare import as_number, plain


class Missing(Enum):
    """What a member is that an event surely lacks."""

    MISSING = "missing"


MISSING = Missing.MISSING
Member = str | bool | float | Missing | None


@dataclass(frozen=True, slots=True)
class Event:
    """A JSON event: what is known of its members, by their paths. Nothing is known about the others."""

    name: str
    members: Mapping[str, Member]

    def read(self, selector: Selector) -> Member | Truth:
        """The member, or why it is not known."""
        path = ".".join(map(str, selector.steps))
        if path in self.members:
            return self.members[path]
        return undecided(f"it depends on {selector}, which is not known of {self.name}")


def matches_event(pattern: FilterPattern, event: Event) -> Truth:
    """Whether the pattern matches the event."""
    if isinstance(pattern, JsonPattern):
        return holds(pattern.condition, event)
    if isinstance(pattern, TermPattern):
        return _terms_match(pattern, event)
    return undecided("columns of a JSON event are not known")


def holds(condition: Condition, event: Event) -> Truth:
    """Whether a condition holds for the event."""
    if isinstance(condition, All):
        return all_of(condition.parts, lambda part: holds(part, event))
    if isinstance(condition, Either):
        return any_of(condition.parts, lambda part: holds(part, event))
    found = event.read(condition.subject) if isinstance(condition.subject, Selector) else undecided("columns are not known")
    if isinstance(found, Truth):
        return found
    return _is(condition, found) if isinstance(condition, Is) else _compare(condition, found)


def _is(condition: Is, found: Member) -> Truth:
    if condition.state == "NOT EXISTS":
        return truth(found is MISSING)
    return truth(found is {"IS NULL": None, "IS TRUE": True, "IS FALSE": False}[condition.state])


def _compare(condition: Compare, found: Member) -> Truth:
    """A member that is missing is neither equal nor unequal: https://github.com/DataBiosphere/azul/issues/5884 tried it."""
    if found is None:
        return undecided(f"null is compared with {condition.value}")
    if isinstance(found, Missing):
        return NO
    text = plain(found)
    if condition.operator in ("=", "!="):
        same = fits(condition.value, text, whole=True)
        return same if condition.operator == "=" else ~same
    return _ordered(condition, text)


def _ordered(condition: Compare, text: str) -> Truth:
    one = as_number(text)
    other = as_number(condition.value.text) if isinstance(condition.value, Text) else None
    if one is None or other is None:
        return NO
    return truth({"<": one < other, ">": one > other, "<=": one <= other, ">=": one >= other}[condition.operator])


def fits(value: Text | Regex, text: str, *, whole: bool) -> Truth:
    """Whether a text is what a value says, or holds it anywhere."""
    if isinstance(value, Text):
        form = ".*".join(map(re.escape, value.text.split("*"))) if whole else re.escape(value.text)
        return truth(re.search(rf"\A{form}\Z" if whole else form, text, re.DOTALL) is not None)
    try:
        return truth(re.search(value.source, text) is not None)
    except re.error:
        return undecided(f"the regular expression {value} is not understood")


def _terms_match(pattern: TermPattern, event: Event) -> Truth:
    """Words are looked for in the whole text, of which only the known members are seen. `?` says nothing beside other words."""
    if not pattern.terms:
        return YES
    required = [term for term in pattern.terms if term.sign != "?"]
    if not required:
        return any_of(pattern.terms, lambda term: _occurs(term.value, event))
    return all_of(required, lambda term: ~_occurs(term.value, event) if term.sign else _occurs(term.value, event))


def _occurs(value: Text | Regex, event: Event) -> Truth:
    found = any_of((text for text in event.members.values() if isinstance(text, str)), lambda text: fits(value, text, whole=False))
    return found if found.known else undecided(f"{value} may stand elsewhere in {event.name}")
