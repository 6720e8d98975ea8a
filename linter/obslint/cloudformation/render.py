"""Values as YAML or JSON text."""

import json
import re
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from typing import Any

from obslint.cloudformation.layout import Layout
from obslint.cloudformation.tree import Scalar, plain_value
from obslint.model import OUTSIDE, Draft, Json, Link, Path, Pick, Plain
from obslint.model.compare import plain

_SAFE = re.compile(r"[A-Za-z_/][A-Za-z0-9_ ./+=@*-]*(?::+[A-Za-z0-9_./+=@*-]+)*")
_ONE_LETTER_BOOLEANS = frozenset("yYnN")
_CONTROL = re.compile(r"[^ -~\u00a0-\ud7ff\ue000-\ufeff\U00010000-\U0010ffff]|[\u2028\u2029\ufeff]")


def as_item(path: Path, value: Plain) -> Plain:
    """A value for the path: the `Value` of a `Key`, in tags and open-ended settings, is text, be it a number or a boolean."""
    value = _unwrapped(value)
    item = len(path) > 1 and path[-1] == "Value" and isinstance(path[-2], Pick) and path[-2].key == "Key"
    return plain(value) if item and isinstance(value, bool | int | float) else value


def _unwrapped(value: Plain) -> Plain:
    """JSON documents as the mappings that CloudFormation takes them for."""
    if isinstance(value, Json):
        return _unwrapped(value.data)
    if isinstance(value, Map):
        return {key: _unwrapped(item) for key, item in value.items()}
    return [_unwrapped(item) for item in value] if isinstance(value, Seq) and not isinstance(value, str) else value


def nested(path: Path, value: Plain) -> Any:
    """The value wrapped in what the path names: mappings, and lists of one for picked items."""
    if not path:
        return value
    head, rest = path[0], path[1:]
    if isinstance(head, Pick):
        inner = nested(rest, value)
        return [{head.key: head.wanted, **(inner if isinstance(inner, Map) else {})}]
    return {head: nested(rest, value)}


def merged(attributes: Map[Path, Plain]) -> dict[str, Any]:
    """Attributes by path as one mapping."""
    result: dict[str, Any] = {}
    for path, value in attributes.items():
        _merge(result, nested(path, value))
    return result


def _merge(into: dict[str, Any], new: Map[str, Any]) -> None:
    for key, value in new.items():
        old = into.get(key)
        if isinstance(old, dict) and isinstance(value, Map) and not isinstance(value, Link):
            _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            _merge_items(old, value)
        else:
            into[key] = value


def _merge_items(old: list[Any], new: list[Any]) -> None:
    """Items that pick the same thing become one; the first member of an item says what it picks."""
    for item in new:
        head = next(iter(item.items()), None) if isinstance(item, dict) else None
        twin = next((found for found in old if head and isinstance(found, dict) and head in found.items()), None)
        if twin is None:
            old.append(item)
        else:
            _merge(twin, item)


def resource_body(draft: Draft, condition: str = "") -> dict[str, Any]:
    """A drafted resource as data."""
    head = {"Type": draft.type, **({"Condition": condition} if condition else {})}
    values = {path: _unwrapped(value) for path, value in draft.attributes.items()}
    head |= merged({path[1:]: value for path, value in values.items() if path[0] == OUTSIDE})
    properties = merged({path: value for path, value in values.items() if path[0] != OUTSIDE})
    return {**head, "Properties": properties} if properties else head


def yaml_text(text: str, quote: str) -> str:
    """A text as a YAML scalar: plain where that is safe, quoted otherwise."""
    if _SAFE.fullmatch(text) and text not in _ONE_LETTER_BOOLEANS and plain_value(text) == text and not text.endswith(" "):
        return text
    return quoted(text, quote)


def quoted(text: str, quote: str) -> str:
    """A text in quotes; what single quotes cannot hold is written in double quotes."""
    if quote == "'" and not _CONTROL.search(text):
        return "'" + text.replace("'", "''") + "'"
    written = json.dumps(text, ensure_ascii=False)
    return _CONTROL.sub(lambda found: json.dumps(found.group())[1:-1], written)


