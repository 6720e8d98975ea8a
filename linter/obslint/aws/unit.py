"""The surroundings of a resource, as rules ask about them."""

from collections.abc import Callable
from typing import TypeVar

from obslint import model
from obslint.aws.view import View
from obslint.model import NO, YES, Known, Reference, Resource, Truth, Unknown, any_of, references, texts, truth, undecided
from obslint.model.truth import possible, subject, taken, unconditional
from obslint.source import Place

V = TypeVar("V", bound=View)

STORES = ("aws_ssm_parameter", "AWS::SSM::Parameter")
"""Where a unit leaves values for others to read."""


class Unit:
    """What is deployed together with a resource."""

    def __init__(self, unit: model.Unit) -> None:
        self.data = unit
        self._views: dict[type[View], tuple[View, ...]] = {}

    def all(self, view: type[V]) -> tuple[V, ...]:
        """Every resource of a kind that can exist."""
        if not unconditional():
            return tuple(view(found) for found in self.data.of_type(*view.types()) if possible(found.guards))
        if view not in self._views:
            self._views[view] = tuple(view(found) for found in self.data.of_type(*view.types()))
        return self._views[view]  # type: ignore[return-value]  # views of that very kind

    def any(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES) -> Truth:
        """Whether a resource of a kind exists for which something holds."""
        return any_of(self.all(view), lambda item: where(item) & exists(item))

    def only(self, view: type[V], beside: View, where: Callable[[V], Truth] = lambda _: YES) -> V | None:
        """The one resource of a kind for which something holds, when no other can be meant and text beside another can name it."""
        found = [item for item in self.all(view) if (where(item) & exists(item)).known is not False]
        return found[0] if len(found) == 1 and where(found[0]).known and found[0].can_be_named_by(beside) else None

    def none(self, view: type[V], where: Callable[[V], Truth] = lambda _: YES, *, of: View | None = None) -> Truth:
        """Whether no such resource exists, as far as the unit is closed.

        `of` is the resource whose partner is looked for: when a reference to it leaves the unit, the partner may be there.
        """
        found = self.any(view, where)
        if found.known is not False or not view.types_in(self.data.dialect):
            return ~found
        return self.closed_around(of)

    def mentions(self, view: View, *, by: Callable[[str], bool] = lambda _: True) -> Truth:
        """Whether another resource of the unit refers to this one, whatever for; `by` tells which types count."""
        return truth(bool(self.data.mentions(view.resource, by)))

    def closed_around(self, view: View | None) -> Truth:
        """Whether whatever attaches to a resource must stand in this unit."""
        if view is not None:
            spelled = (self.data.spelled_out(name, view.resource) for name in _names(view))
            export = self.data.escape(view.resource, view.handles) or next(filter(None, spelled), None)
            if export:
                return undecided(f"{export.label} hands {view.address} to code that is not in this unit", export.place)
            store = next((user for user in self.data.of_type(*STORES) if _publishes(user, view)), None)
            if store:
                return undecided(f"{store.address} hands {view.address} to code that is not in this unit", store.header)
        broken = next(iter(self.data.problems), None)
        return undecided(f"{broken.place} was not understood and may declare it", broken.place) if broken else YES


def exists(view: View) -> Truth:
    """Whether a resource is created at all: its count, for_each or condition decides."""
    unmet = tuple(guard for guard in view.resource.guards if not taken(guard))
    presence = view.resource.presence
    if unmet:
        return undecided(f"{view.address} exists only when {unmet[0]}", view.header, unmet)
    if isinstance(presence, Known):
        return YES if presence.data is not False else NO
    if comes_with(view.resource, subject()):
        return YES
    why = presence.why if isinstance(presence, Unknown) else "it depends on a reference"
    return undecided(f"{view.address} may not exist: {why}", presence.place)


def comes_with(resource: Resource, other: object) -> bool:
    """Whether a resource is there whenever another one is: the same call of a module, or the same `count`, makes both."""
    if not isinstance(other, Resource) or other is resource or isinstance(other.presence, Known):
        return False
    one, two = resource.presence.place, other.presence.place
    if resource.presence is other.presence or one is None or two is None:
        return resource.presence is other.presence
    same = _condition(one) == _condition(two) and one.file.path.rpartition("/")[0] == two.file.path.rpartition("/")[0]
    return same and _call(resource) == _call(other)


def _condition(place: Place) -> str:
    """What decides on the existence, however the line is aligned."""
    return " ".join(place.text.split())


def _call(resource: Resource) -> str:
    """The calls of modules that lead to a resource."""
    return resource.address.partition(f"{resource.type}.")[0]


def _names(view: View) -> list[str]:
    return [name for value in view.names for name in texts(value)]


def _publishes(store: Resource, view: View) -> bool:
    return any(_takes_hold(reference, view) for reference in references(Known(store.fields)))


def _takes_hold(reference: Reference, view: View) -> bool:
    return reference.resource is view.resource and (not view.handles or reference.attribute in ("", *view.handles))
