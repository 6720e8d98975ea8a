"""Every format of the matrix of coverage."""

import json
import re

import pytest
from html_page import parse

from obslint.lint.coverage import STATES, Coverage
from obslint.lint.covering import Covered, cover
from obslint.lint.request import Request
from obslint.report import Style
from obslint.report.coverage import COVERAGE_FORMATS, headline, render_coverage

TEXT = """\
provider "aws" {
  region = "eu-west-1"
}

resource "aws_lambda_function" "api" { # <b>&amp;</b>
  function_name = "api"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  dimensions          = { FunctionName = aws_lambda_function.api.function_name }
}

resource "aws_sqs_queue" "jobs" {
  for_each = toset(["a|b", "<i>"])
  name     = each.key
}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Covered:
    place = tmp_path_factory.mktemp("root")
    (place / "main.tf").write_text(TEXT)
    return cover(Request((place,), place))


@pytest.fixture(scope="module")
def matrix(made: Covered) -> Coverage:
    assert made.coverage is not None
    return made.coverage


def rendered(made: Covered, form: str, **style: object) -> str:
    assert made.coverage is not None
    return render_coverage(form, made.coverage, made.files, Style(**style))  # type: ignore[arg-type]


def test_there_is_a_cell_in_every_state_but_covered_counts_alone(matrix: Coverage) -> None:
    assert {state for state, count in matrix.counts.items() if count} == set(STATES)
    assert headline(matrix) == f"2 workloads: {matrix.percent} % covered"


@pytest.mark.parametrize("form", COVERAGE_FORMATS)
def test_every_format_ends_in_a_line_end_and_says_how_much(made: Covered, form: str) -> None:
    text = rendered(made, form)
    assert text.endswith("\n")
    assert str(made.coverage.percent if made.coverage else "") in text


def test_the_text_has_a_line_for_each_workload_and_the_reasons(made: Covered) -> None:
    lines = rendered(made, "text").splitlines()
    assert lines[0].split() == ["symptom", "saturation", "logs", "retention", "traces", "audit", "dashboard", "owner", "runbook"]
    row = next(line for line in lines if line.startswith("aws_lambda_function.api "))
    heads, signs = lines[0], dict.fromkeys("x-+?.")
    assert all(row[match.start() + (len(match[0]) - 1) // 2] in signs for match in re.finditer(r"\S+", heads))
    assert "  x symptom alarm: alarm has no action in any state [alarm-without-action]" in lines
    assert "    --> main.tf:9:1" in lines
    assert not any("undecided" in line and line.startswith("  ?") for line in lines)
    assert any(line.startswith("  ? audit: ") for line in rendered(made, "text", undecided=True).splitlines())


def test_colours_come_only_when_asked_for(made: Covered) -> None:
    assert "\x1b[" not in rendered(made, "text")
    assert re.sub(r"\x1b\[[\d;]*m", "", rendered(made, "text", colour=True)) == rendered(made, "text")


def test_long_names_do_not_break_the_table(made: Covered) -> None:
    assert max(map(len, rendered(made, "text", width=96).splitlines())) <= 102


def test_json_is_the_data(made: Covered, matrix: Coverage) -> None:
    data = json.loads(rendered(made, "json"))
    assert (data["percent"], data["counts"], data["columns"]) == (matrix.percent, matrix.counts, list(matrix.columns))
    assert [cell["column"] for cell in data["rows"][0]["cells"]] == data["columns"]


def test_markdown_keeps_its_table_whole(made: Covered) -> None:
    table = [line for line in rendered(made, "markdown").splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {11}
    assert len(table) == 5  # head, rule, two workloads, shares


def test_the_page_is_well_formed_and_loads_nothing(made: Covered) -> None:
    text = rendered(made, "html")
    page = parse(text)
    assert page.problems == []
    assert page.language == "en"
    assert page.id_count == len(page.ids)
    assert not page.tags & {"script", "link", "img", "iframe"}
    assert " style=" not in text
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert "<i>" not in text
    assert '<th scope="row"><a href="#workload-0">aws_<wbr>lambda_<wbr>function.<wbr>api</a>' in text


def test_every_cell_of_the_page_leads_to_what_decided_it(made: Covered, matrix: Coverage) -> None:
    page = parse(rendered(made, "html"))
    assert {f"#cell-{row}-{at}" for row in range(len(matrix.rows)) for at in range(len(matrix.columns))} <= set(page.links)


def test_nothing_to_show_is_said(made: Covered) -> None:
    empty = Coverage(made.coverage.tool, made.coverage.columns) if made.coverage else None
    assert empty is not None
    for form in ("text", "markdown", "html"):
        assert "no workload was found" in render_coverage(form, empty, {}, Style())  # type: ignore[arg-type]
