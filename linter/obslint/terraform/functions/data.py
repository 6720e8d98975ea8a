"""Plain data of Terraform expressions, as functions take and give it, and the errors of functions."""

from collections.abc import Iterable
from math import isfinite
from typing import TypeAlias
from unicodedata import is_normalized, normalize

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"
"""Null, a bool, a number, a string, a list or tuple (`TfSet` for a set), a map or object."""

MAX_ELEMENTS = 1_000_000
MAX_TEXT = 4 * 1024 * 1024
"""Results with more elements, or more characters of text, are refused."""


class FunctionError(Exception):
    """Terraform would refuse the call; the message says why."""


class UndecidedError(FunctionError):
    """Terraform may well accept the call, but its result cannot be known here; the message says why."""


class TooLargeError(UndecidedError):
    """A result beyond the bounds."""

    def __init__(self, what: str = "the result") -> None:
        super().__init__(f"{what} is too large to be evaluated here")


class TfSet(list[Data]):
    """A set: unique elements in the order in which Terraform iterates over them.

    Strings are in lexical order, numbers in numeric order, false stands before true, null last. Terraform does not promise
    an order for other elements; here it is the one that its implementation has.
    """

    __slots__ = ()

    def __init__(self, items: Iterable[Data] = ()) -> None:
        unique = {identity(item): item for item in items}
        super().__init__(sorted(unique.values(), key=_order))


def identity(value: Data) -> object:
    """A hashable form that two values share only when Terraform calls them equal: `1` and `"1"` and `true` all differ."""
    if isinstance(value, bool) or value is None:
        return ("constant", value)
    if isinstance(value, TfSet):
        return ("set", tuple(map(identity, value)))
    if isinstance(value, list):
        return ("list", tuple(map(identity, value)))
    if isinstance(value, dict):
        return ("map", tuple((key, identity(value[key])) for key in sorted(value)))
    return value


def equal(one: Data, other: Data) -> bool:
    """Whether two values are equal without any conversion. A list and a tuple with equal elements count as equal."""
    return identity(one) == identity(other)


def measured(value: Data) -> Data:
    """The value with its text in Unicode's normal form C, as Terraform keeps all text. Raises `TooLargeError` beyond the bounds."""
    elements = text = 0
    normal = True
    waiting: list[Data] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            text += len(item)
            normal = normal and is_normalized("NFC", item)
        elif isinstance(item, float) and not isfinite(item):
            raise UndecidedError("infinite numbers are not supported here")
        elif isinstance(item, list):
            elements += len(item)
            waiting += item
        elif isinstance(item, dict):
            elements += len(item)
            text += sum(map(len, item))
            normal = normal and all(is_normalized("NFC", key) for key in item)
            waiting += item.values()
        if elements > MAX_ELEMENTS or text > MAX_TEXT:
            raise TooLargeError
    return value if normal else _normalized(value)


def _normalized(value: Data) -> Data:
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return type(value)(map(_normalized, value))
    if isinstance(value, dict):
        return {normalize("NFC", key): _normalized(item) for key, item in value.items()}
    return value


def _order(value: Data) -> tuple[int, bool | int | float | str]:
    if value is None:
        return (4, 0)
    if isinstance(value, bool):
        return (0, value)
    if isinstance(value, int | float):
        return (1, value)
    if isinstance(value, str):
        return (2, value)
    return (3, _hash_text(value))


def _hash_text(value: Data) -> str:
    """The text that go-cty sorts elements of structural types by (`makeSetHashBytes`)."""
    from obslint.terraform.functions.decimals import significant

    if value is None:
        return "~"
    if isinstance(value, bool):
        return "T" if value else "F"
    if isinstance(value, int | float):
        return significant(value, 10) if isfinite(value) else str(value)
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, dict):
        return "{" + "".join(f"{_hash_text(key)}:{_hash_text(value[key])};" for key in sorted(value)) + "}"
    return "<" + "".join(f"{_hash_text(item)};" for item in value) + ">"
