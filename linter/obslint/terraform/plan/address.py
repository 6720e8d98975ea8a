"""Addresses in a plan (`module.a["x"].data.aws_iam_policy_document.b[0].json`), taken apart."""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from obslint.model import Scalar

_WORD = re.compile(r'\.?([^\[\].]+)|\[("(?:[^"\\]|\\.)*"|[^\]]*)\]')
_CALL = re.compile(r'module\.([^\[\].]+)(\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?(?:\.|$)')

Steps = tuple[tuple[str, str], ...]
"""A module instance: the names of the calls that lead to it, each with its key as written in brackets, or an empty text."""


@dataclass(frozen=True, slots=True)
class Address:
    """A resource instance. `type` starts with `data.` for a data source; `key` is written as in brackets, empty for none."""

    module: Steps
    type: str
    name: str
    key: str = ""

    @property
    def declared(self) -> str:
        """The address of the declaration inside its module."""
        return f"{self.type}.{self.name}"


def words(text: str) -> list[str]:
    """The names and keys of a traversal; keys keep their brackets. `a.b["c.d"].e` is `a`, `b`, `["c.d"]`, `e`."""
    return [found[1] if found[1] is not None else f"[{found[2]}]" for found in _WORD.finditer(text)]


@lru_cache(1024)
def parse_module(text: str) -> Steps:
    """A module address, with or without a dot at its end; empty for the root."""
    steps: list[tuple[str, str]] = []
    position = 0
    while found := _CALL.match(text, position):
        steps.append((found[1], found[2] or ""))
        position = found.end()
    return tuple(steps)


_INSTANCE = re.compile(
    r'((?:module\.[^\[\].]+(?:\["(?:[^"\\]|\\.)*"\]|\[[^\]]*\])?\.)*)(data\.)?([^\[\].]+)\.([^\[\].]+)(\[.*\])?', re.DOTALL
)


def parse_address(text: str) -> Address | None:
    """A resource instance address, or None when it is not one."""
    found = _INSTANCE.fullmatch(text)
    if found is None or found[3] == "module":
        return None
    return Address(parse_module(found[1]), (found[2] or "") + found[3], found[4], found[5] or "")


def key_value(key: str) -> Scalar:
    """What stands between the brackets of a key: a number or a text."""
    inside = key[1:-1]
    try:
        found = json.loads(inside)
    except ValueError:
        return inside.strip('"')
    return found if isinstance(found, str | int) else inside


def prefix_of(steps: Steps) -> str:
    """A module instance as its resources' addresses start: `module.a["x"].module.b.`, or nothing for the root."""
    return "".join(f"module.{name}{key}." for name, key in steps)
