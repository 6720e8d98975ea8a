"""The writer for resources written in HCL or Terraform's JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from obslint.model import OUTSIDE, Declined, Draft, Edit, Json, Link, Path, Pick, Plain, Resource, settle
from obslint.source import Place, SourceFile
from obslint.terraform.ast import Attribute, Block, Expr, GetAttr, Index, Literal, Name, Object, Template, Tuple
from obslint.terraform.deciding import deciding_place, is_direct
from obslint.terraform.edits import (
    extend_list,
    insert,
    insert_attribute,
    insert_attributes,
    insert_block,
    line_indent,
    on_one_line,
    remove_member,
    replace_span,
    replace_value,
)
from obslint.terraform.fields import META, BlockFields
from obslint.terraform.jsonedits import append_json, insert_json, remove_json
from obslint.terraform.members import add_member, entered, is_plain, items_by_name
from obslint.terraform.module import Module
from obslint.terraform.picks import chosen_block, further_items
from obslint.terraform.render import CannotWriteError, folded, hcl_text, hcl_value, inside, json_value, resource_text
from obslint.terraform.snippets import attributes_snippet, resource_snippet


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
        return self.set_attributes(resource, {path: value})

    def set_attributes(self, resource: Resource, values: Mapping[Path, Plain]) -> tuple[Edit, ...] | Declined:
        """See `Writer.set_attributes`."""
        return _declining(lambda: _set_all(resource, values))

    def remove_attribute(self, resource: Resource, path: Path) -> tuple[Edit, ...] | Declined:
        """See `Writer.remove_attribute`."""
        return _declining(lambda: _remove(resource, path))

    def append_text(self, resource: Resource, path: Path, suffix: str) -> tuple[Edit, ...] | Declined:
        """See `Writer.append_text`."""
        return _declining(lambda: _append(resource, path, suffix))

    def add_items(self, resource: Resource, path: Path, items: Sequence[Mapping[str, Plain]]) -> tuple[Edit, ...] | Declined:
        """See `Writer.add_items`."""
        return _declining(lambda: _add_items(resource, path, items))

    def add_resource(self, beside: Resource, draft: Draft) -> tuple[Edit, ...] | Declined:
        """See `Writer.add_resource`."""
        return _declining(lambda: _add(beside, draft))

    def free_name(self, beside: Resource, draft: Draft) -> str:
        """See `Writer.free_name`."""
        return _free_name(beside.fields, draft) if isinstance(beside.fields, BlockFields) else draft.name

    def render_attributes(self, attributes: Mapping[Path, Plain]) -> str:
        """See `Writer.render_attributes`."""
        return attributes_snippet(attributes)

    def render_resource(self, draft: Draft) -> str:
        """See `Writer.render_resource`."""
        return resource_snippet(draft)


def _declining(write: Callable[[], tuple[Edit, ...]]) -> tuple[Edit, ...] | Declined:
    try:
        return write()
    except CannotWriteError as error:
        return error.declined


def _find(resource: Resource, path: Path) -> Spot:
    """Follows a path through blocks that are written once and are not dynamic."""
    outside = path[:1] == (OUTSIDE,)
    fields, path = (resource.lifecycle, path[1:]) if outside else (resource.fields, path)
    if not isinstance(fields, BlockFields):
        raise CannotWriteError("the resource has no source text")
    for index, name in enumerate(path):
        if fields.body.damage:
            raise CannotWriteError("the block has a syntax error")
        if isinstance(name, Pick):
            continue  # it has chosen the block that was entered
        if name in META and not outside:
            raise CannotWriteError(f"{name} is an argument of Terraform itself")
        if name in fields.body.attributes:
            return Spot(fields, path[index + 1 :], fields.body.attributes[name])
        blocks = fields.blocks.get(name)
        pick = path[index + 1] if index + 1 < len(path) else None
        block = chosen_block(fields, blocks or [], name, pick if isinstance(pick, Pick) else None)
        if block is None:
            return Spot(fields, path[index:], None)
        if index == len(path) - 1:
            return Spot(fields, (), None, block)
        fields = BlockFields(block, block.body, fields.scope.with_file(block.file))
    raise CannotWriteError("the path leads to no attribute")


def _set_all(resource: Resource, values: Mapping[Path, Plain]) -> tuple[Edit, ...]:
    """Sets attributes; those that lack the same block get one together."""
    edits: list[Edit] = []
    lacking: dict[tuple[int, Path], list[tuple[Spot, Plain]]] = {}
    for path, value in values.items():
        spot = _find(resource, path)
        if _is_missing_row(spot, value):
            lacking.setdefault((id(spot.fields.body), ()), []).append((spot, value))
        elif spot.attribute is None and spot.block is None and len(spot.rest) > 1:
            block = spot.rest[: 2 if isinstance(spot.rest[1], Pick) else 1]
            lacking.setdefault((id(spot.fields.body), block), []).append((spot, value))
        else:
            edits += _set(spot, value)
    for group in lacking.values():
        edits += _set(*group[0]) if len(group) == 1 else _insert_together(group)
    return tuple(edits)


def _is_missing_row(spot: Spot, value: Plain) -> bool:
    """Whether an attribute is not written that would take a line of its own in a block of several lines."""
    plain = not isinstance(value, Json | Mapping | list | tuple) and spot.attribute is None and spot.block is None
    body = spot.fields.body
    return plain and len(spot.rest) == 1 and spot.fields.block.syntax != "json" and not on_one_line(spot.fields.block.file, body.span)


def _insert_together(group: list[tuple[Spot, Plain]]) -> tuple[Edit, ...]:
    """A block, or lines, that several attributes lack."""
    fields = group[0][0].fields
    for spot, value in group:
        _check_links(value, spot.fields)
    if all(len(spot.rest) == 1 for spot, _ in group):
        return insert_attributes(fields.block, fields.body, {str(spot.rest[0]): value for spot, value in group})
    values = {spot.rest: value for spot, value in group}
    if fields.block.syntax == "json":
        _check_items(group[0][0])
        return insert_json(fields.block.file, fields.body.span, group[0][0].rest[:1], inside(values))
    made = folded(values)
    if all(len(path) > 1 for path in made):
        return insert_block(fields.block, fields.body, made)
    return tuple(edit for path, value in made.items() for edit in insert_attribute(fields.block, fields.body, path, value))


def _set(spot: Spot, value: Plain) -> tuple[Edit, ...]:
    if spot.block is not None:
        raise CannotWriteError(f"{spot.block.type} is a block, not an attribute")
    _check_links(value, spot.fields)
    if spot.attribute is None:
        return _insert(spot, value)
    attribute, fields = spot.attribute, spot.fields
    if spot.rest:
        return _set_member(attribute, spot.rest, value)
    decided = settle(fields[attribute.name])
    if isinstance(attribute.expr, Tuple) and (further := further_items(attribute, attribute.expr, decided, value)):
        return extend_list(attribute.file, attribute.expr.span, attribute.expr.items[-1].span, further)
    if is_direct(attribute.expr, decided, attribute):
        return replace_value(attribute, fields.body, _written(Place(attribute.file, attribute.span), value))
    if isinstance(value, Json | Mapping | list | tuple):
        raise CannotWriteError("the value is decided elsewhere, and by a single value")
    return (_replaced(deciding_place(fields, attribute, decided), value),)


def _check_links(value: Plain, fields: BlockFields) -> None:
    """A reference works inside one module only."""
    if isinstance(value, Link):
        other = getattr(value.resource, "fields", None)
        if isinstance(other, BlockFields) and other.scope.names is not fields.scope.names:
            raise CannotWriteError(f"{value.resource.address} belongs to another module")
    elif isinstance(value, Json):
        _check_links(value.data, fields)
    elif isinstance(value, Mapping):
        for item in value.values():
            _check_links(item, fields)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for item in value:
            _check_links(item, fields)


def _add_items(resource: Resource, path: Path, items: Sequence[Mapping[str, Plain]]) -> tuple[Edit, ...]:
    from obslint.terraform.statements import add_items

    if isinstance(resource.fields, BlockFields):
        _check_links(items, resource.fields)
    return add_items(resource, path, items)


def _insert(spot: Spot, value: Plain) -> tuple[Edit, ...]:
    block, body = spot.fields.block, spot.fields.body
    if block.syntax == "json":
        _check_items(spot)
        return insert_json(block.file, body.span, spot.rest, value)
    ((path, whole),) = folded({spot.rest: value}).items()
    return insert_attribute(block, body, path, whole)


def _check_items(spot: Spot) -> None:
    """Terraform's JSON has several ways to write one block or many."""
    if any(isinstance(part, Pick) for part in spot.rest):
        raise CannotWriteError("a list item can be added to HCL text only")


