"""A resource's `lifecycle` block: what is said to Terraform itself."""

from collections.abc import Iterator

from obslint.model import Known, Value
from obslint.source import Place
from obslint.terraform.ast import Attribute, Block, Expr, Name, Tuple
from obslint.terraform.fields import BlockFields

_NAMES = frozenset({"ignore_changes", "replace_triggered_by"})
"""Arguments that list names; these are never evaluated."""


class OuterFields(BlockFields):
    """The `lifecycle` block of a resource and nothing else of it; that a writer sees the whole resource lets it add the block."""

    __slots__ = ()

    @property
    def blocks(self) -> dict[str, list[Block]]:
        found = [block for block in self.body.blocks if block.type == "lifecycle"]
        return {"lifecycle": found} if found else {}

    def evaluated(self, name: str) -> Value:
        block = self.blocks[name][0]
        return Known(_LifecycleFields(block, block.body, self.scope.with_file(block.file)), place=Place(block.file, block.header))

    def __contains__(self, name: object) -> bool:
        return name in self.blocks

    def __iter__(self) -> Iterator[str]:
        yield from self.blocks

    def entry(self, name: str) -> Place | None:
        blocks = self.blocks.get(name)
        return Place(blocks[0].file, blocks[0].header) if blocks else None


class _LifecycleFields(BlockFields):
    """The inside of a `lifecycle` block."""

    __slots__ = ()

    def evaluated(self, name: str) -> Value:
        attribute = self.body.attributes.get(name)
        return _names(attribute) if attribute is not None and name in _NAMES else super().evaluated(name)


def _names(attribute: Attribute) -> Value:
    """The names as they are written: a list, or the word `all`."""
    expr = attribute.expr
    place = Place(attribute.file, expr.span)
    if isinstance(expr, Tuple):
        return Known(tuple(_name(attribute, item) for item in expr.items), place=place)
    return Known("all", place=place) if isinstance(expr, Name) else _name(attribute, expr)


def _name(attribute: Attribute, expr: Expr) -> Known:
    text = attribute.file.text[expr.span.start : expr.span.end]
    return Known(text.strip('"'), place=Place(attribute.file, expr.span))
