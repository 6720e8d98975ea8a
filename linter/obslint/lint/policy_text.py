"""A file of policies as text: read, checked against its schema, every complaint with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from obslint.lint.blame import shown
from obslint.lint.policy_schema import PolicyFile
from obslint.lint.selection import did_you_mean

Steps = tuple[str | int, ...]
_SHAPES = {
    "tuple_type": "should be a list",
    "too_short": "should have at least one item",
    "model_type": "should be a mapping of keys and values",
}
"""What pydantic says in the words of Python."""
_EXAMPLES = {"id": "log-group-under-a-year", "compares": '"< 30"', "family": "log_groups"}


class PolicyError(Exception):
    """A file that cannot be read as policies; the message names file and line."""


@dataclass(frozen=True, slots=True)
class PolicyText:
    """A file of policies with the places of its keys. `bad` are policies that do not fit the schema, by their number."""

    path: Path
    tree: Any

    def line(self, steps: Steps) -> int:
        """The line (from 1) of what the steps lead to, or of the nearest thing around it that is there."""
        node, line = self.tree, 1
        for step in steps:
            if isinstance(node, CommentedMap) and step in node:
                line, node = node.lc.key(step)[0] + 1, node[step]
            elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
                line, node = node.lc.item(step)[0] + 1, node[step]
        return line

    def complaint(self, steps: Steps, message: str) -> str:
        """A complaint with file, line and the way to what it is about."""
        way = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")
        return f"{shown(self.path)}:{self.line(steps)}: {way + ': ' if way else ''}{message}"


def read_policies(path: Path) -> tuple[PolicyText, PolicyFile | None, list[str]]:
    """The text, what it says as far as it fits, and the complaints about what does not. Raises `PolicyError` for what is no YAML.

    A policy that does not fit is left out, and the others stay.
    """
    text = PolicyText(path, _tree(path))
    plain = _plain(text.tree)
    found = _complaints(text, plain)
    while found and isinstance(plain, dict) and isinstance(plain.get("policies"), list):
        bad = {steps[1] for steps, _ in found if len(steps) > 1 and steps[0] == "policies"}
        kept = {**plain, "policies": [one for number, one in enumerate(plain["policies"]) if number not in bad]}
        told = [text.complaint(steps, message) for steps, message in found]
        return text, None if not bad or _complaints(text, kept) else PolicyFile.model_validate(kept), told
    told = [text.complaint(steps, message) for steps, message in found]
    return text, None if found else PolicyFile.model_validate(plain), told


def _tree(path: Path) -> Any:
    try:
        return YAML().load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark else ""
        raise PolicyError(f"{shown(path)}{line}: {' '.join(str(error.problem or error).split())}") from error
    except (OSError, UnicodeDecodeError, YAMLError, RecursionError) as error:
        raise PolicyError(f"{shown(path)} cannot be read: {type(error).__name__}: {error}") from error


def _plain(node: Any) -> Any:
    """What was read, in the types of Python alone."""
    if isinstance(node, Mapping):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    kind = next((kind for kind in (bool, int, float, str) if isinstance(node, kind)), None)
    return kind(node) if kind else node


def _complaints(text: PolicyText, plain: Any) -> list[tuple[Steps, str]]:
    try:
        PolicyFile.model_validate(plain)
    except ValidationError as error:
        # a list is also too short for pydantic when none of its items fits, which is said already
        found = (one for one in error.errors() if one["type"] != "too_short" or not one["input"])
        return list(dict.fromkeys(_told(text, one) for one in found))
    return []


def _told(text: PolicyText, error: Any) -> tuple[Steps, str]:
    steps = tuple(_steps(text.tree, error["loc"]))
    if error["type"] == "extra_forbidden":
        known = _keys(steps[:-1])
        return steps, f"there is no such key{did_you_mean(str(steps[-1]), known) or '; there are ' + ', '.join(known)}"
    if error["type"] == "missing":
        return steps, "is missing"
    if error["type"] == "string_pattern_mismatch":
        return steps, f"{error['input']!r} is not understood; write it as in {_EXAMPLES[str(steps[-1])]}"
    message = _SHAPES.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    return steps, message[:1].lower() + message[1:]


def _steps(tree: Any, location: tuple[str | int, ...]) -> Iterator[str | int]:
    """A location without what pydantic adds to tell the kinds of a union apart."""
    node = tree
    for number, step in enumerate(location):
        last = number == len(location) - 1
        if isinstance(node, Mapping) and (step in node or last):
            node = node.get(step)
            yield step
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
            yield step


def _keys(steps: Steps) -> list[str]:
    """The keys that the schema knows at a place."""
    model: type[BaseModel] = PolicyFile
    for step in steps:
        if isinstance(step, str):
            field = next((field for name, field in model.model_fields.items() if step in (field.alias, name)), None)
            model = next(_models(field.annotation), model) if field else model
    return [field.alias or name for name, field in model.model_fields.items()]


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for argument in get_args(kind):
        yield from _models(argument)
