"""What a policy document says to a request."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from obslint.aws.guards.arns import text_of
from obslint.aws.guards.conditions import conditions_hold
from obslint.aws.guards.documents import Statement, any_statement, each, statements
from obslint.aws.guards.requests import Principal, Request
from obslint.aws.guards.texts import ACCOUNT, PARTITION, matches
from obslint.model import NO, YES, Absent, Fields, Known, Truth, Value, any_of, settle, undecided
from obslint.model.compare import decide


@dataclass(frozen=True, slots=True)
class Part:
    """How one statement takes a request, element by element."""

    statement: Statement
    principal: Truth
    action: Truth
    resource: Truth
    condition: Truth

    @property
    def applies(self) -> Truth:
        """Whether the statement is about the request."""
        return self.principal & self.action & self.resource & self.condition


def taken_by(statement: Statement, request: Request) -> Part:
    """A statement held against a request."""
    return Part(
        statement,
        names_principal(statement, request.principal),
        listed(statement, "action", lambda value: matches(text_of(value), (request.action,), fold=True)),
        listed(statement, "resource", lambda value: matches(text_of(value), request.resource)),
        conditions_hold(statement.member("condition"), request.keys),
    )


def listed(statement: Statement, name: str, holds: Callable[[Value], Truth]) -> Truth:
    """Whether an element lists the thing, or its opposite leaves it out; a policy without either is about everything."""
    return (
        each(statement.member(name), holds)
        | (statement.has(f"not{name}") & ~each(statement.member(f"not{name}"), holds))
        | (~statement.has(name) & ~statement.has(f"not{name}"))
    )


def names_principal(statement: Statement, principal: Principal | None) -> Truth:
    """Whether a statement is about the one who asks."""
    if principal is None:
        return YES
    named, spared = statement.member("principal"), statement.member("notprincipal")
    return decide(named, lambda value: _names(value, principal)) | (
        statement.has("notprincipal") & ~decide(spared, lambda value: _names(value, principal))
    )


def _names(value: Value, principal: Principal) -> Truth:
    """Whether a Principal element admits the one who asks."""
    if isinstance(value, Absent):
        return NO
    if not isinstance(value, Known) or not isinstance(value.data, Fields):
        return each(value, lambda item: matches(text_of(item), ("*",), wild=False))
    fields = value.data
    found = any_of(list(fields), lambda kind: each(settle(fields[kind]), lambda item: _is(kind.casefold(), item, principal)))
    return found if fields.open_end is None else found | undecided(fields.open_end, fields.header)


def _is(kind: str, item: Value, principal: Principal) -> Truth:
    text = text_of(item)
    star = matches(text, ("*",), wild=False) if kind in ("aws", "*", principal.kind) else NO
    if kind == "aws" and principal.accounts and ACCOUNT not in text:
        spelled = [((number,), ("arn:", PARTITION, f":iam::{number}:root")) for number in principal.accounts]
        return star | any_of(spelled, lambda pair: any_of(pair, lambda name: matches(text, name, wild=False)))
    if kind in ("*", principal.kind):
        return star | any_of(principal.names, lambda name: matches(text, name, wild=False))
    return star


def allows(document: Value, request: Request) -> Truth:
    """Whether a document has an Allow for the request; Deny statements are another question."""
    return any_statement(document, lambda one: one.is_effect("Allow") & taken_by(one, request).applies)


def denies(document: Value, request: Request) -> Truth:
    """Whether a document has a Deny that meets the request."""
    return any_statement(document, lambda one: one.is_effect("Deny") & taken_by(one, request).applies)


def denying(document: Value, request: Request) -> Iterator[Statement]:
    """The Deny statements that certainly meet the request."""
    for one in statements(document):
        if (one.is_effect("Deny") & taken_by(one, request).applies).known:
            yield one


def nearly(document: Value, request: Request) -> Iterator[Part]:
    """Allow statements for the principal and the action that fail on their resource or a condition."""
    for one in statements(document):
        part = taken_by(one, request)
        if one.is_effect("Allow").known and (part.principal & part.action).known and part.applies.known is False:
            yield part


def missing(document: Value, request: Request) -> Truth:
    """Whether an Allow for the principal and the action fails on its resource or a condition."""

    def fails(one: Statement) -> Truth:
        part = taken_by(one, request)
        return one.is_effect("Allow") & part.principal & part.action & ~part.applies

    return any_statement(document, fails)
