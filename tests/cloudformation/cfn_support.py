"""Helpers of the CloudFormation tests."""

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from obslint.cloudformation import load_template_file
from obslint.cloudformation.parse import parse_template
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence
from obslint.model import Absent, Edit, Fields, Known, Reference, Symbolic, Unit, Unknown, Value, parse_path, read
from obslint.source import SourceFile, Sources


def load(text: str, path: str = "t.yaml", **parameters: str) -> Unit:
    """The unit of a template text."""
    return load_template_file(Sources(Path("/nowhere")), SourceFile(path, text), parameters)


def resource(unit: Unit, name: str) -> Any:
    return next(found for found in unit.resources if found.address == name)


def value_at(unit: Unit, path: str) -> Value:
    """The value at `Resource.Attribute...`."""
    name, _, rest = path.partition(".")
    return read(resource(unit, name).fields, parse_path(rest)).value


def image(value: Value) -> Any:
    """A value as plain data: texts with references as ("text", ...), unknowns with candidates as {guards: image}."""
    if isinstance(value, Known):
        if isinstance(value.data, tuple):
            return [image(item) for item in value.data]
        if isinstance(value.data, Fields):
            return {name: image(value.data[name]) for name in value.data}
        return value.data
    if isinstance(value, Absent):
        return None
    if isinstance(value, Symbolic):
        return ("text", "".join(part if isinstance(part, str) else _named(part) for part in value.parts))
    assert isinstance(value, Unknown)
    if value.candidates:
        return {" & ".join(map(str, c.guards)) or f"#{index}": image(c.value) for index, c in enumerate(value.candidates)}
    return ("unknown", value.why)


def _named(reference: Reference) -> str:
    return "${*}" if reference.target.startswith("call-") else f"${{{reference}}}"


def images(unit: Unit) -> dict[str, Any]:
    return {found.address: image(Known(found.fields)) for found in unit.resources}


def plain(node: Node) -> Any:
    """A syntax tree as plain data, functions in their long form."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item.value) for item in node.items]
    assert isinstance(node, Mapping)
    return {pair.key.text: plain(pair.value) for pair in node.pairs}


def as_json(text: str, indent: Any = None) -> str:
    """A YAML template in JSON, every function in its long form."""
    root = parse_template(SourceFile("t.yaml", text)).root
    assert root is not None
    return json.dumps(plain(root), indent=indent, ensure_ascii=False)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits, which must not overlap."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    for one, two in pairwise(ordered):
        assert one.span.end <= two.span.start
    for edit in reversed(ordered):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
