"""What `terraform plan` would say of a small configuration, as far as obslint evaluates it, in the shape of a plan.

Values that are only known after apply are left out as Terraform leaves them out; of expressions there is nothing but what they
refer to. So nothing reaches the reader of plans but what a plan holds.
"""

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from plan_json import change, const, declared, described, module, plan, refs

from obslint.model import Absent, Fields, Known, Reference, Resource, Symbolic, Unit, Value, references, settle
from obslint.source import Sources
from obslint.terraform import load
from obslint.terraform.ast import Block, Expr, GetAttr, Index, Literal, Name
from obslint.terraform.fields import BlockFields

Json = Any

UNKNOWN = object()


class NoPlanError(Exception):
    """Terraform would not plan this: instances or a variable are not known."""


def plan_of(directory: Path) -> str:
    """The plan of a directory without modules. Raises `NoPlanError`."""
    (unit,) = load(Sources(directory), [directory])
    if unit.problems or unit.gaps:
        raise NoPlanError
    computed = _computed(unit)
    changes, written = [], {}
    providers: dict[str, Json] = {"aws": {"name": "aws"}}
    for resource in unit.resources:
        if not isinstance(resource.presence, Known) or not isinstance(resource.fields, BlockFields):
            raise NoPlanError
        changes.append(_change(resource, computed.get(resource.address, set())))
        block = resource.fields.block
        region = settle(resource.region)
        key = str(resource.deployer).removeprefix("provider.")
        providers[key] = {"name": "aws", **({"expressions": {"region": const(region.data)}} if isinstance(region, Known) else {})}
        depends = {"depends_on": [one.target for one in resource.depends_on]} if resource.depends_on else {}
        written[block.labels] = declared(_declaration(resource), key, **dict(_expressions(block))) | depends
    outputs = {label.split('"')[1]: refs(*_mentioned(value)) for label, value in _outputs(unit)}
    after = {label.split('"')[1]: _output(value) for label, value in _outputs(unit)}
    return plan(*changes, config=module(*written.values(), outputs=outputs), providers=providers, output_changes=after)


def _declaration(resource: Resource) -> str:
    parts = described(resource.address)
    return f"{'data.' if parts['mode'] == 'data' else ''}{parts['type']}.{parts['name']}"


def _computed(unit: Unit) -> dict[str, set[str]]:
    """The attributes of each resource that others refer to although they are not written."""
    found: dict[str, set[str]] = {}
    values = [Known(resource.fields) for resource in unit.resources] + [value for _, value in _outputs(unit)]
    for reference in (reference for value in values for reference in references(value)):
        if reference.resource is not None and reference.attribute:
            found.setdefault(reference.target, set()).add(reference.attribute.partition(".")[0].partition("[")[0])
    return found


def _outputs(unit: Unit) -> Iterator[tuple[str, Value]]:
    return ((export.label, export.value) for export in unit.exports_of() if export.label.startswith("output "))


def _output(value: Value) -> Json:
    after = _data(value)
    known, unknown = _split(after)
    return {"actions": ["create"], "after": None if known is UNKNOWN else known, "after_unknown": unknown or False}


def _mentioned(value: Value) -> list[str]:
    return list(dict.fromkeys(str(Reference(r.target, r.attribute)) for r in references(value) if r.resource is not None))


def _change(resource: Resource, computed: set[str]) -> Json:
    known, unknown = {}, dict.fromkeys(computed, True)
    for name, value in resource.fields.items():
        unknown.pop(name, None)
        after, pending = _split(_data(value))
        if after is not UNKNOWN:
            known[name] = after
        if pending:
            unknown[name] = pending
    action = "read" if resource.type.startswith("data.") else "create"
    return change(resource.address, known, unknown=unknown, actions=action)


def _data(value: Value) -> Json:
    value = settle(value)
    if isinstance(value, Absent):
        return None
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return [_data(item) for item in value.data]
    if isinstance(value, Known) and isinstance(value.data, Fields):
        if value.data.open_end is not None:
            return UNKNOWN
        return {name: _data(item) for name, item in value.data.items()}
    if isinstance(value, Known):
        return value.data
    if isinstance(value, Symbolic):
        return UNKNOWN
    raise NoPlanError


def _split(data: Json) -> tuple[Json, Json]:
    """What is known, and where it is not; a whole list of texts is unknown with one of them, as a set is."""
    if data is UNKNOWN:
        return UNKNOWN, True
    if isinstance(data, dict):
        parts = {name: _split(item) for name, item in data.items()}
        return {n: known for n, (known, _) in parts.items() if known is not UNKNOWN}, {
            n: pending for n, (_, pending) in parts.items() if pending
        }
    if isinstance(data, list):
        if UNKNOWN in data:
            return UNKNOWN, True
        split = [_split(item) for item in data]
        return [known for known, _ in split], [pending or False for _, pending in split] if any(p for _, p in split) else None
    return data, None


def _expressions(block: Block) -> Iterator[tuple[str, Json]]:
    """The configuration's view of a block: constants, references, and nested blocks that are not dynamic."""
    for name, attribute in block.body.attributes.items():
        if name not in {"count", "for_each", "provider", "depends_on"}:
            yield name, _expression(attribute.expr)
    nested: dict[str, list[Json]] = {}
    for inner in block.body.blocks:
        if inner.type not in {"dynamic", "lifecycle", "provisioner", "connection"}:
            nested.setdefault(inner.type, []).append(dict(_expressions(inner)))
    yield from nested.items()


def _expression(expr: Expr) -> Json:
    names = list(_traversals(expr))
    if names:
        return refs(*names)
    return const(expr.data) if isinstance(expr, Literal) else const("constant")


def _traversals(expr: object) -> Iterator[str]:
    """The references of an expression as HCL finds them: a traversal ends where an index is not constant."""
    if isinstance(expr, Name | GetAttr | Index):
        text, keys = _traversal(expr)
        if text and text.split(".")[0] not in {"true", "false", "null"} and "." in text:
            yield text
        for key in keys:
            yield from _traversals(key)
    elif is_dataclass(expr) and not isinstance(expr, type):
        for each in fields(expr):
            yield from _traversals(getattr(expr, each.name))
    elif isinstance(expr, tuple | list):
        for item in expr:
            yield from _traversals(item)


def _traversal(expr: Expr) -> tuple[str, list[Expr]]:
    """The text of a traversal, and the expressions inside its indexes."""
    if isinstance(expr, Name):
        return expr.name, []
    if isinstance(expr, GetAttr):
        text, keys = _traversal(expr.base)
        return (text, keys) if keys else (f"{text}.{expr.name}" if text else "", keys)
    if isinstance(expr, Index):
        text, keys = _traversal(expr.base)
        if isinstance(expr.key, Literal) and not keys and text:
            return f"{text}[{json.dumps(expr.key.data)}]", []
        return text, [*keys, expr.key]
    return "", [expr]
