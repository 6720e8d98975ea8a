"""The ledger of exceptions: each with its place, who answers for it, why, until when, and whether it is in force."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from obslint.lint.ignores import Ignore
from obslint.lint.request import Request
from obslint.lint.runner import Examined, examined
from obslint.lint.session import Entry
from obslint.lint.suppress import Judged, unused
from obslint.policy import Persona

State = Literal["in force", "expired", "unused", "malformed"]
STATES: tuple[State, ...] = ("in force", "expired", "unused", "malformed")


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """An exception for a rule. `note` says why it does not count, or only in part."""

    path: str
    line: int
    rule: str
    state: State
    owner: str = ""
    reason: str = ""
    until: str = ""
    note: str = ""
    tool: str = "obslint"
    """The tool that it was written for."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The exceptions in the order of their places, and what broke inside obslint."""

    lines: tuple[Line, ...]
    errors: tuple[str, ...] = ()


def ledger(request: Request) -> Ledger:
    """The exceptions of what the request names, judged by all rules that the settings do not switch off.

    Raises `UsageError` as `run` does.
    """
    found = examined(replace(request, persona=Persona.AUDITOR, given=request.given | {"persona"}))
    idle = {(id(ignore), name) for ignore, names in unused(_judged(found), found.session.broken, found.session.calendar) for name in names}
    named = [
        (e, i) for e in found.snapshot.entries for i in e.judged.ignores if found.scope.named(found.estate.sources.absolute(i.place.file))
    ]
    settings = [(e, i) for e in found.snapshot.entries for i in e.judged.ignores if i.named]
    lines = {line for entry, ignore in (*named, *settings) for line in _lines(found, entry, ignore, idle)}
    return Ledger(tuple(sorted(_once(lines))), (*found.session.registry.errors, *found.session.broken.values(), *found.estate.errors))


def _judged(found: Examined) -> Iterator[Judged]:
    return (entry.judged for entry in found.snapshot.entries)


def _lines(found: Examined, entry: Entry, ignore: Ignore, idle: set[tuple[int, str]]) -> Iterator[Line]:
    """A line for each rule that an exception names; for one that names none, a line all the same."""
    defects = found.session.calendar.defects(ignore, entry.judged.profile.unignorable)
    for name in (ignore.named,) if ignore.named else ignore.directive.rules or ("",):
        own = [defect for defect in defects if defect.rule in ("", name)]
        if own:
            state: State = "expired" if all(defect.expired for defect in own) else "malformed"
        else:
            state = (
                "unused" if (id(ignore), name) in idle or ((ignore.named or ignore.tool) and not _accepts(found, ignore)) else "in force"
            )
        of = ignore.directive
        note = "; ".join(defect.message for defect in own)
        yield Line(ignore.place.file.path, ignore.place.line, name, state, of.owner, of.reason, of.until, note, ignore.tool or "obslint")


def _accepts(found: Examined, ignore: Ignore) -> bool:
    """Whether an exception of the settings, or for another tool, leaves anything out."""
    return any(accepting is ignore for judged in _judged(found) for _, accepting in judged.accepted)


def _once(lines: set[Line]) -> Iterator[Line]:
    """Each exception once: what is in force for one unit is not unused because another has no need of it."""
    best: dict[tuple[str, int, str], Line] = {}
    for line in sorted(lines, key=lambda one: STATES.index(one.state), reverse=True):
        best[line.path, line.line, line.rule] = line
    yield from best.values()
