"""`obslint coverage` as a command: what it writes where, and its exit codes."""

import json
from pathlib import Path

import pytest
from conftest import Desk

FUNCTION = 'resource "aws_lambda_function" "api" {\n  function_name = "api"\n}\n'


@pytest.fixture
def root(obslint_: Desk) -> Desk:
    Path("main.tf").write_text(FUNCTION)
    return obslint_


def test_the_matrix_is_0_however_little_is_covered(root: Desk) -> None:
    result = root("coverage")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 workload: " in result.stdout


def test_a_minimum_decides_on_the_exit_code(root: Desk) -> None:
    share = json.loads(root("coverage", "--format", "json").stdout)["percent"]
    assert root("coverage", "--min-coverage", str(share)).exit_code == 0
    result = root("coverage", "--min-coverage", str(share + 1))
    assert result.exit_code == 1
    assert result.stderr == f"1 workload: {share} % covered, and --min-coverage asks for {share + 1} %\n"


def test_no_workload_is_enough_for_any_minimum(obslint_: Desk) -> None:
    assert obslint_("coverage", "--min-coverage", "100").exit_code == 0


def test_what_is_not_declared_is_missing_in_a_complete_scan(root: Desk) -> None:
    assert "symptom alarm: no alarm watches it" not in root("coverage").stdout
    assert "symptom alarm: no alarm watches it" in root("coverage", "--complete").stdout


def test_undecided_cells_are_listed_on_request(root: Desk) -> None:
    assert "? symptom alarm: " not in root("coverage").stdout
    assert "? symptom alarm: " in root("coverage", "--show-undecided").stdout


def test_the_page_goes_to_a_file(root: Desk) -> None:
    result = root("coverage", "--format", "html", "--output-file", "coverage.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("coverage.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stderr.startswith("1 workload: ")


def test_nothing_to_analyse_is_3(root: Desk) -> None:
    Path("main.tf").unlink()
    assert root("coverage").exit_code == 3


def test_a_share_above_100_is_a_wrong_option(root: Desk) -> None:
    assert root("coverage", "--min-coverage", "101").exit_code == 2
