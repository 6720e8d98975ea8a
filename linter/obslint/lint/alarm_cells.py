"""Whether a workload is watched: by alarms on what users feel, by alarms on what fills up, and whether somebody is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from obslint import aws
from obslint.aws.dimensions import kinds_of
from obslint.aws.estate import OPEN
from obslint.aws.ownership import DescribedAlarm
from obslint.aws.series import certain
from obslint.aws.thresholds import only_scales
from obslint.aws.workload_kinds import DatabaseMember, WatchedDatabase
from obslint.aws.workloads import Watched, is_cause
from obslint.lint.answers import Answers, excepted, reported
from obslint.lint.coverage import Cell, State
from obslint.lint.present import location
from obslint.lint.tracing import is_certain, spoken_of
from obslint.model import NO, Truth, any_of, references
from obslint.policy import Severity
from obslint.signals import Graph

SYMPTOM, SATURATION, RUNBOOK = "symptom alarm", "saturation alarm", "runbook"
_BEST = ("covered", "undecided", "broken")


@dataclass(frozen=True, slots=True, eq=False)
class _Alarm:
    """An alarm that watches a workload, the metrics by which it does, whether these are causes, and whether they tell how full it is."""

    alarm: aws.MetricAlarm
    metrics: tuple[str, ...]
    cause: bool
    fills: bool


class AlarmCells:
    """Answers for the workloads of an estate. Hops that a finding cuts do not hold."""

    def __init__(self, graph: Graph, answers: Answers) -> None:
        self.answers = answers
        edges = list(graph.edges)
        cut = {id(edge) for hit in answers.hits if is_certain(hit) for edge in spoken_of(hit, edges)}
        self.graph = Graph(graph.nodes, tuple(replace(edge, holds=NO) if id(edge) in cut else edge for edge in edges))

    def cells(self, workload: Watched, unit: aws.Unit, estate: aws.Estate) -> tuple[Cell, Cell, Cell]:
        """The cells of the two kinds of alarms, and of the runbook."""
        alarms = _watching(workload, unit)
        symptom = self._symptom(workload, unit, estate, alarms)
        return symptom, self._saturation(workload, unit, estate, alarms), _runbook(alarms, symptom)

    def _symptom(self, workload: Watched, unit: aws.Unit, estate: aws.Estate, alarms: Sequence[_Alarm]) -> Cell:
        if found := self.answers.exception(workload.resource, self.answers.of_family("alarm_coverage")):
            return excepted(SYMPTOM, *found)
        if felt := [one for one in alarms if not one.cause]:
            return self._best(SYMPTOM, felt)
        if not alarms:
            if workload.is_felt_in_logs(unit).known is not True and workload.is_handed_on(unit).known:
                return Cell(SYMPTOM, "undecided", "no alarm here watches it; it is handed to code or tools of others, which may")
            if unit.any(aws.MetricAlarm, workload.is_read_by).known:  # by a name that something else has as well
                return absent(SYMPTOM, "no alarm watches it", unit.any(aws.MetricAlarm), estate, workload)
            if workload.is_watched(unit).known:
                return Cell(SYMPTOM, "covered", "an alarm on its logs, on an objective, or on what stands before it")
            unwatched = workload.is_unwatched(unit, estate)
            if unwatched.known is None:
                return Cell(SYMPTOM, "undecided", unwatched.doubts[0].reason if unwatched.doubts else OPEN)
            return Cell(SYMPTOM, "missing", "no alarm watches it", location(workload.header))
        metrics = ", ".join(dict.fromkeys(metric for one in alarms for metric in one.metrics))
        if workload.watched_by_causes(unit):
            why = f"alarms watch causes only ({metrics}), which may be harmless while users suffer; that is no symptom"
            return Cell(SYMPTOM, "missing", why, location(alarms[0].alarm.header), "cause-only-alarms")
        return Cell(
            SYMPTOM, "undecided", f"alarms on it watch causes ({metrics}); what users feel may be watched by its logs or from outside"
        )

    def _saturation(self, workload: Watched, unit: aws.Unit, estate: aws.Estate, alarms: Sequence[_Alarm]) -> Cell:
        if found := [one for one in alarms if one.fills]:
            return self._best(SATURATION, found)
        if not any(_fills_up(kind) for kind in kinds_of(workload, unit)):
            return Cell(SATURATION, "exempt", f"no metric tells how full a {workload.called} is")
        return absent(SATURATION, "no alarm watches how full it is", unit.any(aws.MetricAlarm), estate, workload)

    def _best(self, column: str, alarms: Sequence[_Alarm]) -> Cell:
        """The cell of the alarm that does best: one that works is enough."""
        cells = [self._alarm(column, one) for one in alarms]
        return min(cells, key=lambda cell: _BEST.index(cell.state))

    def _alarm(self, column: str, one: _Alarm) -> Cell:
        """Whether an alarm can fire, and whether anybody is told when it does."""
        alarm, named = one.alarm, f"{one.alarm.address} watches {', '.join(one.metrics)}"
        for hit in self.answers.kept.get(id(alarm.resource), ()):
            if hit.rule.family == "alarms" and hit.rule.severity is Severity.ERROR and is_certain(hit):
                return reported(column, "broken", hit)
        nodes = self.graph.at(alarm.resource)
        told = any_of(nodes, self.graph.reaches_receiver)
        if told.known:
            return Cell(column, "covered", named, location(alarm.header))
        if told.known is None:
            why = told.doubts[0].reason if told.doubts else "who is told is not known"
            return Cell(column, "undecided", f"{named}; {why}", location(alarm.header))
        return self._untold(column, one, named)

    def _untold(self, column: str, one: _Alarm, named: str) -> Cell:
        """A broken cell, with the finding about the hop that breaks it if there is one."""
        routes = [route for node in self.graph.at(one.alarm.resource) for route in self.graph.routes(node)]
        edges = [edge for route in routes for edge in route if edge.holds.known is False]
        about = next((hit for hit in self.answers.hits if any(spoken_of(hit, [edge]) for edge in edges)), None)
        if about is not None:
            return reported(column, "broken", about)
        fault = next((fault for edge in edges for fault in edge.faults), None)
        where = fault.place if fault is not None and fault.place is not None else one.alarm.header
        return Cell(column, "broken", f"{named}, and nobody is told{f': {fault.why}' if fault else ''}", location(where))


def absent(column: str, why: str, declared: Truth, estate: aws.Estate, workload: Watched) -> Cell:
    """A cell of something that is not there: missing where such things are declared beside it or the scan is complete."""
    if declared.known or estate.complete:
        return Cell(column, "missing", why, location(workload.header))
    return Cell(column, "undecided", f"{why} here; {OPEN}")


def _watching(workload: Watched, unit: aws.Unit) -> list[_Alarm]:
    """The alarms that certainly watch a workload, what stands before it, or one of its servers."""
    members: tuple[aws.View, ...] = ()
    if isinstance(workload, WatchedDatabase):
        members = tuple(one for one in unit.all(DatabaseMember) if one.cluster.refers_to(workload).known)
    views = (workload, *workload.measured(unit), *members)
    found = []
    for alarm in unit.all(aws.MetricAlarm):
        if (~only_scales(alarm)).known is False:
            continue
        series = [one for one in alarm.series if any(_tells_of(one, view, workload) for view in views)]
        if series:
            metrics = tuple(dict.fromkeys(certain(one.name) or "a metric" for one in series))
            found.append(_Alarm(alarm, metrics, all(map(is_cause, series)), any(map(_is_of_fill, series))))
    return found


def _tells_of(series: aws.Series, view: aws.View, workload: Watched) -> bool:
    """Whether a series is of a resource: a dimension refers to it, or has its name, in a namespace where that is its name."""
    dimensions = series.dimensions.attribute
    if any(one.resource is view.resource for one in references(dimensions.value)):
        return True
    foreign = series.namespace.starts_with("AWS/") & ~series.namespace.surely_in(workload.namespaces)
    return bool(dimensions.mentions(view).known) and foreign.known is not True


def _is_of_fill(series: aws.Series) -> bool:
    """Whether a series tells how full or busy something is."""
    space, name = certain(series.namespace), certain(series.name)
    known = aws.facts.namespace(space) if space else None
    metric = known.metric(name) if known and name else None
    return metric is not None and metric.signal in ("saturation", "resource")


def _fills_up(kind: aws.facts.Watched) -> bool:
    """Whether an alarm on how full something is belongs to the recommended ones of a kind."""
    space = aws.facts.namespace(kind.namespace)
    return any(found.signal == "saturation" for one in kind.alarms if space and (found := space.metric(one.metric)))


def _runbook(alarms: Sequence[_Alarm], symptom: Cell) -> Cell:
    """Whether the alarms lead to one; without an alarm there is nothing to lead anywhere."""
    if not alarms:
        state: State = "exempt" if symptom.state == "covered" else symptom.state
        return Cell(RUNBOOK, state, "there is no alarm of its own to name one")
    answers = [(one.alarm, DescribedAlarm(one.alarm.resource).leads_somewhere) for one in alarms]
    for alarm, leads in answers:
        if leads.known is False:
            return Cell(RUNBOOK, "missing", f"{alarm.address} names none", location(alarm.header), "alarm-without-runbook")
    for alarm, leads in answers:
        if leads.known is None:
            return Cell(RUNBOOK, "undecided", leads.doubts[0].reason if leads.doubts else "it cannot be known", location(alarm.header))
    return Cell(RUNBOOK, "covered", f"{answers[0][0].address} names it", location(answers[0][0].header))
