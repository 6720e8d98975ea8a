"""A command line whose runs answer with what the test says, and remember what they were asked."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import obslint.lint
from obslint.cli import main
from obslint.lint.request import Outcome, Request
from obslint.lint.result import Location, Report, ReportedFinding, Subject, Summary, Tool
from obslint.source import SourceFile

ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "CI", "GITHUB_ACTIONS", "OBSLINT_DEBUG", "COLUMNS")
TEXT = 'resource "aws_sns_topic" "a" {\n  name = "a"\n}\n'


def make_finding(severity: str = "warning", rule: str = "some-rule", **more: Any) -> ReportedFinding:
    subject = Subject("aws_sns_topic.a", "aws_sns_topic", ".")
    location = Location("main.tf", 2, 3, 2, 13, 34, 44)
    return ReportedFinding(rule, severity, "regular", "high", "the name is wrong", subject, location, "f", **more)  # type: ignore[arg-type]


def make_outcome(
    *findings: ReportedFinding, diff: str = "", errors: tuple[str, ...] = (), files: int = 1, fixed: int = 0, **more: Any
) -> Outcome:
    summary = Summary(files=files, units=min(files, 1), resources=files, fixed=fixed)
    report = Report(Tool("obslint", "0.1.0"), findings, summary=summary, **more)
    return Outcome(report, {"main.tf": SourceFile("main.tf", TEXT)}, diff, errors)


@dataclass
class Desk:
    """The command line, in a directory of its own."""

    place: Path
    answer: Outcome | BaseException = field(default_factory=make_outcome)
    request: Request | None = None

    def run(self, request: Request, progress: Any = None) -> Outcome:
        self.request = request
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer

    def __call__(self, *arguments: str, answer: Outcome | BaseException | None = None, **more: Any) -> Result:
        self.answer = answer or self.answer
        return CliRunner().invoke(main, list(arguments), **more)


@pytest.fixture
def obslint_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`obslint_("scan", answer=...)` runs the command in an empty directory."""
    desk = Desk(tmp_path)
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OBSLINT_LOG_DIR", str(tmp_path / "log"))
    monkeypatch.setattr(obslint.lint, "run", desk.run, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text(TEXT)
    return desk


@pytest.fixture
def plain_environment() -> dict[str, str]:
    """The environment for another process, without what steers colours."""
    return {name: value for name, value in os.environ.items() if name not in ENVIRONMENT}


@pytest.fixture
def finding() -> Callable[..., ReportedFinding]:
    return make_finding


@pytest.fixture
def outcome() -> Callable[..., Outcome]:
    return make_outcome
