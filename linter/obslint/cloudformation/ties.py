"""How the conditions of a nested stack hang on those of the stack that deploys it.

The conditions of the nested template are solved once for each side of a condition of the parent, with what the parent passes on
that side. So every way in which a parameter can be computed counts, and nothing is taken for tied that is not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from obslint.cloudformation.conditions import names_in
from obslint.model import Guard

if TYPE_CHECKING:
    from obslint.cloudformation.nested import Origin
    from obslint.cloudformation.scope import World

MAX_CONDITIONS = 16
"""So many conditions of a parent are tried for each nested stack."""

Sides = Mapping[str, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """What each side of a condition of the parent settles in the nested template, and the conditions that are one and the same.

    `settled` names conditions as the unit does, `same` the nested template's own ones.
    """

    settled: Mapping[Guard, Sides]
    same: Mapping[str, Guard]

    def following(self, guard: Guard) -> Iterable[Guard]:
        """What a side of either template's condition says about the other's."""
        yield from (Guard(name, holds) for name, holds in self.settled.get(guard, {}).items())
        for cause, sides in self.settled.items():
            if sides.get(guard.condition, guard.holds) != guard.holds:
                yield Guard(cause.condition, not cause.holds)


NONE = Ties({}, {})


def find_ties(world: "World") -> Ties:
    """The ties of a nested stack to the stack around it."""
    origin = world.origin
    own = world.template.conditions
    if origin is None or not own:
        return NONE
    settled: dict[Guard, Sides] = {}
    for name in _relevant(origin):
        for holds in (True, False):
            guard = origin.world.guard(name, holds)
            if origin.scope(guard) is not None:
                settled[guard] = _settled(world, origin, guard)
    found = {name: _same(world.prefix + name, settled) for name in own}
    return Ties(settled, {name: guard for name, guard in found.items() if guard is not None})


def _settled(world: "World", origin: "Origin", guard: Guard) -> Sides:
    """The sides that the nested conditions have on a side of the parent's, but would not have by themselves."""
    there = world.variant(replace(origin, assumed=guard)).conditions
    sides = {name: there.side(name) for name in world.template.conditions if world.conditions.side(name) is None}
    return {world.prefix + name: side for name, side in sides.items() if side is not None}


def _same(name: str, settled: Mapping[Guard, Sides]) -> Guard | None:
    """The side of the parent's condition that is the same as a nested condition holding."""
    for guard, sides in settled.items():
        other = settled.get(Guard(guard.condition, not guard.holds), {})
        if sides.get(name) is True and other.get(name) is False:
            return guard
    return None


def _relevant(origin: "Origin") -> list[str]:
    """The open conditions of the parent that can have a part in what it passes: named there, or about a parameter that is."""
    parent = origin.world
    named = {name for name, _ in names_in(origin.entry.body)} | origin.conditions_named()
    found = []
    for name, entry in parent.template.conditions.items():
        about = {used for used, _ in names_in(entry.body)} | parent.conditions.mentioned(name)
        if parent.conditions.side(name) is None and (name in named or about & named):
            found.append(name)
    return found[:MAX_CONDITIONS]
