"""What is on for a unit: rules, their options and severities, by the command line and the settings file nearest to the unit."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from obslint.lint.ignores import Directive, Ignore
from obslint.lint.known import Baseline
from obslint.lint.registry import Registry
from obslint.lint.request import Request, UsageError
from obslint.lint.selection import did_you_mean, select
from obslint.lint.settings.model import SettingsFile
from obslint.lint.settings.read import Origin, Settings, find, read
from obslint.policy import Options, Persona, Rule, Severity
from obslint.source import Place, SourceFile

SEVERITY = "severity"


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The rules that are on, what is set for them, the exceptions of the settings, and the rules that no exception may silence."""

    active: frozenset[str]
    options: Mapping[str, Options] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    exceptions: tuple[Ignore, ...] = ()
    unignorable: frozenset[str] = frozenset()
    baseline: Baseline | None = None
    foreign: frozenset[str] = frozenset()
    """Other tools whose exceptions count."""


class Profiles:
    """The profile of each directory. Only settings files are looked for when the request says so.

    `at` gives the directory whose settings count for another, as for files of an earlier commit.
    """

    def __init__(self, request: Request, registry: Registry, at: Callable[[Path], Path] = lambda directory: directory) -> None:
        self._request, self._registry, self._at = request, registry, at
        self._found: dict[Path | None, Profile] = {}
        self._files: dict[Path, Path | None] = {}
        self.files: set[Path] = set()
        """The settings files that were read, with what they extend, and baselines."""

    def of(self, directory: Path) -> Profile:
        """What is on for a unit in a directory. Raises `UsageError` for settings that are wrong."""
        directory = self._at(directory)
        if not self._request.settings or self._request.settings_file:
            path = self._request.settings_file
        elif directory in self._files:
            path = self._files[directory]
        else:
            path = self._files[directory] = find(directory)
        if path not in self._found:
            settings = self._read(path) if path else Settings()
            self._found[path] = profile(self._request, self._registry, settings)
        return self._found[path]

    def _read(self, path: Path) -> Settings:
        self.files.add(path)
        settings = read(path)
        self.files |= {origin.path for origin in settings.origins.values()} | {one[-1].path for one in settings.per_path}
        if settings.values.baseline:
            self.files.add(baseline_file(settings))
        return settings

    @property
    def active(self) -> frozenset[str]:
        """The rules that are on anywhere, as far as was asked."""
        return frozenset().union(*(found.active for found in self._found.values()))


def home(base: Path, paths: Iterable[Path]) -> Path:
    """The directory whose settings are those of the run as a whole: the one that is common to its paths."""
    above = [path if path.is_dir() else path.parent for path in (Path(os.path.abspath(base / one)) for one in paths)]
    return Path(os.path.commonpath(above)) if above else Path(os.path.abspath(base))


def profile(request: Request, registry: Registry, settings: Settings) -> Profile:
    """The command line over the settings."""
    values = settings.values
    severities = dict(_severities(values, settings, registry))
    merged = _merged(request, values)
    try:
        active = select(merged, registry, severities)
    except UsageError as error:
        left_out = (f"\n{one}" for one in registry.errors)  # why a rule that was named may not be there
        raise UsageError("".join((_with_origin(str(error), settings), *left_out))) from error
    options = {**dict(_options(values, settings, registry)), **request.options}
    unignorable = _expanded(values.unignorable, registry, settings.origins.get("unignorable"))
    exceptions = tuple(_exceptions(settings, registry, Path(os.path.abspath(request.base))))
    return Profile(active, options, severities, exceptions, unignorable, _baseline(request, settings), frozenset(values.foreign_ignores))


def _baseline(request: Request, settings: Settings) -> Baseline | None:
    """The known findings: those of the command line, else those that the settings name."""
    if request.no_baseline or request.baseline or not settings.values.baseline:
        return None if request.no_baseline else request.baseline
    from obslint.lint.baseline import read_baseline

    try:
        return read_baseline(baseline_file(settings))
    except UsageError as error:
        raise UsageError(f"{settings.origins['baseline']}: {error}") from error


def baseline_file(settings: Settings) -> Path:
    """The file that the settings name as the baseline."""
    return Path(os.path.normpath(settings.near("baseline") / settings.values.baseline))


