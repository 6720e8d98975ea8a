"""The state of a run: which rules are on, and what they say about the sources as they are or would be."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from obslint import aws
from obslint.aws.estate import Read
from obslint.lint.estate import LoadedEstate, LoadedUnit, describe
from obslint.lint.examine import Check, Examination, examine
from obslint.lint.known import Key
from obslint.lint.profile import Profile, Profiles
from obslint.lint.registry import Registry
from obslint.lint.suppress import Calendar, Judged, judge, without_known, without_present
from obslint.model import Unit
from obslint.policy import Options, Rule
from obslint.source import SourceFile, Sources

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A unit with the way to load it again, and what was found in it."""

    loaded: LoadedUnit
    judged: Judged

    @property
    def unit(self) -> Unit:
        """The unit itself."""
        return self.loaded.unit

    @property
    def paths(self) -> frozenset[str]:
        """The shown paths of its files."""
        return frozenset(file.path for file in self.unit.files)


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Sources, and what the rules say about them."""

    sources: Sources
    entries: tuple[Entry, ...]


class ReloadError(Exception):
    """A unit cannot be loaded any more after an edit; the message says why."""


@dataclass(slots=True, eq=False)
class Session:
    """The rules that are on, and by what exceptions are judged. `broken` names rules that could not be imported."""

    registry: Registry
    profiles: Profiles
    calendar: Calendar
    complete: bool = False
    exceptions: bool = True
    """Whether exceptions count."""
    broken: dict[str, str] = field(default_factory=dict)
    before: frozenset[Key] = frozenset()
    """The keys of findings that were there before the change that is looked at."""
    _checks: dict[tuple[str, Options | None], Check | None] = field(default_factory=dict)

    def begin(self, estate: LoadedEstate, progress: Progress | None = None) -> Snapshot:
        """Examines every unit of an estate."""
        entries = []
        read = Read(tuple(loaded.unit for loaded in estate.units))
        for done, loaded in enumerate(estate.units, 1):
            entries.append(self._entry(loaded, read, estate.sources))
            if progress:
                progress(done, len(estate.units))
        return Snapshot(estate.sources, tuple(entries))

    def leaving_out(self, snapshot: Snapshot, before: frozenset[Key]) -> Snapshot:
        """The snapshot without what was there before; later ones of this session leave it out too."""
        self.before = before
        entries = (Entry(entry.loaded, without_present(entry.judged, before)) for entry in snapshot.entries)
        return Snapshot(snapshot.sources, tuple(entries))

    def changed(
        self, snapshot: Snapshot, overlay: Mapping[Path, SourceFile], units: Iterable[Unit] = (), *, trial: bool = False
    ) -> Snapshot:
        """The snapshot with changed files: what they belong to is loaded and examined again, what reads from that, and the given units.

        So is every unit about which something was said with a view to others, unless it is only a trial of what others do not see.
        Raises `ReloadError` when a unit does not load any more.
        """
        sources = snapshot.sources.over(overlay)
        paths = {file.path for file in overlay.values()}
        stale = _stale(snapshot, paths, units)
        loaded = [self._again(entry, sources) if old else entry.loaded for entry, old in zip(snapshot.entries, stale, strict=True)]
        read = Read(tuple(one.unit for one in loaded))
        return Snapshot(
            sources,
            tuple(
                self._entry(loaded[at], read, sources) if stale[at] or (entry.judged.examination.asks_estate and not trial) else entry
                for at, entry in enumerate(snapshot.entries)
            ),
        )

    def _again(self, entry: Entry, sources: Sources) -> LoadedUnit:
        try:
            unit = entry.loaded.reload(sources)
        except Exception as error:  # an edit must never bring the run down
            raise ReloadError(f"{entry.unit.path} would not load: {describe(error)}") from error
        if unit is None:
            raise ReloadError(f"{entry.unit.path} would no longer be found")
        return LoadedUnit(unit, entry.loaded.reload)

    def _entry(self, loaded: LoadedUnit, read: Read, sources: Sources) -> Entry:
        profile = self.profiles.of(_directory(sources, loaded.unit.path))
        examination = self._examine(aws.Estate(loaded.unit, read, self.complete), profile)
        if self.exceptions:
            judged = judge(examination, sources, self.calendar, profile)
        else:
            judged = without_known(Judged(examination, (), examination.hits, (), profile), sources.base)
        return Entry(loaded, without_present(judged, self.before))

    def _examine(self, estate: aws.Estate, profile: Profile) -> Examination:
        cards = self.registry.concerning(estate.own.data.types, profile.active)
        return examine(estate, [check for card in cards if (check := self._check(card.id, profile.options.get(card.id)))])

    def _check(self, name: str, options: Options | None) -> Check | None:
        """The rule, imported when first needed; one that cannot be imported is noted and left out."""
        key = name, options
        if key not in self._checks:
            self._checks[key] = None
            try:
                rule = self.registry.rule(name)
                if isinstance(rule, Rule):
                    given = options or (rule.options() if rule.options else None)
                    self._checks[key] = Check(rule, rule.subjects, rule.surroundings, given)
            except Exception as error:  # the module of a pack may fail in any way
                self.broken[name] = f"rule {name} cannot be imported: {describe(error)}"
        return self._checks[key]


def _directory(sources: Sources, path: str) -> Path:
    """The directory of a unit, be it named by that or by its template."""
    place = sources.base / path
    return place if place.is_dir() else place.parent


def _stale(snapshot: Snapshot, paths: set[str], units: Iterable[Unit]) -> list[bool]:
    """Which units hold one of the files, are given, or take values from a unit that is stale itself."""
    wanted = {id(unit) for unit in units}
    stale = [id(entry.unit) in wanted or not entry.paths.isdisjoint(paths) for entry in snapshot.entries]
    reads = [entry.unit.reads() for entry in snapshot.entries]
    changed = True
    while changed and any(reads):
        touched = set(paths).union(*((entry.unit.path, *entry.paths) for entry, old in zip(snapshot.entries, stale, strict=True) if old))
        before, stale = stale, [old or not read.isdisjoint(touched) for old, read in zip(stale, reads, strict=True)]
        changed = before != stale
    return stale
