"""From findings to plain data: places, groups of instances, fingerprints."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from obslint.lint.examine import Hit, OpenQuestion
from obslint.lint.result import Location, Subject, Undecided
from obslint.model import Fields, Known, Resource, Unit, read, settle
from obslint.source import Place

T = TypeVar("T")

_INSTANCE_KEY = re.compile(r'\[(?:"(?:[^"\\]|\\.)*"|\d+)\]')


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """One defect, found in one or several instances of what is written once."""

    hits: tuple[Hit, ...]

    @property
    def first(self) -> Hit:
        """The finding that stands for all."""
        return self.hits[0]


def location(place: Place) -> Location:
    """A place as plain data."""
    line, column = place.file.position(place.span.start)
    end_line, end_column = place.file.position(place.span.end)
    return Location(place.file.path, line, column, end_line, end_column, place.span.start, place.span.end)


def position(place: Place) -> tuple[str, int]:
    """The order of places: by path, then as written."""
    return place.file.path, place.span.start


def grouped(hits: Iterable[Hit]) -> list[Group]:
    """The findings in the order of their places; those that differ in nothing but the instance together."""
    groups = _by_key(hits, _defect)
    ordered = sorted(groups, key=lambda found: (*position(found[0].finding.at), found[0].rule.id, found[0].finding.message))
    return [Group(tuple(found)) for found in ordered]


def _defect(hit: Hit) -> tuple[object, ...]:
    finding = hit.finding
    related = tuple((label.text, label.place.file.path, label.place.span) for label in finding.related)
    return hit.rule.id, finding.at.file.path, finding.at.span, finding.message, finding.attribute, related


def _by_key(items: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    groups: dict[object, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())


def subject(members: Sequence[tuple[Unit, Resource]]) -> Subject:
    """The resource a result is about. Instances in other units are named with their unit before the address."""
    unit, resource = members[0]
    instances = tuple(
        dict.fromkeys(other.address if where.path == unit.path else f"{where.path}:{other.address}" for where, other in members)
    )
    return Subject(resource.origin or resource.address, resource.type, unit.path, instances, _construct(resource))


def _construct(resource: Resource) -> str:
    """The path of the CDK construct that a resource of a synthesised template was made from (`aws:cdk:path` in its metadata)."""
    if not isinstance(resource.metadata, Known):
        return resource.construct
    path = settle(read(resource.metadata.data, ("aws:cdk:path",)).value) if isinstance(resource.metadata.data, Fields) else None
    return path.data if isinstance(path, Known) and isinstance(path.data, str) else resource.construct


def undecided(questions: Iterable[OpenQuestion]) -> list[Undecided]:
    """The open questions in the order of their places, instances together."""
    groups = _by_key(questions, lambda q: (q.rule.id, *position(q.place), q.place.span.end, q.reason, *position(q.resource.header)))
    ordered = sorted(groups, key=lambda found: (*position(found[0].place), found[0].rule.id, found[0].resource.address))
    return [
        Undecided(found[0].rule.id, subject([(q.unit, q.resource) for q in found]), location(found[0].place), found[0].reason)
        for found in ordered
    ]


class Fingerprints:
    """Names for findings that stay when lines move. Equal defects in one place of the configuration are numbered."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, ...], int] = {}

    def of(self, rule: str, path: str, address: str, attribute: str) -> str:
        """The fingerprint of the next finding of the rule there; instance keys do not count."""
        key = (rule, path, _INSTANCE_KEY.sub("", address), attribute)
        number = self._seen[key] = self._seen.get(key, -1) + 1
        return sha256("\0".join((*key, str(number) if number else "")).encode()).hexdigest()[:32]
