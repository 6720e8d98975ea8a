"""What one matcher of an event pattern lets through.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
"""

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from obslint.aws.attribute import Attribute
from obslint.model import NO, YES, Absent, Fields, Known, Scalar, Symbolic, Truth, Value, any_of, settle, truth, undecided
from obslint.model.compare import could_be, doubt


class Missing:
    """No such field. Matchers of EventBridge tell it from a field that is null."""


MISSING = Missing()

Given = Scalar | Missing | None


@dataclass(frozen=True, slots=True)
class Matcher:
    """One of the alternatives for a field: a value that it equals, or a comparison with an operand."""

    kind: str
    operand: Value
    at: Attribute

    @property
    def text(self) -> str | None:
        """The text that the field has to equal, when that is all and it is certain."""
        operand = self.operand
        return operand.data if self.kind == "equals" and isinstance(operand, Known) and isinstance(operand.data, str) else None

    @property
    def prefix(self) -> str | None:
        """The text that the field has to start with, when that is all and it is certain."""
        operand = self.operand
        return operand.data if self.kind == "prefix" and isinstance(operand, Known) and isinstance(operand.data, str) else None

    def admits(self, value: Given) -> Truth:
        """Whether a field with this value passes; a value of `MISSING` stands for no such field."""
        if self.kind == "exists":
            return _same(self.operand, not isinstance(value, Missing))
        if isinstance(value, Missing):
            return NO
        compare = _KINDS.get(self.kind)
        return compare(self.operand, value) if compare else undecided(f"{self.kind} is not known as a matcher", self.at.at)


def matcher_of(item: Attribute) -> Matcher:
    """The matcher that an item of a list is."""
    value = settle(item.value)
    if isinstance(value, Known) and isinstance(value.data, Fields) and len(value.data) == 1 and value.data.open_end is None:
        kind = next(iter(value.data))
        return Matcher(kind, settle(value.data[kind]), item)
    return Matcher("equals", value, item)


def _same(operand: Value, wanted: Given) -> Truth:
    """Whether an operand is a value of the same type: `"7"` is not 7, and matching takes case into account."""
    if isinstance(operand, Absent):
        return truth(wanted is None)
    if isinstance(operand, Known):
        data = operand.data
        if isinstance(data, tuple | Fields):
            return NO
        alike = isinstance(data, str) == isinstance(wanted, str) and isinstance(data, bool) == isinstance(wanted, bool)
        return truth(alike and data == wanted)
    if isinstance(operand, Symbolic) and (not isinstance(wanted, str) or not could_be(operand, wanted)):
        return NO
    return doubt(operand)


def _on_text(holds: Callable[[str, str], bool]) -> Callable[[Value, Given], Truth]:
    def compare(operand: Value, value: Given) -> Truth:
        if not isinstance(value, str):
            return NO
        if isinstance(operand, Known) and isinstance(operand.data, Fields):
            inner = settle(operand.data["equals-ignore-case"]) if "equals-ignore-case" in operand.data else Absent()
            return compare(_folded(inner), value.casefold()) if isinstance(inner, Known) else doubt(inner)
        return truth(holds(value, str(operand.data))) if isinstance(operand, Known) else doubt(operand)

    return compare


def _folded(value: Known) -> Value:
    return Known(value.data.casefold(), place=value.place) if isinstance(value.data, str) else value


def _fits(value: str, pattern: str) -> bool:
    """Whether a wildcard pattern fits; a backslash takes the meaning from what follows."""
    pieces = re.findall(r"\\[*\\]|\*|[^*\\]+|\\", pattern)
    expression = "".join(".*" if one == "*" else re.escape(one.removeprefix("\\") or one) for one in pieces)
    return re.fullmatch(expression, value, re.S) is not None


def _within(value: str, network: str) -> bool:
    try:
        return ipaddress.ip_address(value) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


def _differs(operand: Value, value: Given) -> Truth:
    if isinstance(operand, Known) and isinstance(operand.data, Fields):
        return ~any_of(tuple(operand.data.items()), lambda pair: _listed(settle(pair[1]), value, _KINDS.get(pair[0], _same)))
    return ~_listed(operand, value, _same)


def _listed(operand: Value, value: Given, compare: Callable[[Value, Given], Truth]) -> Truth:
    items = operand.data if isinstance(operand, Known) and isinstance(operand.data, tuple) else (operand,)
    return any_of(items, lambda item: compare(settle(item), value))


_ORDERS: Mapping[str, Callable[[float, float], bool]] = {
    "=": lambda a, b: a == b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}  # fmt: skip


def _in_range(operand: Value, value: Given) -> Truth:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return NO
    if not isinstance(operand, Known) or not isinstance(operand.data, tuple):
        return doubt(operand)
    found = YES
    for order, limit in zip(operand.data[::2], operand.data[1::2], strict=False):
        a, b = settle(order), settle(limit)
        if not isinstance(a, Known) or not isinstance(b, Known) or not isinstance(b.data, int | float):
            return doubt(b)
        found &= truth(a.data in _ORDERS and _ORDERS[str(a.data)](value, b.data))
    return found


_KINDS: Mapping[str, Callable[[Value, Given], Truth]] = {
    "equals": _same,
    "prefix": _on_text(str.startswith),
    "suffix": _on_text(str.endswith),
    "equals-ignore-case": _on_text(lambda value, wanted: value.casefold() == wanted.casefold()),
    "wildcard": _on_text(_fits),
    "cidr": _on_text(_within),
    "numeric": _in_range,
    "anything-but": _differs,
}
