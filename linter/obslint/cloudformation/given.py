"""Values of parameters from outside the template: parameter files in the shapes that AWS's tools write, and the command line."""

import json
import shlex
from collections.abc import Iterator

from obslint.model import Gap, Inputs
from obslint.source import Sources, UnreadableError

REGION = "AWS::Region"
"""The pseudo parameter that may be given from outside."""

_SHAPES = "a list of ParameterKey and ParameterValue, an object with Parameters, or a samconfig.toml"


def given_parameters(sources: Sources, inputs: Inputs) -> tuple[dict[str, str], tuple[Gap, ...]]:
    """The values by name, later ones winning, and the files that could not be read as parameters."""
    given: dict[str, str] = {}
    gaps: list[Gap] = []
    for path in inputs.parameters:
        try:
            text = sources.read(path).text
            given.update(_samconfig(text) if path.suffix == ".toml" else _json(text))
        except (UnreadableError, ValueError) as error:
            gaps.append(Gap(sources.shown(path), f"not read as parameters: {error}"))
    given.update(inputs.variables)
    if inputs.region:
        given[REGION] = inputs.region
    return given, tuple(gaps)


def _json(text: str) -> dict[str, str]:
    """The AWS CLI's list, CodePipeline's object, or a plain object of names and values. Raises `ValueError` for anything else."""
    data = json.loads(text)
    if isinstance(data, list) and all(isinstance(item, dict) and "ParameterKey" in item for item in data):
        return {str(item["ParameterKey"]): _text(item["ParameterValue"]) for item in data if "ParameterValue" in item}
    if isinstance(data, dict):
        values = data.get("Parameters", data)
        if isinstance(values, dict) and not any(isinstance(value, dict) for value in values.values()):
            return {str(name): _text(value) for name, value in values.items()}
    raise ValueError(f"expected {_SHAPES}")


def _text(value: object) -> str:
    """A value as CloudFormation takes it: lists with commas, booleans in lower case."""
    if isinstance(value, list):
        return ",".join(map(_text, value))
    return json.dumps(value) if isinstance(value, bool) else str(value)


def _samconfig(text: str) -> dict[str, str]:
    """`parameter_overrides` of the environment that `sam deploy` takes by itself, `default`, or else of the first that has any."""
    import tomllib

    data = tomllib.loads(text)
    for name in sorted((name for name in data if isinstance(data[name], dict)), key=lambda name: name != "default"):
        for command in ("deploy", "global", "build"):
            section = data[name].get(command, {})
            overrides = section.get("parameters", {}).get("parameter_overrides") if isinstance(section, dict) else None
            if overrides is not None:
                return dict(_overrides(overrides))
    raise ValueError("no parameter_overrides in it")


def _overrides(given: object) -> Iterator[tuple[str, str]]:
    for word in given if isinstance(given, list) else shlex.split(str(given)):
        name, equals, value = str(word).partition("=")
        if equals:
            yield name.strip(), value.strip()
