"""What a policy document says to a request."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from obslint.aws.guards.arns import text_of
from obslint.aws.guards.conditions import conditions_hold
from obslint.aws.guards.documents import Statement, any_statement, each, statements
from obslint.aws.guards.requests import Principal, Request
from obslint.aws.guards.texts import ACCOUNT, PARTITION, matches
from obslint.model import NO, YES, Absent, Fields, Known, Truth, Value, any_of, settle, undecided
from obslint.model.compare import decide


@dataclass(frozen=True, eq=False)
class Part:
    """How one statement takes a request, element by element. Most statements are about something else: elements are read when asked for."""

    statement: Statement
    request: Request

    @cached_property
    def principal(self) -> Truth:
        """Whether it is about the one who asks."""
        return names_principal(self.statement, self.request.principal)

    @cached_property
    def action(self) -> Truth:
        """Whether it is about what is asked for."""
        return listed(self.statement, "action", lambda value: matches(text_of(value), (self.request.action,), fold=True))

    @cached_property
    def resource(self) -> Truth:
        """Whether it is about what the request is for."""
        return listed(self.statement, "resource", lambda value: matches(text_of(value), self.request.resource))

    @cached_property
    def condition(self) -> Truth:
        """Whether its conditions are met."""
        return conditions_hold(self.statement.member("condition"), self.request.keys)

    @cached_property
    def applies(self) -> Truth:
        """Whether the statement is about the request."""
        found = self.action
        for element in ("principal", "resource", "condition"):
            found = found if found.known is False else found & getattr(self, element)
        return found


def _reached(statement: Statement, effect: str, request: Request) -> Truth:
    """Whether a statement has the effect and is about the request."""
    found = statement.is_effect(effect)
    return found if found.known is False else found & Part(statement, request).applies


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
    return any_statement(document, lambda one: _reached(one, "Allow", request))


def denies(document: Value, request: Request) -> Truth:
    """Whether a document has a Deny that meets the request."""
    return any_statement(document, lambda one: _reached(one, "Deny", request))


def denying(document: Value, request: Request) -> Iterator[Statement]:
    """The Deny statements that certainly meet the request."""
    for one in statements(document):
        if _reached(one, "Deny", request).known:
            yield one


def nearly(document: Value, request: Request) -> Iterator[Part]:
    """Allow statements for the principal and the action that fail on their resource or a condition."""
    for one in statements(document):
        part = Part(one, request)
        if one.is_effect("Allow").known and (part.principal & part.action).known and part.applies.known is False:
            yield part


def missing(document: Value, request: Request) -> Truth:
    """Whether an Allow for the principal and the action fails on its resource or a condition."""

    def fails(one: Statement) -> Truth:
        part = Part(one, request)
        return one.is_effect("Allow") & part.principal & part.action & ~part.applies

    return any_statement(document, fails)
