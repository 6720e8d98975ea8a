"""Resources that do work: the places where they are written, and what has metrics for them."""

from collections.abc import Callable, Iterator

from obslint import aws
from obslint.aws import workload_kinds
from obslint.aws.watched_queues import WatchedQueue
from obslint.aws.workloads import Watched
from obslint.lint.estate import LoadedEstate
from obslint.lint.present import position
from obslint.model import Known, Resource, Unit

Member = tuple[Unit, Resource]


def kinds() -> dict[str, type[Watched]]:
    """The view of each type of workload."""
    named = [one for one in vars(workload_kinds).values() if isinstance(one, type) and issubclass(one, Watched)]
    views: list[type[Watched]] = [one for one in (*named, WatchedQueue) if one not in (Watched, workload_kinds.UserFacing)]
    return {name: view for view in views for name in view.types()}


def is_there(resource: Resource) -> bool:
    """Whether a resource can exist, as far as its own count or condition says."""
    return not (isinstance(resource.presence, Known) and resource.presence.data is False)


def measured(resource: Resource, unit: Unit) -> tuple[Resource, ...]:
    """What has the metrics of a workload: itself, or what stands before it."""
    view = kinds().get(resource.type)
    return tuple(one.resource for one in view(resource).measured(aws.Unit(unit))) if view else (resource,)


def instances_at(estate: LoadedEstate, wanted: Callable[[Unit, Resource], bool]) -> Iterator[list[Member]]:
    """The wanted resources, those together that are written in one place, in the order of the places."""
    places: dict[tuple[str, int, str], list[Member]] = {}
    for loaded in estate.units:
        for one in loaded.unit.resources:
            if not one.type.startswith("data.") and wanted(loaded.unit, one):
                places.setdefault((*position(one.header), one.type), []).append((loaded.unit, one))
    yield from (members for _, members in sorted(places.items(), key=lambda item: item[0]))
