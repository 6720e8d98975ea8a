"""Compares what obslint and SAM's own translator make of a template."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cfn_support import image, load

from obslint.model import Known, Resource

TRANSLATE = """
import json, logging, sys
logging.disable(logging.CRITICAL)
import boto3
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse
found = []
for text in json.load(sys.stdin):
    try:
        found.append(Translator({}, Parser(), boto_session=boto3.Session(region_name="us-east-1")).translate(yaml_parse(text), {}))
    except Exception as error:
        causes = getattr(error, "causes", None) or [error]
        found.append("; ".join(str(getattr(cause, "message", cause)) for cause in causes))
print(json.dumps(found, default=str))
"""

_HASHED = (
    "AWS::ApiGateway::Deployment",
    "AWS::Lambda::LayerVersion",
    "AWS::Lambda::Version",
)
"""What has a hash of its content in its logical id; obslint leaves it out."""

NOT_COMPARED = (
    "AWS::ApiGateway::Deployment.Description",  # holds the hash
    "AWS::ApiGateway::RestApi.Body",  # written from the events of functions; unknown here
    "AWS::ApiGateway::RestApi.Parameters",  # says again what EndpointConfiguration says
    "AWS::ApiGateway::RestApi.DisableExecuteApiEndpoint",  # SAM moves these four into the body
    "AWS::ApiGatewayV2::Api.Body",
    "AWS::ApiGatewayV2::Api.Description",
    "AWS::ApiGatewayV2::Api.DisableExecuteApiEndpoint",
    "AWS::ApiGatewayV2::Api.Name",
    "AWS::StepFunctions::StateMachine.Definition",  # SAM writes the same as a text
    "AWS::AppSync::Resolver.Code",  # SAM's own code, where there is none
    "AWS::AppSync::GraphQLApi.AdditionalAuthenticationProviders",
)
"""Where the two differ by design."""


def pythons() -> list[str]:
    """Interpreters that may have the translator: named by SAM_PYTHON, or on the path."""
    named = os.environ.get("SAM_PYTHON")
    found = [str(Path(folder) / "python3") for folder in os.environ["PATH"].split(os.pathsep) if (Path(folder) / "python3").is_file()]
    return [named] if named else list(dict.fromkeys(found))


def translated(templates: list[str]) -> list[dict[str, Any] | str] | None:
    """What the translator makes of each template, or what it says against it; None when it is not installed."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for python in pythons():
        command = [python, "-c", TRANSLATE]
        result = subprocess.run(command, input=json.dumps(templates), capture_output=True, text=True, check=False, env=env)
        if result.returncode == 0:
            found: list[dict[str, Any] | str] = json.loads(result.stdout)
            return found
    return None


@dataclass(slots=True)
class Agreement:
    """How many resources were compared, and where the two differ: in ids and types, and in properties."""

    resources: int = 0
    ids: list[str] = field(default_factory=list)
    properties: list[str] = field(default_factory=list)


def with_transform(text: str) -> str:
    """The translator expands templates that do not ask for it; CloudFormation does not."""
    if "AWS::Serverless-2016-10-31" in text:
        return text
    if text.lstrip().startswith("{"):
        return text.replace("{", '{"Transform": "AWS::Serverless-2016-10-31",', 1)
    return text.removeprefix("---\n") + "\nTransform: AWS::Serverless-2016-10-31\n"


def _without_hashes(theirs: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps({name: section for name, section in theirs.items() if name != "Transform"})
    for name, body in theirs["Resources"].items():
        if body["Type"] in _HASHED:
            text = re.sub(rf"\b{name}\b", re.sub(r"[0-9a-f]{10}$", "", name), text)
    made: dict[str, Any] = json.loads(text)
    return made


def _normal(data: Any, region: str) -> Any:
    """Data in which spellings that mean the same are equal: lists are compared without their order."""
    if isinstance(data, dict):
        found = {key: _normal(value, region) for key, value in data.items()}
        return {key: value for key, value in found.items() if value is not None} or None
    if isinstance(data, list):
        return sorted((_normal(item, region) for item in data), key=lambda item: json.dumps(item, sort_keys=True)) or None
    if isinstance(data, tuple):
        return data[1].replace("${AWS::Partition}", "aws").replace("${AWS::Region}", region) if data[0] == "text" else "unknown"
    return str(data).lower() if isinstance(data, bool | int | float) else data


def _differences(ours: Any, theirs: Any, path: str) -> Iterator[tuple[str, Any, Any]]:
    if path.startswith(NOT_COMPARED):
        return
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in {**ours, **theirs}:
            yield from _differences(ours.get(key), theirs.get(key), f"{path}.{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (one, two) in enumerate(zip(ours, theirs, strict=True)):
            yield from _differences(one, two, f"{path}[{index}]")
    elif ours != theirs and not (isinstance(ours, str) and isinstance(theirs, str) and ours.lower() == theirs.lower()):
        yield path, ours, theirs


def _existence(found: Resource) -> tuple[list[str], Any]:
    return [str(guard) for guard in found.guards], image(found.presence)


def compare(text: str, theirs: dict[str, Any], path: str = "t.yaml", *, region: str = "us-east-1", **parameters: str) -> Agreement:
    """Their template is read by obslint as plain CloudFormation, so that only what SAM does is compared."""
    units = load(with_transform(text), path, **parameters), load(json.dumps(_without_hashes(theirs)), "theirs.json", **parameters)
    mine, other = ({found.address: found for found in unit.resources} for unit in units)
    result = Agreement(len({**other, **mine}))
    for name in {**other, **mine}:
        kinds = [found[name].type if name in found else "nothing" for found in (mine, other)]
        if kinds[0] != kinds[1]:
            result.ids.append(f"{name} is {kinds[0]}, theirs is {kinds[1]}")
            continue
        if _existence(mine[name]) != _existence(other[name]):
            result.properties.append(f"{name} {kinds[0]} exists {_existence(mine[name])}, theirs {_existence(other[name])}")
        images = [_normal(image(Known(found[name].fields)), region) for found in (mine, other)]
        result.properties += [f"{name} {where}: {a!r}, theirs {b!r}" for where, a, b in _differences(*images, kinds[0])]
    return result
