"""The surroundings of a resource, as rules ask about them."""

from collections.abc import Callable
from typing import TypeVar

from obslint import model
from obslint.aws.view import View
from obslint.model import NO, YES, Known, Truth, Unknown, any_of, undecided
from obslint.model.truth import possible, taken

V = TypeVar("V", bound=View)


class Unit:
    """What is deployed together with a resource."""

    def __init__(self, unit: model.Unit) -> None:
        self.data = unit

    def all(self, view: type[V]) -> tuple[V, ...]:
        """Every resource of a kind that can exist."""
        return tuple(view(found) for found in self.data.of_type(*view.types()) if possible(found.guards))

    def any(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES) -> Truth:
        """Whether a resource of a kind exists for which something holds."""
        return any_of(self.all(view), lambda item: where(item) & exists(item))

    def none(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES, *, of: View | None = None) -> Truth:
        """Whether no such resource exists, as far as the unit is closed.

        `of` is the resource whose partner is looked for: when a reference to it leaves the unit, the partner may be there.
        """
        found = self.any(view, where)
        return ~found if found.known is not False else self._closed(of)

    def _closed(self, of: View | None) -> Truth:
        export = self.data.escape(of.resource) if of else None
        if export:
            return undecided(f"{export.label} hands {of.address if of else ''} to code that is not in this unit", export.place)
        broken = next(iter(self.data.problems), None)
        if broken:
            return undecided(f"{broken.place} was not understood and may declare it", broken.place)
        return YES


def exists(view: View) -> Truth:
    """Whether a resource is created at all: its count, for_each or condition decides."""
    unmet = tuple(guard for guard in view.resource.guards if not taken(guard))
    presence = view.resource.presence
    if unmet:
        return undecided(f"{view.address} exists only when {unmet[0]}", view.header, unmet)
    if isinstance(presence, Known):
        return YES if presence.data is not False else NO
    why = presence.why if isinstance(presence, Unknown) else "it depends on a reference"
    return undecided(f"{view.address} may not exist: {why}", presence.place)
