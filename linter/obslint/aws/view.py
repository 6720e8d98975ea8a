"""Typed views: each attribute of an AWS resource named once for every dialect, with AWS's default."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Generic, Literal, Self, TypeVar, overload

from obslint.aws.attribute import Attribute, spelled_out
from obslint.model import (
    YES,
    Absent,
    Draft,
    Fields,
    Known,
    Link,
    Path,
    Pick,
    Plain,
    Resource,
    Scalar,
    Symbolic,
    Truth,
    Unknown,
    Value,
    any_of,
    decoded,
    parse_path,
    read,
    settle,
    truth,
    undecided,
    written_as,
)
from obslint.model.truth import unconditional
from obslint.policy import Finding, Fix, Label
from obslint.source import Place


class View:
    """A resource, or a block inside one, seen as the AWS thing it stands for.

    Subclasses name their types in the class statement; blocks inside a resource leave them out.
    """

    terraform: ClassVar[tuple[str, ...]] = ()
    cloudformation: ClassVar[tuple[str, ...]] = ()
    named_by: ClassVar[tuple[str, ...]] = ()
    """Attributes under whose values other resources refer to this one when they do not use a reference."""
    handles: ClassVar[tuple[str, ...]] = ()
    """Attributes, in the words of either dialect, by which code elsewhere can attach a partner; none given: any attribute."""

    def __init_subclass__(cls, terraform: str = "", cloudformation: str = "") -> None:
        cls.terraform = tuple(terraform.split("|")) if terraform else ()
        cls.cloudformation = tuple(cloudformation.split("|")) if cloudformation else ()

    def __init__(self, resource: Resource, fields: Fields | None = None, path: Path = ()) -> None:
        self.resource = resource
        self.fields = resource.fields if fields is None else fields
        self.path = path
        self.read_before: dict[str, Attribute] = {}

    @classmethod
    def types(cls) -> tuple[str, ...]:
        """The resource types of both dialects."""
        return cls.terraform + cls.cloudformation

    @classmethod
    def types_in(cls, dialect: str) -> tuple[str, ...]:
        """The resource types of one dialect."""
        return cls.terraform if dialect == "terraform" else cls.cloudformation

    @property
    def address(self) -> str:
        """The Terraform address or logical id."""
        return self.resource.address

    @property
    def header(self) -> Place:
        """The place that names the resource, or starts the block."""
        return (self.fields.header if self.path else None) or self.resource.header

    def is_same(self, other: "View") -> Truth:
        """Whether both are views of one resource."""
        return truth(self.resource is other.resource)

    def is_type(self, *types: str) -> bool:
        """Whether the resource is of one of the types; for views that stand for several."""
        return self.resource.type in types

    @property
    def names(self) -> tuple[Value, ...]:
        """The values under which others refer to the resource when they do not use a reference."""
        return tuple(getattr(self, name).value for name in self.named_by)

    def can_be_named_by(self, other: "View") -> bool:
        """Whether a reference to this resource can be written in another: both in one module or template, and no instance key needed."""
        return _scope(self.resource) == _scope(other.resource) and not self.address.endswith("]")

    def finding(self, message: str, *, fix: Fix | None = None, related: tuple[Label, ...] = ()) -> Finding:
        """A finding about the resource as a whole, at its header."""
        return Finding(message, self.resource, self.header, related=related, fix=fix and fix.or_on(self.resource, self.path))

    def label(self, text: str) -> Label:
        """The header as a second place of a finding."""
        return Label(self.header, text)

    def link(self, terraform: str, cloudformation: str, *, before: str = "", after: str = "") -> Link:
        """An attribute of this resource as a value that a fix can write, perhaps with text around it."""
        return Link(self.resource, terraform, cloudformation, before, after)

    @property
    def local_name(self) -> str:
        """The name the resource has in the code: `a` of `aws_sns_topic.a`, or the logical id."""
        return self.address.rpartition(".")[2].partition("[")[0]

    @classmethod
    def draft(cls, beside: "View", /, **attributes: Plain) -> Draft:
        """A new resource of this kind in the dialect of an existing one, named after it; attributes by their names in this view.

        What cannot be written in that dialect is left out.
        """
        dialect = beside.resource.dialect
        name = beside.local_name
        paths = {getattr(cls, key).path(dialect): value for key, value in attributes.items()}
        written = {path: value for path, value in paths.items() if path}
        return Draft(cls.types_in(dialect)[0], name if dialect == "terraform" else f"{name}{cls.__name__}", written)


def _scope(resource: Resource) -> str:
    """The module or nested stack a resource is declared in."""
    if resource.type.startswith("module."):
        return resource.address.rpartition("module.")[0]
    named = resource.type if resource.dialect == "terraform" else resource.address.rpartition(".")[2]
    return resource.address.rpartition(named)[0]


V = TypeVar("V", bound=View)


class attribute:  # noqa: N801 - reads as a declaration
    """Declares an attribute: its path in Terraform and in CloudFormation (None: cannot be written there), and AWS's default."""

    def __init__(
        self,
        terraform: str | None,
        cloudformation: str | None,
        *,
        default: Scalar | None = None,
        terraform_default: Scalar | None = None,
        cloudformation_default: Scalar | None = None,
    ) -> None:
        self.terraform, self.cloudformation = terraform, cloudformation
        self.terraform_default = default if terraform_default is None else terraform_default
        self.cloudformation_default = default if cloudformation_default is None else cloudformation_default
        self.name = ""

    def __set_name__(self, owner: type[View], name: str) -> None:
        self.name = name

    def path(self, dialect: str) -> Path:
        """The path in a dialect; empty when the attribute cannot be written there."""
        text = self.terraform if dialect == "terraform" else self.cloudformation
        return parse_path(text) if text else ()

    @overload
    def __get__(self, view: None, owner: type[View]) -> Self: ...
    @overload
    def __get__(self, view: View, owner: type[View]) -> Attribute: ...
    def __get__(self, view: View | None, owner: type[View]) -> "Self | Attribute":
        if view is None:
            return self
        if not unconditional():
            return self._read(view)
        found = view.read_before.get(self.name)
        if found is None:
            found = view.read_before[self.name] = self._read(view)
        return found

    def _read(self, view: View) -> Attribute:
        dialect = view.resource.dialect
        default = self.terraform_default if dialect == "terraform" else self.cloudformation_default
        path = self.path(dialect)
        if not path:
            return Attribute(view.resource, view.path, Absent(place=view.header), view.header, False, default)
        reading = read(view.fields, path)
        return Attribute(view.resource, (*view.path, *path), reading.value, reading.at or view.header, reading.written, default)


