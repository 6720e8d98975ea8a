"""Values, attributes and blocks as `terraform fmt` would write them."""

import json
import re
from collections.abc import Mapping, Sequence

from obslint.model import OUTSIDE, Copied, Declined, Draft, Json, Link, Path, Pick, Plain
from obslint.terraform.ast import Block

INDENT = "  "
MAPS = frozenset({"dimensions", "tags", "variables"})
"""Attributes of AWS resources that are maps; what stands inside other names is a block."""


class CannotWriteError(Exception):
    """A value cannot be written where it is wanted; the message says why."""

    @property
    def declined(self) -> Declined:
        """The answer of a writer."""
        return Declined(str(self))


def hcl_value(value: Plain, indent: str = "") -> str:
    """A value as an HCL expression. Raises `CannotWriteError` for a link to one of several instances."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return json.dumps(value)
    if isinstance(value, Copied):
        return value.expression
    if isinstance(value, str):
        return hcl_text(value)
    if isinstance(value, Link):
        plain = not (value.before or value.after)
        return traversal(value) if plain else f"{hcl_text(value.before)[:-1]}${{{traversal(value)}}}{hcl_text(value.after)[1:]}"
    if isinstance(value, Json):
        return f"jsonencode({_object(value.data, indent)})"
    if isinstance(value, Mapping):
        return _object(value, indent)
    return _tuple(value, indent)


def hcl_text(text: str) -> str:
    """Text between quotes, escaped."""
    return '"' + "".join(map(_escaped, text)).replace("${", "$${").replace("%{", "%%{") + '"'


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def _escaped(character: str) -> str:
    return _ESCAPES.get(character) or (f"\\u{ord(character):04x}" if character < " " else character)


def _tuple(items: Sequence[Plain], indent: str) -> str:
    one_line = f"[{', '.join(hcl_value(item, indent) for item in items)}]"
    if len(one_line) <= 80 and "\n" not in one_line:
        return one_line
    inner = indent + INDENT
    return "[\n" + "".join(f"{inner}{hcl_value(item, inner)},\n" for item in items) + indent + "]"


def _object(members: Mapping[str, Plain], indent: str) -> str:
    if not members:
        return "{}"
    inner = indent + INDENT
    lines = attribute_lines({hcl_key(key): hcl_value(value, inner) for key, value in members.items()}, inner)
    return "{\n" + "".join(f"{line}\n" for line in lines) + indent + "}"


_BARE_KEY = re.compile(r"[^\W\d][\w-]*")


def hcl_key(key: str) -> str:
    """The key of an object; quoted where it is not a plain word."""
    return key if _BARE_KEY.fullmatch(key) and key != "for" else hcl_text(key)


def attribute_lines(values: Mapping[str, str], indent: str) -> list[str]:
    """`name = value` lines with their equals signs in one column; a value of several lines stands outside the column."""
    width = max((len(name) for name, value in values.items() if "\n" not in value), default=0)
    return [f"{indent}{name if chr(10) in value else name.ljust(width)} = {value}" for name, value in values.items()]


def traversal(link: Link) -> str:
    """`aws_sns_topic.a.arn`, or the resource as a whole where no attribute is given.

    Raises `CannotWriteError` when the resource is one of several instances.
    """
    if isinstance(link.resource, Draft):
        return ".".join(filter(None, (link.resource.address, link.terraform)))
    block = getattr(link.resource.fields, "block", None)
    if isinstance(block, Block) and len(block.labels) == 2:
        if block.body.attributes.keys() & {"count", "for_each"}:
            raise CannotWriteError(f"{link.resource.address} is one of several instances")
        return ".".join(filter(None, (link.resource.type, block.labels[1], link.terraform)))
    if "[" in link.resource.address or link.resource.address.startswith("module."):
        raise CannotWriteError(f"{link.resource.address} cannot be named from here")
    return ".".join(filter(None, (link.resource.address, link.terraform)))


def folded(attributes: Mapping[Path, Plain]) -> dict[Path, Plain]:
    """The attributes with the members of maps put into their maps, since `tags.a` is no block."""
    made: dict[Path, Plain] = {}
    for given, value in attributes.items():
        path = given[1:] if given[0] == OUTSIDE else given
        at = next((index for index, name in enumerate(path[:-1]) if name in MAPS), None)
        if at is None:
            made[path] = value
            continue
        for name in reversed(path[at + 2 :]):
            value = {str(name): value}
        known = made.get(path[: at + 1])
        made[path[: at + 1]] = {**(known if isinstance(known, Mapping) else {}), str(path[at + 1]): value}
    return made


def inside(attributes: Mapping[Path, Plain]) -> dict[str, Plain]:
    """What stands in the one block that the paths start with, as a map."""
    made: dict[str, Plain] = {}
    deeper: dict[str, dict[Path, Plain]] = {}
    for path, value in attributes.items():
        if len(path) == 2:
            made[str(path[1])] = value
        else:
            deeper.setdefault(str(path[1]), {})[path[1:]] = value
    return made | {name: inside(values) for name, values in deeper.items()}


def block_lines(attributes: Mapping[Path, Plain], indent: str) -> list[str]:
    """The inside of a block: attributes first, then nested blocks with a blank line before each."""
    attributes = folded(attributes)
    own = {str(path[0]): hcl_value(value, indent) for path, value in attributes.items() if len(path) == 1}
    lines = attribute_lines(own, indent)
    for (name, _), inner in _blocks(attributes).items():
        lines += [""] if lines else []
        lines += [f"{indent}{name} {{", *block_lines(inner, indent + INDENT), f"{indent}}}"]
    return lines


def _blocks(attributes: Mapping[Path, Plain]) -> dict[tuple[str, Pick | None], dict[Path, Plain]]:
    """The nested blocks: one of each name, and one for each pick, which starts with what picks it."""
    nested: dict[tuple[str, Pick | None], dict[Path, Plain]] = {}
    for path, value in attributes.items():
        if len(path) == 1:
            continue
        pick = path[1] if isinstance(path[1], Pick) else None
        inner = nested.setdefault((str(path[0]), pick), {(pick.key,): pick.wanted} if pick else {})
        rest = path[2:] if pick else path[1:]
        inner.update({rest: value} if rest else {(key,): item for key, item in value.items()} if isinstance(value, Mapping) else {})
    return nested


def resource_text(draft: Draft, name: str | None = None) -> str:
    """A whole resource block, without a line end after it."""
    head = f'resource "{draft.type}" "{name or draft.name}" {{'
    return "\n".join([head, *block_lines(draft.attributes, INDENT), "}"])


def json_value(value: Plain, indent: str | None = None) -> str:
    """A value in Terraform's JSON syntax; on several lines when the indentation is given."""
    if indent is None:
        return json.dumps(jsonable(value), ensure_ascii=False)
    return json.dumps(jsonable(value), ensure_ascii=False, indent=2).replace("\n", f"\n{indent}")


def jsonable(value: Plain) -> object:
    """A value as plain data, with references as templates."""
    if isinstance(value, Link):
        return f"{jsonable(value.before)}${{{traversal(value)}}}{jsonable(value.after)}" if value.terraform else traversal(value)
    if isinstance(value, Json):
        return json.dumps(jsonable(value.data))
    if isinstance(value, str):
        return value.replace("${", "$${").replace("%{", "%%{")
    if isinstance(value, Mapping):
        return {key: jsonable(item) for key, item in value.items()}
    return [jsonable(item) for item in value] if isinstance(value, Sequence) else value