def scalar_text(value: Plain, layout: Layout) -> str:
    """A single value, or a reference, on one line."""
    if isinstance(value, Link):
        return json_text(link_data(value), layout, None) if layout.json else _tagged(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if layout.json else yaml_text(value, layout.quote)
    return plain(value) if isinstance(value, bool | int | float) else flow_text(value, layout)


def _tagged(link: Link) -> str:
    name, attribute = _local(link), link.cloudformation
    if link.before or link.after:
        return f"!Sub {json.dumps(_substituted(link), ensure_ascii=False)}"
    return f"!Ref {name}" if attribute == "Ref" else f"!GetAtt {name}.{attribute}"


def _local(link: Link) -> str:
    """The logical id of the resource, in whichever nested stack it stands."""
    return link.resource.address.rpartition(".")[2]


def _substituted(link: Link) -> str:
    """The text of a Fn::Sub around the reference."""
    name = _local(link) if link.cloudformation == "Ref" else f"{_local(link)}.{link.cloudformation}"
    before, after = (text.replace("${", "${!") for text in (link.before, link.after))
    return f"{before}${{{name}}}{after}"


def link_data(link: Link) -> dict[str, Any]:
    """A reference in long form."""
    name, attribute = _local(link), link.cloudformation
    if link.before or link.after:
        return {"Fn::Sub": _substituted(link)}
    return {"Ref": name} if attribute == "Ref" else {"Fn::GetAtt": [name, attribute]}


def replacement(old: Scalar, value: Plain, layout: Layout) -> str:
    """The text that takes the place of a scalar; quotes stay as they are."""
    if isinstance(value, str | bool | int | float) and old.style in ("'", '"'):
        text = plain(value)
        return json.dumps(text, ensure_ascii=False) if layout.json else quoted(text, old.style)
    return scalar_text(value, layout)


def flow_text(data: Any, layout: Layout) -> str:
    """Any value on one line."""
    if layout.json:
        return json_text(data, layout, None)
    if isinstance(data, Map):
        return "{" + ", ".join(f"{yaml_text(key, layout.quote)}: {flow_text(value, layout)}" for key, value in data.items()) + "}"
    if isinstance(data, Seq) and not isinstance(data, str):
        return "[" + ", ".join(flow_text(item, layout) for item in data) + "]"
    return scalar_text(data, layout)


def json_text(data: Any, layout: Layout, indent: str | None) -> str:
    """A value as JSON; `indent` is that of the line it starts on, or None to keep it on one line."""
    if isinstance(data, Link):
        data = link_data(data)
    if isinstance(data, Map) and data:
        members = [
            json.dumps(key, ensure_ascii=False) + layout.colon + json_text(value, layout, _deeper(indent, layout))
            for key, value in data.items()
        ]
        return _bracketed("{", members, "}", layout, indent)
    if isinstance(data, Seq) and not isinstance(data, str) and data:
        return _bracketed("[", [json_text(item, layout, _deeper(indent, layout)) for item in data], "]", layout, indent)
    return json.dumps(data, ensure_ascii=False)


def _deeper(indent: str | None, layout: Layout) -> str | None:
    return None if indent is None else indent + layout.step


def _bracketed(opening: str, parts: list[str], closing: str, layout: Layout, indent: str | None) -> str:
    if indent is None:
        return opening + layout.comma.join(parts) + closing
    line = layout.newline + indent
    return opening + line + layout.step + f",{line}{layout.step}".join(parts) + line + closing


def block_lines(data: Map[str, Any], layout: Layout, indent: str = "") -> list[str]:
    """A mapping as lines of block YAML."""
    lines: list[str] = []
    for key, value in data.items():
        head = f"{indent}{yaml_text(key, layout.quote)}:"
        if isinstance(value, Map) and value:
            lines += [head, *block_lines(value, layout, indent + layout.step)]
        elif isinstance(value, Seq) and not isinstance(value, str) and value:
            lines += [head, *item_lines(value, layout, indent + layout.dash)]
        else:
            lines.append(f"{head} {flow_text(value, layout)}")
    return lines


def item_lines(items: Seq[Any], layout: Layout, indent: str) -> list[str]:
    """List items as lines of block YAML; a mapping starts on the line of its dash."""
    lines: list[str] = []
    for item in items:
        if isinstance(item, Map) and item:
            first, *others = block_lines(item, layout, indent + "  ")
            lines += [f"{indent}- {first.lstrip()}", *others]
        else:
            lines.append(f"{indent}- {flow_text(item, layout)}")
    return lines
