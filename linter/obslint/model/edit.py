"""Text edits, and what a dialect's writer can be asked to write."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from obslint.model.path import Path
from obslint.source import SourceFile, Span

if TYPE_CHECKING:
    from obslint.model.resource import Resource


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces a span of a file by text. An empty span inserts."""

    file: SourceFile
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """An attribute of a resource, declared or drafted, as a value to write (`aws_sns_topic.a.arn`, `!Ref A`, `!GetAtt A.Arn`).

    `terraform` and `cloudformation` are the attribute in each dialect; "Ref" stands for the CloudFormation reference.
    `before` and `after` are text that stands around it (`"/aws/lambda/${aws_lambda_function.a.function_name}"`).
    """

    resource: "Resource | Draft"
    terraform: str
    cloudformation: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Json:
    """A value that Terraform takes as JSON text (`jsonencode({...})`) and CloudFormation as it is: a policy document."""

    data: "Mapping[str, Plain]"


class Copied(str):
    """A text that may hold references, with the HCL expression that it is written as; the other syntaxes take the text."""

    __slots__ = ("expression",)
    expression: str

    def __new__(cls, text: str, expression: str) -> "Copied":
        made = super().__new__(cls, text)
        made.expression = expression
        return made


Plain: TypeAlias = "str | bool | int | float | Link | Json | Sequence[Plain] | Mapping[str, Plain]"


@dataclass(frozen=True, slots=True)
class Draft:
    """A resource to be written: its type, suggested name, and attributes by path, all in the writer's own dialect."""

    type: str
    name: str
    attributes: Mapping[Path, Plain]

    @property
    def address(self) -> str:
        """What it is called in its dialect once it is written under its name."""
        return self.name if "::" in self.type else f"{self.type}.{self.name}"

    def link(self, terraform: str, cloudformation: str, *, before: str = "") -> Link:
        """An attribute of the resource that will be written, as a value for another draft or attribute."""
        return Link(self, terraform, cloudformation, before)


Names: TypeAlias = "Mapping[int, Draft]"
"""Drafts under the names that are free for them, by the `id` of the draft that was asked for."""


def named(drafts: Sequence[Draft], free_name: Callable[[Draft], str]) -> Names:
    """The drafts under free names; where one links to another, it links to that under its name. Those linked to come first."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        attributes = {path: relinked(value, found) for path, value in draft.attributes.items()}
        found[id(draft)] = Draft(draft.type, free_name(draft), attributes)
    return found


def relinked(value: Plain, names: Names) -> Plain:
    """A value in which links to drafts are links to them under their names."""
    if isinstance(value, Link):
        return replace(value, resource=names.get(id(value.resource), value.resource))
    if isinstance(value, Json):
        return Json({key: relinked(item, names) for key, item in value.data.items()})
    if isinstance(value, Mapping):
        return {key: relinked(item, names) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [relinked(item, names) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class Declined:
    """A writer's answer when an exact edit is not possible, with the reason."""

    reason: str


class Writer(Protocol):
    """Turns intentions into exact text edits of the file a resource is written in."""

    def set_attribute(self, resource: "Resource", path: Path, value: Plain) -> tuple[Edit, ...] | Declined:
        """Gives the attribute a value: replaces the deciding literal, or inserts the attribute where it is missing."""
        ...

    def set_attributes(self, resource: "Resource", values: Mapping[Path, Plain]) -> tuple[Edit, ...] | Declined:
        """Sets several attributes at once; a block or mapping that lacks and several of them need is written once."""
        ...

    def remove_attribute(self, resource: "Resource", path: Path) -> tuple[Edit, ...] | Declined:
        """Deletes the attribute or block, with its line when nothing else stands there."""
        ...

    def append_text(self, resource: "Resource", path: Path, suffix: str) -> tuple[Edit, ...] | Declined:
        """Appends literal text to a string attribute, keeping what is written."""
        ...

    def add_items(self, resource: "Resource", path: Path, items: "Sequence[Mapping[str, Plain]]") -> tuple[Edit, ...] | Declined:
        """Adds items to the end of a list that is written out, in a JSON text too: statements to a policy document."""
        ...

    def add_resource(self, beside: "Resource", draft: Draft) -> tuple[Edit, ...] | Declined:
        """Inserts a new resource after an existing one, under a name that is free."""
        ...

    def free_name(self, beside: "Resource", draft: Draft) -> str:
        """The name that `add_resource` will give to the draft."""
        ...

    def render_attributes(self, attributes: Mapping[Path, Plain]) -> str:
        """Attributes as they would be written, for a snippet."""
        ...

    def render_resource(self, draft: Draft) -> str:
        """The resource as it would be written, for a snippet."""
        ...
