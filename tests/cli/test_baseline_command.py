"""`obslint baseline` and `obslint scan --baseline`."""

import json

import pytest
from click.testing import CliRunner

from obslint.cli import main

TEXT = 'resource "aws_cloudtrail" "a" {\n  name           = "a"\n  s3_bucket_name = "b"\n}\n'


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    (tmp_path / "main.tf").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_create_scan_update_and_prune(obslint, tmp_path):
    assert obslint("scan").exit_code == 1
    created = obslint("baseline", "create")
    assert created.exit_code == 0
    count = len(json.loads((tmp_path / "obslint-baseline.json").read_text())["findings"]) - 1
    assert f"obslint-baseline.json: {count} known findings, {count} added, 0 removed" in created.output
    scanned = obslint("scan", "--baseline", "obslint-baseline.json")
    assert scanned.exit_code == 0
    assert f"{count} in the baseline" in scanned.output
    (tmp_path / "main.tf").write_text(TEXT.replace('"a" {', '"b" {'))
    again = obslint("scan", "--baseline", "obslint-baseline.json")
    assert again.exit_code == 1
    assert f"0 in the baseline ({count} no longer occur: obslint baseline prune)" in again.output
    assert f"0 known findings, 0 added, {count} removed" in obslint("baseline", "prune").output
    assert f"{count} known findings, {count} added, 0 removed" in obslint("baseline", "update").output


def test_prune_ends_a_conflict(obslint, tmp_path):
    obslint("baseline", "create")
    path = tmp_path / "obslint-baseline.json"
    clean = path.read_text()
    entry = next(line for line in clean.splitlines() if "single-region-trail" in line)
    path.write_text(clean.replace(f"{entry}\n", f"<<<<<<< HEAD\n{entry}\n=======\n{entry.replace('.a', '.gone')}\n>>>>>>> other\n"))
    assert "holds a conflict" in obslint("scan", "--baseline", "obslint-baseline.json").stderr
    assert "0 added, 1 removed" in obslint("baseline", "prune").output
    assert path.read_text() == clean


def test_create_does_not_overwrite(obslint):
    assert obslint("baseline", "create").exit_code == 0
    refused = obslint("baseline", "create")
    assert refused.exit_code == 2
    assert "is there already" in refused.output
    assert obslint("baseline", "create", "--force").exit_code == 0


def test_the_file_of_the_settings(obslint, tmp_path):
    (tmp_path / "obslint.toml").write_text('baseline = "known.json"\n')
    assert obslint("baseline", "create").exit_code == 0
    assert (tmp_path / "known.json").exists()
    assert obslint("scan").exit_code == 0
    assert obslint("scan", "--no-baseline").exit_code == 1


def test_update_needs_a_baseline(obslint):
    result = obslint("baseline", "update")
    assert result.exit_code == 2
    assert "obslint baseline create writes it" in result.output


def test_a_scan_with_a_file_that_is_no_baseline(obslint, tmp_path):
    (tmp_path / "x.json").write_text("{}")
    result = obslint("scan", "--baseline", "x.json")
    assert result.exit_code == 2
    assert "x.json is no baseline" in result.output