def _merged(request: Request, values: SettingsFile) -> Request:
    """The request with what the settings say where the command line says nothing; what is ignored adds up."""
    given = request.given
    return replace(
        request,
        select=request.select or values.select,
        ignore=(*request.ignore, *values.ignore),
        persona=request.persona if "persona" in given else Persona(values.persona),
        min_severity=request.min_severity if "min_severity" in given else Severity(values.min_severity),
    )


def _with_origin(message: str, settings: Settings) -> str:
    """The message with the place of the name in the settings file, if it is there that the name stands."""
    for key in ("ignore", "select"):
        origin = settings.origins.get(key)
        if origin and any(name in message.replace(";", " ").split() for name in getattr(settings.values, key)):
            return f"{origin}: {key}: {message}"
    return message


def _expanded(names: Iterable[str], registry: Registry, origin: Origin | None) -> frozenset[str]:
    """The rules that names stand for: ids, families, what others call them. Raises `UsageError` for a name that does not exist."""
    found: set[str] = set()
    for name in names:
        rules = {card.id for card in registry if name in (card.id, card.family)} | registry.aliases.get(name, frozenset())
        if not rules:
            known = {*registry.cards, *registry.families, *registry.aliases}
            raise UsageError(f"{origin}: there is no rule or family {name}{did_you_mean(name, known)}")
        found |= rules
    return frozenset(found)


def _severities(values: SettingsFile, settings: Settings, registry: Registry) -> Iterator[tuple[str, Severity]]:
    for rule, table in values.rules.items():
        if rule not in registry.cards:
            origin = next((origin for key, origin in settings.origins.items() if key.startswith(f"rules.{rule}.")), "")
            raise UsageError(f"{origin}: there is no rule {rule}{did_you_mean(rule, registry.cards)}")
        if SEVERITY in table:
            yield rule, _severity(rule, table[SEVERITY], settings)


def _severity(rule: str, value: Any, settings: Settings) -> Severity:
    try:
        return Severity(value)
    except ValueError as error:
        origin = settings.origins[f"rules.{rule}.{SEVERITY}"]
        raise UsageError(f"{origin}: rules.{rule}.severity is {value!r}; it should be error, warning or info") from error


def _options(values: SettingsFile, settings: Settings, registry: Registry) -> Iterator[tuple[str, Options]]:
    """The options of rules, as their classes want them."""
    for rule, table in values.rules.items():
        given = {key: value for key, value in table.items() if key != SEVERITY}
        if given:
            found = registry.rule(rule)
            kind = found.options if isinstance(found, Rule) else None
            yield rule, _built(kind, rule, given, settings)


def _built(kind: type[Options] | None, rule: str, given: Mapping[str, Any], settings: Settings) -> Options:
    from obslint.lint.settings.check import MisfitError, build, complaints

    if kind is None:
        key = next(iter(given))
        raise UsageError(f"{settings.origins[f'rules.{rule}.{key}']}: rules.{rule}.{key} is no setting; the rule has severity only")
    for key, value in given.items():
        if type(value) is int and value < 0:
            raise UsageError(f"{settings.origins[f'rules.{rule}.{key}']}: rules.{rule}.{key} is {value}: input should not be below 0")
    try:
        return build(kind, given)
    except MisfitError as error:
        told = (
            f"{settings.origins[f'rules.{rule}.{one.path[0]}']}: rules.{rule}.{'.'.join(one.path)} {one.message}"
            for one in complaints(kind, given)
        )
        raise UsageError("\n".join(told) or str(error)) from error


def _exceptions(settings: Settings, registry: Registry, base: Path) -> Iterator[Ignore]:
    """The findings that settings leave out by path, as exceptions with a place."""
    for directory, pattern, values, origin in settings.per_path:
        if values.ignore:
            shown = os.path.relpath(origin.path, base)
            file = SourceFile(shown, origin.path.read_text(encoding="utf-8"))
            place, paths = Place(file, file.line_span(origin.line)), matching(base, directory, pattern)
            for name in values.ignore:
                rules = tuple(sorted(_expanded((name,), registry, origin)))
                yield Ignore(Directive(rules, values.reason, values.until, owner=values.owner), place, paths=paths, named=name)


def matching(base: Path, directory: Path, pattern: str) -> Callable[[str], bool]:
    """Whether a pattern, as in .gitignore, names a file; paths are shown from the base of the run."""
    from pathspec import GitIgnoreSpec

    spec = GitIgnoreSpec.from_lines([pattern])

    def matches(shown: str) -> bool:
        relative = os.path.relpath(base / shown, directory)
        return not relative.startswith(os.pardir) and spec.match_file(relative)

    return matches
