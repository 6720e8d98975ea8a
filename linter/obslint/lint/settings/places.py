"""Where a key stands in TOML text, which the parser of the standard library does not tell."""

import re
import tomllib
from collections.abc import Mapping
from typing import Any

_HEADER = re.compile(r"^\s*\[(\[?)(?P<path>.+?)\]?\]\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?P<key>(?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")


def line_of(text: str, path: tuple[str, ...]) -> int:
    """The line (from 1) on which a key is set; that of the nearest table around it when the key stands inside an inline table."""
    table: tuple[str, ...] = ()
    best, best_line = 0, 1
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            table = _path(f"[{header['path']}]")
            found = table
        elif key := _KEY.match(line):
            found = (*table, *_path(f"{key['key']} = 0"))
        else:
            continue
        shared = _shared(found, path)
        if shared == len(found) and shared > best:
            best, best_line = shared, number
    return best_line


def _path(text: str) -> tuple[str, ...]:
    """The keys on the way to the only leaf of a piece of TOML; none when it is not one."""
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ("\0",)
    found = []
    while isinstance(table, Mapping) and table:
        ((key, table),) = table.items()
        found.append(key)
    return tuple(found)


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
