"""The attributes of a planned resource that is also written in the source."""

from collections.abc import Iterator

from obslint.model import Fields, Value
from obslint.terraform.ast import Block
from obslint.terraform.fields import BlockFields
from obslint.terraform.plan.merge import merge, same
from obslint.terraform.scope import Scope


class WrittenFields(BlockFields):
    """A block of the source whose values are those of the plan.

    `before` is the same block without the edits that are being tried: what an edit changes is as the edit makes it.
    """

    __slots__ = ("_before", "_merged", "_planned")

    def __init__(self, block: Block, scope: Scope, planned: Fields, before: BlockFields | None = None) -> None:
        super().__init__(block, block.body, scope)
        self._planned, self._before = planned, before
        self._merged: dict[str, Value] = {}

    def written(self, name: str) -> Value | None:
        """The value as the source alone would have it, or None when it does not write the attribute."""
        return super().__getitem__(name) if super().__contains__(name) else None

    def _edited(self, name: str) -> bool:
        return isinstance(self._before, WrittenFields) and not same(self._before.written(name), self.written(name))

    def __getitem__(self, name: str) -> Value:
        if name not in self._merged:
            self._merged[name] = self._value(name)
        return self._merged[name]

    def _value(self, name: str) -> Value:
        written = self.written(name)
        if name in self._planned and not self._edited(name):
            return merge(self._planned[name], written, self.entry(name) or self.header)
        if written is None:
            raise KeyError(name)
        return written

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        return super().__contains__(name) or (name in self._planned and not self._edited(name))

    def __iter__(self) -> Iterator[str]:
        return (name for name in dict.fromkeys([*super().__iter__(), *self._planned]) if name in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
