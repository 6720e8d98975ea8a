"""What a change brings: the findings of now against those of the commit that the branch left.

Both are analysed whole, and by the settings, exceptions and rules of now, so that only the change of the files tells.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from obslint.lint.compose import Composer
from obslint.lint.engine import EngineFinding
from obslint.lint.engine_rules import SYNTAX_ERROR
from obslint.lint.examine import Examination, Hit
from obslint.lint.history import Repository, furnish
from obslint.lint.known import Key
from obslint.lint.moves import Moves, moved_to
from obslint.lint.present import Group, location, subject
from obslint.lint.profile import Profiles
from obslint.lint.registry import Registry
from obslint.lint.request import FixMode, Request, UsageError
from obslint.lint.result import CellChange, Change, CoverageChange, Mended, NotAnalysed
from obslint.lint.runner import Examined, examined
from obslint.lint.session import Progress, Snapshot
from obslint.source import SourceFile, UnreadableError, decode
from obslint.source.discovery import repository_of

if TYPE_CHECKING:
    from obslint.lint.coverage import Coverage

_LACKING = ("missing", "broken")
_MODULES = re.compile(r'^(?:module\.[^.\[]+(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\])?\.)+')
_INSTANCE = re.compile(r'\[(?:"(?:[^"\\]|\\.)*"|\d+)\]')


@dataclass(frozen=True, slots=True)
class Trace:
    """What is kept of a hit: its key, and the file in which it stood."""

    key: Key
    path: str

    @property
    def written(self) -> tuple[str, ...]:
        """What stays when a module is called by another name or from elsewhere, or a resource gets or loses `count`."""
        rule, _, address, attribute = self.key
        return rule, self.path, _INSTANCE.sub("", _MODULES.sub("", address)), attribute

    @property
    def moved(self) -> tuple[str, ...]:
        """What stays when a unit goes to another place."""
        rule, _, address, attribute = self.key
        return rule, address, attribute


@dataclass(frozen=True, slots=True)
class Past:
    """What was found at the base of a change. `groups` are the findings that would have been reported then, with their keys."""

    ref: str
    commit: str
    repository: Repository
    traces: tuple[Trace, ...] = ()
    units: frozenset[str] = frozenset()
    groups: tuple[tuple[frozenset[Key], Mended], ...] = ()
    engine: Counter[tuple[str, ...]] = field(default_factory=Counter)
    errors: tuple[str, ...] = ()
    missed: tuple[NotAnalysed, ...] = ()
    coverage: "Coverage | None" = None

    def pairs(self, snapshot: Snapshot) -> dict[Key, Key]:
        """The keys of then with those of now. What is not there any more is looked for under another address, one for one."""
        now = [_trace(hit) for entry in snapshot.entries for hit in entry.judged.examination.hits]
        keys = {trace.key for trace in now}
        found = {trace.key: trace.key for trace in self.traces if trace.key in keys}
        units = {entry.unit.path for entry in snapshot.entries}
        fresh = {trace.key: trace for trace in now if trace.key not in found}
        lost = {trace.key: trace for trace in self.traces if trace.key not in found}
        declared = {entry.unit.path: entry.unit.moves() for entry in snapshot.entries}
        carried = {key: one for key, one in lost.items() if moved_to(key[2], declared.get(key[1], ())) != key[2]}
        _pair(found, carried, fresh, {key: _carried(key, declared if key in carried else {}) for key in (*carried, *fresh)})
        lost = {key: one for key, one in lost.items() if key not in found}
        _pair(found, lost, fresh, {key: one.written for key, one in (lost | fresh).items()})
        gone = {key: one for key, one in lost.items() if key[1] not in units}
        new = {key: one for key, one in fresh.items() if key[1] not in self.units}
        _pair(found, gone, new, {key: one.moved for key, one in (gone | new).items()})
        return found

    def without(self, found: Iterable[EngineFinding]) -> list[EngineFinding]:
        """What the engine says now and did not say then; a file that does not parse is spoken of again when it was changed."""
        left, then = [], Counter(self.engine)
        for one in found:
            key = _engine_key(one)
            then[key] -= 1
            if then[key] < 0:
                left.append(one)
        return left

    def change(self, snapshot: Snapshot, introduced: int) -> Change:
        """What became of the findings of then."""
        pairs, states = self.pairs(snapshot), _States(snapshot)
        told = [(states.of(pairs.get(key, key) for key in keys), mended) for keys, mended in self.groups]
        counts = Counter(state for state, _ in told)
        mended = tuple(sorted((one for state, one in told if state == "mended"), key=lambda one: (one.location, one.rule)))
        return Change(self.ref, self.commit, introduced, counts["present"], mended, counts["accepted"], counts["undecided"])


def _carried(key: Key, declared: Mapping[str, Moves]) -> Key:
    """A key under the address to which `moved` blocks lead; instances apart, since those of a module have keys of their own."""
    rule, unit, address, attribute = key
    return rule, unit, _INSTANCE.sub("", moved_to(address, declared.get(unit, ()))), attribute


def _pair(found: dict[Key, Key], lost: dict[Key, Trace], fresh: dict[Key, Trace], by: dict[Key, tuple[str, ...]]) -> None:
    """Moves from `lost` and `fresh` to `found` what is the same by a key that says less."""
    waiting: dict[tuple[str, ...], list[Key]] = {}
    for key in fresh:
        waiting.setdefault(by[key], []).append(key)
    for key in list(lost):
        if others := waiting.get(by[key]):
            found[key] = others.pop(0)
            del lost[key], fresh[found[key]]


class _States:
    """What is said now about the key of a finding."""

    def __init__(self, snapshot: Snapshot) -> None:
        judged = [entry.judged for entry in snapshot.entries]
        self._present = {hit.key for one in judged for hit in (*one.kept, *one.known, *one.present)}
        self._accepted = {hit.key for one in judged for hit, _ in one.accepted}
        self._units = {entry.unit.path: entry.judged.examination for entry in snapshot.entries}

    def of(self, keys: Iterable[Key]) -> str:
        found = {self._of(key) for key in keys}
        return next(state for state in ("present", "accepted", "undecided", "mended") if state in found)

    def _of(self, key: Key) -> str:
        if key in self._present:
            return "present"
        if key in self._accepted:
            return "accepted"
        unit = self._units.get(key[1])
        return "undecided" if unit and _in_doubt(unit, key) else "mended"


def _in_doubt(unit: Examination, key: Key) -> bool:
    rule, _, address, _ = key
    asked = any(question.rule.id == rule and question.resource.address == address for question in unit.open)
    return asked or rule in unit.failed or bool(unit.unit.problems)


def past(request: Request, rules: Registry, progress: Progress | None = None) -> Past:
    """What is found at the base. Raises `UsageError` when there is no such commit here."""
    repository = _repository(request)
    named = repository.commit(request.since)
    commit = repository.fork(named) or named
    with TemporaryDirectory(prefix="obslint-") as place:
        twin = _Twin(repository.root, Path(os.path.realpath(place)))
        twin.of(repository.root).mkdir(parents=True, exist_ok=True)
        absent = repository.copy(commit, twin.of(repository.root))
        furnish(repository, twin.of(repository.root))
        missed = tuple(NotAnalysed(path, f"at {request.since}: {what}") for path, what in absent)
        base, earlier = Past(request.since, commit, repository, missed=missed), twin.request(request)
        if not earlier.paths:
            return base
        profiles = Profiles(replace(request, no_baseline=True), rules, twin.original)
        base = replace(base, coverage=_coverage(earlier) if request.coverage else None)
        return _kept(base, examined(earlier, rules, progress, profiles), request)


def _coverage(request: Request) -> "Coverage | None":
    from obslint.lint.covering import cover

    return cover(replace(request, since="", baseline=None)).coverage


def coverage_change(base: Past, request: Request) -> CoverageChange:
    """What became of the cells of workloads; those of a workload that is gone are not lost."""
    now, then = _coverage(request), base.coverage
    cells = {
        (row.resource.unit, row.resource.address, cell.column): cell.state for row in (then.rows if then else ()) for cell in row.cells
    }
    changes = [
        CellChange(row.resource, cell.column, cells.get((row.resource.unit, row.resource.address, cell.column), ""), cell.state)
        for row in (now.rows if now else ())
        for cell in row.cells
    ]
    gained = tuple(one for one in changes if one.after == "covered" and one.before in ("", *_LACKING))
    lost = tuple(one for one in changes if one.before == "covered" and one.after in _LACKING)
    return CoverageChange(then.percent if then else None, now.percent if now else None, gained, lost)


def _repository(request: Request) -> Repository:
    if request.stdin is not None:
        raise UsageError("--new-since compares files; standard input has no past")
    roots = {repository_of(Path(os.path.abspath(request.base / path))) for path in request.paths}
    root = roots.pop() if len(roots) == 1 else None
    if root is None:
        raise UsageError("--new-since needs paths that lie in one git repository")
    return Repository(root)


def _kept(base: Past, found: Examined, request: Request) -> Past:
    """What is remembered of a run, as plain data: its files are gone when it is needed."""
    groups, engine = Composer(found.session, found.scope, not request.select).wanted(found.snapshot)
    entries = found.snapshot.entries
    raised = (error for entry in entries for error in entry.judged.examination.errors)
    return replace(
        base,
        traces=tuple(_trace(hit) for entry in entries for hit in entry.judged.kept),
        units=frozenset(entry.unit.path for entry in entries),
        groups=tuple((frozenset(hit.key for hit in group.hits), _mended(found, group)) for group in groups),
        engine=Counter(map(_engine_key, engine)),
        errors=tuple(f"at {base.ref}: {error}" for error in (*found.estate.errors, *raised)),
    )


def _mended(found: Examined, group: Group) -> Mended:
    hit = group.first
    severities = next((e.judged.profile.severities for e in found.snapshot.entries if e.unit is hit.unit), {})
    about = subject([(one.unit, one.finding.resource) for one in group.hits])
    severity = severities.get(hit.rule.id, hit.rule.severity)
    return Mended(hit.rule.id, severity.value, hit.finding.message, about, location(hit.finding.at))


def _trace(hit: Hit) -> Trace:
    return Trace(hit.key, hit.finding.at.file.path)


def _engine_key(found: EngineFinding) -> tuple[str, ...]:
    text = found.place.file.text if found.rule is SYNTAX_ERROR else ""
    return found.rule.id, found.place.file.path, found.message, text


@dataclass(frozen=True, slots=True)
class _Twin:
    """Another place in which a repository lies under its own path, so that all is shown by the same names."""

    root: Path
    place: Path

    def of(self, path: Path) -> Path:
        return self.place / path.relative_to(path.anchor)

    def original(self, path: Path) -> Path:
        return Path(self.root.anchor) / path.relative_to(self.place) if path.is_relative_to(self.place) else path

    def request(self, request: Request) -> Request:
        """The same request about what lies here; paths that did not exist are left out."""
        paths = (self.of(Path(os.path.abspath(request.base / path))) for path in request.paths)
        inputs = request.inputs
        return replace(
            request,
            paths=tuple(path for path in paths if os.path.lexists(path)),
            base=self.of(Path(os.path.abspath(request.base))),
            source=self._there(request.base / request.source) if request.source else None,
            inputs=replace(
                inputs,
                var_files=tuple(map(self._there, inputs.var_files)),
                parameters=tuple(map(self._there, inputs.parameters)),
            ),
            exclude=tuple((self.of(directory), pattern) for directory, pattern in request.exclude),
            fix=FixMode.NONE,
            write=False,
            no_baseline=True,
            since="",
        )

    def _there(self, path: Path) -> Path:
        """A file as it was, or as it is when it is none of the commit's."""
        twin = self.of(Path(os.path.abspath(path)))
        return twin if os.path.lexists(twin) else path


def touched(past: Past, files: Mapping[Path, SourceFile]) -> dict[str, frozenset[int]]:
    """The lines of files, by absolute path, that are not as they were; by shown path."""
    names = [Path(os.path.relpath(path, past.repository.root)).as_posix() for path in files]
    then = past.repository.texts(past.commit, names)
    return {file.path: frozenset(_changed(data, file)) for file, data in zip(files.values(), then, strict=True)}


def _changed(before: bytes | None, file: SourceFile) -> Iterator[int]:
    from difflib import SequenceMatcher

    new = file.lines
    try:
        old = decode(before, file.path).lines if before is not None else []
    except UnreadableError:
        old = []
    start = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    for kind, _, _, first, last in SequenceMatcher(None, old[start:], new[start:], autojunk=False).get_opcodes():
        if kind != "equal":
            yield from range(start + first + 1, start + last + 1)
