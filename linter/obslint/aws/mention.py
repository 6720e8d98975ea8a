"""Whether a text or structure mentions something: an alarm in a rule expression, a metric in a dashboard."""

import re

from obslint.model import (
    NO,
    YES,
    Fields,
    Known,
    Reference,
    Resource,
    Symbolic,
    Truth,
    Unknown,
    Value,
    any_of,
    references,
    settle,
    undecided,
)
from obslint.model.compare import doubt, text_parts


def mentioned(value: Value, resource: Resource, names: tuple[Value, ...]) -> Truth:
    """Whether a value holds a reference to the resource, or one of its names as a whole word, at any depth."""
    if any(reference.resource is resource for reference in references(value)):
        return YES
    return any_of(names, lambda name: spelled(value, name))


def spelled(value: Value, wanted: Value) -> Truth:
    """Whether a value holds another as a whole word, at any depth. Parts that cannot be read leave it undecided."""
    word = _line(text_parts(wanted))
    return _spelled(value, re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")) if word else NO


def _spelled(value: Value, word: re.Pattern[str]) -> Truth:
    value = settle(value)
    if isinstance(value, Unknown) and value.candidates:
        return any_of(value.candidates, lambda candidate: _spelled(candidate.value, word))
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return any_of(value.data, lambda item: _spelled(item, word))
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return _in_fields(value.data, word)
    if word.search(_line(text_parts(value))):
        return YES
    if isinstance(value, Unknown) or (isinstance(value, Symbolic) and any(map(_opaque, value.parts))):
        return doubt(value)
    return NO


def _in_fields(fields: Fields, word: re.Pattern[str]) -> Truth:
    if any(word.search(name) for name in fields):
        return YES
    found = any_of(fields.values(), lambda item: _spelled(item, word))
    return found if fields.open_end is None else found | undecided(fields.open_end, fields.header)


def _opaque(part: str | Reference) -> bool:
    """Whether a part of a text may stand for any word: not an attribute of another resource, nor the region or account."""
    return isinstance(part, Reference) and part.resource is None and not part.target.startswith("AWS::")


def _line(parts: tuple[str | Reference, ...]) -> str:
    """Text in which references stand as one word each, so that no name is found in the midst of theirs."""
    return "".join(part if isinstance(part, str) else f"\0{str(part).encode().hex()}\0" for part in parts)
