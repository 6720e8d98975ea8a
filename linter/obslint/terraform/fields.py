"""Blocks as fields: attributes evaluated on demand, nested and dynamic blocks as lists."""

from collections.abc import Iterator

from obslint.model import Absent, Candidate, Fields, Known, Unknown, Value, references, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Block, Body
from obslint.terraform.depth import TOO_DEEP, Pending
from obslint.terraform.evaluate import evaluate
from obslint.terraform.scope import Scope
from obslint.terraform.values import shallow, unknown_of

META = frozenset({"count", "for_each", "provider", "providers", "depends_on", "lifecycle", "provisioner", "connection"})
"""Arguments of Terraform itself, which are no part of the resource or of what a module is given."""

MAX_BLOCKS = 1000
"""Blocks that a dynamic block is expanded to; with more, they are unknown."""


class BlockFields(Fields):
    """The inside of a block. `block` is its syntax, for writers."""

    __slots__ = ("_blocks", "_busy", "_cache", "block", "body", "computed", "scope")

    def __init__(self, block: Block, body: Body, scope: Scope) -> None:
        self.block, self.body, self.scope = block, body, scope
        self._cache: dict[str, Value] = {}
        self._busy: dict[str, bool] = {}
        self.computed: dict[str, Value] = {}
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
        found = self._cache.get(name)
        if found is not None:
            return found
        return self.scope.names.evaluation.run(lambda: self._once(name), lambda: self._keep(name, Unknown(TOO_DEEP, place=self.header)))

    def _once(self, name: str) -> Value:
        """Evaluates a member and keeps its value; one that needs itself is unknown."""
        found = self._cache.get(name)
        if found is not None:
            return found
        if name in self._busy:
            return Unknown(f"{name} refers to itself", place=self.entry(name))
        self._busy[name] = True
        try:
            value = shallow(self.evaluated(name))
        except RecursionError:
            give_up = Unknown(TOO_DEEP, place=self.header)
            pending = Pending((id(self), "", name), lambda: self._once(name), lambda: self._keep(name, give_up))
            self.scope.names.evaluation.ended_in(pending)
            raise
        finally:
            del self._busy[name]
        return self._keep(name, value)

    def _keep(self, name: str, value: Value) -> Value:
        self._cache[name] = value
        return value

    def evaluated(self, name: str) -> Value:
        """The value of a member, evaluated anew."""
        attribute = self.body.attributes.get(name) if name not in META else None
        if attribute is not None:
            return evaluate(attribute.expr, self.scope.with_file(attribute.file))
        return self._nested(name)

    def _nested(self, name: str) -> Value:
        blocks = self.blocks[name]
        items = [item for block in blocks for item in self._expand(block)]
        decided = self._decided(blocks[0]) if not items and len(blocks) == 1 else None
        return Known(tuple(items), place=Place(blocks[0].file, blocks[0].header)) if decided is None else decided

    def _decided(self, block: Block) -> Value | None:
        """No block, as the text has it that makes the collection of a dynamic block empty."""
        collection = block.body.attributes.get("for_each")
        value = settle(evaluate(collection.expr, self.scope.with_file(collection.file))) if collection else None
        return Known((), place=value.place, trail=value.trail) if value is not None and value.trail else None

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
    found = settle(evaluate(collection.expr, scope.with_file(collection.file)))
    iterator = block.body.attributes.get("iterator")
    name = str(getattr(iterator.expr, "name", "") or getattr(iterator.expr, "data", "")) if iterator else block.labels[0]
    made = _made(found, content, scope, name, place)
    if made is None:
        yield _doubtful(block.labels[0], found, content, scope, name, place)
    else:
        yield from made


def _made(found: Value, content: Block, scope: Scope, name: str, place: Place) -> tuple[Value, ...] | None:
    """One block for each item of a collection; None where its items cannot be listed."""
    items = items_of(found)
    if items is None or len(items) > MAX_BLOCKS:
        return None
    bound = (scope.binding({f"{name}.key": key, f"{name}.value": item}) for key, item in items)
    return tuple(Known(BlockFields(content, content.body, each), place=place) for each in bound)


def _doubtful(kind: str, found: Value, content: Block, scope: Scope, name: str, place: Place) -> Value:
    """Stands for blocks of which it is not known how many there are.

    Where they are one or none, that one and its absence are the candidates.
    """
    doubt = unknown_of([found], place)
    nothing = Unknown(doubt.why, mentions=doubt.mentions, place=place)
    generic = BlockFields(content, content.body, scope.binding({f"{name}.key": nothing, f"{name}.value": nothing}))
    mentions = tuple(dict.fromkeys((*doubt.mentions, *references(Known(generic)))))
    why = f"a dynamic block makes {kind}: {doubt.why}"
    choices = [_made(settle(c.value), content, scope, name, place) for c in found.candidates] if isinstance(found, Unknown) else []
    if choices and all(choice is not None and len(choice) <= 1 for choice in choices):
        sides = [choice[0] if choice else Absent(place=place) for choice in choices if choice is not None]
        return Unknown(why, candidates=tuple(map(Candidate, sides)), mentions=mentions, place=place)
    return Unknown(why, mentions=mentions, place=place)
