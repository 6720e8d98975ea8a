"""How often parameters and mappings are used, so that an edit of what stands there changes nothing else."""

from functools import cached_property

from obslint.cloudformation.subtext import holes
from obslint.cloudformation.tree import Document, Node, Scalar, elements, function, text_of, walk


class Uses:
    """Counts over a whole document, made when first asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def of(self, name: str) -> int:
        """In how many places a parameter is referred to, conditions and outputs included."""
        return self._names.get(name, 0)

    def of_mapping(self, name: str) -> int:
        """How many look-ups may read the mapping."""
        return sum(1 for table in self._tables if table in (name, None))

    @cached_property
    def _calls(self) -> list[tuple[str, Node]]:
        return [call for node in walk(self.document.root) if (call := function(node))] if self.document.root else []

    @cached_property
    def _names(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for name, argument in self._calls:
            found: list[str] = []
            if name == "Ref" and isinstance(argument, Scalar):
                found = [argument.text]
            elif name == "Fn::Sub":
                text = text_of(argument) or text_of(next(iter(elements(argument)), None))
                found = holes(text or "")
            for used in found:
                counts[used] = counts.get(used, 0) + 1
        return counts

    @cached_property
    def _tables(self) -> list[str | None]:
        return [text_of(next(iter(elements(argument)), None)) for name, argument in self._calls if name == "Fn::FindInMap"]
