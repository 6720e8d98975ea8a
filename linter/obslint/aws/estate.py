"""Everything that a run reads, as rules ask about it: what stands in another root, stack or plan than the resource."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TypeVar

from obslint import model
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View
from obslint.model import YES, Truth, any_of, truth, undecided
from obslint.model.truth import assuming_nothing

V = TypeVar("V", bound=View)

OPEN = "it may be declared outside of this scan; pass --complete if the scan holds everything of the account"


class Read:
    """The units that a run has read, and what was asked about them before."""

    def __init__(self, units: tuple[model.Unit, ...]) -> None:
        self.units = units
        self._by_type: dict[str, list[Unit]] | None = None

    def holding(self, types: Iterable[str]) -> list[Unit]:
        """The units with a resource of one of the types, as rules see them; most have none, and are not asked."""
        if self._by_type is None:
            self._by_type = {}
            for unit in self.units:
                seen = Unit(unit)
                for kind in unit.types:
                    self._by_type.setdefault(kind, []).append(seen)
        return list({id(unit): unit for kind in types for unit in self._by_type.get(kind, ())}.values())


class Estate:
    """The units of a run: the one of the resource, and the others. What it does not hold may still exist, unless it is `complete`."""

    def __init__(self, own: model.Unit, read: Read | None = None, complete: bool = False) -> None:
        self.own, self.complete = Unit(own), complete
        self._read = read or Read((own,))

    def others(self, view: type[View]) -> list[Unit]:
        """The units of the run, but the resource's own, with resources of a kind."""
        return [unit for unit in self._read.holding(view.types()) if unit.data is not self.own.data]

    def all(self, view: type[V]) -> Iterator[V]:
        """Every resource of a kind that can exist, those of the own unit first."""
        yield from self.own.all(view)
        with assuming_nothing():
            found = [item for unit in self.others(view) for item in unit.all(view)]
        yield from found

    def earlier(self, view: V) -> Iterator[V]:
        """The resources of its kind that come before it in the run: in its own unit, and in units that are sorted before."""
        with assuming_nothing():
            found = [item for unit in self.others(type(view)) if unit.data.path < self.own.data.path for item in unit.all(type(view))]
        yield from found
        yield from takewhile(lambda item: item.resource is not view.resource, self.own.all(type(view)))

    def leads(self, view: View, where: Callable[[Unit], Truth] = lambda _: YES) -> Truth:
        """Whether it is the resource at which something is said about the account as a whole: the first of those seen by this view.

        Resources that certainly exist and are written in the team's own code come before others; `where` tells which units count.
        """
        with assuming_nothing():
            units = sorted((self.own, *self.others(type(view))), key=lambda unit: unit.data.path)
            found = [item for unit in units if where(unit).known for item in unit.all(type(view))]
            first = min(found, key=lambda item: (not item.resource.owned, exists(item).known is not True), default=view)
        return truth(first.resource is view.resource)

    def any(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES) -> Truth:
        """Whether a resource of a kind, for which something holds, exists in any unit."""
        return self.own.any(view, where) | any_of(self.others(view), lambda unit: _outside(lambda: unit.any(view, where)))

    def none(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES) -> Truth:
        """Whether no such resource exists in the account: never certain unless the run is complete and was understood in full."""
        found = self.any(view, where)
        if found.known is not False:
            return ~found
        if not self.complete:
            return undecided(OPEN)
        return ~any_of((self.own.data, *self._read.units), lambda unit: ~Unit(unit).closed_around(None))


def _outside(ask: Callable[[], Truth]) -> Truth:
    """An answer about another unit: the conditions of this one say nothing there, nor theirs here."""
    with assuming_nothing():
        answer = ask()
    return Truth(answer.known, tuple(replace(doubt, guards=()) for doubt in answer.doubts))
