"""Git's ignore rules, for a walk that asks about every entry on its way down.

pathspec translates the patterns, each of which also matches what lies below. The walk never enters what is ignored, so here
an entry has to match by itself: then `build/**` with `!build/keep.tf`, and `*` with `!*/`, work as they do in git
(https://git-scm.com/docs/gitignore).
"""

import os
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass


class IgnoreRules:
    """The rules of one ignore file, on top of those of the directories above it."""

    __slots__ = ("_base", "_parent", "_patterns", "_root")

    def __init__(self, base: str, lines: Iterable[str], parent: "IgnoreRules | None" = None) -> None:
        self._root = base.rstrip(os.sep) + os.sep
        self._base = len(self._root)
        self._patterns = [found for line in lines if (found := _pattern(line)) is not None]
        self._parent = parent

    def ignores(self, path: str, directory: bool) -> bool:
        """Whether git would ignore the entry, none of whose parents is ignored; `path` is absolute."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[rules._base :].replace(os.sep, "/")
            for pattern in reversed(rules._patterns) if path.startswith(rules._root) else ():
                if pattern.matches(relative, directory):
                    return pattern.include
            rules = rules._parent
        return False


def read_rules(file: str, base: str, parent: IgnoreRules | None) -> IgnoreRules | None:
    """The rules of an ignore file about what lies below `base`; those above when there is no such file."""
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines:
            return IgnoreRules(base, [line.rstrip("\r\n") for line in lines], parent)
    except OSError:
        return parent


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A line. `below` is set when it ends in `/**/`, which matches directories below, but not the one before it."""

    include: bool
    directories_only: bool
    below: bool
    regex: re.Pattern[str]

    def matches(self, path: str, directory: bool) -> bool:
        """Whether the entry itself matches, not a directory above it: the slash behind what matched is the last character."""
        if self.directories_only > directory:
            return False
        text = f"{path}/" if self.directories_only else path
        found = self.regex.search(text)
        if found is None or _SLASH not in self.regex.groupindex or self.regex.pattern == _ANY_DIRECTORY:
            return found is not None
        return (found.end(_SLASH) in {-1, len(text)}) != self.below


_SLASH = "ps_d"
"""pathspec's group for the slash that ends the matched directory."""

_ANY_DIRECTORY = f"(?P<{_SLASH}>/)"


def _pattern(line: str) -> _Pattern | None:
    """What a line says, or None for a comment, an empty line and what is no pattern."""
    from pathspec.patterns.gitignore import GitIgnorePatternError
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd brackets are the repository's business
            pattern = GitIgnoreSpecPattern(line)
    except GitIgnorePatternError:
        return None
    if pattern.include is None or pattern.regex is None:
        return None
    text = line.rstrip(" ")
    return _Pattern(pattern.include, text.endswith("/"), text.endswith("/**/"), pattern.regex)
