"""The HTML report: whole, safe, and with everything that was found."""

from pathlib import Path

import pytest
from html_page import parse

from obslint.lint import Outcome, Request, run
from obslint.policy import Persona
from obslint.report.html import render_html

TEXT = """\
resource "aws_cloudtrail" "a" {
  name                       = "</pre><script>alert(1)</script>"
  s3_bucket_name             = var.bucket
  enable_log_file_validation = false # <b>&
}

variable "bucket" {}

# obslint: ignore[log-group-never-expires] reason="kept <forever>" owner=ops
resource "aws_cloudwatch_log_group" "g" {
  name = "g"
}

module "elsewhere" {
  source = "registry.example.org/a/b/c"
}
"""


@pytest.fixture
def outcome(tmp_path: Path) -> Outcome:
    (tmp_path / "a <i>.tf").write_text(TEXT, encoding="utf-8")
    return run(Request((tmp_path,), tmp_path, persona=Persona.AUDITOR))


def test_the_page_is_sound_and_loads_nothing(outcome: Outcome) -> None:
    page = parse(render_html(outcome))
    assert page.problems == []
    assert "script" not in page.tags
    assert page.tags.isdisjoint({"i", "b", "img", "link", "iframe"})
    assert page.language == "en"
    assert all(link.startswith(("https://", "#")) for link in page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= page.ids


def test_every_finding_with_its_lines_and_remedy(outcome: Outcome) -> None:
    text = render_html(outcome)
    assert text.count("<article>") == len(outcome.report.findings) > 3
    for found in outcome.report.findings:
        assert f">{found.rule}</code>" in text
    assert "<mark>enable_log_file_validation = false</mark> # &lt;b&gt;&amp;" in text
    assert '<span class="added">+   enable_log_file_validation = true # &lt;b&gt;&amp;</span>' in text


def test_what_is_not_among_the_findings_is_told_too(outcome: Outcome) -> None:
    text = render_html(outcome)
    assert "kept &lt;forever&gt;</td><td></td><td>ops" in text
    assert "registry.example.org/a/b/c" in text
    assert text.count("<h2>Undecided</h2>") == bool(outcome.report.undecided)


def test_nothing_found(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text("locals {}\n")
    page = render_html(run(Request((tmp_path,), tmp_path)))
    assert "no findings" in page
    assert "<article>" not in page
    assert parse(page).problems == []
