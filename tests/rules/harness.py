"""The fixtures of the built-in rules, tried as `obslint rules test` tries those of a pack (`obslint.lint.trials`)."""

from collections.abc import Iterator
from pathlib import Path

from obslint.lint.fixtures import DIALECTS, Case, Fixture, cases_of, fixtures_in, folders_in
from obslint.lint.registry import load
from obslint.lint.trials import Fixed, Trials

__all__ = ["DIALECTS", "FOLDER", "TRIALS", "Case", "Fixed", "Fixture", "cases_of", "fix", "fixtures", "lint", "rule_folders"]

FOLDER = Path(__file__).parent
TRIALS = Trials(FOLDER, load(["obslint_rules"]))

lint, fix = TRIALS.lint, TRIALS.fix


def fixtures(kind: str = "", rule: str = "*") -> list[Fixture]:
    """All fixtures, of one kind or of one rule only."""
    return fixtures_in(FOLDER, kind, rule)


def rule_folders() -> Iterator[Path]:
    """The folder of every rule that has fixtures."""
    return folders_in(FOLDER)
