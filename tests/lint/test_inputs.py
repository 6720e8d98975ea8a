"""Values of variables and parameters from outside the files."""

import json
from pathlib import Path

import pytest

from obslint.lint import Request, run
from obslint.model import Inputs

TERRAFORM = """
variable "days" {
  type    = number
  default = 30
}
resource "aws_cloudwatch_log_group" "a" {
  name              = "a"
  retention_in_days = var.days
}
"""
TEMPLATE = """
Parameters:
  Keep: {Type: String}
Conditions:
  Kept: !Equals [!Ref Keep, "yes"]
Resources:
  Group:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: !If [Kept, !Ref "AWS::NoValue", 30]
"""


def found(folder: Path, inputs: Inputs) -> list[str]:
    report = run(Request(paths=(folder,), base=folder, inputs=inputs, select=("log-group-never-expires",))).report
    return [finding.message for finding in report.findings]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(TERRAFORM)
    (tmp_path / "zero.vars").write_text("days = 0\n")
    (tmp_path / "month.vars").write_text("days = 30\n")
    return tmp_path


def test_variable_files_win_in_their_order(root: Path) -> None:
    zero, month = root / "zero.vars", root / "month.vars"
    assert found(root, Inputs()) == []
    assert len(found(root, Inputs(var_files=(month, zero)))) == 1
    assert found(root, Inputs(var_files=(zero, month))) == []


def test_a_variable_wins_over_files_and_files_over_the_environment(root: Path) -> None:
    zero = root / "zero.vars"
    assert found(root, Inputs(var_files=(zero,), variables=(("days", "30"),))) == []
    assert len(found(root, Inputs(environment={"days": "0"}))) == 1
    assert found(root, Inputs(environment={"days": "0"}, var_files=(root / "month.vars",))) == []


def test_a_variable_that_is_no_value_is_unknown(root: Path) -> None:
    request = Request(paths=(root,), base=root, inputs=Inputs(variables=(("days", "local.x"),)))
    report = run(request).report
    assert [finding for finding in report.findings if finding.rule == "log-group-never-expires"] == []
    assert any("--var days" in one.reason for one in report.undecided)


PARAMETERS = [
    ("aws.json", json.dumps([{"ParameterKey": "Keep", "ParameterValue": "yes"}])),
    ("pipeline.json", json.dumps({"Parameters": {"Keep": "yes"}, "Tags": {"a": "b"}})),
    ("plain.json", json.dumps({"Keep": "yes"})),
    ("samconfig.toml", '[default.deploy.parameters]\nparameter_overrides = "Keep=yes Other=\\"a b\\""\n'),
    ("list.toml", '[prod.deploy.parameters]\nparameter_overrides = ["Keep=yes"]\n'),
]


@pytest.mark.parametrize(("name", "text"), PARAMETERS)
def test_parameter_files(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "t.yaml").write_text(TEMPLATE)
    (tmp_path / name).write_text(text)
    assert found(tmp_path, Inputs()) == ["events are kept forever when Kept is true"]
    assert found(tmp_path, Inputs(parameters=(tmp_path / name,))) == ["events are kept forever"]
    assert found(tmp_path, Inputs(parameters=(tmp_path / name,), variables=(("Keep", "no"),))) == []


def test_a_file_without_parameters_is_listed(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text(TEMPLATE)
    (tmp_path / "odd.json").write_text("[1]")
    report = run(Request(paths=(tmp_path,), base=tmp_path, inputs=Inputs(parameters=(tmp_path / "odd.json",)))).report
    assert [one.path for one in report.not_analysed] == ["odd.json"]
    assert "ParameterKey" in report.not_analysed[0].reason
