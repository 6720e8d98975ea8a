"""Finding what can be analysed: directories of Terraform and documents that may be templates."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from obslint.source.gitignore import IgnoreRules, read_rules

CONFIGURATION = (".tf", ".tofu", ".tf.json", ".tofu.json")
"""Endings of files that make a directory a Terraform module."""

TERRAFORM = (*CONFIGURATION, ".tfvars", ".tofuvars", ".tfvars.json", ".tofuvars.json")
"""Endings of the files that belong to Terraform or OpenTofu."""

DOCUMENTS = (".yaml", ".yml", ".json", ".template")
"""Endings of files that may be CloudFormation templates; their content decides."""

LEFT_OUT = frozenset({".git", ".hg", ".svn", ".terraform", ".terragrunt-cache", "node_modules", "__pycache__"})
"""Directories that are never entered unless they are named: other people's code and tools' own data."""


@dataclass(frozen=True, slots=True)
class Found:
    """Absolute paths, sorted: directories with Terraform configuration, possible templates, and what could not be listed."""

    directories: tuple[Path, ...] = ()
    documents: tuple[Path, ...] = ()
    unlisted: tuple[tuple[Path, str], ...] = ()


@dataclass(slots=True)
class _Collector:
    exclude: tuple[IgnoreRules, ...] = ()
    directories: set[str] = field(default_factory=set)
    documents: list[str] = field(default_factory=list)
    unlisted: list[tuple[str, str]] = field(default_factory=list)


def is_terraform(name: str) -> bool:
    """Whether a file belongs to Terraform or OpenTofu by its name."""
    return name.endswith(TERRAFORM)


def discover(directories: Iterable[Path], exclude: Iterable[tuple[Path, str]] = ()) -> Found:
    """Searches directories for what neither git ignores nor a pattern excludes; a pattern counts from the directory beside it.

    Links to directories are not followed, so no loop can arise.

    The directories themselves are searched whatever git says about them.
    """
    found = _Collector(tuple(IgnoreRules(str(base), [pattern]) for base, pattern in exclude))
    for directory in dict.fromkeys(os.path.abspath(path) for path in directories):
        _walk(directory, _rules_above(directory), found)
    return Found(
        tuple(map(Path, sorted(found.directories))),
        tuple(map(Path, sorted(set(found.documents)))),
        tuple((Path(path), why) for path, why in sorted(set(found.unlisted))),
    )


def repository_of(path: Path) -> Path | None:
    """The nearest directory above a path (or the path itself) that holds `.git`."""
    return next((parent for parent in (path, *path.parents) if os.path.lexists(parent / ".git")), None)


def _rules_above(directory: str) -> IgnoreRules | None:
    """The rules of the repository that apply to a directory; none when they would leave it out as a whole."""
    root = repository_of(Path(directory))
    if root is None or str(root) == directory:
        return None
    rules: IgnoreRules | None = None
    current = str(root)
    for name in Path(directory).relative_to(root).parts:
        rules = _with_rules_of(current, rules)
        current = os.path.join(current, name)
        if rules and rules.ignores(current, directory=True):
            return None
    return rules


def _with_rules_of(directory: str, rules: IgnoreRules | None) -> IgnoreRules | None:
    """The rules below a directory; those from outside end where a repository starts."""
    if os.path.lexists(os.path.join(directory, ".git")):
        rules = read_rules(os.path.join(directory, ".git", "info", "exclude"), directory, None)
    return read_rules(os.path.join(directory, ".gitignore"), directory, rules)


def _walk(start: str, rules: IgnoreRules | None, found: _Collector) -> None:
    pending = [(start, rules)]
    while pending:
        directory, rules = pending.pop()
        try:
            with os.scandir(directory) as listing:
                entries = list(listing)
        except OSError as error:
            found.unlisted.append((directory, error.strerror or str(error)))
            continue
        names = {entry.name for entry in entries}
        if "pyvenv.cfg" in names and directory != start:
            continue
        if ".gitignore" in names or ".git" in names:
            rules = _with_rules_of(directory, rules)
        if "cdk.out" in names and "manifest.json" in names:  # a cloud assembly; its assets are code and data to upload
            entries = [entry for entry in entries if not entry.name.startswith("asset.")]
        pending.extend((path, rules) for path in _take(entries, directory, rules, found))


def _take(entries: list[os.DirEntry[str]], directory: str, rules: IgnoreRules | None, found: _Collector) -> list[str]:
    """Notes the files of a directory and gives the directories to enter."""
    entered = []
    for entry in entries:
        name = entry.name
        if entry.is_dir(follow_symlinks=False):
            if not _left_out(name, directory) and not _ignored(entry, rules, found, directory=True):
                entered.append(entry.path)
        elif name.endswith(CONFIGURATION):
            if directory not in found.directories and _is_file(entry, rules, found) and not name.startswith("."):
                found.directories.add(directory)
        elif name.endswith(DOCUMENTS) and not name.endswith(TERRAFORM) and _is_file(entry, rules, found):
            found.documents.append(entry.path)
    return entered


def _is_file(entry: os.DirEntry[str], rules: IgnoreRules | None, found: _Collector) -> bool:
    """Whether an entry is a file to look at; a link that leads nowhere is one, so that it is reported."""
    return not _ignored(entry, rules, found, directory=False) and not (entry.is_symlink() and entry.is_dir())


def _ignored(entry: os.DirEntry[str], rules: IgnoreRules | None, found: _Collector, *, directory: bool) -> bool:
    """Whether git ignores an entry, or a pattern excludes it."""
    return bool(rules and rules.ignores(entry.path, directory)) or any(one.ignores(entry.path, directory) for one in found.exclude)


def _left_out(name: str, directory: str) -> bool:
    return name in LEFT_OUT or (name.startswith("asset.") and os.path.basename(directory) == "cdk.out")
