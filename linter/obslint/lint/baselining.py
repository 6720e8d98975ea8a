"""Writing a baseline: what is found now, or what is left of it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from obslint.lint.baseline import gone, read_baseline
from obslint.lint.known import Baseline, Known
from obslint.lint.request import Request
from obslint.lint.runner import Examined, examined

Way = Literal["create", "update", "prune"]


@dataclass(frozen=True, slots=True)
class Change:
    """The entries that a baseline is to have, and what is new and gone; `errors` are what broke inside obslint."""

    entries: frozenset[Known]
    added: frozenset[Known]
    removed: frozenset[Known]
    errors: tuple[str, ...] = ()


def changed_baseline(request: Request, path: Path, way: Way) -> Change:
    """What `create`, `update` and `prune` make of the baseline at a path. Entries of units that were not looked at stay.

    What an exception accepts needs no entry. Raises `UsageError` as `run` does, and for a file that is no baseline.
    """
    before = Baseline(path.parent) if way == "create" else read_baseline(path, merging=True)
    found = examined(replace(request, no_baseline=True))
    removed = _gone(found, before)
    now = frozenset(before.of(hit.key, found.snapshot.sources.base) for entry in found.snapshot.entries for hit in entry.judged.kept)
    added = frozenset() if way == "prune" else now - before.entries
    raised = (error for entry in found.snapshot.entries for error in entry.judged.examination.errors)
    errors = (*found.session.registry.errors, *found.session.broken.values(), *found.estate.errors, *raised)
    return Change((before.entries | added) - removed, added, removed, errors)


def _gone(found: Examined, before: Baseline) -> frozenset[Known]:
    read = [(entry.unit.path, entry.judged.examination, entry.judged.profile.active) for entry in found.snapshot.entries]
    return gone(before, read, found.snapshot.sources.base, found.scope.directories)
