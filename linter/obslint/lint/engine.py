"""The findings of the engine itself: input that was not understood, and exceptions that do not count or are not needed."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.lint.engine_rules import ENGINE_RULES, MALFORMED_IGNORE, SYNTAX_ERROR, UNUSED_IGNORE, EngineRule
from obslint.lint.ignores import Ignore
from obslint.lint.session import Session, Snapshot
from obslint.lint.suppress import unused
from obslint.source import Place


@dataclass(frozen=True, slots=True, eq=False)
class EngineFinding:
    """A defect of the input or of an exception; `idle` are the rules that an unused exception need not name."""

    rule: EngineRule
    place: Place
    message: str
    remedy: str = ""
    unit: str = ""
    ignore: Ignore | None = None
    idle: tuple[str, ...] = ()
    dialect: str = "terraform"


def engine_findings(session: Session, snapshot: Snapshot, everything: bool) -> list[EngineFinding]:
    """All of them, each once. Unless `everything` is on, only exceptions that name a rule that is on are spoken of."""
    found = [*_problems(snapshot), *_malformed(session, snapshot, everything), *_unused(session, snapshot)]
    on = {entry.unit.path: entry.judged.profile.active for entry in snapshot.entries}
    distinct = {(f.rule.id, f.place.file.path, f.place.span, f.message): f for f in reversed(found) if f.rule.id in on[f.unit]}
    return list(reversed(distinct.values()))


def _problems(snapshot: Snapshot) -> Iterator[EngineFinding]:
    for entry in snapshot.entries:
        for problem in entry.unit.problems:
            rule = ENGINE_RULES.get(problem.rule, SYNTAX_ERROR)
            yield EngineFinding(rule, problem.place, problem.message, problem.remedy, entry.unit.path)


def _malformed(session: Session, snapshot: Snapshot, everything: bool) -> Iterator[EngineFinding]:
    for entry in snapshot.entries:
        for ignore in entry.judged.ignores:
            names, active = ignore.directive.rules, entry.judged.profile.active
            if ignore.tool:
                continue
            if everything or any(not active.isdisjoint(session.calendar.rules(name)) for name in names):
                for defect in session.calendar.defects(ignore, entry.judged.profile.unignorable):
                    yield EngineFinding(MALFORMED_IGNORE, ignore.place, defect.message, defect.remedy, entry.unit.path)


def _unused(session: Session, snapshot: Snapshot) -> Iterator[EngineFinding]:
    units = {id(ignore): entry.unit for entry in reversed(snapshot.entries) for ignore in entry.judged.ignores}
    for ignore, names in unused((entry.judged for entry in snapshot.entries), session.broken, session.calendar):
        if at := _missed(session, snapshot, ignore, names):
            message = f"exception for {', '.join(names)} covers nothing: the finding is on line {at}"
            remedy = f"move it to line {at}, or above that"
            yield EngineFinding(UNUSED_IGNORE, ignore.place, message, remedy, units[id(ignore)].path)
            continue
        message = f"exception for {', '.join(names)} is not needed, nothing is reported here"
        whole = len(names) == len(ignore.directive.rules)
        remedy = "delete the exception" if whole else f"take {', '.join(names)} out of the exception"
        yield EngineFinding(UNUSED_IGNORE, ignore.place, message, remedy, units[id(ignore)].path, ignore, names, units[id(ignore)].dialect)


def _missed(session: Session, snapshot: Snapshot, ignore: Ignore, names: tuple[str, ...]) -> int | None:
    """The line of a finding that an exception in the same resource names but does not cover; it is meant, and not to be deleted."""
    if ignore.lines is None or len(names) < len(ignore.directive.rules):
        return None
    rules = {rule for name in names for rule in session.calendar.rules(name)}
    for entry in snapshot.entries:
        for hit in entry.judged.kept:
            if hit.rule.id in rules and ignore.touches(hit.finding.resource) and hit.finding.at.file.path == ignore.place.file.path:
                return hit.finding.at.line
    return None
