"""The syntax of a Terraform file, the same for HCL and JSON. Spans are character offsets in the file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal as Choice

from obslint.model import Scalar
from obslint.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Expr:
    """Base of all expressions."""

    span: Span


@dataclass(frozen=True, slots=True)
class Literal(Expr):
    """A number, a boolean or null; text without interpolation, unescaped."""

    data: Scalar | None


@dataclass(frozen=True, slots=True)
class Template(Expr):
    """Text with interpolations and directives."""

    parts: "tuple[str | TemplatePart, ...]"


@dataclass(frozen=True, slots=True)
class TemplateIf(Expr):
    """`%{ if }` in a template."""

    condition: Expr
    then: Template
    otherwise: Template


@dataclass(frozen=True, slots=True)
class TemplateFor(Expr):
    """`%{ for }` in a template."""

    key: str
    item: str
    collection: Expr
    body: Template


TemplatePart = Expr


@dataclass(frozen=True, slots=True)
class Name(Expr):
    """The first word of a traversal: `var`, `local`, a resource type, a `for` variable."""

    name: str


@dataclass(frozen=True, slots=True)
class GetAttr(Expr):
    """`base.name`."""

    base: Expr
    name: str


@dataclass(frozen=True, slots=True)
class Index(Expr):
    """`base[key]`."""

    base: Expr
    key: Expr


@dataclass(frozen=True, slots=True)
class Splat(Expr):
    """`base[*]...`: `each` is applied to every item, the item being `Name("[*]")`."""

    base: Expr
    each: Expr


@dataclass(frozen=True, slots=True)
class Call(Expr):
    """A function call; `spread` when the last argument ends in `...`."""

    name: str
    args: tuple[Expr, ...]
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Unary(Expr):
    """`!x` or `-x`."""

    operator: str
    operand: Expr


@dataclass(frozen=True, slots=True)
class Binary(Expr):
    """Two operands and what stands between them."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Conditional(Expr):
    """`condition ? then : otherwise`."""

    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class Tuple(Expr):
    """`[a, b]`."""

    items: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ObjectItem:
    """One `key = value` of an object."""

    key: Expr
    value: Expr
    span: Span


@dataclass(frozen=True, slots=True)
class Object(Expr):
    """`{ key = value }`."""

    items: tuple[ObjectItem, ...]


@dataclass(frozen=True, slots=True)
class For(Expr):
    """A for-expression; with `result_key` it makes an object, `grouped` when its values end in `...`."""

    key: str
    item: str
    collection: Expr
    result_key: Expr | None
    result: Expr
    condition: Expr | None
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Bad(Expr):
    """An expression that does not parse; `why` is shown to people."""

    why: str


class Attribute:
    """`name = expression`; the expression is converted when it is first asked for."""

    __slots__ = ("__dict__", "_convert", "file", "name", "name_span", "span")

    def __init__(self, file: SourceFile, name: str, name_span: Span, span: Span, convert: Callable[[], Expr]) -> None:
        self.file, self.name, self.name_span, self.span, self._convert = file, name, name_span, span, convert

    @cached_property
    def expr(self) -> Expr:
        """The right-hand side."""
        return self._convert()


@dataclass(frozen=True, slots=True)
class Body:
    """What stands between the braces of a block (`span` includes them), or a whole file.

    `damage` says why more may stand there than was understood, and is empty when nothing does.
    """

    span: Span
    attributes: dict[str, Attribute] = field(default_factory=dict)
    blocks: "tuple[Block, ...]" = ()
    damage: str = ""


class Block:
    """`type "label" { ... }`; `header` ends before the brace; the body is converted when it is first asked for."""

    __slots__ = ("__dict__", "_convert", "file", "header", "labels", "span", "syntax", "type")

    def __init__(
        self,
        file: SourceFile,
        type: str,  # noqa: A002 - Terraform's word
        labels: tuple[str, ...],
        header: Span,
        span: Span,
        convert: Callable[[], Body],
        syntax: Choice["hcl", "json"] = "hcl",
    ) -> None:
        self.file, self.type, self.labels, self.syntax = file, type, labels, syntax
        self.header, self.span, self._convert = header, span, convert

    @cached_property
    def body(self) -> Body:
        """The attributes and blocks inside."""
        return self._convert()
