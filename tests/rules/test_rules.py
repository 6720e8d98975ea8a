"""Every rule, against its fixtures. `pytest tests/rules -k RULE --snapshot-update` writes reports and fixed texts anew; read them."""

import ast
import inspect
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from harness import Fixture, fix, fixtures, lint, rule_folders
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation

from obslint.cli.ruleinfo import dialects, fix_safety
from obslint.lint.registry import load
from obslint.lint.result import ReportedFinding
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


def comments(text: str) -> Counter[str]:
    """The comments of a text, markers included."""
    return Counter(re.findall(r"#.*", text))


def test_every_folder_of_fixtures_belongs_to_a_rule() -> None:
    assert {folder.name: folder.parent.name for folder in rule_folders()} == {rule.id: rule.family for rule in RULES}


@each_rule
def test_fixtures_exist_in_every_dialect_of_the_rule(rule: Rule) -> None:
    seen = {dialect for dialect in ("terraform", "cloudformation") if getattr(rule.subject, dialect)}
    for kind in ("bad", "good", "unknown"):
        assert {fixture.dialect for fixture in fixtures(kind, rule.id)} == seen


@each_fixture("bad")
def test_bad_is_found_in_every_case(fixture: Fixture, snapshot: SnapshotAssertion) -> None:
    outcome = lint(fixture)
    assert outcome.errors == ()
    assert {finding.rule for finding in outcome.report.findings} == {fixture.rule}
    lines = [finding.location.line for finding in outcome.report.findings]
    assert [case.title for case in fixture.cases() if not any(line in case.lines for line in lines)] == []
    style = Style(width=120, colour=False)
    shown = "\n".join(render_finding(finding, outcome, style) for finding in outcome.report.findings)
    assert shown.rstrip("\n") + "\n" == snapshot(extension_class=BesideFixture)


@each_fixture("good")
def test_good_is_left_in_peace(fixture: Fixture) -> None:
    outcome = lint(fixture)
    assert outcome.errors == ()
    assert outcome.report.findings == ()
    assert outcome.report.undecided == ()


@each_fixture("unknown")
def test_unknown_is_undecided_in_every_case(fixture: Fixture) -> None:
    outcome = lint(fixture)
    assert outcome.errors == ()
    assert outcome.report.findings == ()
    assert all(doubt.reason for doubt in outcome.report.undecided)
    addresses = [doubt.resource.address.rpartition(".")[2] for doubt in outcome.report.undecided]
    assert [case.title for case in fixture.cases() if not any(declares(case.text, name) for name in addresses)] == []


def declares(text: str, name: str) -> bool:
    """Whether a resource of this name stands in a case."""
    return re.search(rf'^(?:resource "\w+"|module) "{name}"|^  {name}:$', text, re.MULTILINE) is not None


@each_rule
def test_dialects_agree(rule: Rule) -> None:
    said: dict[str, list[Counter[str]]] = {}
    for fixture in fixtures("bad", rule.id):
        said.setdefault(fixture.stem, []).append(Counter(finding.message for finding in lint(fixture).report.findings))
    assert [stem for stem, counts in said.items() if any(count != counts[0] for count in counts)] == []


@each_fixture("bad")
def test_fix_is_what_it_should_be(fixture: Fixture, pytestconfig: pytest.Config) -> None:
    mendable = [finding for finding in lint(fixture).report.findings if finding.fix and finding.fix.edits]
    expected = fixture.path.with_name(f"{fixture.path.name}.fixed")
    if not mendable:
        assert not expected.exists()
        return
    fixed = fix(fixture)
    if pytestconfig.getoption("update_snapshots", default=False):
        expected.write_bytes(fixed.text.encode())
    assert fixed.outcome.errors == ()
    assert fixed.text == expected.read_bytes().decode()
    assert [left for left in fixed.outcome.report.findings if not by_hand(left)] == []
    assert len(fixed.outcome.report.findings) == len(lint(fixture).report.findings) - len(mendable)
    assert fixed.again == ""
    assert comments(fixture.text) - comments(fixed.text) == Counter()


def by_hand(finding: ReportedFinding) -> bool:
    """Whether no machine can mend the finding, as is right for what is left after fixing; a syntax error never is."""
    return finding.fix is not None and finding.fix.applicability == "manual"


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
