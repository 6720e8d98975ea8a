"""Making the matrix: asks the mapped rules and the views of workloads, and gathers the answers by workload."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from obslint import __version__, aws, signals
from obslint.aws.cloudtrail import Trail
from obslint.aws.dashboards import Dashboard
from obslint.aws.estate import OPEN, Read
from obslint.aws.owners import Owned
from obslint.aws.workload_kinds import WatchedDatabase
from obslint.aws.workloads import Watched
from obslint.lint.alarm_cells import AlarmCells, absent
from obslint.lint.answers import Answers, reported
from obslint.lint.compose import files_of
from obslint.lint.coverage import Cell, Coverage, Row, State
from obslint.lint.coverage_rules import (
    AUDIT,
    COLUMNS,
    DASHBOARD_DEFECTS,
    GROUP_NAMES,
    LOGS,
    PARTS,
    RETENTION,
    TRACES,
    TRAIL_DEFECTS,
    UNASKED,
    selected,
)
from obslint.lint.present import location, subject
from obslint.lint.request import Request
from obslint.lint.result import Tool
from obslint.lint.runner import Examined, examined
from obslint.lint.workloads import instances_at, is_there, kinds
from obslint.model import Known, Resource, Unit, any_of, references
from obslint.policy import Persona, Severity
from obslint.source import SourceFile

_GRAVEST: tuple[State, ...] = ("broken", "missing", "undecided", "covered", "exempt")


@dataclass(frozen=True, slots=True)
class Covered:
    """A matrix, the files it speaks of, and what broke inside obslint; no matrix where there was nothing to analyse."""

    coverage: Coverage | None
    files: Mapping[str, SourceFile]
    errors: tuple[str, ...] = ()


def cover(request: Request) -> Covered:
    """Makes the matrix. Raises `UsageError` for a request that makes no sense."""
    asked = replace(
        request, select=selected(), ignore=(), persona=Persona.AUDITOR, min_severity=Severity.INFO, no_baseline=True,
        given=request.given | {"persona", "min_severity"},
    )  # fmt: skip
    first = examined(asked)
    if not first.estate.units:
        return Covered(None, {}, tuple(first.estate.errors))
    rows = tuple(_Matrix(first, request.complete).rows())
    missed = tuple(f"{one.path}: {one.reason}" for one in first.estate.missed)
    raised = (error for entry in first.snapshot.entries for error in entry.judged.examination.errors)
    errors = dict.fromkeys((*first.session.registry.errors, *first.session.broken.values(), *first.estate.errors, *raised))
    return Covered(Coverage(Tool("obslint", __version__), COLUMNS, rows, missed), files_of(first.snapshot), tuple(errors))


class _Matrix:
    """The rows of an estate."""

    def __init__(self, first: Examined, complete: bool) -> None:
        self.first, self.kinds = first, kinds()
        units = [loaded.unit for loaded in first.estate.units]
        read = Read(tuple(units))
        self.estates = {id(unit): aws.Estate(unit, read, complete) for unit in units}
        self.answers = Answers(first.session.registry, first.snapshot)
        self.alarms = AlarmCells(signals.graph_of([estate.own for estate in self.estates.values()]), self.answers)

    def rows(self) -> Iterator[Row]:
        """A row for each place where a workload is written."""
        for members in instances_at(self.first.estate, lambda _, one: self._is_workload(one)):
            cells = [self._cells(unit, one) for unit, one in members]
            worst = tuple(min(column, key=lambda cell: _GRAVEST.index(cell.state)) for column in zip(*cells, strict=True))
            resource = members[0][1]
            yield Row(subject(members), self.kinds[resource.type].called, location(resource.call or resource.header), worst)

    def _is_workload(self, resource: Resource) -> bool:
        kind = self.kinds.get(resource.type)
        if kind is None or kind.called in UNASKED or not is_there(resource):
            return False
        view = kind(resource)
        return not (isinstance(view, WatchedDatabase) and view.is_member.known)

    def _cells(self, data: Unit, resource: Resource) -> tuple[Cell, ...]:
        estate = self.estates[id(data)]
        workload, unit = self.kinds[resource.type](resource), estate.own
        symptom, saturation, runbook = self.alarms.cells(workload, unit, estate)
        parts = _parts(workload, unit)
        by_rules = (self.answers.cell(column, parts, workload.called) for column in (LOGS, RETENTION, TRACES))
        dashboard, owner = self._dashboard(workload, unit, estate), _owner(workload)
        return (symptom, saturation, *by_rules, self._audit(parts, workload, estate), dashboard, owner, runbook)

    def _audit(self, parts: list[Resource], workload: Watched, estate: aws.Estate) -> Cell:
        """Its own audit log where its kind has one, else whether a trail records who changes it."""
        own = self.answers.cell(AUDIT, parts, workload.called)
        if own.state != "exempt" or own.rule:
            return own
        trails = list(estate.all(Trail))
        working = [trail for trail in trails if not self.answers.finding(trail.resource, TRAIL_DEFECTS)]
        if working:
            return Cell(AUDIT.name, "covered", f"{working[0].address} records who changes it", location(working[0].header))
        for trail in trails:
            if hit := self.answers.finding(trail.resource, TRAIL_DEFECTS):
                return reported(AUDIT.name, "broken", hit)
        state: State = "missing" if estate.complete else "undecided"
        return Cell(AUDIT.name, state, "no trail is declared" if estate.complete else f"no trail is declared here; {OPEN}")

    def _dashboard(self, workload: Watched, unit: aws.Unit, estate: aws.Estate) -> Cell:
        """Whether a dashboard shows it."""
        showing = [one for one in estate.all(Dashboard) if one.body.mentions(workload).known]
        if showing:
            hit = self.answers.finding(showing[0].resource, DASHBOARD_DEFECTS)
            shown = Cell("dashboard", "covered", f"{showing[0].address} shows it", location(showing[0].header))
            return reported("dashboard", "broken", hit) if hit else shown
        maybe = any_of(unit.all(Dashboard), lambda one: one.body.mentions(workload))
        if maybe.known is None:
            return Cell("dashboard", "undecided", maybe.doubts[0].reason if maybe.doubts else "what dashboards show is not known")
        return absent("dashboard", "no dashboard shows it", unit.any(Dashboard), estate, workload)


def _owner(workload: Watched) -> Cell:
    """Whether a tag says whose it is."""
    tagged = Owned(workload.resource)
    owned = tagged.has_owner
    if owned.known is None:
        return Cell("owner", "undecided", owned.doubts[0].reason if owned.doubts else "its tags are not known")
    where = location(tagged.tags.at if tagged.tags.written else workload.header)
    return Cell("owner", "covered", "a tag names it", where) if owned.known else Cell("owner", "missing", "no tag names a team", where)


def _parts(workload: Watched, unit: aws.Unit) -> list[Resource]:
    """A workload with what belongs to it: stages, task definitions, log groups, also those that its stages write to."""
    types = PARTS.get(workload.called, ())
    found = [workload.resource]
    for _ in range(2):
        for one in tuple(found):
            linked = (*unit.data.mentions(one), *(two.resource for two in references(Known(one.fields)) if two.resource is not None))
            found += [two for two in linked if two.type in types and not any(two is known for known in found)]
    prefix = GROUP_NAMES.get(workload.called)
    groups = unit.all(aws.LogGroup) if prefix else ()
    named = (one.resource for one in groups if (one.name.starts_with(prefix or "") & one.name.mentions(workload)).known)
    return found + [one for one in named if one.type in types and not any(one is known for known in found)]
