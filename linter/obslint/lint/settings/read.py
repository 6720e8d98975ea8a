"""Finding and reading settings files: the nearest upward to the repository root, with what they extend."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from obslint import __version__
from obslint.lint.request import UsageError
from obslint.lint.settings.check import Complaint, MisfitError, build, complaints
from obslint.lint.settings.model import PathSettings, SettingsFile
from obslint.lint.settings.places import line_of
from obslint.source.discovery import repository_of

NAMES = ("obslint.toml", ".obslint.toml", "pyproject.toml")
TOOL = ("tool", "obslint")
MAX_EXTENDS = 20


@dataclass(frozen=True, slots=True)
class Written:
    """A settings file: its path, its text, the table that is obslint's, and where in the file that table is."""

    path: Path
    text: str
    table: Mapping[str, Any]
    prefix: tuple[str, ...] = ()

    def line(self, *keys: str) -> int:
        """The line on which a key is set."""
        return line_of(self.text, (*self.prefix, *keys))


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    path: Path
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set for a directory: the values of its nearest file over those that it extends, with the origin of each.

    `directory` is that of the nearest file, None when there is none. Patterns stand with the directory they count from.
    """

    values: SettingsFile = field(default_factory=SettingsFile)
    directory: Path | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)
    per_path: tuple[tuple[Path, str, PathSettings, Origin], ...] = ()
    exclude: tuple[tuple[Path, str], ...] = ()

    def near(self, name: str) -> Path:
        """The directory from which the paths of a setting count."""
        origin = self.origins.get(name)
        return origin.path.parent if origin else (self.directory or Path.cwd())


def find(directory: Path) -> Path | None:
    """The settings file that is nearest to a directory, upward to the root of its repository (without one: this directory only)."""
    root = repository_of(directory)
    for parent in (directory, *directory.parents):
        if (path := own(parent)) or root is None or parent == root:
            return path
    return None


def own(directory: Path) -> Path | None:
    """The settings file that stands in a directory itself."""
    for name in NAMES:
        path = directory / name
        if path.is_file() and (name != NAMES[-1] or _table(path) is not None):
            return path
    return None


def settings_for(directory: Path) -> Settings:
    """What is set for a directory. Raises `UsageError`, with file and line, for a file that is wrong."""
    path = find(directory)
    return read(path) if path else Settings()


def read(path: Path) -> Settings:
    """A settings file with what it extends. Raises `UsageError`, with file and line, for one that is wrong."""
    chain = list(_chain(path))
    for written in chain:
        _checked(written)
    merged: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for written in reversed(chain):
        for key, value in written.table.items():
            if key == "rules":
                _merge_rules(merged, origins, written)
            elif key not in ("per-path", "exclude", "extend"):
                merged[key] = value
                origins[key] = Origin(written.path, written.line(key))
            elif key == "exclude" or (key == "extend" and written.path == path):
                origins[key] = Origin(written.path, written.line(key))
    values = build(SettingsFile, merged)
    per_path = tuple(found for written in chain for found in _per_path(written))
    exclude = tuple((written.path.parent, pattern) for written in chain for pattern in written.table.get("exclude", ()))
    return Settings(values, path.parent, origins, per_path, exclude)


def _chain(path: Path) -> Iterator[Written]:
    """A file, what it extends, and so on."""
    seen: list[Written] = []
    while True:
        if any(one.path == path for one in seen) or len(seen) >= MAX_EXTENDS:
            raise UsageError(f"{seen[-1].path}:{seen[-1].line('extend')}: extend leads back to {path}")
        written = _written(path)
        seen.append(written)
        yield written
        extend = written.table.get("extend")
        if not isinstance(extend, str) or not extend:
            return
        following = (path.parent / extend).resolve()
        if not following.is_file():
            raise UsageError(f"{path}:{written.line('extend')}: extend names {extend}, which is no file")
        path = following


def _written(path: Path) -> Written:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    try:
        table: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        raise UsageError(f"{path}{f':{line[1]}' if line else ''}: this is not TOML: {error}") from error
    if path.name != NAMES[-1]:
        return Written(path, text, table)
    for key in TOOL:
        table = table.get(key, {}) if isinstance(table, Mapping) else {}
    return Written(path, text, table if isinstance(table, Mapping) else {}, TOOL)


def _table(path: Path) -> Mapping[str, Any] | None:
    """The table of obslint in a pyproject.toml; None when there is none. A file that cannot be read has none here."""
    try:
        data: Any = path.read_bytes()
        if b"tool.obslint" not in data:
            return None
        return _written(path).table or None
    except (OSError, UsageError):
        return None


def _checked(written: Written) -> None:
    required = written.table.get("required-version")
    if isinstance(required, str) and required and not _fits(required, written):
        at = f"{written.path}:{written.line('required-version')}"
        raise UsageError(f"{at}: required-version is {required}, and this is obslint {__version__}")
    try:
        build(SettingsFile, written.table)
    except MisfitError as error:
        raise UsageError("\n".join(_told(written, complaints(SettingsFile, written.table)) or (str(error),))) from error


def _told(written: Written, found: Iterable[Complaint]) -> tuple[str, ...]:
    """What is wrong with a file, each complaint with its line."""
    return tuple(f"{written.path}:{written.line(*one.path)}: {'.'.join(one.path)} {_message(written, one)}" for one in found)


def _message(written: Written, one: Complaint) -> str:
    if one.path == TOOL[:1] and not written.prefix:
        return f"is for pyproject.toml; in {written.path.name} settings stand at the top, without [{'.'.join(TOOL)}]"
    return one.message


def _fits(required: str, written: Written) -> bool:
    def parts(text: str) -> tuple[int, ...]:
        return tuple(int(part) for part in re.findall(r"\d+", text)[:3])

    ours = parts(__version__)
    for clause in required.split(","):
        found = re.fullmatch(r"\s*(>=|<=|==|!=|<|>)\s*(\d+(?:\.\d+){0,2})\s*", clause)
        if found is None:
            at = f"{written.path}:{written.line('required-version')}"
            raise UsageError(f"{at}: required-version {required!r} is not understood; write it as in >=1.2,<2")
        length = max(len(ours), len(theirs := parts(found[2])))
        one, other = (value + (0,) * (length - len(value)) for value in (ours, theirs))
        holds = {">=": one >= other, "<=": one <= other, "==": one == other, "!=": one != other, "<": one < other, ">": one > other}
        if not holds[found[1]]:
            return False
    return True


def _merge_rules(merged: dict[str, Any], origins: dict[str, Origin], written: Written) -> None:
    rules = merged.setdefault("rules", {})
    for rule, values in written.table["rules"].items():
        known = rules.setdefault(rule, {})
        for key, value in values.items():
            known[key] = value
            origins[f"rules.{rule}.{key}"] = Origin(written.path, written.line("rules", rule, key))


def _per_path(written: Written) -> Iterator[tuple[Path, str, PathSettings, Origin]]:
    for pattern, values in written.table.get("per-path", {}).items():
        yield written.path.parent, pattern, build(PathSettings, values), Origin(written.path, written.line("per-path", pattern))
