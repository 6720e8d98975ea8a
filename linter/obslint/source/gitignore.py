"""Git's ignore rules, for a walk that asks about every entry on its way down.

pathspec translates the patterns. The walk never enters what is ignored, so a pattern for directories only is not asked
about files, and a directory is compared without its trailing slash: then `build/**` with `!build/keep.tf`, and `*` with
`!*/`, work as they do in git (https://git-scm.com/docs/gitignore).
"""

import os
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec.pattern import RegexPattern


class IgnoreRules:
    """The rules of one ignore file, on top of those of the directories above it."""

    __slots__ = ("_base", "_parent", "_patterns")

    def __init__(self, base: str, lines: Iterable[str], parent: "IgnoreRules | None" = None) -> None:
        self._base = len(base.rstrip(os.sep)) + 1
        self._patterns = [(line.rstrip(" ").endswith("/"), found) for line in lines if (found := _pattern(line)) is not None]
        self._parent = parent

    def ignores(self, path: str, directory: bool) -> bool:
        """Whether git would ignore the entry, none of whose parents is ignored; `path` is absolute."""
        rules: IgnoreRules | None = self
        while rules is not None:
            relative = path[rules._base :].replace(os.sep, "/")
            for directories_only, pattern in reversed(rules._patterns):
                if directory >= directories_only and pattern.match_file(f"{relative}/" if directories_only else relative):
                    return bool(pattern.include)
            rules = rules._parent
        return False


def read_rules(file: str, base: str, parent: IgnoreRules | None) -> IgnoreRules | None:
    """The rules of an ignore file about what lies below `base`; those above when there is no such file."""
    try:
        with open(file, encoding="utf-8-sig", errors="surrogateescape", newline="\n") as lines:
            return IgnoreRules(base, [line.rstrip("\r\n") for line in lines], parent)
    except OSError:
        return parent


def _pattern(line: str) -> "RegexPattern | None":
    """What a line says, or None for a comment, an empty line and what is no pattern."""
    from pathspec.patterns.gitignore import GitIgnorePatternError
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # odd brackets are the repository's business
            pattern = GitIgnoreSpecPattern(line)
    except GitIgnorePatternError:
        return None
    return None if pattern.include is None else pattern
