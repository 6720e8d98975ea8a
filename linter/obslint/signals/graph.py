"""The graph of signals: what turns activity into telemetry, where that goes, what judges it, and who is told in the end."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from obslint.model import NO, YES, Resource, Truth, all_of, any_of, undecided
from obslint.source import Place

Kind = Literal["actor", "emitter", "stream", "transport", "store", "evaluator", "router", "receiver"]


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A stage that a signal passes. Streams, people and what other code declares have no resource.

    `ends` is whether a signal has arrived here: yes for people, no for things after which nobody is told, undecided where code or
    another account goes on with it. `starts` is the same for where it comes from. `closed` says whether everything that attaches to
    the stage can be seen.
    """

    kind: Kind
    what: str
    name: str
    resource: Resource | None = None
    place: Place | None = None
    unit: str = ""
    starts: Truth = NO
    ends: Truth = NO
    closed: Callable[[], Truth] = lambda: YES
    note: str = ""

    @property
    def address(self) -> str:
        """The address of its resource, or nothing."""
        return self.resource.address if self.resource else ""

    @property
    def shown(self) -> str:
        """What it is called in a sentence."""
        return f"{self.what} {self.name}".strip()

    def __repr__(self) -> str:
        return f"Node({self.shown})"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a hop does not hold, or may not, and where that is decided."""

    why: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Edge:
    """A hop, and whether the signal takes it.

    `faults` say all that is wrong, or what is not known; `place` is where the hop is written. `cuts` are
    the rules that speak of such a hop: what one of them finds in its source, its target or what it goes `through` cuts it too.
    """

    source: Node
    target: Node
    verb: str
    holds: Truth = YES
    faults: tuple[Fault, ...] = ()
    place: Place | None = None
    cuts: tuple[str, ...] = ()
    through: tuple[Resource, ...] = ()

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of everything it depends on."""
        found = (self.source.resource, self.target.resource, *self.through)
        return frozenset(one.address for one in found if one is not None)

    def __repr__(self) -> str:
        return f"{self.source!r} -[{self.verb}: {self.holds!r}]-> {self.target!r}"


Route = tuple[Edge, ...]


@dataclass(slots=True, eq=False)
class Graph:
    """Stages and hops."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    _out: dict[int, list[Edge]] = field(default_factory=dict)
    _into: dict[int, list[Edge]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for edge in self.edges:
            self._out.setdefault(id(edge.source), []).append(edge)
            self._into.setdefault(id(edge.target), []).append(edge)

    def out_of(self, node: Node) -> tuple[Edge, ...]:
        """The hops that leave a stage."""
        return tuple(self._out.get(id(node), ()))

    def into(self, node: Node) -> tuple[Edge, ...]:
        """The hops that lead to a stage."""
        return tuple(self._into.get(id(node), ()))

    def at(self, resource: Resource) -> tuple[Node, ...]:
        """The stages that a resource is: a function that is told of something is another one than the same function at work."""
        return tuple(node for node in self.nodes if node.resource is resource)

    def reaches_receiver(self, node: Node) -> Truth:
        """Whether a signal gets from here to somebody: undecided where a part of the way cannot be seen."""
        return _search(node, lambda at: at.ends, self.out_of, lambda edge: edge.target, frozenset())

    def has_producer(self, node: Node) -> Truth:
        """Whether anything that happens gets here as a signal. A program may write to what nothing here is meant to write to."""
        return _search(node, self._starts, self.into, lambda edge: edge.source, frozenset())

    def _starts(self, node: Node) -> Truth:
        if node.kind in ("store", "router", "transport") and not self._into.get(id(node)):
            return node.starts | undecided("a program may write to it", node.place)
        return node.starts

    def routes(self, node: Node, most: int = 40) -> tuple[Route, ...]:
        """The ways through a stage, each from its first source to its last end; no more than so many."""
        before = list(_walk(node, self.into, lambda edge: edge.source, most))
        after = list(_walk(node, self.out_of, lambda edge: edge.target, most))
        whole = ((*reversed(back), *forth) for back in before for forth in after)
        return tuple(route for route, _ in zip((one for one in whole if one), range(most), strict=False))


def _search(
    node: Node,
    arrived: Callable[[Node], Truth],
    hops: Callable[[Node], Iterable[Edge]],
    beyond: Callable[[Edge], Node],
    seen: frozenset[int],
) -> Truth:
    """Whether a stage that counts can be reached; a circle adds nothing."""
    here = arrived(node)
    if here.known or id(node) in seen:
        return here if here.known else NO
    on_the_way = seen | {id(node)}
    found = here | any_of(hops(node), lambda edge: edge.holds & _search(beyond(edge), arrived, hops, beyond, on_the_way))
    return found if found.known is not False else ~node.closed()


def _walk(
    node: Node, hops: Callable[[Node], Iterable[Edge]], beyond: Callable[[Edge], Node], most: int, seen: frozenset[int] = frozenset()
) -> Iterator[Route]:
    """Every way from a stage in one direction to where it ends, no more than so many."""
    onward = [edge for edge in hops(node) if id(beyond(edge)) not in seen | {id(node)}]
    if not onward:
        yield ()
    given = 0
    for edge in onward:
        for rest in _walk(beyond(edge), hops, beyond, most - given, seen | {id(node)}):
            yield (edge, *rest)
            given += 1
            if given >= most:
                return


Part = tuple[Truth, str, Place | None]
"""One condition of a hop: whether it is met, what is wrong if not, and where that stands."""


def decided(parts: Iterable[Part]) -> tuple[Truth, tuple[Fault, ...]]:
    """Several conditions of one hop as one: what is certainly wrong, or else what is not known, with the reasons."""
    listed = tuple(parts)
    holds = all_of(listed, lambda part: part[0])
    if holds.known is False:
        return NO, tuple(Fault(why, place) for met, why, place in listed if met.known is False)
    return holds, tuple(dict.fromkeys(Fault(doubt.reason, doubt.place) for doubt in holds.doubts))
