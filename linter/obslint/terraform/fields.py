"""Blocks as fields: attributes evaluated on demand, nested and dynamic blocks as lists."""

from collections.abc import Iterator

from obslint.model import Fields, Known, Unknown, Value
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Block, Body
from obslint.terraform.evaluate import evaluate
from obslint.terraform.scope import Scope
from obslint.terraform.values import unknown_of

META = frozenset({"count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection"})
"""Arguments of Terraform itself, which are no part of the resource."""


class BlockFields(Fields):
    """The inside of a block. `block` is its syntax, for writers."""

    __slots__ = ("_blocks", "_cache", "block", "body", "scope")

    def __init__(self, block: Block, body: Body, scope: Scope) -> None:
        self.block, self.body, self.scope = block, body, scope
        self._cache: dict[str, Value] = {}
        self._blocks: dict[str, list[Block]] | None = None

    @property
    def blocks(self) -> dict[str, list[Block]]:
        """Nested blocks by type; dynamic ones under the type they make."""
        if self._blocks is None:
            self._blocks = {}
            for block in self.body.blocks:
                name = block.labels[0] if block.type == "dynamic" and block.labels else block.type
                if name not in META:
                    self._blocks.setdefault(name, []).append(block)
        return self._blocks

    def __getitem__(self, name: str) -> Value:
        if name not in self._cache:
            if name in self.body.attributes and name not in META:
                attribute = self.body.attributes[name]
                self._cache[name] = evaluate(attribute.expr, self.scope.with_file(attribute.file))
            else:
                self._cache[name] = self._nested(name)
        return self._cache[name]

    def _nested(self, name: str) -> Value:
        blocks = self.blocks[name]
        items = [item for block in blocks for item in self._expand(block)]
        return Known(tuple(items), place=Place(blocks[0].file, blocks[0].header))

    def _expand(self, block: Block) -> Iterator[Value]:
        scope = self.scope.with_file(block.file)
        if block.type != "dynamic":
            yield Known(BlockFields(block, block.body, scope), place=Place(block.file, block.header))
        else:
            yield from _dynamic(block, scope)

    def __contains__(self, name: object) -> bool:
        return (name in self.body.attributes and name not in META) or name in self.blocks

    def __iter__(self) -> Iterator[str]:
        yield from (name for name in self.body.attributes if name not in META)
        yield from self.blocks

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def entry(self, name: str) -> Place | None:
        if name in self.body.attributes:
            attribute = self.body.attributes[name]
            return Place(attribute.file, attribute.span)
        blocks = self.blocks.get(name)
        return Place(blocks[0].file, blocks[0].header) if blocks else None

    @property
    def header(self) -> Place:
        return Place(self.block.file, self.block.header)

    @property
    def open_end(self) -> str | None:
        return self.body.damage or None


def _dynamic(block: Block, scope: Scope) -> Iterator[Value]:
    """The blocks that a dynamic block makes; one unknown one when its collection is not known."""
    place = Place(block.file, block.header)
    content = next((inner for inner in block.body.blocks if inner.type == "content"), None)
    collection = block.body.attributes.get("for_each")
    if content is None or collection is None:
        yield Unknown("the dynamic block has no content or no for_each", place=place)
        return
    found = evaluate(collection.expr, scope)
    items = items_of(found)
    iterator = block.body.attributes.get("iterator")
    name = getattr(iterator.expr, "name", "") if iterator else block.labels[0]
    if items is None:
        yield unknown_of([found], place, f"a dynamic block makes {block.labels[0]}: {unknown_of([found], place).why}")
        return
    for key, item in items:
        bound = scope.binding({f"{name}.key": key, f"{name}.value": item})
        yield Known(BlockFields(content, content.body, bound), place=place)
