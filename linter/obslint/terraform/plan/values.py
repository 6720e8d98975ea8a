"""Planned values as model values: known, unknown after apply, sensitive, with the references that the configuration tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from obslint.model import Absent, Known, Member, PlainFields, Reference, Step, Symbolic, Unknown, Value
from obslint.model.compare import same_scalar
from obslint.source import Place
from obslint.terraform.plan.document import Json
from obslint.terraform.plan.origins import Origins, Resolver, Where, references_of

SENSITIVE = "the value is marked as sensitive"

UNWRITTEN: Any = object()
"""Stands for the expression of what the configuration does not write: the provider computes it."""

EMPTY_BLOCK: Json = {"": None}
"""A block in which nothing is written. Plain `{}` is an expression that refers to nothing, such as `timestamp()`."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_EXPRESSION = frozenset({"references", "constant_value"})


@dataclass(slots=True, eq=False)
class Builder:
    """Makes the value of one attribute (or output), named by `subject`, at one place of the plan."""

    resolver: Resolver
    where: Where
    subject: str
    place: Place
    complete: bool = True

    def build(self, value: Json, unknown: Json, sensitive: Json, written: Json, path: str) -> Value:
        """The value of a part of the attribute. `written` is its expression, a block of expressions, or `UNWRITTEN`."""
        if unknown is True:
            return self._unknown(written, path)
        if value is None and not unknown:
            return self._missing(written, path)
        shape = unknown if value is None else value
        if isinstance(shape, dict):
            return self._object(value or {}, unknown, sensitive, written, path)
        if isinstance(shape, list):
            return self._list(value or [], unknown, sensitive, written, path)
        return self._scalar(value, sensitive, written)

    def _missing(self, written: Json, path: str) -> Value:
        """Null; or unknown, when the plan holds only values and the expression refers to something."""
        if not self.complete and references_of(written):
            return self._unknown(written, path)
        return Absent(place=self.place)

    def _object(self, value: Json, unknown: Json, sensitive: Json, written: Json, path: str) -> Value:
        return Known(self.fields(value, unknown, sensitive, written, path), place=self.place)

    def fields(self, value: dict[str, Json], unknown: Json, sensitive: Json, written: Json, path: str) -> PlainFields:
        """The members of a block or map."""
        members = {
            name: Member(self.build(value.get(name), _part(unknown, name), _part(sensitive, name), inner, f"{path}.{name}"))
            for name, inner in members_of(value, unknown, written)
        }
        return PlainFields(members, self.place)

    def _list(self, value: list[Json], unknown: Json, sensitive: Json, written: Json, path: str) -> Value:
        size = max(len(value), len(unknown) if isinstance(unknown, list) else 0)
        items = []
        for index in range(size):
            item = value[index] if index < len(value) else None
            inner = block_of(written, item, size)
            items.append(self.build(item, _part(unknown, index), _part(sensitive, index), inner, f"{path}[{index}]"))
        return Known(tuple(items), place=self.place)

    def _scalar(self, value: Json, sensitive: Json, written: Json) -> Value:
        if sensitive is True and isinstance(value, str):
            return Unknown(SENSITIVE, mentions=tuple(self._origins(written).references), place=self.place)
        if isinstance(value, str):
            value = _SURROGATE.sub("\ufffd", value)
        return Known(value, place=self.place, trail=tuple(self._links(value, written)))

    def _links(self, value: Json, written: Json) -> Iterator[Step]:
        """The references of the expression whose value this is. That both are the same text is what shows it."""
        if not isinstance(value, str) or not value:
            return
        for reference in self._origins(written).references:
            found = self._same(reference, value)
            if found is not None and found.resource is not None:
                yield Step(str(found), found.resource.header, found)

    def _same(self, reference: Reference, value: str) -> Reference | None:
        if reference.attribute:
            return reference if self.resolver.planned(reference).value == value else None
        resource = reference.resource
        name = self.resolver.same_text(resource, value) if resource else ""
        return Reference(reference.target, name, resource) if name else None

    def _unknown(self, written: Json, path: str) -> Value:
        """What is known only after apply: a text around the one reference that makes it unknown, when there is just one."""
        found = self._origins(written)
        pending = [ref for ref in found.references if not self.resolver.planned(ref).known]
        settled = [ref for ref in found.references if ref not in pending]
        if len(pending) == 1 and not found.blind and not any(_managed(ref) for ref in settled):
            return Symbolic((pending[0], Reference(f"rest of {self.subject}.{path}")), place=self.place)
        mentions = found.references
        if found.blind or written is None:
            mentions |= dict.fromkeys(ref for ref in self.resolver.anything(self.where.steps) if ref.target != self.subject)
        return Unknown(self._why(found, path), mentions=tuple(mentions), place=self.place)

    def _why(self, found: Origins, path: str) -> str:
        why = f"{self.subject}.{path} is known only after apply"
        return f"{why}, by {found.blind}, which the plan does not explain; pass --source" if found.blind else why

    def _origins(self, written: Json) -> Origins:
        return self.resolver.origins(written, self.where) if references_of(written) else Origins()


