"""A series of datapoints as something reads it: namespace, name, exact dimensions, statistic, period, unit, account and region."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from obslint.aws.attribute import Attribute
from obslint.aws.view import View
from obslint.model import NO, YES, Absent, Fields, Known, Pick, Reference, Symbolic, Truth, Unknown, Value, any_of, settle, truth, undecided
from obslint.model.compare import decide, doubt, equal_to, text_parts


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """One dimension. `key` is the attribute that holds its name, where names are attributes, as in CloudFormation."""

    name: str
    value: Attribute
    key: Attribute | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Dimensions:
    """The dimensions by which a series is told from others; `complete` is undecided when there may be more than those listed."""

    attribute: Attribute
    listed: tuple[Dimension, ...] = ()
    complete: Truth = YES

    @property
    def names(self) -> frozenset[str]:
        """The names of those listed."""
        return frozenset(one.name for one in self.listed)

    def named(self, name: str) -> Dimension | None:
        """A dimension by its exact name."""
        return next((one for one in self.listed if one.name == name), None)

    def are(self, names: frozenset[str]) -> Truth:
        """Whether these are the dimensions, no more and no fewer."""
        return truth(self.names == names) & self.complete if self.names <= names else NO

    @property
    def shown(self) -> str:
        """The names for a message."""
        return in_words(self.names)


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """A series that `reader`, an alarm, reads. Each part is an attribute at its place.

    `statistic` is a plain or an extended one. `is_compared` tells whether the alarm compares the series itself with its threshold,
    not something computed of it. A series inside an expression is not `editable`: its parts stand at the place of the expression.
    """

    reader: View
    namespace: Attribute
    name: Attribute
    dimensions: Dimensions
    statistic: Attribute
    period: Attribute
    unit: Attribute
    account: Attribute | None = None
    query: Attribute | None = None
    is_compared: Truth = field(default=NO)
    editable: bool = True

    @property
    def region(self) -> Value:
        """The region in which it is read, as far as that is known."""
        return settle(self.reader.resource.region)

    @property
    def is_foreign(self) -> Truth:
        """Whether it is read from another account."""
        return NO if self.account is None else self.account.surely_set()

    @property
    def shown(self) -> str:
        """Namespace and name for a message."""
        return f"{self.namespace.shown} {self.name.shown}"


def in_words(names: frozenset[str]) -> str:
    """The names of dimensions for a message."""
    return " + ".join(sorted(names)) or "no dimensions"


def certain(attribute: Attribute) -> str | None:
    """The text of an attribute when it is certain; else None, and the doubt is noted."""
    value = attribute.effective
    if isinstance(value, Known) and isinstance(value.data, str):
        return value.data
    if not isinstance(value, Absent):
        first = next((one.data for one in attribute.possible() if isinstance(one, Known) and isinstance(one.data, str)), "")
        bool(decide(attribute.value, lambda one: equal_to(one, first) if isinstance(one, Known) else doubt(one)))
    return None


def namespace_of(series: Series) -> str | None:
    """The namespace when it is certain; empty when it certainly is none of those that AWS and its agents write to. None leaves a doubt."""
    own = decide(series.namespace.value, _is_own)
    return "" if own.known else certain(series.namespace)


def _is_own(value: Value) -> Truth:
    """Whether a namespace that is not all text is one's own: it starts with the name of the stack, say, or otherwise than any other."""
    from obslint.aws import facts

    if not isinstance(value, Symbolic):
        return NO
    head = value.parts[0]
    if isinstance(head, Reference):
        return truth("AWS::" in head.target)
    return truth(not _is_open_to(head, ("AWS/", *facts.namespaces())))


def _is_open_to(head: str, texts: Iterable[str]) -> bool:
    """Whether one of some texts may open with a text, or the other way round."""
    return any(head.startswith(text) or text.startswith(head) for text in texts)


def dimensions_of(attribute: Attribute) -> Dimensions:
    """The dimensions that a map, or a list of names and values, holds."""
    value = settle(attribute.value)
    if isinstance(value, Absent):
        return Dimensions(attribute)
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return _mapped(attribute, value.data)
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return _listed(attribute, value.data)
    return Dimensions(attribute, (), decide(value, doubt))


_KEYS = ("Name", "Key")
"""What the name of a dimension is called in a list of them: by alarms, and by metric filters."""


def _mapped(attribute: Attribute, members: Fields) -> Dimensions:
    complete = YES if members.open_end is None else undecided(members.open_end, members.header)
    return Dimensions(attribute, tuple(Dimension(name, attribute.member(name)) for name in members), complete)


