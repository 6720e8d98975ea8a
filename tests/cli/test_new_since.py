"""`obslint scan --new-since`, with real configuration and reports."""

import json
import subprocess

import pytest
from click.testing import CliRunner

from obslint.cli import main

GROUP = 'resource "aws_cloudwatch_log_group" "{0}" {{\n  name = "/app/{0}"\n}}\n'
MODULE = 'module "m" {\n  source = "../modules/logs"\n}\n'


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    """A repository with a commit; the change comes after it, in the work tree."""
    (tmp_path / "live").mkdir()
    (tmp_path / "modules/logs").mkdir(parents=True)
    (tmp_path / "live/main.tf").write_text(MODULE + GROUP.format("old") + GROUP.format("gone"))
    (tmp_path / "modules/logs/main.tf").write_text(GROUP.format("inner"))
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *own, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "live/main.tf").write_text(GROUP.format("new") + MODULE + GROUP.format("old"))
    monkeypatch.chdir(tmp_path)
    base = ("scan", "--select", "log-group-never-expires")
    return lambda *arguments: CliRunner().invoke(main, [*base, *arguments])


def test_text_tells_what_is_new_and_what_is_mended(obslint):
    result = obslint("--new-since", "HEAD")
    assert result.exit_code == 1
    assert "aws_cloudwatch_log_group.new" in result.stdout
    assert "aws_cloudwatch_log_group.old" not in result.stdout
    assert "mended since HEAD" in result.stdout
    assert "(aws_cloudwatch_log_group.gone), was live/main.tf:7" in result.stdout
    assert "1 introduced, 1 mended, 2 were there before" in result.stdout


def test_json_has_the_whole_change(obslint):
    found = json.loads(obslint("--new-since", "HEAD", "--format", "json").stdout)["change"]
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    assert (found["ref"], found["commit"], found["introduced"], found["present"]) == ("HEAD", commit, 1, 2)
    assert [one["resource"]["address"] for one in found["mended"]] == ["aws_cloudwatch_log_group.gone"]


def test_markdown_for_a_comment(obslint):
    text = obslint("--new-since", "HEAD", "--format", "markdown").stdout
    assert "1 introduced, 1 mended, 2 were there before" in text
    assert "mended: " in text


def test_changed_lines_narrow_what_is_shown_and_not_the_verdict(obslint, tmp_path):
    (tmp_path / "live/main.tf").write_text(MODULE.replace('m"', 'n"', 1) + MODULE + GROUP.format("old") + GROUP.format("gone"))
    whole = obslint("--new-since", "HEAD")
    assert "modules/logs/main.tf:1" in whole.stdout, "a second call brings a second log group"
    result = obslint("--new-since", "HEAD", "--changed-lines")
    assert result.exit_code == 1
    assert "modules/logs/main.tf:1" not in result.stdout
    assert "1 of the introduced not shown, on lines that did not change" in result.stdout


def test_what_a_change_does_to_coverage(obslint, tmp_path):
    queue = 'provider "aws" {{\n  region = "eu-west-1"\n}}\n\nresource "aws_sqs_queue" "q" {{\n  name = "q"\n  tags = {{{0}}}\n}}\n'
    (tmp_path / "live/main.tf").write_text(queue.format(' Owner = "shop" '))
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-aqm", "x"], cwd=tmp_path, check=True)
    (tmp_path / "live/main.tf").write_text(queue.format(""))
    found = json.loads(obslint("--new-since", "HEAD", "--coverage", "--format", "json").stdout)["change"]["coverage"]
    assert [(one["column"], one["before"], one["after"]) for one in found["lost"]] == [("owner", "covered", "missing")]
    assert found["gained"] == []
    assert found["before"] > found["after"]
    assert "1 lost: owner of aws_sqs_queue.q" in obslint("--new-since", "HEAD", "--coverage").stdout


def test_a_line_that_decides_is_a_changed_line(obslint, tmp_path):
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    inner = GROUP.format("inner").replace("\n}", "\n  retention_in_days = var.d\n}")
    (tmp_path / "modules/logs/main.tf").write_text('variable "d" {}\n' + inner)
    (tmp_path / "live/main.tf").write_text(MODULE.replace("\n}", "\n  d = 5\n}"))
    for arguments in (["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *own, *arguments], cwd=tmp_path, check=True)
    (tmp_path / "live/main.tf").write_text(MODULE.replace("\n}", "\n  d = 0\n}"))
    result = obslint("--new-since", "HEAD", "--changed-lines")
    assert "modules/logs/main.tf:4" in result.stdout
    assert "not shown" not in result.output


def test_nothing_on_changed_lines_is_not_nothing(obslint, tmp_path):
    (tmp_path / "live/main.tf").write_text(MODULE.replace('m"', 'n"', 1) + MODULE + GROUP.format("old") + GROUP.format("gone"))
    result = obslint("--new-since", "HEAD", "--changed-lines", "--format", "concise")
    assert "no new findings on changed lines" in result.output


def test_annotations_for_changed_lines_come_first(obslint, tmp_path):
    (tmp_path / "live/main.tf").write_text(MODULE.replace('m"', 'n"', 1) + MODULE + GROUP.format("zz"))
    lines = obslint("--new-since", "HEAD", "--format", "github").stdout.splitlines()
    assert ["live/main.tf" in line for line in lines if line.startswith("::warning")] == [True, False]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--changed-lines",), "--changed-lines needs --new-since"),
        (("--coverage",), "--coverage needs --new-since"),
        (("--new-since", "HEAD", "--compliance", "cis_aws_3_0"), "give one of them"),
        (("--new-since", "HEAD", "-"), "standard input has no past"),
        (("--new-since", "HEAD", "--environments", "live/*.tf"), "compares one environment"),
        (("--new-since", "nowhere"), "nowhere is no commit of"),
    ],
)
def test_what_makes_no_sense(obslint, arguments, said):
    result = obslint(*arguments)
    assert result.exit_code == 2
    assert said in result.output