reference = attribute
"""An attribute whose value names another resource; ask it `refers_to`."""


class Blocks(Generic[V]):
    """The repeated blocks or list items at a path, as views.

    `any` and `all` know about items that cannot be seen; a loop over all items ends by noting that there may be more.
    """

    def __init__(self, items: tuple[V, ...], hidden: tuple[Truth, ...], at: Place) -> None:
        self._items, self._hidden, self.at = items, hidden, at

    def __iter__(self) -> Iterator[V]:
        yield from self._items
        for doubt in self._hidden:
            bool(doubt)

    def __len__(self) -> int:
        return len(self._items)

    def any(self, predicate: Callable[[V], Truth]) -> Truth:
        """Whether the predicate holds for at least one item."""
        return any_of((*(predicate(item) for item in self._items), *self._hidden), lambda answer: answer)

    def all(self, predicate: Callable[[V], Truth]) -> Truth:
        """Whether the predicate holds for every item; yes when there is none."""
        return ~self.any(lambda item: ~predicate(item))

    @property
    def exist(self) -> Truth:
        """Whether there is any item."""
        return self.any(lambda _: YES)


class blocks(Generic[V]):  # noqa: N801 - reads as a declaration
    """Declares repeated blocks (Terraform) or a list of objects (CloudFormation, or JSON text in either), each seen as a `view`.

    `key` is the member, in the words of both dialects, that tells the items apart; with it, a fix can be about one of them.
    """

    def __init__(self, terraform: str | None, cloudformation: str | None, view: type[V], *, key: tuple[str, str] | None = None) -> None:
        self.terraform, self.cloudformation, self.view, self.key = terraform, cloudformation, view, key

    @overload
    def __get__(self, view: None, owner: type[View]) -> Self: ...
    @overload
    def __get__(self, view: View, owner: type[View]) -> Blocks[V]: ...
    def __get__(self, view: View | None, owner: type[View]) -> "Self | Blocks[V]":
        if view is None:
            return self
        in_terraform = view.resource.dialect == "terraform"
        text = self.terraform if in_terraform else self.cloudformation
        if not text:
            return Blocks((), (), view.header)
        path = parse_path(text)
        reading = read(view.fields, path)
        items: list[V] = []
        hidden: list[Truth] = []
        value = decoded(reading.value)
        listed = value.data if isinstance(value, Known) and isinstance(value.data, tuple) else (value,)
        for item in map(settle, listed):
            if isinstance(item, Known) and isinstance(item.data, Fields):
                within = written_as(reading.value)
                picked = self._picked(item.data, in_terraform, within) if within or item is not value else ()
                items.append(self.view(view.resource, item.data, (*view.path, *path, *picked)))
            elif not isinstance(item, Absent):
                hidden.append(undecided(item.why if isinstance(item, Unknown) else "not a block", item.place))
        return Blocks(tuple(items), tuple(hidden), reading.at or view.header)

    def _picked(self, item: Fields, in_terraform: bool, within: Literal["", "text", "jsonencode"]) -> Path:
        """What picks one of the items, when its key is certain; in text, where a pick adds no item, also by what is certain of it."""
        name = "" if self.key is None else self.key[0 if in_terraform else 1]
        wanted = item.get(name)
        if isinstance(wanted, Known) and isinstance(wanted.data, str):
            return (Pick(name, wanted.data, within),)
        if not within:
            return ()
        return (Pick(name, spelled_out(wanted), within),) if isinstance(wanted, Symbolic) else (Pick("", "", within),)
