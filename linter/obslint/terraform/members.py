"""What stands inside of maps, lists and `jsonencode`, as it is written."""

import json
from collections.abc import Mapping

from obslint.model import Edit, Path, Pick, Plain
from obslint.source import SourceFile
from obslint.terraform.ast import Call, Expr, Literal, Object, ObjectItem, Tuple
from obslint.terraform.edits import insert_item
from obslint.terraform.jsonedits import insert_json
from obslint.terraform.render import INDENT, attribute_lines, hcl_value, jsonable


def items_by_name(found: Object) -> dict[object, ObjectItem]:
    """The items of an object by the text of their keys."""
    return {getattr(item.key, "data", None): item for item in found.items}


def entered(expr: Expr, part: str | Pick) -> Expr:
    """Where a part of a path is looked for: in what is encoded, in the only item of a list or the one that is picked."""
    if isinstance(expr, Call) and expr.name == "jsonencode" and len(expr.args) == 1:
        expr = expr.args[0]
    if not isinstance(expr, Tuple):
        return expr
    items = [item for item in expr.items if not isinstance(part, Pick) or _is_picked(item, part)]
    return items[0] if len(items) == 1 else expr


def _is_picked(expr: Expr, pick: Pick) -> bool:
    key = items_by_name(expr).get(pick.key) if isinstance(expr, Object) else None
    return key is not None and isinstance(key.value, Literal) and key.value.data == pick.wanted


def member_lines(attributes: Mapping[Path, Plain]) -> list[str] | None:
    """Attributes that are members of something in JSON text, as lines to put there; None when they are none."""
    picks = {path: index for path in attributes for index, part in enumerate(path) if isinstance(part, Pick) and part.within}
    if picks.keys() != attributes.keys():
        return None
    members: dict[str, Plain] = {}
    for path, value in attributes.items():
        _put(members, [str(part) for part in path[picks[path] + 1 :]], value)
    if any(isinstance(part, Pick) and part.within == "text" for path in attributes for part in path):
        lines = json.dumps(jsonable(members), indent=len(INDENT), ensure_ascii=False).splitlines()
        return [line.removeprefix(INDENT) for line in lines[1:-1]]
    return attribute_lines({name: hcl_value(value) for name, value in members.items()}, "")


def _put(members: dict[str, Plain], names: list[str], value: Plain) -> None:
    if len(names) == 1:
        members[names[0]] = value
        return
    inner = members.setdefault(names[0], {})
    if isinstance(inner, dict):
        _put(inner, names[1:], value)


def add_member(file: SourceFile, found: Object, rest: Path, value: Plain) -> tuple[Edit, ...]:
    """Adds what stands at a path to an object that is written out."""
    if file.path.endswith(".json"):
        return insert_json(file, found.span, rest, value)
    nested: Plain = value
    for name in reversed(rest[1:]):
        nested = {str(name): nested}
    return insert_item(file, found, str(rest[0]), nested)


def is_plain(file: SourceFile, expr: Expr) -> bool:
    """Whether an expression is a value or a list of values, with no comment in it that would be lost."""
    if not isinstance(expr, Tuple):
        return isinstance(expr, Literal)
    return all(isinstance(item, Literal) for item in expr.items) and "#" not in file.text[expr.span.start : expr.span.end]
