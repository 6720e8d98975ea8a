"""Where a path of an attribute leads in the text of a template."""

from dataclasses import dataclass

from obslint.cloudformation.scope import Scope
from obslint.cloudformation.template import Entry
from obslint.cloudformation.tree import LOOP, Item, Mapping, Node, Pair, Scalar, Sequence, elements, function, text_of
from obslint.model import OUTSIDE, Known, Path, Pick
from obslint.model.compare import plain
from obslint.model.truth import possible


class CannotEditError(Exception):
    """An exact edit is not possible; the message says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Hop:
    """One step into a container: the pair or item that was taken."""

    container: Mapping | Sequence
    edge: Pair | Item


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where a path ends. `node` is what stands there; with a `rest`, it is the container in which the rest is missing."""

    node: Node
    rest: Path
    hops: tuple[Hop, ...]
    scope: Scope


def locate(scope: Scope, entry: Entry, path: Path) -> Spot:
    """Follows a path from a resource's properties. Raises `CannotEditError` where the text does not decide the attribute alone."""
    rest = path[1:] if path[0] == OUTSIDE else ("Properties", *path)
    spot = Spot(entry.body, rest, (), scope)
    while spot.rest:
        spot = _branch(spot)
        further = _step(spot)
        if further is None:
            return spot
        spot = further
    return spot


def _step(spot: Spot) -> Spot | None:
    """One part further; None when the part is missing here."""
    part, node = spot.rest[0], spot.node
    if node_is_shared(node):
        raise CannotEditError("the value has an anchor and is used elsewhere too")
    if function(node):
        raise CannotEditError(f"{function_name(node)} decides the value")
    if isinstance(part, Pick):
        return _pick(spot, part)
    if isinstance(node, Sequence):
        return _only_item(spot)
    if isinstance(node, Mapping):
        return _member(spot, node, part)
    if node.value is None:
        return None
    raise CannotEditError(f"a single value stands where {part} belongs")


def _member(spot: Spot, node: Mapping, name: str) -> Spot | None:
    pair = node.pair(name)
    if pair is None:
        if any(found.key.text.startswith((LOOP, "Fn::Transform")) for found in node.pairs):
            raise CannotEditError(f"a loop or macro may write {name}")
        return None
    if pair.alias or pair.merged:
        raise CannotEditError(f"{name} stands under an anchor that is used elsewhere too")
    return Spot(pair.value, spot.rest[1:], (*spot.hops, Hop(node, pair)), spot.scope)


def _pick(spot: Spot, pick: Pick) -> Spot | None:
    if isinstance(spot.node, Mapping):
        return Spot(spot.node, spot.rest[1:], spot.hops, spot.scope) if _picked(spot.scope, spot.node, pick) else None
    if not isinstance(spot.node, Sequence):
        if isinstance(spot.node, Scalar) and spot.node.value is None:
            return None
        raise CannotEditError("a single value stands where a list belongs")
    for item in spot.node.items:
        branch = _branch(Spot(item.value, (), (), spot.scope))
        if isinstance(branch.node, Mapping) and _picked(spot.scope, branch.node, pick):
            return _enter(spot, spot.node, item, spot.rest[1:])
    return None


def _picked(scope: Scope, node: Mapping, pick: Pick) -> bool:
    key = node.get(pick.key)
    value = scope.evaluate(key) if key is not None else None
    return isinstance(value, Known) and isinstance(value.data, str | int | float) and plain(value.data) == pick.wanted


def _only_item(spot: Spot) -> Spot:
    items = spot.node.items if isinstance(spot.node, Sequence) else []
    if len(items) != 1:
        raise CannotEditError(f"{spot.rest[0]} can be written in {len(items)} places")
    return _enter(spot, spot.node, items[0], spot.rest)


def _enter(spot: Spot, container: Node, item: Item, rest: Path) -> Spot:
    if item.alias or not isinstance(container, Sequence):
        raise CannotEditError("the value has an anchor and is used elsewhere too")
    return Spot(item.value, rest, (*spot.hops, Hop(container, item)), spot.scope)


def _branch(spot: Spot) -> Spot:
    """Steps into the branches of Fn::If that are certain, from constants or from what is assumed."""
    call = function(spot.node)
    while call and call[0] == "Fn::If" and len(parts := elements(call[1])) == 3 and (name := text_of(parts[0])):
        if node_is_shared(spot.node):
            raise CannotEditError("the value has an anchor and is used elsewhere too")
        side = spot.scope.side(name)
        sides = [holds for holds in (True, False) if side in (None, holds) and possible((spot.scope.world.outward(name, holds),))]
        if len(sides) != 1 or not isinstance(spot.node, Mapping) or not isinstance(call[1], Sequence):
            raise CannotEditError(f"the value depends on condition {name}")
        item = call[1].items[1 if sides[0] else 2]
        if item.alias:
            raise CannotEditError("the value has an anchor and is used elsewhere too")
        hops = (*spot.hops, Hop(spot.node, spot.node.pairs[0]), Hop(call[1], item))
        spot = Spot(item.value, spot.rest, hops, spot.scope.within(spot.scope.world.guard(name, sides[0])) or spot.scope)
        call = function(spot.node)
    return spot


def decided(spot: Spot) -> Spot:
    """The branch that decides a value which is a choice."""
    return _branch(spot)


def certain_branch(spot: Spot) -> Spot:
    """The branch that decides the value, or the same spot when it is no choice or the choice is open."""
    try:
        return _branch(spot)
    except CannotEditError:
        return spot


def node_is_shared(node: Node) -> bool:
    """Whether an alias uses the node."""
    return node.shared


def function_name(node: Node) -> str:
    """The name of the function a node calls."""
    call = function(node)
    return call[0] if call else ""
