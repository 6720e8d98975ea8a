"""Resources, and the units in which they are deployed together."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from obslint.model.truth import Guard
from obslint.model.value import Absent, Fields, Known, PlainFields, Reference, Value, references, texts
from obslint.source import Place, SourceFile

if TYPE_CHECKING:
    from obslint.model.edit import Writer

Dialect = Literal["terraform", "cloudformation"]


@dataclass(frozen=True, slots=True)
class Accepted:
    """An exception written for another tool: its rule, the reason given, and what of the finding it is limited to."""

    tool: str
    rule: str
    reason: str
    place: Place
    applies_to: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Resource:
    """One instance of a declared resource (or data source, whose type then starts with `data.`).

    `address` is the Terraform address with module path and instance key, or the logical id. `fields` is what is written
    in it, evaluated on demand. `header` is the span that names it, `extent` all of it. `presence` is Known(True), or
    unknown when its `count`, `for_each` or module decides whether it exists; `guards` are the template conditions under
    which it does. `lifecycle` is what stands beside the attributes and is said to the tool that deploys: Terraform's `lifecycle` block,
    CloudFormation's `DeletionPolicy` and the like. Code that is not the team's own is not `owned`: `call` is then the call in their
    own code that brought it, and `call_prefix` starts the addresses of what it brought.
    """

    address: str
    type: str
    dialect: Dialect
    fields: Fields
    header: Place
    extent: Place
    writer: "Writer | None" = None
    presence: Value = field(default_factory=lambda: Known(True))
    guards: tuple[Guard, ...] = ()
    region: Value = field(default_factory=Absent)
    depends_on: tuple[Reference, ...] = ()
    metadata: Value = field(default_factory=Absent)
    lifecycle: Fields = field(default_factory=lambda: PlainFields({}))
    owned: bool = True
    call: Place | None = None
    call_prefix: str = ""
    calls: tuple[Place, ...] = ()
    """The calls of modules from the root to it."""
    accepted: Callable[[], tuple[Accepted, ...]] = tuple
    """What other tools are told to accept about it (`Metadata.cdk_nag`)."""
    construct: str = ""
    """The path of the CDK construct it was made from, as the manifest of the cloud assembly says; its own metadata counts more."""
    origin: str = ""
    """The logical id that stands in the text, of what SAM makes from a resource of its own."""
    deployer: str = ""
    """What it is deployed with (a provider configuration): two of one unit with the same stand in one account, and in one region
    unless they say otherwise themselves."""
    entered: bool = False
    """Whether it deploys a template that is read as part of the unit, so that what it is handed is followed there."""

    def __repr__(self) -> str:
        return f"Resource({self.address})"


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """A value that leaves the unit: a root output, an argument of a module that was not read, a stack output.

    `taker` is the resource that stands for the call of such a module.
    """

    label: str
    value: Value
    place: Place | None = None
    taker: "Resource | None" = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that was not analysed: a path or address, why, and the place that names it."""

    subject: str
    reason: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A defect of the input itself (a syntax error, a cycle): where, what, and what to do about it."""

    message: str
    place: Place
    remedy: str = ""
    rule: str = "syntax-error"


@dataclass(slots=True, eq=False)
class Unit:
    """What is deployed together: a Terraform root with its local modules, a stack with its nested stacks, a plan.

    `path` names the root directory or template. `exports` is evaluated when first asked for. `gaps` are parts that were
    not analysed; each may hide resources. `implied` tells what follows from a side of a template condition, `reads` the paths of
    other units or files from which values were taken so far: exports of other stacks, outputs of other roots. `name` is that of the
    stack, where the CDK gives it one; `accepted` is what other tools are told to accept in all of it.
    """

    path: str
    dialect: Dialect
    resources: tuple[Resource, ...]
    files: tuple[SourceFile, ...]
    exports_of: Callable[[], tuple[Export, ...]] = tuple
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()
    implied: Callable[[Guard], Mapping[str, bool] | None] = lambda guard: {guard.condition: guard.holds}
    reads: Callable[[], frozenset[str]] = frozenset
    name: str = ""
    accepted: Callable[[], tuple[Accepted, ...]] = tuple
    moves: Callable[[], tuple[tuple[str, str], ...]] = tuple
    """What resources and modules were called before, and what they are called now, as `moved` blocks say."""
    _by_type: dict[str, list[Resource]] | None = None
    _escapes: "dict[int, list[tuple[Export, str]]] | None" = None
    _texts: "dict[str, list[Export]] | None" = None
    _mentions: "dict[str, dict[int, list[Resource]]]" = field(default_factory=dict)
    _order: dict[int, int] | None = None

    def of_type(self, *types: str) -> Iterator[Resource]:
        """The resources of the given types, in the order of the files."""
        found = self._sorted()
        for name in types:
            yield from found.get(name, ())

    def _sorted(self) -> dict[str, list[Resource]]:
        if self._by_type is None:
            self._by_type = {}
            for resource in self.resources:
                self._by_type.setdefault(resource.type, []).append(resource)
        return self._by_type

    @property
    def types(self) -> frozenset[str]:
        """Every resource type that occurs."""
        return frozenset(resource.type for resource in self.resources)

    def escape(self, resource: Resource, handles: Collection[str] = ()) -> Export | None:
        """The export through which a reference to the resource leaves the unit, if there is one.

        With `handles`, only references to these of its attributes count, and to the resource as a whole.
        """
        if self._escapes is None:
            self._read_exports()
        found = (self._escapes or {}).get(id(resource), ())
        return next((export for export, attribute in found if not handles or not attribute or attribute in handles), None)

    def spelled_out(self, text: str, of: Resource | None = None) -> Export | None:
        """The export that hands on this very text, the name of a resource; to others than the resource itself."""
        if self._texts is None:
            self._read_exports()
        return next((export for export in (self._texts or {}).get(text, ()) if export.taker is None or export.taker is not of), None)

    def _read_exports(self) -> None:
        self._escapes, self._texts = {}, {}
        for export in self.exports_of():
            for reference in references(export.value, woven=True):
                if reference.resource is not None:
                    self._escapes.setdefault(id(reference.resource), []).append((export, reference.attribute))
            for text in texts(export.value):
                self._texts.setdefault(text, []).append(export)

    def mentions(self, resource: Resource, by: Callable[[str], bool] = lambda _: True) -> tuple[Resource, ...]:
        """The other resources in whose attributes a reference to this one stands; a nested stack that was read is none by itself.

        `by` tells which types count; the attributes of others are not read.
        """
        found = [user for kind in self._sorted() if by(kind) for user in self._users(kind).get(id(resource), ())]
        if len(found) > 1:
            order = self._order = self._order or {id(one): index for index, one in enumerate(self.resources)}
            found.sort(key=lambda user: order[id(user)])
        return tuple(found)

    def _users(self, kind: str) -> "dict[int, list[Resource]]":
        """The resources of a type by what they mention."""
        if kind not in self._mentions:
            made = self._mentions[kind] = {}
            for user in (found for found in self.of_type(kind) if not found.entered):
                used = {id(found.resource) for found in references(Known(user.fields), woven=True) if found.resource is not None}
                for key in used - {id(user)}:
                    made.setdefault(key, []).append(user)
        return self._mentions[kind]


@dataclass(slots=True, eq=False)
class Estate:
    """Everything that one run reads: the units, and what could not be read at all."""

    units: tuple[Unit, ...]
    gaps: tuple[Gap, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[SourceFile, ...] = ()
