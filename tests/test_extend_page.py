"""docs/extend.md shows what obslint prints."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "extend.md").read_text(encoding="utf-8")


def test_the_page_is_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OBSLINT_CHECKOV", raising=False)
    script = runpy.run_path(str(ROOT / "scripts" / "walks.py"))
    assert script["current"](PAGE) == PAGE, "run scripts/walks.py"


def test_the_page_shows_what_it_tells() -> None:
    assert PAGE.count("$ obslint ") == 9
    assert "did you mean kms_key?" in PAGE
    assert "keeps its events for 30 days only" in PAGE
    assert "holds rules in Python" in PAGE
    assert "FAILED for resource: aws_cloudtrail.main" in PAGE
    assert "reported by checkov CKV_AWS_36" in PAGE


def test_what_is_not_printed_by_obslint_stays_without_checkov(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OBSLINT_CHECKOV", raising=False)
    current = runpy.run_path(str(ROOT / "scripts" / "walks.py"))["current"]
    text = "<!-- checkov -d . -->\nas it was\n<!-- end -->\n"
    assert current(text) == text
    shown = "<!-- write a.txt -->\n```\nhello\n```\n<!-- show a.txt -->\n```text\nold\n```\n<!-- end -->\n"
    assert "```text\nhello\n```" in current(shown)
