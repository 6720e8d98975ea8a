"""Patterns of `fileset`: those of doublestar, the glob library of Terraform."""

import re
from collections.abc import Callable

from obslint.terraform.functions.data import FunctionError, TooLargeError, UndecidedError

MAX_ALTERNATIVES = 200


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether a relative path matches a pattern. Raises `FunctionError` for a pattern with an error."""
    compiled = [re.compile(_path(_tidy(option)), re.DOTALL) for option in _alternatives(pattern)]

    def matches(path: str) -> bool:
        return any(option.fullmatch(path) for option in compiled)

    return matches


def _alternatives(pattern: str) -> list[str]:
    """The patterns that `{a,b}` in a pattern stands for, nested ones included."""
    waiting, done = [pattern], []
    while waiting:
        current = waiting.pop()
        if (found := _innermost(current)) is None:
            done.append(current)
        else:
            start, end = found
            waiting += [current[:start] + option + current[end + 1 :] for option in current[start + 1 : end].split(",")]
        if len(waiting) + len(done) > MAX_ALTERNATIVES:
            raise TooLargeError("the pattern")
    return done


def _innermost(pattern: str) -> tuple[int, int] | None:
    """The first brace that closes, and the one that opens it."""
    opened: list[int] = []
    for found in re.finditer(r"\\.|\[[^\]]*\]|[{}]", pattern, re.DOTALL):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            return opened[-1], found.start()
    if opened:
        raise FunctionError(f"failed to glob pattern {pattern}: syntax error in pattern")
    return None


def _tidy(pattern: str) -> list[str]:
    """The parts between slashes, `.` and `..` resolved."""
    parts: list[str] = []
    for part in pattern.split("/"):
        if part == ".." and parts:
            parts.pop()
        elif part == "..":
            raise UndecidedError(f"{pattern} leaves the folder it starts in, which is not followed")
        elif part not in {"", "."}:
            parts.append(part)
    return parts


def _path(parts: list[str]) -> str:
    """The regular expression of a whole pattern. `**` stands for any number of folders, at the end for all files below too."""
    text = ""
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        if part == "**":
            text += ".*" if last else "(?:[^/]+/)*"
        else:
            text += _part(part) + ("" if last else "/(?=.)" if parts[index + 1 :] == ["**"] else "/")
    return text


def _part(part: str) -> str:
    """The regular expression of one part; a star takes as little as it can, which is never wrong before the last one."""
    first, *rest = _pieces(part)
    if not rest:
        return first
    return first + "".join(f"(?>[^/]*?{piece})" for piece in rest[:-1]) + "[^/]*" + rest[-1]


def _pieces(part: str) -> list[str]:
    """What stands between the stars, each of a fixed length."""
    pieces = [""]
    at = 0
    while at < len(part):
        found = re.compile(r"\*+|\\(.)|\[([!^]?)(\]?[^\]]*)\]|\?|.", re.DOTALL).match(part, at)
        if found is None or found[0] in {"[", "\\"}:
            raise FunctionError(f"failed to glob pattern {part}: syntax error in pattern")
        if found[0].startswith("*"):
            pieces.append("")
        elif found[3] is not None:
            body = re.sub(r"([\[\]\\&~|^])", r"\\\1", found[3])
            pieces[-1] += f"(?!/)[{'^' if found[2] else ''}{body}]"
        else:
            pieces[-1] += "[^/]" if found[0] == "?" else re.escape(found[1] or found[0])
        at = found.end()
    return pieces
