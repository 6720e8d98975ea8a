"""What SAM knows about policies and connectors, read when first asked for. `bench/sam_facts.py` writes the file."""

import json
from collections.abc import Mapping as Map
from functools import cache
from importlib.resources import files
from typing import Any

from obslint.cloudformation.sam_nodes import Shape


@cache
def facts(section: str) -> Any:
    """A section of the file."""
    return json.loads(files("obslint.cloudformation").joinpath("sam_facts.json").read_text(encoding="utf-8"))[section]


@cache
def _paths() -> dict[str, str]:
    return {arn.rpartition("/")[2]: arn for arn in facts("paths")}


def managed(name: str) -> Shape:
    """The ARN of a policy that AWS manages, by its name."""
    return {"Fn::Sub": f"arn:${{AWS::Partition}}:iam::aws:policy/{_paths().get(name, name)}"}


def template_policy(name: str, given: Map[str, Shape]) -> list[Shape] | None:
    """The statements of one of SAM's policy templates with its parameters; None for an unknown name."""
    statements = facts("policies").get(name)
    return None if statements is None else [_filled(statement, given) for statement in statements]


def _filled(data: Any, given: Map[str, Shape]) -> Shape:
    if isinstance(data, dict):
        if data.keys() == {"Ref"} and data["Ref"] in given:
            return given[data["Ref"]]
        return {key: _filled(value, given) for key, value in data.items()}
    if isinstance(data, list):
        return [_filled(item, given) for item in data]
    return data if isinstance(data, str | bool | int) else str(data)
