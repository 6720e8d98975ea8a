"""Exceptions that are written for people: where they stand, and that they cover what they are for."""

import pytest

from obslint.lint.accepting import exception_for
from obslint.lint.live import Live
from obslint.lint.request import Request

RULE = "log-group-never-expires"
CASES = {
    "an attribute": ("main.tf", 'resource "aws_cloudwatch_log_group" "a" {\n\tname = "a"\n\tretention_in_days = 0\n}\n', 3),
    "the header, for what is missing": ("main.tf", 'resource "aws_cloudwatch_log_group" "a" {\n  name = "a"\n}\n', 1),
    "carriage returns": ("main.tf", 'resource "aws_cloudwatch_log_group" "a" {\r\n  name = "a"\r\n  retention_in_days = 0\r\n}\r\n', 3),
    "a property": (
        "template.yaml",
        "Resources:\n  A:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: a\n",
        2,
    ),
    "beside another exception": (
        "main.tf",
        'resource "aws_cloudwatch_log_group" "a" {\n  # obslint: ignore[log-group-without-kms-key] reason="r"\n'
        "  retention_in_days = 0\n}\n",
        3,
    ),
}  # fmt: skip


def hits(folder, name, text, **more):
    (folder / name).write_bytes(text.encode())
    live = Live(Request((folder / name,), folder, select=(RULE,), **more))
    live.look()
    return live.snapshot, [hit for entry in live.snapshot.entries for hit in entry.judged.kept]


@pytest.mark.parametrize(("name", "text", "line"), CASES.values(), ids=CASES)
def test_the_comment_accepts_the_finding_once_it_has_a_reason(tmp_path, name, text, line):
    snapshot, (hit,) = hits(tmp_path, name, text)
    edit = exception_for(snapshot, hit)
    assert edit is not None
    assert edit.file.position(edit.span.start) == (line, 1)
    assert edit.text.endswith("\r\n") == ("\r\n" in text)
    with_reason = edit.text.replace('reason=""', 'reason="why"')
    _, left = hits(tmp_path, name, text[: edit.span.start] + with_reason + text[edit.span.start :])
    assert left == []
    _, without = hits(tmp_path, name, text[: edit.span.start] + edit.text + text[edit.span.start :])
    assert len(without) == 1


@pytest.mark.parametrize("name", ["main.tf.json", "template.json"])
def test_json_has_no_comments(tmp_path, name):
    terraform = '{"resource": {"aws_cloudwatch_log_group": {"a": {"name": "a"}}}}'
    template = '{"Resources": {"A": {"Type": "AWS::Logs::LogGroup"}}}'
    snapshot, (hit,) = hits(tmp_path, name, terraform if "tf" in name else template)
    assert exception_for(snapshot, hit) is None


def test_a_rule_that_may_not_be_silenced(tmp_path):
    (tmp_path / "obslint.toml").write_text(f'unignorable = ["{RULE}"]\n')
    snapshot, (hit,) = hits(tmp_path, *CASES["an attribute"][:2], settings=True)
    assert exception_for(snapshot, hit) is None
