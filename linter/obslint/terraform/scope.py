"""What names mean at a place in a configuration."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from obslint.model import Value
from obslint.source import Place, SourceFile, Span
from obslint.terraform.depth import Evaluation
from obslint.terraform.functions import FileScope

TRYING = "(try)"
"""Bound inside try() and can(), where an instance that may not exist is an error that is caught."""


class Names(Protocol):
    """A module instance, as expressions see it."""

    @property
    def evaluation(self) -> Evaluation:
        """What is being evaluated."""
        ...

    def variable(self, name: str) -> Value:
        """`var.name`."""
        ...

    def local(self, name: str) -> Value:
        """`local.name`."""
        ...

    def resource(self, type: str, name: str) -> Value:  # noqa: A002 - Terraform's word
        """A resource or, with a type starting in `data.`, a data source: all its instances."""
        ...

    def call(self, name: str) -> Value:
        """`module.name`: its outputs."""
        ...

    def path(self, name: str) -> Value:
        """`path.module`, `path.root`, `path.cwd`."""
        ...

    def files(self) -> FileScope | None:
        """What file functions may read."""
        ...

    def read_file(self, name: str, place: Place) -> Value:
        """The text of a file named by an expression, or why it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """A module instance, the file of the expression, and the names that are bound around it."""

    names: Names
    file: SourceFile
    bound: dict[str, Value] = field(default_factory=dict)

    def place(self, span: Span) -> Place:
        """A span of the file."""
        return Place(self.file, span)

    def with_file(self, file: SourceFile) -> "Scope":
        """The same names, for an expression of another file."""
        return self if file is self.file else replace(self, file=file)

    def binding(self, names: dict[str, Value]) -> "Scope":
        """More names: of a for-expression, or `each.key`, `count.index`."""
        return replace(self, bound={**self.bound, **names})

    def only(self, names: dict[str, Value]) -> "Scope":
        """These names and no others, as in a template file."""
        return replace(self, bound=names)
