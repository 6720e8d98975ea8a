"""The writer for resources written in HCL or Terraform's JSON."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from obslint.model import Absent, Declined, Draft, Edit, Known, Path, Pick, Plain, Resource, Symbolic, Unknown, Value, settle
from obslint.source import Place, Span
from obslint.terraform.ast import Attribute, Block, Expr, GetAttr, Literal, Name, Object, Template
from obslint.terraform.edits import insert, insert_attribute, remove_member, replace_span
from obslint.terraform.fields import BlockFields
from obslint.terraform.jsonedits import insert_json, remove_json
from obslint.terraform.module import Module
from obslint.terraform.render import CannotWriteError, block_lines, hcl_value, json_value, resource_text
from obslint.terraform.uses import uses_of


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a path leads: the block that holds (or should hold) `rest`, and the attribute if it is written."""

    fields: BlockFields
    rest: Path
    attribute: Attribute | None
    block: Block | None = None


class HclWriter:
    """Turns intentions into edits of `.tf`, `.tofu` and `.tf.json` text."""

    def set_attribute(self, resource: Resource, path: Path, value: Plain) -> tuple[Edit, ...] | Declined:
        """See `Writer.set_attribute`."""
        return _declining(lambda: _set(resource, path, value))

    def remove_attribute(self, resource: Resource, path: Path) -> tuple[Edit, ...] | Declined:
        """See `Writer.remove_attribute`."""
        return _declining(lambda: _remove(resource, path))

    def append_text(self, resource: Resource, path: Path, suffix: str) -> tuple[Edit, ...] | Declined:
        """See `Writer.append_text`."""
        return _declining(lambda: _append(resource, path, suffix))

    def add_resource(self, beside: Resource, draft: Draft) -> tuple[Edit, ...] | Declined:
        """See `Writer.add_resource`."""
        return _declining(lambda: _add(beside, draft))

    def render_attributes(self, attributes: Mapping[Path, Plain]) -> str:
        """See `Writer.render_attributes`."""
        return "\n".join(block_lines(attributes, ""))

    def render_resource(self, draft: Draft) -> str:
        """See `Writer.render_resource`."""
        return resource_text(draft)


def _declining(write: Callable[[], tuple[Edit, ...]]) -> tuple[Edit, ...] | Declined:
    try:
        return write()
    except CannotWriteError as error:
        return error.declined


def _find(resource: Resource, path: Path) -> Spot:
    """Follows a path through blocks that are written once and are not dynamic."""
    fields = resource.fields
    if not isinstance(fields, BlockFields):
        raise CannotWriteError("the resource has no source text")
    for index, name in enumerate(path):
        if isinstance(name, Pick):
            raise CannotWriteError("a list item cannot be edited here")
        if name in fields.body.attributes:
            return Spot(fields, path[index + 1 :], fields.body.attributes[name])
        blocks = fields.blocks.get(name)
        if blocks is None:
            return Spot(fields, path[index:], None)
        if len(blocks) > 1 or blocks[0].type == "dynamic":
            raise CannotWriteError(
                f"{name} is written by a dynamic block" if len(blocks) == 1 else f"there are {len(blocks)} {name} blocks"
            )
        if index == len(path) - 1:
            return Spot(fields, (), None, blocks[0])
        fields = BlockFields(blocks[0], blocks[0].body, fields.scope.with_file(blocks[0].file))
    raise CannotWriteError("the path is empty")


def _set(resource: Resource, path: Path, value: Plain) -> tuple[Edit, ...]:
    spot = _find(resource, path)
    if spot.block is not None:
        raise CannotWriteError(f"{spot.block.type} is a block, not an attribute")
    if spot.attribute is None:
        return _insert(spot, value)
    attribute, fields = spot.attribute, spot.fields
    if spot.rest:
        return _set_member(attribute, spot.rest, value)
    decided = settle(fields[attribute.name])
    if _is_direct(attribute.expr, decided, attribute):
        return (replace_span(attribute.file, attribute.expr.span, _written(fields.block, value)),)
    return _set_elsewhere(fields, decided, value)


def _insert(spot: Spot, value: Plain) -> tuple[Edit, ...]:
    block = spot.fields.block
    if block.syntax == "json":
        return insert_json(block, spot.fields.body, spot.rest, value)
    return insert_attribute(block, spot.fields.body, spot.rest, value)


def _written(block: Block, value: Plain) -> str:
    return json_value(value) if block.syntax == "json" else hcl_value(value)


