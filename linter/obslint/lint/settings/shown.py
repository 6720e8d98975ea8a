"""What is set for a path: every value with the place that sets it."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from obslint.lint.profile import SEVERITY, matching, profile
from obslint.lint.registry import Registry
from obslint.lint.request import Request
from obslint.lint.settings.model import PathSettings, SettingsFile, kebab
from obslint.lint.settings.read import Origin, Settings
from obslint.policy import Options, Rule

_TABLES = ("per-path", "rules", "exclude", "extend")


@dataclass(frozen=True, slots=True)
class Shown:
    """A value by its key, as the path in a settings file; without origin it is the default."""

    key: tuple[str, ...]
    value: Any
    origin: Origin | None


def shown(settings: Settings, registry: Registry, path: Path) -> tuple[Shown, ...]:
    """Every value that holds for a path, those of single files only where they name it. Raises `UsageError` for settings that are wrong."""
    found = profile(Request((), Path.cwd(), no_baseline=True), registry, settings)  # one that is not there yet is still a setting
    return (*_top(settings), *_of_paths(settings, path), *_of_rules(settings, registry, found.options))


def _top(settings: Settings) -> Iterator[Shown]:
    for one in fields(SettingsFile):
        key = kebab(one.name)
        if key not in _TABLES:
            yield Shown((key,), getattr(settings.values, one.name), settings.origins.get(key))
    patterns = tuple(pattern for _, pattern in settings.exclude)
    yield Shown(("exclude",), patterns, settings.origins.get("exclude"))


def _of_paths(settings: Settings, path: Path) -> Iterator[Shown]:
    """What differs for the file; for a directory, for all that may lie in it."""
    for directory, pattern, values, origin in settings.per_path:
        if path.is_dir() or matching(Path.cwd(), directory, pattern)(os.path.relpath(path)):
            for one in fields(PathSettings):
                if value := getattr(values, one.name):
                    yield Shown(("per-path", pattern, kebab(one.name)), value, origin)


def _of_rules(settings: Settings, registry: Registry, given: Mapping[str, Options]) -> Iterator[Shown]:
    """The severities that are set, and the options of every rule that has some."""
    for name in sorted(registry.cards):
        severity = settings.origins.get(f"rules.{name}.{SEVERITY}")
        if severity:
            yield Shown(("rules", name, SEVERITY), settings.values.rules[name][SEVERITY], severity)
        rule = registry.rule(name)
        if isinstance(rule, Rule) and rule.options:
            options = given.get(name) or rule.options()
            for one in fields(options):  # type: ignore[arg-type]  # a dataclass, as Options wants
                key = kebab(one.name)
                yield Shown(("rules", name, key), getattr(options, one.name), settings.origins.get(f"rules.{name}.{key}"))
