"""Text edits, and what a dialect's writer can be asked to write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
    """An attribute of a declared resource as a value to write (`aws_sns_topic.a.arn`, `!Ref A`, `!GetAtt A.Arn`).

    `terraform` and `cloudformation` are the attribute in each dialect; "Ref" stands for the CloudFormation reference.
    `before` is text that stands before it (`"/aws/lambda/${aws_lambda_function.a.function_name}"`).
    """

    resource: "Resource"
    terraform: str
    cloudformation: str
    before: str = ""


Plain: TypeAlias = "str | bool | int | float | Link | Sequence[Plain] | Mapping[str, Plain]"


@dataclass(frozen=True, slots=True)
class Draft:
    """A resource to be written: its type, suggested name, and attributes by path, all in the writer's own dialect."""

    type: str
    name: str
    attributes: Mapping[Path, Plain]


@dataclass(frozen=True, slots=True)
class Declined:
    """A writer's answer when an exact edit is not possible, with the reason."""

    reason: str


class Writer(Protocol):
    """Turns intentions into exact text edits of the file a resource is written in."""

    def set_attribute(self, resource: "Resource", path: Path, value: Plain) -> tuple[Edit, ...] | Declined:
        """Gives the attribute a value: replaces the deciding literal, or inserts the attribute where it is missing."""
        ...

    def remove_attribute(self, resource: "Resource", path: Path) -> tuple[Edit, ...] | Declined:
        """Deletes the attribute or block, with its line when nothing else stands there."""
        ...

    def append_text(self, resource: "Resource", path: Path, suffix: str) -> tuple[Edit, ...] | Declined:
        """Appends literal text to a string attribute, keeping what is written."""
        ...

    def add_resource(self, beside: "Resource", draft: Draft) -> tuple[Edit, ...] | Declined:
        """Inserts a new resource after an existing one."""
        ...

    def render_attributes(self, attributes: Mapping[Path, Plain]) -> str:
        """Attributes as they would be written, for a snippet."""
        ...

    def render_resource(self, draft: Draft) -> str:
        """The resource as it would be written, for a snippet."""
        ...
