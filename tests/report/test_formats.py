"""The reports that other programs read, over a run on real text."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from obslint.lint import FixMode, Outcome, Request, run
from obslint.lint.registry import load
from obslint.policy import Persona
from obslint.report import FORMATS, Style, render
from obslint.report.github import PER_STEP, render_github
from obslint.report.linehash import line_hashes
from obslint.report.markdown import render_markdown
from obslint.report.sarif import render_sarif

TEXT = """\
resource "aws_cloudtrail" "a" {
  name           = "a, b: 100%"
  s3_bucket_name = var.bucket
  enable_log_file_validation = local.validate
}

locals {
  validate = false
}

variable "bucket" {}

# obslint: ignore[log-group-never-expires] reason="kept <forever> & ever"
resource "aws_cloudwatch_log_group" "g" {
  name = "g"
}
"""


@pytest.fixture
def outcome(tmp_path: Path) -> Outcome:
    (tmp_path / "a b.tf").write_text(TEXT, encoding="utf-8")
    return run(Request((tmp_path,), tmp_path, fix=FixMode.NONE))


@pytest.fixture
def many(tmp_path: Path) -> Outcome:
    groups = "".join(f'resource "aws_cloudwatch_log_group" "g{i}" {{\n  name = "g{i}"\n}}\n' for i in range(25))
    (tmp_path / "main.tf").write_text(groups, encoding="utf-8")
    return run(Request((tmp_path,), tmp_path, select=("log-group-never-expires", "log-group-without-kms-key"), persona=Persona.AUDITOR))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_in_a_line_end_and_names_the_finding(form: str, outcome: Outcome) -> None:
    text = render(form, outcome, Style())  # type: ignore[arg-type]
    assert text.endswith("\n")
    assert "log files are not validated" in text
    assert "trail-without-log-validation" in text


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (" a\r\nb\r  \t\tc\r\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (
            " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
            [
                "8b7cf3e952e7aeb2:1",
                "b1ae1287ec4718d9:1",
                "bff680108adb0fcc:1",
                "c6805c5e1288b612:1",
                "b86d3392aea1be30:1",
                "e6ceba753e1a442:1",
            ],
        ),
    ],
)
def test_line_hashes_are_those_of_the_codeql_action(text: str, hashes: list[str]) -> None:
    assert list(line_hashes(text).values()) == hashes


def test_equal_lines_are_told_apart_by_a_count() -> None:
    found = line_hashes("a\n" * 300)
    assert len(set(found.values())) == len(found)
    assert found[1].split(":")[0] == found[2].split(":")[0]


def test_sarif_has_what_code_scanning_needs(outcome: Outcome) -> None:
    (sarif,) = json.loads(render_sarif(outcome))["runs"]
    rules = sarif["tool"]["driver"]["rules"]
    assert sarif["automationDetails"]["id"].endswith("/")
    result = next(found for found in sarif["results"] if found["ruleId"] == "trail-without-log-validation")
    rule = rules[result["ruleIndex"]]
    assert rule["id"] == result["ruleId"]
    for key in ("shortDescription", "fullDescription", "help"):
        assert 0 < len(rule[key]["text"]) <= 1024
    assert rule["properties"]["problem.severity"] == "error"
    (location,) = result["locations"]
    physical = location["physicalLocation"]
    assert physical["artifactLocation"] == {"uri": "a%20b.tf"}
    assert physical["region"] == {"startLine": 4, "startColumn": 3, "endLine": 4, "endColumn": 46}
    assert result["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(TEXT)[4]
    assert result["relatedLocations"][0]["id"] == 1
    assert "](1)" in result["message"]["text"]
    assert all(found["ruleId"] != "log-group-never-expires" for found in sarif["results"])


def test_the_fixes_of_sarif_are_the_edits(outcome: Outcome) -> None:
    (sarif,) = json.loads(render_sarif(outcome))["runs"]
    result = next(found for found in sarif["results"] if found["ruleId"] == "trail-without-log-validation")
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == "true"
    assert replacement["deletedRegion"] == {"startLine": 8, "startColumn": 14, "endLine": 8, "endColumn": 19}


def test_accepted_findings_in_sarif_when_asked_for(outcome: Outcome) -> None:
    (sarif,) = json.loads(render_sarif(outcome, suppressed=True))["runs"]
    (accepted,) = [found for found in sarif["results"] if "suppressions" in found]
    assert accepted["suppressions"][0]["justification"] == "kept <forever> & ever"


def test_annotations_say_where_and_escape_what_has_a_meaning(outcome: Outcome) -> None:
    line = next(line for line in render_github(outcome).splitlines() if "trail-without-log-validation" in line)
    assert line.startswith(
        "::error file=a b.tf,line=4,col=3,endColumn=46,title=obslint trail-without-log-validation::log files are not validated"
    )
    assert "%0A" in line


def test_annotations_that_github_would_drop_are_counted(many: Outcome) -> None:
    lines = render_github(many).splitlines()
    counts = {kind: sum(line.startswith(f"::{kind} ") for line in lines) for kind in ("error", "warning", "notice")}
    assert counts == {"error": 0, "warning": PER_STEP, "notice": PER_STEP}
    assert "31 more findings are not shown here" in lines[-1]


def test_the_summary_of_a_step(outcome: Outcome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from obslint.cli.options import Options
    from obslint.cli.output import write_reports

    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    write_reports(outcome, Options(outputs=(f"github={tmp_path / 'out'}", f"sarif={tmp_path / 'out.sarif'}")))
    assert "trail-without-log-validation" in (tmp_path / "summary.md").read_text()
    assert "::error " in (tmp_path / "out").read_text()
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"


def test_code_quality_fingerprints_are_unique_and_hold_no_line(many: Outcome, tmp_path: Path) -> None:
    rows = json.loads(render("gitlab", many, Style()))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 50
    (tmp_path / "main.tf").write_text("# one line more\n" + (tmp_path / "main.tf").read_text())
    again = run(Request((tmp_path,), tmp_path, select=("log-group-never-expires", "log-group-without-kms-key"), persona=Persona.AUDITOR))
    moved = json.loads(render("gitlab", again, Style()))
    assert {row["fingerprint"] for row in moved} == {row["fingerprint"] for row in rows}
    assert [row["location"]["lines"]["begin"] for row in moved] != [row["location"]["lines"]["begin"] for row in rows]


def test_junit_counts_and_skips(outcome: Outcome) -> None:
    root = ET.fromstring(render("junit", outcome, Style()))
    cases = root.findall("./testsuite/testcase")
    assert int(root.attrib["tests"]) == len(cases)
    assert int(root.attrib["failures"]) == len(root.findall(".//failure")) == len(outcome.report.findings)
    (skipped,) = root.findall(".//skipped")
    assert skipped.attrib["message"] == "kept <forever> & ever"


def test_what_did_not_parse_is_an_error_in_junit(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "aws_sns_topic" {\n')
    root = ET.fromstring(render("junit", run(Request((tmp_path,), tmp_path)), Style()))
    assert (root.attrib["errors"], root.attrib["failures"]) == ("1", "0")


def test_markdown_keeps_to_the_limit_and_counts_the_rest(many: Outcome) -> None:
    assert render_markdown(many).count("\n- ") == 50
    short = render_markdown(many, limit=1500)
    assert len(short.encode()) <= 1500
    assert "50 more findings not shown" in short


def test_csv_has_a_line_for_each_finding(outcome: Outcome) -> None:
    rows = list(csv.DictReader(io.StringIO(render("csv", outcome, Style()))))
    assert {row["rule"] for row in rows} == {found.rule for found in outcome.report.findings}
    assert all(re.fullmatch(r"\d+", row["line"]) for row in rows)


def test_rules_of_every_report_are_installed(outcome: Outcome) -> None:
    assert {found.rule for found in outcome.report.findings} <= load().cards.keys()


def test_paths_count_from_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from obslint.cli.options import Options
    from obslint.cli.output import write_reports

    (tmp_path / ".git").mkdir()
    (tmp_path / "infra").mkdir()
    (tmp_path / "infra/main.tf").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "infra")
    found = run(Request((Path("."),), Path.cwd()))
    write_reports(found, Options(outputs=("github=g", "sarif=s", "gitlab=l", "concise=c")))
    assert "file=infra/main.tf,line=4," in Path("g").read_text()
    (sarif,) = json.loads(Path("s").read_text())["runs"]
    result = next(one for one in sarif["results"] if one["ruleId"] == "trail-without-log-validation")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "infra/main.tf"
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "infra/main.tf"
    assert result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"] == "infra/main.tf"
    assert result["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(TEXT)[4]
    assert {row["location"]["path"] for row in json.loads(Path("l").read_text())} == {"infra/main.tf"}
    assert Path("c").read_text().startswith("main.tf:")


def test_sarif_keeps_to_what_github_takes(many: Outcome, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("obslint.report.sarif.MAX_RESULTS", 30)
    (sarif,) = json.loads(render_sarif(many))["runs"]
    assert [one["level"] for one in sarif["results"]].count("warning") == 25, "the most serious are kept"
    assert len(sarif["results"]) == 30
    said = [one["message"]["text"] for one in sarif["invocations"][0]["toolExecutionNotifications"]]
    assert said == ["20 more findings are left out, which GitHub would not take"]
    monkeypatch.setattr("obslint.report.sarif.MAX_BYTES", 2500)
    assert 0 < len(json.loads(render_sarif(many))["runs"][0]["results"]) < 30
