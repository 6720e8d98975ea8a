"""The outputs of a module as an object."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from obslint.model import Fields, Value
from obslint.source import Place

if TYPE_CHECKING:
    from obslint.terraform.module import Module


class OutputFields(Fields):
    """The outputs of a module instance, as members."""

    __slots__ = ("module",)

    def __init__(self, module: "Module") -> None:
        self.module = module

    def __getitem__(self, name: str) -> Value:
        if name not in self.module.config.outputs:
            raise KeyError(name)
        return self.module.output(name)

    def __contains__(self, name: object) -> bool:
        return name in self.module.config.outputs

    def __iter__(self) -> Iterator[str]:
        return iter(self.module.config.outputs)

    def __len__(self) -> int:
        return len(self.module.config.outputs)

    def entry(self, name: str) -> Place | None:
        block = self.module.config.outputs.get(name)
        return Place(block.file, block.header) if block else None

    @property
    def header(self) -> Place | None:
        return None
