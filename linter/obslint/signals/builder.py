"""Collects stages and hops: finds what an attribute names, in the unit or, where names are certain, in another one of the run."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View
from obslint.model import NO, YES, Known, Reference, Resource, Symbolic, Truth, Unknown, Value, branches, references, settle, undecided
from obslint.model.compare import text_parts
from obslint.signals.graph import Edge, Graph, Kind, Node, Part, decided
from obslint.signals.stages import certain_name, name_of, stage_of
from obslint.source import Place

_SERVICES: tuple[tuple[str, Kind, str, Truth], ...] = (
    (":sns:", "router", "topic", undecided("the topic is declared elsewhere")),
    (":sqs:", "router", "queue", undecided("the queue is declared elsewhere")),
    (":lambda:", "actor", "function", undecided("the function is declared elsewhere")),
    (":opsitem:", "receiver", "OpsCenter", YES),
    (":ssm-incidents:", "receiver", "response plan", YES),
    (":automate:", "evaluator", "EC2 action", NO),
    (":swf:", "evaluator", "EC2 action", NO),
    (":autoscaling:", "evaluator", "scaling policy", NO),
    (":logs:", "store", "log group", undecided("the log group is declared elsewhere")),
    (":s3:", "store", "bucket", NO),
    (":events:", "transport", "event bus", undecided("the bus is declared elsewhere")),
)
"""What an ARN that is written out stands for, and whether somebody is told there."""


_TELLING = 2
"""Letters that text needs to have to say something about a name."""


class Builder:
    """Collects the graph of some units."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = tuple(units)
        self.nodes: dict[object, Node] = {}
        self.edges: list[Edge] = []
        self.known = {id(resource): unit for unit in units for resource in unit.data.resources}
        """The unit of each resource, by identity."""
        self._found: dict[str | Place, list[Resource]] | None = None

    def graph(self) -> Graph:
        """What was collected."""
        return Graph(tuple(self.nodes.values()), tuple(self.edges))

    def unit_of(self, resource: Resource) -> Unit:
        """The unit that a resource belongs to."""
        return self.known[id(resource)]

    def node(self, view: View) -> Node:
        """The stage that a resource is."""
        resource = view.resource
        found = self.nodes.get(id(resource))
        if found is None:
            kind, what = stage_of(resource) or ("transport", resource.type.removeprefix("aws_").replace("_", " "))
            unit = self.unit_of(resource)
            found = Node(
                kind, what, name_of(resource), resource, resource.header, unit.data.path,
                starts=YES if kind in ("actor", "emitter") else NO, ends=YES if kind == "receiver" else NO,
                closed=partial(unit.closed_around, view),
            )  # fmt: skip
            self.nodes[id(resource)] = found
        return found

    def virtual(
        self,
        key: object,
        kind: Kind,
        what: str,
        name: str,
        *,
        place: Place | None = None,
        unit: str = "",
        starts: Truth = NO,
        ends: Truth = NO,
        resource: Resource | None = None,
    ) -> Node:
        """A stage that is no resource, or one in another role; the same key gives the same one."""
        if key not in self.nodes:
            self.nodes[key] = Node(kind, what, name, resource, place, unit, starts, ends)
        return self.nodes[key]

    def hop(
        self,
        source: Node,
        target: Node,
        verb: str,
        *parts: Part,
        at: Place | None = None,
        cuts: tuple[str, ...] = (),
        through: tuple[Resource, ...] = (),
    ) -> None:
        """Adds a hop that takes all of some conditions."""
        holds, faults = decided(parts)
        self.edges.append(Edge(source, target, verb, holds, faults, at, cuts, through))

    def nobody(self, source: Node, holds: Truth, why: str, place: Place | None, cuts: tuple[str, ...]) -> None:
        """Says that nobody is told after a stage; `holds` is no, or whether something that is not a stage may go on from there."""
        ends = NO if holds.known is False else undecided("what goes on from here is not read", place)
        target = self.virtual(("nobody", id(source)), "receiver", "nobody" if holds.known is False else "somebody else", "", ends=ends)
        self.hop(source, target, "is sent to", (holds, why, place), cuts=cuts)

    def targets(self, attribute: Attribute, *kinds: type[View]) -> Iterator[tuple[Attribute, View, Truth]]:
        """What an attribute, or each item of its list, names: the item, the resource, and whether it is that."""
        unit = self.unit_of(attribute.resource)
        for item in attribute.items():
            certain = False
            for found in (one for kind in kinds for one in unit.all(kind)):
                answer = item.refers_to(found)
                if answer.known or (answer.known is None and _speaks_of(item.value, found.resource)):
                    certain = certain or answer.known is True
                    yield item, found, answer
            if not certain:
                yield from ((item, View(one), YES) for one in self._elsewhere(item.value, unit, kinds))

    def _elsewhere(self, value: Value, own: Unit, kinds: tuple[type[View], ...]) -> Iterator[Resource]:
        """The one resource of another unit that a value certainly names."""
        types = {name for kind in kinds for name in kind.types()}
        named = {id(one): one for one in self._named(settle(value)) if one.type in types and self.known.get(id(one)) not in (None, own)}
        if len(named) == 1:
            yield from named.values()

    def _named(self, value: Value) -> Iterator[Resource]:
        """What a value names. What a unit exports is the same resource as the one in it, though it may have been read twice."""
        for one in (reference.resource for reference in references(value) if reference.resource is not None):
            yield from (one,) if id(one) in self.known else self._index.get(one.header, ())
        if isinstance(value, Known) and isinstance(value.data, str):
            name = value.data.rpartition(":")[2] if value.data.startswith("arn:") else value.data
            yield from self._index.get(name, ())

    @property
    def _index(self) -> dict[str | Place, list[Resource]]:
        """The stages of all units by their certain names, and by the places where they are declared."""
        if self._found is None:
            self._found = {}
            for resource in (one for unit in self.units for one in unit.data.resources if stage_of(one)):
                self._found.setdefault(resource.header, []).append(resource)
                if name := certain_name(resource):
                    self._found.setdefault(name, []).append(resource)
        return self._found

    def stranger(self, item: Attribute) -> Node | None:
        """The stage that an ARN stands for which is written out, or comes from elsewhere; None for what is no ARN."""
        value = settle(item.value)
        parts = text_parts(value)
        text = "".join(part if isinstance(part, str) else "…" for part in parts)
        for mark, kind, what, ends in _SERVICES:
            if text.startswith("arn:") and mark in text:
                name = text.partition(mark)[2] if kind == "evaluator" else text.rpartition(":")[2]
                return self.virtual((text, id(item.resource) if "…" in text else 0), kind, what, name, place=item.at, ends=ends)
        why = _unread(value)
        if not why:
            return None
        name = called(item)
        ends = undecided(why, item.at)
        return self.virtual(("elsewhere", name, id(item.resource), item.at), "router", "target", name, place=item.at, ends=ends)

    def present(self, *views: View) -> tuple[Part, ...]:
        """The conditions under which resources exist."""
        return tuple((exists(view), f"{view.address} is not created", view.header) for view in views)


def called(attribute: Attribute) -> str:
    """What is written in an attribute, in short: the text, or the variable that it comes from."""
    value = attribute.effective
    if isinstance(value, Unknown):
        return value.symbol.target if value.symbol else ""
    return re.sub(r"^\$\{([^{}]*)\}$", r"\1", attribute.shown)


def _speaks_of(value: Value, resource: Resource) -> bool:
    """Whether something is written that may stand for a resource; a value of which nothing is known may stand for any."""
    if any(reference.resource is resource for reference in references(value)):
        return True
    written = (part for one, _ in branches(value) for part in text_parts(one) if isinstance(part, str))
    return any(sum(map(str.isalnum, part)) > _TELLING for part in written)


def _unread(value: Value) -> str:
    """Why it is not known what a value that is set, or may be, leads to; nothing when it is not set, or written out."""
    if isinstance(value, Unknown):
        return value.why
    if isinstance(value, Symbolic):
        named = next((part for part in value.parts if isinstance(part, Reference)), None)
        declared = named is not None and named.resource is not None and not named.resource.type.startswith("data.")
        return "what this does with it is not read" if declared else "this is declared elsewhere"
    return ""
