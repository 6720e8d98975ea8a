"""Git's ignore rules, for a walk that asks about every entry on its way down.

A translator of our own: because the walk leaves out ignored directories itself, an entry has to be compared alone, without
its parents, and so `build/**` with `!build/keep.tf` works as it does in git (https://git-scm.com/docs/gitignore).
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

_CLASSES = {
    "alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "blank": " \\t", "digit": "0-9", "lower": "a-z", "upper": "A-Z",
    "space": "\\s", "xdigit": "0-9a-fA-F", "punct": "!-/:-@\\[-`{-~", "cntrl": "\\x00-\\x1f\\x7f", "graph": "!-~", "print": " -~",
}  # fmt: skip
_POSIX = re.compile(r"\[:(\w+):\]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One line: whether it ignores or takes back, what it may match, and on which part of the path."""

    ignores: bool
    directories_only: bool
    by_name: bool
    regex: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring lines that say the same, as one expression on the name and one on the path."""

    ignores: bool
    name: re.Pattern[str] | None
    path: re.Pattern[str] | None

    def matches(self, name: str, path: str) -> bool:
        return bool((self.name and self.name.fullmatch(name)) or (self.path and self.path.fullmatch(path)))


class IgnoreRules:
    """The rules of one ignore file, on top of those of the directories above it."""

    __slots__ = ("_base", "_directories", "_files", "_parent")

    def __init__(self, base: str, lines: Iterable[str], parent: "IgnoreRules | None" = None) -> None:
        patterns = [pattern for line in lines if (pattern := _parse(line))]
        self._base = len(base.rstrip(os.sep)) + 1
        self._directories = _runs(patterns)
        self._files = _runs([pattern for pattern in patterns if not pattern.directories_only])
        self._parent = parent

    def ignores(self, path: str, name: str, directory: bool) -> bool:
        """Whether git would ignore the entry, none of whose parents is ignored; `path` is absolute."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[rules._base :]
            for run in rules._directories if directory else rules._files:
                if run.matches(name, relative):
                    return run.ignores
            rules = rules._parent
        return False


def read_rules(file: str, base: str, parent: IgnoreRules | None) -> IgnoreRules | None:
    """The rules of an ignore file about what lies below `base`; those above when there is no such file."""
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines:
            return IgnoreRules(base, lines, parent)
    except OSError:
        return parent


def _runs(patterns: list[_Pattern]) -> tuple[_Run, ...]:
    """The lines from the last to the first, because the last that matches decides."""
    runs: list[_Run] = []
    pending: list[_Pattern] = []
    for pattern in reversed(patterns):
        if pending and pending[0].ignores != pattern.ignores:
            runs.append(_run(pending))
            pending = []
        pending.append(pattern)
    return (*runs, _run(pending)) if pending else ()


def _run(patterns: list[_Pattern]) -> _Run:
    names = [pattern.regex for pattern in patterns if pattern.by_name]
    paths = [pattern.regex for pattern in patterns if not pattern.by_name]
    return _Run(patterns[0].ignores, _any(names), _any(paths))


def _any(regexes: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(regexes), re.DOTALL) if regexes else None


def _parse(line: str) -> _Pattern | None:
    text = _trimmed(line.removesuffix("\n").removesuffix("\r"))
    if not text or text.startswith("#"):
        return None
    ignores = not text.startswith("!")
    text = text if ignores else text[1:]
    directories_only = text.endswith("/")
    text = text[:-1] if directories_only else text
    by_name = "/" not in text
    regex = _translate(text if by_name else text.removeprefix("/"))
    return _Pattern(ignores, directories_only, by_name, regex) if regex else None


def _trimmed(line: str) -> str:
    """The line without trailing spaces, except one that is escaped."""
    stripped = line.rstrip(" ")
    escapes = len(stripped) - len(stripped.rstrip("\\"))
    return stripped + " " if escapes % 2 and stripped != line else stripped


def _translate(text: str) -> str | None:
    """The pattern as an expression; None when a bracket is never closed or nothing is escaped, which matches nothing."""
    regex, index = "", 0
    while index < len(text):
        character, start = text[index], index
        index += 1
        if character == "*":
            translated, index = _stars(text, start)
        elif character == "?":
            translated = "[^/]"
        elif character == "[":
            found = _bracket(text, index)
            if found is None:
                return None
            translated, index = found
        else:
            character, index = _literal(text, start)
            translated = re.escape(character)
        if not translated:
            return None
        regex += translated
    return regex or None


def _stars(text: str, start: int) -> tuple[str, int]:
    """`*` within a name; two or more that fill a whole segment stand for any number of directories."""
    end = start
    while text[end : end + 1] == "*":
        end += 1
    if end - start == 1 or text[start - 1 : start] not in ("", "/") or text[end : end + 1] not in ("", "/"):
        return "[^/]*", end
    return (".*", end) if end == len(text) else ("(?:.*/)?", end + 1)


def _bracket(text: str, index: int) -> tuple[str, int] | None:
    """The set that starts after `[` at the index, and the index after its `]`."""
    negated = text[index : index + 1] in ("!", "^")
    index += negated
    members, start = "", index
    while index < len(text):
        if text[index] == "]" and index > start:
            return f"(?!/)[{'^' if negated else ''}{members}]", index + 1
        if posix := _POSIX.match(text, index):
            if posix[1] not in _CLASSES:
                return None
            members, index = members + _CLASSES[posix[1]], posix.end()
            continue
        found = _range(text, index)
        if found is None:
            return None
        member, index = found
        members += member
    return None


def _range(text: str, index: int) -> tuple[str, int] | None:
    """One character or `a-z` of a set, and the index after it; a range that runs backwards holds nothing."""
    low, index = _literal(text, index)
    if text[index : index + 1] == "-" and text[index + 1 : index + 2] not in ("", "]"):
        high, index = _literal(text, index + 1)
        return (f"{re.escape(low)}-{re.escape(high)}" if low <= high else re.escape(low)), index
    return (re.escape(low), index) if low else None


def _literal(text: str, index: int) -> tuple[str, int]:
    if text[index] == "\\":
        return text[index + 1 : index + 2], index + 2
    return text[index], index + 1
