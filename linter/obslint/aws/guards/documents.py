"""Policy documents, in whatever form they are written, as statements that can be asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from obslint.model import (
    NO,
    Absent,
    Fields,
    Known,
    Symbolic,
    Truth,
    Unknown,
    Value,
    any_of,
    decoded,
    settle,
    truth,
    undecided,
)
from obslint.model.compare import decide, doubt
from obslint.source import Place


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One statement of a policy; `place` is where it is written, as near as that is known."""

    fields: Fields
    place: Place | None = None

    def member(self, name: str) -> Value:
        """An element by its name, which AWS reads without regard to case."""
        found = next((key for key in self.fields if key.casefold() == name), None)
        if found is not None:
            return settle(self.fields[found])
        return Absent() if self.fields.open_end is None else Unknown(self.fields.open_end)

    def has(self, name: str) -> Truth:
        """Whether an element is written."""
        return decide(
            self.member(name), lambda value: truth(not isinstance(value, Absent)) if not isinstance(value, Unknown) else doubt(value)
        )

    def is_effect(self, effect: str) -> Truth:
        """Whether it is an Allow or a Deny."""
        return each(self.member("effect"), lambda value: truth(value.data == effect) if isinstance(value, Known) else doubt(value))


def each(value: Value, holds: Callable[[Value], Truth]) -> Truth:
    """Whether something holds for a value or for any item of a list; no when nothing is written."""

    def one(branch: Value) -> Truth:
        if isinstance(branch, Absent):
            return NO
        if isinstance(branch, Known) and isinstance(branch.data, tuple):
            return any_of(branch.data, lambda item: each(item, holds))
        return holds(branch)

    return decide(value, one)


def every(value: Value, holds: Callable[[Value], Truth]) -> Truth:
    """Whether something holds for a value, or for each item of a list."""
    return ~each(value, lambda item: ~holds(item))


def any_statement(document: Value, holds: Callable[[Statement], Truth]) -> Truth:
    """Whether something holds for a statement of a document; undecided where statements cannot be seen."""
    return decide(document, lambda branch: _in_document(branch, holds))


def _in_document(document: Value, holds: Callable[[Statement], Truth]) -> Truth:
    document = decoded(document)
    if isinstance(document, Absent):
        return NO
    if not isinstance(document, Known) or not isinstance(document.data, Fields):
        return undecided(_why(document), document.place)
    whole = Statement(document.data)
    return each(whole.member("statement"), lambda item: _in_statement(item, holds))


def _in_statement(item: Value, holds: Callable[[Statement], Truth]) -> Truth:
    if isinstance(item, Known) and isinstance(item.data, Fields):
        return holds(Statement(item.data, item.place))
    return undecided(_why(item), item.place)


def every_statement(document: Value, holds: Callable[[Statement], Truth]) -> Truth:
    """Whether something holds for all statements of a document."""
    return ~any_statement(document, lambda statement: ~holds(statement))


def statements(document: Value) -> Iterator[Statement]:
    """The statements that can be seen, for labels and messages; `any_statement` answers questions."""
    document = settle(document)
    fields = _fields_of(document)
    listed = Statement(fields).member("statement") if fields is not None else Absent()
    items = listed.data if isinstance(listed, Known) and isinstance(listed.data, tuple) else (listed,)
    written = _blocks_of(document)
    for index, item in enumerate(map(settle, items)):
        if isinstance(item, Known) and isinstance(item.data, Fields):
            place = (written[index] if len(written) == len(items) else None) or item.place or document.place
            yield Statement(item.data, place)


def _blocks_of(document: Value) -> list[Place | None]:
    """Where the statements of a policy document that is a data source stand."""
    source = next((step.reference.resource for step in document.trail if step.reference and step.reference.resource), None)
    if source is None or source.type != "data.aws_iam_policy_document" or "statement" not in source.fields:
        return []
    listed = settle(source.fields["statement"])
    items = listed.data if isinstance(listed, Known) and isinstance(listed.data, tuple) else (listed,)
    return [item.data.header if isinstance(item, Known) and isinstance(item.data, Fields) else None for item in map(settle, items)]


def _why(value: Value) -> str:
    found = doubt(value).doubts if isinstance(value, Unknown | Symbolic) else ()
    return next((one.reason for one in found if one.reason), "") or "the policy document cannot be read"


def _fields_of(document: Value) -> Fields | None:
    """A document as fields: it is an object in CloudFormation, or JSON text."""
    read = decoded(document)
    return read.data if isinstance(read, Known) and isinstance(read.data, Fields) else None
