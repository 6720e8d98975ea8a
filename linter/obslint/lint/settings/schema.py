"""The JSON Schema of a settings file, for editors: made from the classes that read it and from the options of each rule."""

from typing import Any

from obslint.lint.registry import Registry
from obslint.lint.settings.check import adapter
from obslint.lint.settings.model import SettingsFile
from obslint.policy import Rule

_SEVERITY = {"enum": ["error", "warning", "info"], "description": "How bad a finding of the rule is."}


def settings_schema(registry: Registry) -> dict[str, Any]:
    """JSON Schema 2020-12 of `obslint.toml`, which is also that of `[tool.obslint]`."""
    schema: dict[str, Any] = adapter(SettingsFile).json_schema(by_alias=True)
    rules = {card.id: _rule(registry, card.id, schema) for card in sorted(registry, key=lambda card: card.id)}
    described = schema["properties"]["rules"].get("description", "")
    schema["properties"]["rules"] = {"type": "object", "description": described, "properties": rules, "additionalProperties": False}
    schema["title"] = "Settings of obslint"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _rule(registry: Registry, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The table of one rule: its severity and its options."""
    rule = registry.rule(name)
    kind = rule.options if isinstance(rule, Rule) else None
    options: dict[str, Any] = adapter(kind).json_schema(by_alias=True) if kind else {"properties": {}}
    schema.setdefault("$defs", {}).update(options.pop("$defs", {}))
    described = f"{rule.summary} {options.get('description', '')}".strip()
    properties = {"severity": _SEVERITY, **options["properties"]}
    return {"type": "object", "description": described, "properties": properties, "additionalProperties": False}
