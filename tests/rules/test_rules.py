"""Every rule, against its fixtures. `pytest tests/rules -k RULE --snapshot-update` writes reports and fixed texts anew; read them."""

import ast
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from harness import TRIALS, Fixture, fixtures, lint, rule_folders
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

from obslint.cli.ruleinfo import dialects, fix_safety
from obslint.lint.registry import load
from obslint.policy import Rule
from obslint.report import Style
from obslint.report.text import render_finding

REGISTRY = load(["obslint_rules"], use_index=False)
RULES = [rule for card in REGISTRY if card.module and isinstance(rule := REGISTRY.rule(card.id), Rule)]
ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.filterwarnings("ignore:\\s*Can not relate snapshot:UserWarning")  # reports lie beside their fixtures
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
LINES, ALLOWED_IMPORTS = 40, {"obslint.aws", "obslint.policy", "obslint.signals", "collections.abc", "dataclasses"}


class BesideFixture(SingleFileSnapshotExtension):
    """Keeps a report in `__snapshots__` in the folder of the rule, under the name of the fixture."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        fixture: Fixture = test_location.item.callspec.params["fixture"]  # type: ignore[attr-defined]
        return str(fixture.path.parent / "__snapshots__")

    @classmethod
    def get_snapshot_name(cls, *, test_location: PyTestLocation, index: Any = 0) -> str:
        return str(test_location.item.callspec.params["fixture"].path.name)  # type: ignore[attr-defined]


def each_fixture(kind: str) -> pytest.MarkDecorator:
    """Runs a test for every fixture of a kind."""
    return pytest.mark.parametrize("fixture", fixtures(kind), ids=str)


def offered(rule: Rule) -> set[str]:
    """How safe the fixes are that the bad fixtures of a rule show."""
    findings = [finding for fixture in fixtures("bad", rule.id) for finding in lint(fixture).report.findings]
    return {finding.fix.applicability for finding in findings if finding.fix}


def test_every_folder_of_fixtures_belongs_to_a_rule() -> None:
    assert {folder.name: folder.parent.name for folder in rule_folders()} == {rule.id: rule.family for rule in RULES}


@each_rule
def test_fixtures_exist_in_every_dialect_of_the_rule(rule: Rule) -> None:
    assert TRIALS.missing(rule) == []


@each_fixture("bad")
def test_bad_is_found_in_every_case(fixture: Fixture, snapshot: SnapshotAssertion) -> None:
    assert TRIALS.complaints(fixture) == []
    outcome = lint(fixture)
    style = Style(width=120, colour=False)
    shown = "\n".join(render_finding(finding, outcome, style) for finding in outcome.report.findings)
    assert shown.rstrip("\n") + "\n" == snapshot(extension_class=BesideFixture)


@each_fixture("good")
def test_good_is_left_in_peace(fixture: Fixture) -> None:
    assert TRIALS.complaints(fixture) == []


@each_fixture("unknown")
def test_unknown_is_undecided_in_every_case(fixture: Fixture) -> None:
    assert TRIALS.complaints(fixture) == []


@each_rule
def test_dialects_agree(rule: Rule) -> None:
    assert TRIALS.disagreements(rule) == []


@each_fixture("bad")
def test_fix_is_what_it_should_be(fixture: Fixture, pytestconfig: pytest.Config) -> None:
    update = pytestconfig.getoption("update_snapshots", default=False)
    assert TRIALS.complaints_about_fix(fixture, update=update) == []


@each_rule
def test_documentation_is_complete(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert len(rule.consequence) > 20
    rest = "\n\n".join(rule.doc.split("\n\n")[2:])
    headings = re.findall(r"^([A-Z][a-z]+(?: [a-z]+)*):", rest, re.MULTILINE)
    assert set(headings) <= {"Fix safety", "When to ignore", "References"}
    assert re.search(r"^References:\s+https://\S+", rule.doc, re.MULTILINE)
    assert fix_safety(rule) in (offered(rule) or {"none"})


@each_rule
def test_names_agree(rule: Rule) -> None:
    path = Path(inspect.getfile(rule.check))
    assert path.stem == rule.check.__name__
    assert (inspect.getmodule(rule.check).__doc__ or "").strip() == rule.id  # type: ignore[union-attr]
    assert path.parent.name == rule.family


@each_rule
def test_source_is_short_and_keeps_to_the_vocabulary(rule: Rule) -> None:
    text = Path(inspect.getfile(rule.check)).read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") <= LINES
    assert {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)} <= ALLOWED_IMPORTS
    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Import)] == []
    denials = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)]
    assert denials == [], "write ~answer: `not answer` takes an open question for a yes"


def test_list_of_rules(snapshot: SnapshotAssertion) -> None:
    rows = [
        f"{rule.family}/{rule.id}: {rule.severity.value}, {rule.persona.value}, {rule.confidence}, fix {fix_safety(rule)}, {dialects(rule)}"
        for rule in sorted(RULES, key=lambda rule: (rule.family, rule.id))
    ]
    assert "\n".join(rows) == snapshot