def _is_direct(expr: Expr, decided: Value, attribute: Attribute) -> bool:
    """Whether the value is written right there, so that replacing the expression loses nothing."""
    if isinstance(expr, Literal):
        return True
    place = decided.place
    inside = place is not None and place.file is attribute.file and _within(place.span, attribute.span)
    return inside and not isinstance(decided, Symbolic | Unknown) and not decided.trail and place.span == expr.span  # type: ignore[union-attr]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _set_elsewhere(fields: BlockFields, decided: Value, value: Plain) -> tuple[Edit, ...]:
    """Edits the literal that decides, when every name on the way serves this attribute alone."""
    place = decided.place
    if isinstance(decided, Symbolic | Unknown) or place is None or not _is_literal(place, decided):
        raise CannotWriteError("the value is computed, and no single place decides it")
    names = fields.scope.names
    for step in decided.trail:
        if step.reference is None or step.reference.resource is not None:
            raise CannotWriteError("the value comes from another resource")
        if isinstance(names, Module) and (count := uses_of(names.tree, step.reference)) != 1:
            raise CannotWriteError(f"{step.reference} decides the value and is used in {count} places")
    text = json_value(value) if place.file.path.endswith(".json") else hcl_value(value)
    return (replace_span(place.file, place.span, text),)


def _is_literal(place: Place, decided: Value) -> bool:
    """Whether the place holds nothing but one literal."""
    if isinstance(decided, Absent):
        return place.text == "null"
    if not isinstance(decided, Known) or not isinstance(decided.data, str | bool | int | float):
        return False
    return bool(re.fullmatch(r'true|false|-?[\d.]+|"[^"$%\\\n]*"', place.text))


def _set_member(attribute: Attribute, rest: Path, value: Plain) -> tuple[Edit, ...]:
    """A member of a map that is written out."""
    expr: Expr = attribute.expr
    for name in rest:
        items = expr.items if isinstance(expr, Object) else ()
        found = next((item for item in items if isinstance(item.key, Literal) and item.key.data == name), None)
        if found is None:
            raise CannotWriteError(f"{name} is not written out in {attribute.name}")
        expr = found.value
    if not isinstance(expr, Literal):
        raise CannotWriteError(f"{attribute.name} is not written out")
    return (replace_span(attribute.file, expr.span, hcl_value(value)),)


def _remove(resource: Resource, path: Path) -> tuple[Edit, ...]:
    spot = _find(resource, path)
    if spot.rest:
        raise CannotWriteError(f"{spot.rest[0]} is not written as an attribute of its own")
    if spot.attribute is None and spot.block is None:
        raise CannotWriteError("the attribute is not written")
    target = spot.attribute or spot.block
    assert target is not None  # noqa: S101 - one of the two is set
    name = spot.attribute.name if spot.attribute else target.type  # type: ignore[union-attr]
    if spot.fields.block.syntax == "json":
        return remove_json(target.file, target.span)
    return remove_member(target.file, target.span, name)


def _append(resource: Resource, path: Path, suffix: str) -> tuple[Edit, ...]:
    spot = _find(resource, path)
    attribute = spot.attribute
    if attribute is None or spot.rest:
        raise CannotWriteError("the attribute is not written")
    expr, file = attribute.expr, attribute.file
    text = file.text[expr.span.start : expr.span.end]
    if (text.startswith('"') and isinstance(expr, Literal | Template)) or spot.fields.block.syntax == "json":
        return (insert(file, expr.span.end - 1, suffix),)
    if not _is_traversal(expr):
        raise CannotWriteError("only a reference or a quoted text can be extended")
    return (replace_span(file, expr.span, f'"${{{text}}}{suffix}"'),)


def _is_traversal(expr: Expr) -> bool:
    while not isinstance(expr, Name):
        base = getattr(expr, "base", None)
        if not isinstance(base, Expr) or not (isinstance(expr, GetAttr) or hasattr(expr, "key")):
            return False
        expr = base
    return expr.name not in {"var", "local", "each"}


def _add(beside: Resource, draft: Draft) -> tuple[Edit, ...]:
    fields = beside.fields
    if not isinstance(fields, BlockFields) or fields.block.syntax == "json":
        raise CannotWriteError("a resource can be added to HCL text only")
    if "[" in beside.address.rpartition(".")[2]:
        raise CannotWriteError(f"{beside.address} is one of several instances")
    names = fields.scope.names
    taken = set(names.config.resources) if isinstance(names, Module) else set()
    name = next(n for n in (draft.name, *(f"{draft.name}_{i}" for i in range(2, 1000))) if (draft.type, n) not in taken)
    return (insert(fields.block.file, fields.block.span.end, f"\n\n{resource_text(draft, name)}"),)