def _is_json(file: SourceFile) -> bool:
    return file.path.endswith(".json")


def _written(place: Place, value: Plain) -> str:
    """A value in the syntax of the file, for that place."""
    return json_value(value) if _is_json(place.file) else hcl_value(value, line_indent(place.file, place.span.start))


def _replaced(place: Place, value: Plain) -> Edit:
    """A value in the place of another."""
    return replace_span(place.file, place.span, _written(place, value))


def _set_member(attribute: Attribute, rest: Path, value: Plain) -> tuple[Edit, ...]:
    """A member of a map that is written out, replaced or added."""
    expr: Expr = attribute.expr
    for index, name in enumerate(rest):
        expr = entered(expr, name)
        if isinstance(expr, Object) and isinstance(name, Pick):
            continue
        if not isinstance(expr, Object) or isinstance(name, Pick):
            raise CannotWriteError(f"{attribute.name} is not written out")
        found = items_by_name(expr).get(name)
        if found is None:
            return add_member(attribute.file, expr, rest[index:], value)
        expr = found.value
    if not is_plain(attribute.file, expr) and not (isinstance(value, Link) and _is_traversal(expr)):
        raise CannotWriteError(f"{'.'.join(map(str, (attribute.name, *rest)))} is computed")
    return (_replaced(Place(attribute.file, expr.span), value),)


