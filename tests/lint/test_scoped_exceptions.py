"""Exceptions on module calls that are about some instances of what the call brings."""

import pytest

from obslint.lint import Request, run
from obslint.lint.ignores import parse_directive

CALL = """\
# obslint: ignore[log-group-never-expires] scope="{0}" reason="kept for the auditors"
module "api" {{
  source   = "./logs"
  for_each = toset(["x", "y"])
}}
"""
LOGS = 'resource "aws_cloudwatch_log_group" "a" {\n  name = "a"\n}\n\nresource "aws_cloudwatch_log_group" "b" {\n  name = "b"\n}\n'


@pytest.fixture
def left(tmp_path):
    """What is reported, and whether the exception is said to be unused."""

    def scan(scope):
        (tmp_path / "logs").mkdir()
        (tmp_path / "logs/main.tf").write_text(LOGS)
        (tmp_path / "main.tf").write_text(CALL.format(scope.replace('"', '\\"')))
        outcome = run(Request((tmp_path,), tmp_path, select=("log-group-never-expires", "unused-ignore")))
        found = [one for one in outcome.report.findings if one.resource]
        return sorted(address for one in found for address in one.resource.instances), len(found) < len(outcome.report.findings)

    return scan


def addresses(*names):
    return [f'module.api["{key}"].aws_cloudwatch_log_group.{name}' for key, name in names]


@pytest.mark.parametrize(
    ("scope", "remaining"),
    [
        ('module.api["x"].*', [("y", "a"), ("y", "b")]),
        ("module.api*.aws_cloudwatch_log_group.b", [("x", "a"), ("y", "a")]),
        ('module.api["x"].aws_cloudwatch_log_group.a', [("x", "b"), ("y", "a"), ("y", "b")]),
        ("*", []),
    ],
)
def test_only_what_is_in_scope_is_accepted(left, scope, remaining):
    assert left(scope) == (addresses(*remaining), False)


def test_a_scope_that_names_nothing_is_unused(left):
    assert left('module.api["z"].*') == (addresses(("x", "a"), ("x", "b"), ("y", "a"), ("y", "b")), True)


def test_brackets_and_dots_are_no_pattern():
    directive = parse_directive(r'obslint: ignore[a] scope="module.api[\"x\"].*" reason="r"')
    assert directive.scope == 'module.api["x"].*'
    assert directive.reaches('module.api["x"].aws_sns_topic.t')
    assert not directive.reaches('moduleXapi["x"].aws_sns_topic.t')
