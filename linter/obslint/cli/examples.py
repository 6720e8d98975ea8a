"""The examples that rule packs ship: `<family>/examples/<rule>.tf` and `.yaml`, `.fixed.tf` after the fix, `.good.tf` in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from obslint.lint.engine_rules import EngineRule
from obslint.policy import Rule

_SUFFIXES = {"Terraform": ".tf", "CloudFormation": ".yaml"}


@dataclass(frozen=True, slots=True)
class Example:
    """Text in which the rule finds something, the same text mended, and text in which it finds nothing; the last two may be empty."""

    dialect: str
    before: str
    after: str
    good: str = ""


def examples(rule: Rule | EngineRule) -> Iterator[Example]:
    """The examples of a rule, one for each dialect that has one. A pack without examples gives none."""
    if isinstance(rule, EngineRule):
        return
    folder = files(rule.check.__module__.rpartition(".")[0]).joinpath("examples")
    for dialect, suffix in _SUFFIXES.items():
        if before := _text(folder.joinpath(rule.id + suffix)):
            after, good = (_text(folder.joinpath(f"{rule.id}.{kind}{suffix}")) for kind in ("fixed", "good"))
            yield Example(dialect, before, after, good)


def _text(file: Traversable) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
