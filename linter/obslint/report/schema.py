"""The JSON Schema of the JSON report, made from the dataclasses of the result. The only part of reporting that needs pydantic."""

from typing import Any

from obslint.lint.result import SCHEMA_VERSION, Report


def report_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the report. Later versions of obslint may add keys without a new `schema_version`."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Report).json_schema(mode="serialization")
    for part in (schema, *schema["$defs"].values()):
        _always_written(part)
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "title": "Schema Version", "type": "integer"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _always_written(part: dict[str, Any]) -> None:
    """Defaults matter to those who build a result; a report holds every key."""
    part["required"] = list(part["properties"])
    for described in part["properties"].values():
        described.pop("default", None)
