"""What other tools were told to accept: the metadata for cdk-nag, cfn_nag, Checkov and Guard of resources and templates."""

import base64
import binascii
from collections.abc import Iterator

from obslint.model import Accepted, Fields, Known, Value, settle
from obslint.model.compare import plain

TOOLS = ("cdk_nag", "cfn_nag")
"""Tools that write `rules_to_suppress`, each with `id` and `reason`: https://github.com/cdklabs/cdk-nag#suppressing-a-rule"""


def accepted(metadata: Value) -> tuple[Accepted, ...]:
    """The exceptions in the metadata of a resource or of a whole template."""
    nags = (found for tool in TOOLS for found in _of_tool(tool, _member(metadata, tool)))
    return (*nags, *_of_checkov(_member(metadata, "checkov")), *_of_guard(_member(metadata, "guard")))


def _of_checkov(section: Value | None) -> Iterator[Accepted]:
    """`checkov: {skip: [{id, comment}]}`: https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html"""
    for item in _items(_member(section, "skip")):
        if (rule := _text(_member(item, "id"))) and item.place is not None:
            yield Accepted("checkov", rule, _text(_member(item, "comment")), item.place)


def _of_guard(section: Value | None) -> Iterator[Accepted]:
    """`guard: {SuppressedRules: [NAME]}`, as the rules of the AWS Guard rules registry honour it; there is no room for a reason."""
    for item in _items(_member(section, "SuppressedRules")):
        if (rule := _text(item)) and item.place is not None:
            yield Accepted("guard", rule, "", item.place)


def _of_tool(tool: str, section: Value | None) -> Iterator[Accepted]:
    for item in _items(_member(section, "rules_to_suppress")):
        rule = _text(_member(item, "id"))
        reason = _text(_member(item, "reason"))
        if _text(_member(item, "is_reason_encoded")) == "true":
            reason = _decoded(reason)
        if rule and item.place is not None:
            yield Accepted(tool, rule, reason, item.place, tuple(filter(None, map(_text, _items(_member(item, "applies_to"))))))


def _decoded(reason: str) -> str:
    """A reason with characters outside of ASCII, which cdk-nag writes in base 64."""
    try:
        return base64.b64decode(reason, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return reason


def _member(value: Value | None, name: str) -> Value | None:
    data = value.data if isinstance(value, Known) else None
    return settle(data[name]) if isinstance(data, Fields) and name in data else None


def _items(value: Value | None) -> tuple[Value, ...]:
    return tuple(map(settle, value.data)) if isinstance(value, Known) and isinstance(value.data, tuple) else ()


def _text(value: Value | None) -> str:
    return plain(value.data) if isinstance(value, Known) and isinstance(value.data, str | bool | int | float) else ""