def _managed(reference: Reference) -> bool:
    return reference.resource is not None and not reference.resource.type.startswith("data.")


def _part(mirror: Json, key: str | int) -> Json:
    """What the unknown or sensitive mirror of a value says of one part; true for the whole holds for each part."""
    if isinstance(mirror, dict):
        return mirror.get(key)
    if isinstance(mirror, list) and isinstance(key, int):
        return mirror[key] if key < len(mirror) else None
    return mirror is True


def is_expression(written: Json) -> bool:
    """Whether JSON of the configuration is one expression rather than a block of them."""
    if not isinstance(written, dict) or not _EXPRESSION.issuperset(written):
        return False
    found = written.get("references", [])
    return isinstance(found, list) and all(isinstance(text, str) for text in found)


def members_of(value: dict[str, Json], unknown: Json, written: Json) -> Iterator[tuple[str, Json]]:
    """The members of a block with their expressions. What is unknown and not written is computed, and no part of the block."""
    names = dict.fromkeys([*value, *(unknown if isinstance(unknown, dict) else ())])
    for name in names:
        inner = expression_in(written, name)
        if inner is not UNWRITTEN or _part(unknown, name) is not True:
            yield name, inner


def expression_in(written: Json, name: str) -> Json:
    """The expression of a member: of its own in a block, that of the whole where a map is one expression."""
    if written is UNWRITTEN or written is None or is_expression(written):
        return None if written is UNWRITTEN else written
    return written.get(name, UNWRITTEN) if isinstance(written, dict) else None


def block_of(written: Json, item: Json, size: int) -> Json:
    """The block of the configuration that made an item of a list of blocks; None when the plan does not tell.

    Sets are listed in another order than they are written, so a block belongs to an item when its constants do. Where that
    leaves several, the references of all are put together. Dynamic blocks are not in a plan: with them the numbers differ.
    """
    if not isinstance(written, list):
        return None if written is UNWRITTEN else written
    if len(written) != size:
        return None
    fitting = written if size == 1 else [block for block in written if _fits(block, item)]
    if len(fitting) == 1 or not isinstance(item, dict):
        return (fitting[0] or EMPTY_BLOCK) if fitting else None
    return _combined(fitting)


def _fits(block: Json, item: Json) -> bool:
    """Whether no constant of a block contradicts an item."""
    if not isinstance(block, dict) or not isinstance(item, dict):
        return True
    return all(
        same_scalar(item[name], expression["constant_value"])
        for name, expression in block.items()
        if is_expression(expression) and _is_scalar(expression.get("constant_value")) and _is_scalar(item.get(name))
    )


def _is_scalar(value: Json) -> bool:
    return isinstance(value, str | int | float)


def _combined(found: list[Json]) -> Json:
    """One block with the references of several; None when there is none."""
    blocks = [block for block in found if isinstance(block, dict)]
    if not blocks:
        return None
    names = dict.fromkeys(name for block in blocks for name in block)
    return EMPTY_BLOCK | {name: {"references": list(_all_references([block.get(name) for block in blocks]))} for name in names}


def _all_references(written: Json) -> Iterator[str]:
    if is_expression(written):
        yield from written.get("references", ())
    elif isinstance(written, dict | list):
        for part in written.values() if isinstance(written, dict) else written:
            yield from _all_references(part)
