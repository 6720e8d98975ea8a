"""The examples that rule packs ship: `<family>/examples/<rule>.tf` and `.yaml`, `.fixed.tf` after the fix, `.good.tf` in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from obslint.lint.engine_rules import EngineRule
from obslint.lint.registry import FOLDERS
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
    if pack := _folder(rule):
        yield from _of_fixtures(pack, rule)
        return
    folder = files(rule.check.__module__.rpartition(".")[0]).joinpath("examples")
    for dialect, suffix in _SUFFIXES.items():
        if before := _text(folder.joinpath(rule.id + suffix)):
            after, good = (_text(folder.joinpath(f"{rule.id}.{kind}{suffix}")) for kind in ("fixed", "good"))
            yield Example(dialect, before, after, good)


def _folder(rule: Rule) -> Path | None:
    """The folder of a rule that does not come from an installed pack."""
    if not rule.check.__module__.startswith(FOLDERS):
        return None
    from obslint.lint.folders import folder_of

    return folder_of(rule)


def _of_fixtures(pack: Path, rule: Rule) -> Iterator[Example]:
    """The first cases of the fixtures of a rule in a folder."""
    from obslint.lint.fixtures import first_case
    from obslint.lint.folders import TESTS

    folder = pack / TESTS / rule.family / rule.id
    for dialect, suffix in (("Terraform", ".tf"), ("CloudFormation", ".cfn.yaml")):
        names = (f"bad{suffix}", f"bad{suffix}.fixed", f"good{suffix}")
        original = _text(folder / names[0])
        texts = [first_case(text, original) if (text := _text(folder / name)) else "" for name in names]
        if texts[0]:
            yield Example(dialect, *texts)


def _text(file: Traversable | Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