def _listed(attribute: Attribute, items: tuple[Value, ...]) -> Dimensions:
    found, hidden = [], NO
    for item in map(settle, items):
        key = next((key for key in _KEYS if isinstance(item, Known) and isinstance(item.data, Fields) and key in item.data), "")
        name = settle(item.data[key]) if isinstance(item, Known) and isinstance(item.data, Fields) and key else item
        if isinstance(item, Known) and isinstance(item.data, Fields) and isinstance(name, Known) and isinstance(name.data, str):
            found.append(_named(attribute, item.data, key, name.data))
        elif not isinstance(item, Absent):
            hidden |= decide(name, doubt)
    return Dimensions(attribute, tuple(found), ~hidden)


def _named(attribute: Attribute, item: Fields, key: str, name: str) -> Dimension:
    member = partial(_member, attribute, item, Pick(key, name))
    return Dimension(name, member("Value"), member(key))


def _member(attribute: Attribute, item: Fields, pick: Pick, name: str) -> Attribute:
    at = item.entry(name)
    value = item.get(name, Absent(place=item.header))
    return Attribute(attribute.resource, (*attribute.path, pick, name), value, at or attribute.at, at is not None, None)


_WORD = r"(?:\"[^\"]+\"|[\w./:#-]+)"
_SELECT = re.compile(
    rf"\bSELECT\s+(AVG|COUNT|MAX|MIN|SUM)\s*\(\s*({_WORD})\s*\)\s*FROM\s+(?:(SCHEMA)\s*\(\s*({_WORD})((?:\s*,\s*{_WORD})*)\s*\)|({_WORD}))",
    re.I,
)
_EQUAL = re.compile(rf"({_WORD})\s*=\s*'([^']*)'")
_SEARCH = re.compile(r"\bSEARCH\s*\(\s*(['\"])\s*\{([^}]*)\}(.*?)\1\s*,\s*['\"]([\w.]+)['\"]\s*(?:,\s*(\d+)\s*)?\)", re.S)
_NAME = re.compile(r"\bMetricName\s*=\s*\\?(?:\"([^\"\\]+)\\?\"|([\w.]+))")
_STATISTICS = {"AVG": "Average", "COUNT": "SampleCount", "MAX": "Maximum", "MIN": "Minimum", "SUM": "Sum"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Makes attributes of what stands in an expression, all at its place."""

    of: Attribute

    def __call__(self, text: str, name: str = "") -> Attribute:
        text = text.strip().strip('"')
        place, why = self.of.value.place, "a part of the expression is known only after apply"
        value: Value = Unknown(why, place=place) if "\0" in text else Known(text, place=place) if text else Absent(place=place)
        path = (*self.of.path, name) if name else self.of.path
        return Attribute(self.of.resource, path, value, self.of.at, self.of.written, None)


def expressed(reader: View, expression: Attribute, **common: "Attribute | Truth") -> Iterator[Series]:
    """The series that an expression selects by itself: a query of Metrics Insights, or a search."""
    value = settle(expression.value)
    text = "".join(part if isinstance(part, str) else "\0" for part in text_parts(value) if isinstance(value, Known | Symbolic))
    part = _Part(expression)
    for found in _SELECT.finditer(text):
        statistic, name, schema, namespace, labels, loose = found.groups()
        dimensions = _selected(part, text[found.end() :], re.findall(_WORD, labels or ""), bool(schema))
        yield _made(reader, (part(namespace or loose), part(name), dimensions, part(_STATISTICS[statistic.upper()]), part("")), common)
    for found in _SEARCH.finditer(text):
        _, schema, terms, statistic, period = found.groups()
        namespace, *labels = (piece.strip() for piece in schema.split(","))
        named = _NAME.search(terms)
        name = part((named.group(1) or named.group(2)) if named else "\0")
        yield _made(reader, (part(namespace), name, _selected(part, terms, labels, True), part(statistic), part(period or "")), common)


def _selected(part: _Part, conditions: str, labels: list[str], exact: bool) -> Dimensions:
    values = {key.strip('"'): value for key, value in _EQUAL.findall(conditions)}
    names = [label.strip('"') for label in labels] if exact else list(values)
    listed = tuple(Dimension(name, part(values.get(name, "\0"), name)) for name in names)
    complete = YES if exact else undecided("a query without SCHEMA reads every set of dimensions", part.of.at)
    hidden = any_of(names, lambda name: truth("\0" in name))
    return Dimensions(part.of, listed, complete & ~hidden)


def _made(
    reader: View, parts: "tuple[Attribute, Attribute, Dimensions, Attribute, Attribute]", common: "dict[str, Attribute | Truth]"
) -> Series:
    namespace, name, dimensions, statistic, period = parts
    unit = _Part(dimensions.attribute)("")
    return Series(reader, namespace, name, dimensions, statistic, period, unit, editable=False, **common)  # type: ignore[arg-type]  # by name
