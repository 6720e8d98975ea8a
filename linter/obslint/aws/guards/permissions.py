"""Permissions of Lambda functions: each is one statement, written as attributes."""

from obslint.aws.attribute import Attribute
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.conditions import arn_matches
from obslint.aws.guards.holders import FunctionPermission
from obslint.aws.guards.requests import Request
from obslint.aws.guards.texts import Text, matches
from obslint.model import NO, YES, Absent, Truth, Value, any_of, undecided
from obslint.model.compare import decide


def permits(permission: FunctionPermission, request: Request) -> Truth:
    """Whether a permission is about the request."""
    return (
        decide(permission.action.effective, lambda value: matches(text_of(value), (request.action,), fold=True))
        & decide(permission.principal.effective, lambda value: _names(value, request))
        & _meets(permission.source_arn, "aws:sourcearn", request)
        & _meets(permission.source_account, "aws:sourceaccount", request)
        & _meets(permission.organization, "aws:principalorgid", request)
    )


def _names(value: Value, request: Request) -> Truth:
    names = request.principal.names if request.principal else ()
    return any_of((("*",), *names), lambda name: matches(text_of(value), name, wild=False))


def _meets(given: Attribute, key: str, request: Request) -> Truth:
    """Whether the request comes from where the permission wants it to come from."""
    return decide(given.value, lambda value: YES if isinstance(value, Absent) else _equals(value, key, request.keys.get(key, ())))


def _equals(value: Value, key: str, found: Text | None) -> Truth:
    if found is None:
        return NO
    if not found:
        return undecided(f"it is not known what {key} is in such a request", value.place)
    return arn_matches(text_of(value), found) if key.endswith("arn") else matches(text_of(value), found, wild=False)
