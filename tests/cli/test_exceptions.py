"""`obslint exceptions`."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from obslint.cli import main

TEXT = """\
# obslint: ignore[short-log-retention-of-nobody] reason="x"
resource "aws_cloudwatch_log_group" "a" {
  name = "a" # obslint: ignore[log-group-without-retention] reason="=1+1, kept" owner=ops until=2020-01-01
}
"""


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text(TEXT)
    return lambda *arguments: CliRunner().invoke(main, ["exceptions", *arguments])


def test_the_ledger_as_a_table(obslint):
    result = obslint()
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].split() == ["state", "rule", "place", "owner", "until", "reason"]
    assert lines[1].startswith("malformed  short-log-retention-of-nobody")
    assert "main.tf:3  ops" in lines[2]
    assert lines[-1].startswith("2 exceptions: ")


def test_the_ledger_as_csv(obslint):
    rows = list(csv.DictReader(io.StringIO(obslint("--format", "csv").output)))
    assert [(row["line"], row["owner"], row["reason"]) for row in rows] == [("1", "", "x"), ("3", "ops", "'=1+1, kept")]


def test_the_ledger_as_json(obslint):
    first, second = json.loads(obslint("--format", "json", ".").output)["exceptions"]
    assert first["state"] == "malformed"
    assert "which is no rule" in first["note"]
    assert (second["path"], second["until"]) == ("main.tf", "2020-01-01")


def test_no_exceptions(obslint, tmp_path):
    (tmp_path / "main.tf").write_text("")
    assert obslint().output == "0 exceptions\n"


def test_wrong_settings(obslint, tmp_path):
    (tmp_path / "obslint.toml").write_text("persona = 1\n")
    assert obslint().exit_code == 2
