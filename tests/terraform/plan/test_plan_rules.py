"""Every rule on plans of its own fixtures: with the source it says what it says of the source, without it nothing else."""

import shutil
from pathlib import Path

import pytest
from plan_of_source import NoPlanError, plan_of

from obslint.lint import Outcome, Request, run
from obslint.lint.result import ReportedFinding, Subject
from obslint.policy import Persona

RULES = Path(__file__).parents[2] / "rules"
FIXTURES = sorted(RULES.glob("*/*/*.tf"))
ABOUT_THE_TEXT = {
    "composite-with-unknown-member": "whether a rule expression names an alarm or refers to it: a plan has the name either way",
    "dangling-alarm-action": "an ARN put together from parts is not in the plan before apply, and what is no ARN yet names no topic",
    "bucket-rule-without-eventbridge": "a pattern that is not in the plan before apply is about anything",
}
"""Rules that without the source are silent where the plan does not have the text yet, and why that is no open question."""


def said(outcome: Outcome, *, placed: bool = True) -> set[tuple[str, ...]]:
    """The findings: what they are about and, if wanted, what they say and where they stand."""
    assert outcome.errors == ()
    return {(address, *_place(one)) if placed else (address,) for one in outcome.report.findings for address in addresses(one.resource)}


def _place(finding: ReportedFinding) -> tuple[str, str]:
    return finding.message, f"{finding.location.path.rpartition('/')[2]}:{finding.location.line}"


def addresses(subject: Subject | None) -> set[str]:
    """All instances that a result is about."""
    return {subject.address, *subject.instances} if subject else set()


def undecided(outcome: Outcome) -> set[str]:
    """The resources about which the rule could not be decided."""
    return {address for one in outcome.report.undecided for address in addresses(one.resource)}


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_plan_says_what_its_source_says(fixture: Path, tmp_path: Path) -> None:
    rule = fixture.parent.name
    source = tmp_path / "code"
    source.mkdir()
    shutil.copy(fixture, source / "main.tf")
    try:
        text = plan_of(source)
    except NoPlanError:
        pytest.skip("Terraform would ask for a value, or not plan this")
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")

    def request(*paths: str, laid: Path | None = None) -> Outcome:
        return run(Request(tuple(map(Path, paths)), tmp_path, select=(rule,), persona=Persona.AUDITOR, source=laid))

    expected = request("code")
    with_source = request("plan.json", laid=source)
    assert said(with_source) == said(expected)
    assert undecided(with_source) == undecided(expected)
    alone = request("plan.json")
    assert said(alone, placed=False) <= said(expected, placed=False)
    if rule in ABOUT_THE_TEXT:
        return
    missed = {address for (address,) in said(expected, placed=False) - said(alone, placed=False)}
    assert missed <= undecided(alone)
