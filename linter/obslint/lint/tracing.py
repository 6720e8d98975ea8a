"""Tracing signals: the graph of everything that was read, with the findings of the rules that speak of its hops."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from obslint import __version__, signals
from obslint.aws import Unit
from obslint.lint import registry
from obslint.lint.addresses import resources_at
from obslint.lint.estate import LoadedEstate, load_estate
from obslint.lint.examine import Hit, base_assumptions
from obslint.lint.present import location
from obslint.lint.profile import Profiles, home
from obslint.lint.request import Request
from obslint.lint.result import Tool
from obslint.lint.scope import scope_of
from obslint.lint.session import Session
from obslint.lint.suppress import Calendar
from obslint.lint.trace import Hop, HopState, Path, PathState, Reason, Stage, Told, Trace
from obslint.model import Resource
from obslint.policy import Finding, Persona, Severity
from obslint.signals import Edge, Fault, Graph, Node, Route
from obslint.source import Place, SourceFile

MOST_PATHS = 40
_WORDS: Mapping[bool | None, HopState] = {True: "holds", False: "broken", None: "undecided"}
_ANSWERS: Mapping[bool | None, Told] = {True: "yes", False: "no", None: "undecided"}


@dataclass(frozen=True, slots=True)
class Traced:
    """A trace, the files it speaks of, and what broke inside obslint; no trace where there was nothing to analyse."""

    trace: Trace | None
    files: Mapping[str, SourceFile]
    errors: tuple[str, ...] = ()


def trace(request: Request, address: str) -> Traced:
    """Follows the signals from and to a resource. Raises `UsageError` when nothing has that address."""
    scope = scope_of(request)
    return trace_in(request, load_estate(request, scope), address)


def trace_in(request: Request, estate: LoadedEstate, address: str) -> Traced:
    """The same in units that are loaded already."""
    files = {file.path: file for loaded in estate.units for file in loaded.unit.files}
    if not estate.units:
        return Traced(None, files, tuple(estate.errors))
    subjects = resources_at(estate, address)
    graph = signals.graph_of([Unit(loaded.unit) for loaded in estate.units])
    routes, left_out = _routes(graph, subjects)
    edges = list(dict.fromkeys(edge for route in routes for edge in route))
    session, hits = _findings(request, estate, {rule for edge in edges for rule in edge.cuts})
    found = replace(_Composer(graph, subjects, edges, hits).trace(routes, left_out), subject=address)
    missed = tuple(f"{one.path}: {one.reason}" for one in estate.missed)
    errors = tuple(dict.fromkeys((*session.registry.errors, *session.broken.values(), *estate.errors)))
    return Traced(replace(found, not_analysed=missed), files, errors)


def _routes(graph: Graph, subjects: tuple[Resource, ...]) -> tuple[list[Route], bool]:
    """The ways through the subjects, each once: as stages, or as what a hop depends on, like a subscription or a policy."""
    found: list[Route] = []
    for subject in subjects:
        nodes = graph.at(subject)
        through = [edge for edge in graph.edges if not nodes and any(one is subject for one in edge.through)]
        for node in nodes:
            found += graph.routes(node, MOST_PATHS + 1)
        for edge in through:
            found += [route for route in graph.routes(edge.source, MOST_PATHS + 1) if edge in route]
    distinct = list(dict.fromkeys(found))
    return distinct[:MOST_PATHS], len(distinct) > MOST_PATHS


def _findings(request: Request, estate: LoadedEstate, cuts: set[str]) -> tuple[Session, list[tuple[Hit, bool]]]:
    """What the rules say that speak of hops, and whether an exception accepts it."""
    rules = registry.load_for(request)
    wanted = tuple(sorted(cuts & set(rules.cards)))
    asked = replace(
        request, select=wanted or ("syntax-error",), ignore=(), persona=Persona.AUDITOR, min_severity=Severity.INFO,
        given=request.given | {"persona", "min_severity"},
    )  # fmt: skip
    profiles = Profiles(asked, rules)
    profiles.of(home(request.base, request.paths))
    session = Session(
        rules, profiles, Calendar(frozenset(rules.cards), date.today(), lambda: rules.aliases, lambda: rules.families), request.complete
    )
    judged = [entry.judged for entry in session.begin(estate).entries]
    open_ = [(hit, False) for one in judged for hit in (*one.kept, *one.known)]  # a baseline mends no signal
    return session, open_ + [(hit, True) for one in judged for hit, _ in one.accepted]


class _Composer:
    """Turns routes into plain data, and hangs findings on their hops."""

    def __init__(self, graph: Graph, subjects: tuple[Resource, ...], edges: list[Edge], hits: list[tuple[Hit, bool]]) -> None:
        self.graph, self.subjects, self.edges = graph, subjects, edges
        ends = (node for edge in edges for node in (edge.source, edge.target))
        alone = (node for subject in subjects for node in graph.at(subject))
        self.nodes = list(dict.fromkeys((*ends, *alone)))
        self.numbers = {id(node): number for number, node in enumerate(self.nodes)}
        self.hits: dict[int, list[tuple[Hit, bool]]] = {}
        for hit, accepted in hits:
            for edge in spoken_of(hit, edges):
                self.hits.setdefault(id(edge), []).append((hit, accepted))

    def trace(self, routes: list[Route], left_out: bool) -> Trace:
        """The trace."""
        hops = tuple(self._hop(edge) for edge in self.edges)
        at = {id(edge): number for number, edge in enumerate(self.edges)}
        first = self.subjects[0]
        nodes = [node for subject in self.subjects for node in self.graph.at(subject)]
        paths = tuple(_path(tuple(at[id(edge)] for edge in route), hops, route[-1].target) for route in routes)
        states = {path.state for path in paths}
        reaches: Told = "yes" if "arrives" in states else "undecided" if "undecided" in states or left_out else "no"
        return Trace(
            Tool("obslint", __version__), first.address, first.type, location(first.header), tuple(self.numbers[id(one)] for one in nodes),
            tuple(map(_stage, self.nodes)), hops, _ordered(paths), left_out, reaches,
        )  # fmt: skip

    def _hop(self, edge: Edge) -> Hop:
        found = self.hits.get(id(edge), ())
        reasons = tuple(_reasons(edge, found))
        state = _WORDS[edge.holds.known]
        if any(is_certain(hit) for hit, _ in found):
            state = "broken"
        return Hop(self.numbers[id(edge.source)], self.numbers[id(edge.target)], edge.verb, state, reasons)


def spoken_of(hit: Hit, edges: list[Edge]) -> list[Edge]:
    """The hops that a finding cuts: of several into one stage, the one whose text is the nearest."""
    finding = hit.finding
    about = (edge for edge in edges if hit.rule.id in edge.cuts and _touches(finding, edge))
    found = [edge for edge in about if hit.unit.path in (edge.source.unit, edge.target.unit)]
    broken = [edge for edge in found if any(fault.place == finding.at for fault in edge.faults)]
    if broken:
        return broken
    placed = [edge for edge in found if edge.place is not None and edge.place.file is finding.at.file]
    if len(found) > 1 and len(placed) == len(found):
        nearest = min(abs(edge.place.span.start - finding.at.span.start) for edge in placed if edge.place)
        return [edge for edge in placed if edge.place and abs(edge.place.span.start - finding.at.span.start) == nearest]
    return found


def _touches(finding: Finding, edge: Edge) -> bool:
    """Whether a finding is about something that a hop depends on, or points at it: a trail without the events that a filter waits for."""
    if finding.resource.address in edge.addresses:
        return True
    ends = [one.extent for one in (edge.source.resource, edge.target.resource, *edge.through) if one is not None]
    return any(_holds(extent, label.place) for label in finding.related for extent in ends)


def _holds(extent: Place, place: Place) -> bool:
    return extent.file is place.file and extent.span.start <= place.span.start and place.span.end <= extent.span.end


def is_certain(hit: Hit) -> bool:
    """Whether a finding holds whatever the conditions of the template are."""
    return hit.assumed == (base_assumptions(hit.unit, hit.finding.resource) or {})


def _reasons(edge: Edge, found: Iterable[tuple[Hit, bool]]) -> Iterator[Reason]:
    """The faults of a hop, each with the finding that is about the same text; then what else rules say."""
    rest = list(found)
    open_ = edge.holds.known is None and any(is_certain(hit) for hit, _ in rest)  # what is certain counts, not what else is not known
    for fault in () if open_ else dict.fromkeys(edge.faults):
        same = next((one for one in rest if fault.place is not None and _points_at(one[0].finding, fault.place)), None)
        if same is None and len(edge.faults) == 1 and len(rest) == 1:
            same = rest[0]
        if same is not None:  # and what it says of other instances of the same text is said by that
            rest = [one for one in rest if (one[0].rule.id, one[0].finding.at) != (same[0].rule.id, same[0].finding.at)]
        yield _reported(fault, *same) if same else Reason(fault.why, location(fault.place) if fault.place else None)
    for hit, accepted in rest:
        yield _reported(Fault(hit.finding.message, hit.finding.at), hit, accepted)


def _points_at(finding: Finding, place: Place) -> bool:
    """Whether a finding is about a text, or has its second label there: on the policy that does not admit, for instance."""
    return any(_overlap(one, place) for one in (finding.at, *(label.place for label in finding.related)))


def _overlap(one: Place, other: Place) -> bool:
    """Whether two places are about the same text: one may be the list, the other an item of it."""
    return _holds(one, other) or _holds(other, one)


def _reported(fault: Fault, hit: Hit, accepted: bool) -> Reason:
    where = location(fault.place) if fault.place else None
    return Reason(fault.why, where, hit.rule.id, hit.rule.severity.value, accepted)


def _stage(node: Node) -> Stage:
    resource = node.resource
    doubts = (*node.ends.doubts, *node.starts.doubts)
    why = doubts[0].reason if doubts else ""
    return Stage(
        node.kind, node.what, node.name, node.address, resource.type if resource else "", node.unit,
        location(node.place) if node.place else None, _ANSWERS[node.ends.known], why,
    )  # fmt: skip


def _path(numbers: tuple[int, ...], hops: tuple[Hop, ...], last: Node) -> Path:
    states = [hops[number].state for number in numbers]
    broken = states.count("broken")
    state: PathState = "broken" if broken else "undecided" if "undecided" in states or last.ends.known is None else "arrives"
    return Path(numbers, "ends" if state == "arrives" and not last.ends.known else state, broken)


def _ordered(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Broken paths first, then those that may be, then the others, each in the order they were found."""
    order = ("broken", "undecided", "ends", "arrives")
    return tuple(sorted(paths, key=lambda path: order.index(path.state)))
