"""The examples that rule packs ship: `<family>/examples/<rule>.tf` and `.yaml`, and `<rule>.fixed.tf` and `.fixed.yaml` after the fix."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from obslint.lint.engine_rules import EngineRule
from obslint.policy import Rule

_SUFFIXES = {"Terraform": ".tf", "CloudFormation": ".yaml"}


@dataclass(frozen=True, slots=True)
class Example:
    """Text in which the rule finds something, and the same text mended; `after` is empty where no fix can be written."""

    dialect: str
    before: str
    after: str


def examples(rule: Rule | EngineRule) -> Iterator[Example]:
    """The examples of a rule, one for each dialect that has one. A pack without examples gives none."""
    if isinstance(rule, EngineRule):
        return
    folder = files(rule.check.__module__.rpartition(".")[0]).joinpath("examples")
    for dialect, suffix in _SUFFIXES.items():
        if before := _text(folder.joinpath(rule.id + suffix)):
            yield Example(dialect, before, _text(folder.joinpath(f"{rule.id}.fixed{suffix}")))


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