def _remove(resource: Resource, path: Path) -> tuple[Edit, ...]:
    spot = _find(resource, path)
    target = spot.attribute or spot.block
    if spot.rest and target is not None:
        raise CannotWriteError(f"{spot.rest[0]} is not written as an attribute of its own")
    if target is None:
        raise CannotWriteError("the attribute is not written")
    if _is_json(target.file):
        return remove_json(target.file, target.span)
    name = target.name if isinstance(target, Attribute) else target.type
    return remove_member(target.file, target.span, name, spot.fields.body)


def _append(resource: Resource, path: Path, suffix: str) -> tuple[Edit, ...]:
    spot = _find(resource, path)
    attribute = spot.attribute
    if attribute is None or spot.rest:
        raise CannotWriteError("the attribute is not written")
    expr, file = attribute.expr, attribute.file
    if _is_json(file):
        return append_json(file, expr.span, suffix)
    text = file.text[expr.span.start : expr.span.end]
    if text.startswith('"') and isinstance(expr, Literal | Template):
        return (insert(file, expr.span.end - 1, hcl_text(suffix)[1:-1]),)
    if not _is_traversal(expr):
        raise CannotWriteError("only a reference or a quoted text can be extended")
    return (replace_span(file, expr.span, f'"${{{text}}}{hcl_text(suffix)[1:-1]}"'),)


def _is_traversal(expr: Expr) -> bool:
    while isinstance(expr, GetAttr | Index):
        expr = expr.base
    return isinstance(expr, Name) and expr.name not in {"var", "local", "each"}


def _add(beside: Resource, draft: Draft) -> tuple[Edit, ...]:
    fields = beside.fields
    if not isinstance(fields, BlockFields) or fields.block.syntax == "json":
        raise CannotWriteError("a resource can be added to HCL text only")
    block = fields.block
    if block.body.attributes.keys() & {"count", "for_each"}:
        raise CannotWriteError(f"{beside.address} is one of several instances")
    for value in draft.attributes.values():
        _check_links(value, fields)
    name = _free_name(fields, draft)
    end = block.file.line_span(block.file.position(block.span.end)[0]).end
    return (insert(block.file, end, f"\n\n{resource_text(draft, name)}"),)


def _free_name(fields: BlockFields, draft: Draft) -> str:
    names = fields.scope.names
    taken: set[tuple[str, str]] = set(names.config.resources) if isinstance(names, Module) else set()
    return next(name for name in (draft.name, *(f"{draft.name}_{i}" for i in range(2, 1000))) if (draft.type, name) not in taken)
