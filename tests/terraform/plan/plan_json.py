"""Plans as `terraform show -json` writes them, from few words; and values as short text, for tables."""

import json
import re
from pathlib import Path
from typing import Any

from obslint.model import Absent, Fields, Known, Reference, Symbolic, Unit, Unknown, Value, settle
from obslint.source import Sources
from obslint.terraform.plan import load_plan

Json = dict[str, Any]


def described(address: str) -> Json:
    """The members that tell of a resource instance what it is."""
    found = re.fullmatch(r"((?:module\.\w+(?:\[[^\]]*\])?\.)*)(data\.)?([\w-]+)\.([\w-]+)(?:\[(.*)\])?", address)
    assert found, address
    module, data, kind, name, index = found.groups()
    parts: Json = {"address": address, "mode": "data" if data else "managed", "type": kind, "name": name}
    if module:
        parts["module_address"] = module.removesuffix(".")
    if index is not None:
        parts["index"] = json.loads(index)
    return parts


def change(
    address: str, after: Json | None = None, *, unknown: Json | None = None, sensitive: Any = False, actions: str = "create", **more: Any
) -> Json:
    """A member of `resource_changes`; several actions are separated by blanks."""
    planned = {"actions": actions.split(), "before": None, "after": {} if after is None else after, "after_unknown": unknown or {}}
    if actions in {"delete", "forget"}:
        planned["after"] = None
    return {**described(address), "provider_name": "aws", "change": {**planned, "after_sensitive": sensitive}, **more}


def listed(address: str, values: Json, **more: Any) -> Json:
    """A member of `resources` under `planned_values` or in a state."""
    return {**described(address), "schema_version": 0, "values": values, "sensitive_values": {}, **more}


def declared(address: str, provider: str = "aws", **expressions: Any) -> Json:
    """A resource of the configuration. Meta-arguments are given with an underscore in front: `_for_each`, `_count`."""
    more = {f"{key[1:]}_expression": expressions.pop(key) for key in list(expressions) if key.startswith("_")}
    found = {key: value for key, value in described(address).items() if key != "index"}
    return {**found, "provider_config_key": provider, **({"expressions": expressions} if expressions else {}), **more}


def const(value: Any) -> Json:
    """An expression without references."""
    return {"constant_value": value}


def refs(*names: str) -> Json:
    """An expression with references, each followed by its shorter forms, as Terraform lists them since 0.15."""
    return {"references": [form for name in names for form in _forms(name)]}


def _forms(name: str) -> list[str]:
    words = re.findall(r'\["[^"]*"\]|\[\d+\]|[^.\[\]]+', name)
    kept = {"data": 3, "module": 2, "each": 2, "count": 2, "var": 2, "local": 2, "path": 2}.get(words[0], 2)
    return [_joined(words[:size]) for size in range(len(words), kept - 1, -1)]


def _joined(words: list[str]) -> str:
    return "".join(word if word.startswith("[") else f".{word}" for word in words).removeprefix(".")


def module(*resources: Json, outputs: Json | None = None, variables: Json | None = None, calls: Json | None = None) -> Json:
    """A module of the configuration."""
    found: Json = {"resources": list(resources)} if resources else {}
    if outputs:
        found["outputs"] = {name: {"expression": expression} for name, expression in outputs.items()}
    if variables:
        found["variables"] = {name: {} if value is None else {"default": value} for name, value in variables.items()}
    return {**found, **({"module_calls": calls} if calls else {})}


def called(inner: Json, **arguments: Any) -> Json:
    """A module call. `_for_each` and `_count` as for resources."""
    more = {f"{key[1:]}_expression": arguments.pop(key) for key in list(arguments) if key.startswith("_")}
    return {"source": "./m", "expressions": arguments, "module": inner, **more}


def plan(*changes: Json, config: Json | None = None, providers: Json | None = None, version: str = "1.2", **members: Any) -> str:
    """The text of a plan."""
    found: Json = {"format_version": version, "terraform_version": "1.9.5", "planned_values": {"root_module": {}}}
    if changes:
        found["resource_changes"] = list(changes)
    found |= members
    if config is not None:
        found["configuration"] = {"provider_config": providers or {"aws": {"name": "aws"}}, "root_module": config}
    return json.dumps(found)


def load(tmp_path: Path, text: str, source: Path | None = None) -> Unit:
    """The unit of a plan with that text."""
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    return load_plan(Sources(tmp_path), path, source)


def attributes(unit: Unit, address: str) -> dict[str, str]:
    """All attributes of a resource, as short text."""
    resource = next(found for found in unit.resources if found.address == address)
    return {name: shown(value) for name, value in resource.fields.items()}


def shown(value: Value) -> str:
    """A value as short text: `null`, JSON, `${reference}`, `...` for what is not known of a text, `?reason {mentions}`.

    A known text with a reference in its trail is followed by `<- reference`.
    """
    value = settle(value)
    if isinstance(value, Known):
        links = "".join(f" <- {step.reference}" for step in value.trail if step.reference and step.reference.resource)
        return _data(value) + links
    if isinstance(value, Symbolic):
        return "".join(_part(part) for part in value.parts)
    if isinstance(value, Unknown):
        return f"?{value.why}" + (f" {{{', '.join(map(str, value.mentions))}}}" if value.mentions else "")
    assert isinstance(value, Absent)
    return "null"


def _data(value: Known) -> str:
    if isinstance(value.data, tuple):
        return f"[{', '.join(map(shown, value.data))}]"
    if isinstance(value.data, Fields):
        return "{" + ", ".join(f"{name}: {shown(item)}" for name, item in value.data.items()) + "}"
    return json.dumps(value.data)


def _part(part: str | Reference) -> str:
    if isinstance(part, str):
        return part
    return f"${{{part}}}" if part.resource else "..." if str(part).startswith("rest of") else f"${{{part}?}}"
