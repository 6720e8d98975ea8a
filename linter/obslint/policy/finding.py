"""Findings, their severity and persona, and the fixes they offer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal, Protocol

from obslint.model import Draft, Path, Plain, Resource
from obslint.source import Place

PlanEffect = Literal["none", "in-place", "replacement", "new-resource"]
"""What `terraform plan` or a change set shows for the resource after a fix."""


class Severity(Enum):
    """How much is lost: `error` a signal or record is gone, `warning` it is impaired, `info` it could be better."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info to 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Persona(Enum):
    """For whom a rule is on: `regular` everybody, `pedantic` also taste and cost, `auditor` also compliance."""

    REGULAR = "regular"
    PEDANTIC = "pedantic"
    AUDITOR = "auditor"

    @property
    def rank(self) -> int:
        """0 for regular to 2 for auditor; a persona sees its own rules and those of lower rank."""
        return ("regular", "pedantic", "auditor").index(self.value)


class Applicability(Enum):
    """`safe` is written by --fix, `unsafe` only with --unsafe-fixes, `manual` never: it is described with a snippet."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class SetTo:
    """Gives the attribute a value, and further attributes that make no sense without it theirs."""

    value: Plain
    also: tuple[tuple[Path, Plain], ...] = ()
    needs: tuple[Draft, ...] = ()
    """Resources that are added for it; the values may link to them."""
    drop: tuple[Path, ...] = ()
    """Attributes that contradict it and are removed."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Deletes the attribute or block."""


@dataclass(frozen=True, slots=True)
class Append:
    """Appends literal text to the attribute."""

    suffix: str


@dataclass(frozen=True, slots=True)
class Extend:
    """Adds items to a list, as statements to a policy document."""

    items: tuple[Mapping[str, Plain], ...]


@dataclass(frozen=True, slots=True)
class Add:
    """Adds a resource beside the one at fault, after those that it needs."""

    draft: Draft
    needs: tuple[Draft, ...] = ()


Change = SetTo | Remove | Append | Extend | Add


@dataclass(frozen=True, slots=True)
class Fix:
    """A remedy: what changes, whether a machine may do it, and what a plan will show.

    `reason` says why a fix is not safe. `resource` and `path` are filled in when the fix is attached to a finding. `leaves` are
    rules that may speak of what it adds, since only people can fill that in.
    """

    title: str
    change: Change | None
    applicability: Applicability = Applicability.SAFE
    effect: PlanEffect = "in-place"
    reason: str = ""
    resource: Resource | None = None
    path: Path = ()
    leaves: tuple[str, ...] = ()

    def on(self, resource: Resource, path: Path) -> "Fix":
        """The same fix for a given attribute."""
        return replace(self, resource=resource, path=path)

    def or_on(self, resource: Resource, path: Path) -> "Fix":
        """The same fix, for a given attribute unless it is for another already: the cause may stand in another resource."""
        return self if self.resource else self.on(resource, path)


class At(Protocol):
    """An attribute, as far as a fix needs one."""

    path: Path


def set_to(
    value: Plain,
    *,
    also: Sequence[tuple[At, Plain]] = (),
    drop: Sequence[At] = (),
    unsafe: str = "",
    manual: str = "",
    effect: PlanEffect = "in-place",
    title: str = "",
    needs: tuple[Draft, ...] = (),
) -> Fix:
    """Sets the attribute, and others with it; `unsafe` or `manual` give the reason why that is not a safe edit.

    `needs` are resources that are added for it, each after those that it links to; never safe. Raises `ValueError` then. `drop` are
    attributes that contradict it and are removed.
    """
    if needs and not (unsafe or manual):
        raise ValueError("adding a resource is not a safe fix: give a reason in unsafe= or manual=")
    change = SetTo(value, tuple((one.path, plain) for one, plain in also), needs, tuple(one.path for one in drop))
    return Fix(title, change, *_graded(unsafe, manual, effect))


def remove(*, unsafe: str = "", effect: PlanEffect = "in-place", title: str = "") -> Fix:
    """Removes the attribute or block."""
    return Fix(title, Remove(), *_graded(unsafe, "", effect))


def append(suffix: str, *, unsafe: str = "", effect: PlanEffect = "in-place", title: str = "") -> Fix:
    """Appends text to the attribute's value."""
    return Fix(title, Append(suffix), *_graded(unsafe, "", effect))


def extend(items: Sequence[Mapping[str, Plain]], title: str, *, unsafe: str = "", manual: str = "") -> Fix:
    """Adds items to the end of a list."""
    return Fix(title, Extend(tuple(items)), *_graded(unsafe, manual, "in-place"))


def add_resource(
    draft: Draft, title: str, *, unsafe: str = "", manual: str = "", needs: tuple[Draft, ...] = (), leaves: tuple[str, ...] = ()
) -> Fix:
    """Adds a resource, after those that it `needs` and links to; never safe, so one of the two reasons is required.

    `leaves` are rules about what people have to fill in afterwards.
    """
    if not (unsafe or manual):
        raise ValueError("adding a resource is not a safe fix: give a reason in unsafe= or manual=")
    return Fix(title, Add(draft, needs), *_graded(unsafe, manual, "new-resource"), leaves=leaves)


def advice(title: str, reason: str, effect: PlanEffect = "in-place") -> Fix:
    """A remedy that no edit can express."""
    return Fix(title, None, Applicability.MANUAL, effect, reason)


def _graded(unsafe: str, manual: str, effect: PlanEffect) -> tuple[Applicability, PlanEffect, str]:
    if manual:
        return Applicability.MANUAL, effect, manual
    return (Applicability.UNSAFE, effect, unsafe) if unsafe else (Applicability.SAFE, effect, "")


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains a finding, with a few words."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A defect at a place. Rules get one from a view or an attribute, never build one.

    `attribute` is the path in the resource's own dialect, for fingerprints and baselines; it never holds a line number.
    """

    message: str
    resource: Resource
    at: Place
    attribute: str = ""
    related: tuple[Label, ...] = ()
    fix: Fix | None = None
