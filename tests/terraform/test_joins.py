"""What one root of a scan leaves for another."""

from pathlib import Path

import pytest

from obslint.model import Known, Symbolic, Unit, Value, read, references, settle
from obslint.source import Sources
from obslint.terraform import load

WRITER = """
terraform {
  backend "s3" {
    bucket = "states"
    key    = "network"
  }
}
resource "aws_sns_topic" "t" {
  name = "t"
}
output "topic" { value = aws_sns_topic.t.arn }
output "days" { value = 30 }
"""
READER = """
data "terraform_remote_state" "n" {
  backend = "s3"
  config = {
    bucket = "states"
    key    = "network"
  }
}
resource "aws_cloudwatch_log_group" "g" {
  name              = data.terraform_remote_state.n.outputs.topic
  retention_in_days = data.terraform_remote_state.n.outputs.days
}
"""
PARAMETER = 'resource "aws_ssm_parameter" "p" {\n  name  = "/days"\n  value = "30"\n}\n'
PARAMETER_READER = """
data "aws_ssm_parameter" "d" { name = "/days" }
resource "aws_cloudwatch_log_group" "g" {
  name              = "g"
  retention_in_days = data.aws_ssm_parameter.d.value
}
"""


def loaded(folder: Path, **roots: str) -> dict[str, Unit]:
    for name, text in roots.items():
        (folder / name).mkdir()
        (folder / name / "main.tf").write_text(text)
    return {unit.path: unit for unit in load(Sources(folder), [folder / name for name in roots])}


def group(unit: Unit, attribute: str) -> Value:
    resource = next(unit.of_type("aws_cloudwatch_log_group"))
    return settle(read(resource.fields, (attribute,)).value)


def test_outputs_are_read_from_the_state_of_a_scanned_root(tmp_path: Path) -> None:
    units = loaded(tmp_path, a=WRITER, b=READER)
    days = group(units["b"], "retention_in_days")
    assert isinstance(days, Known)
    assert days.data == 30
    assert days.place is not None
    assert days.place.file.path == "a/main.tf"
    topic = next(units["a"].of_type("aws_sns_topic"))
    assert topic in [reference.resource for reference in references(group(units["b"], "name"))]


@pytest.mark.parametrize("change", [('"network"', '"other"'), ('"states"', "var.bucket"), ('backend = "s3"', 'backend = "gcs"')])
def test_another_state_is_not_guessed(tmp_path: Path, change: tuple[str, str]) -> None:
    units = loaded(tmp_path, a=WRITER, b=READER.replace(*change))
    assert isinstance(group(units["b"], "retention_in_days"), Symbolic)


def test_a_state_that_two_roots_write_is_not_known(tmp_path: Path) -> None:
    units = loaded(tmp_path, a=WRITER, c=WRITER, b=READER)
    assert isinstance(group(units["b"], "retention_in_days"), Symbolic)


def test_local_state_lies_beside_its_root(tmp_path: Path) -> None:
    reader = READER.replace('backend = "s3"', 'backend = "local"').replace('bucket = "states"', 'path = "../a/terraform.tfstate"')
    units = loaded(tmp_path, a=WRITER.replace('"s3"', '"local"').replace("bucket", "# bucket").replace("key ", "# key "), b=reader)
    assert isinstance(group(units["b"], "retention_in_days"), Known)


def test_roots_may_read_from_each_other(tmp_path: Path) -> None:
    back = READER.replace("network", "second") + WRITER
    forth = READER + WRITER.replace("network", "second").replace("value = 30", "value = data.terraform_remote_state.n.outputs.days")
    units = loaded(tmp_path, a=back, b=forth)
    found = group(units["a"], "retention_in_days")
    assert isinstance(found, Known)
    assert found.data == 30


def test_parameters_are_joined_by_name(tmp_path: Path) -> None:
    value = group(loaded(tmp_path, a=PARAMETER, b=PARAMETER_READER)["b"], "retention_in_days")
    assert isinstance(value, Known)
    assert value.data == "30"


@pytest.mark.parametrize(
    "other",
    [
        {"c": PARAMETER},
        {"c": PARAMETER.replace('"30"', '"60"')},
    ],
)
def test_a_parameter_of_two_roots_is_not_known(tmp_path: Path, other: dict[str, str]) -> None:
    units = loaded(tmp_path, a=PARAMETER, b=PARAMETER_READER, **other)
    assert isinstance(group(units["b"], "retention_in_days"), Symbolic)


def test_a_placeholder_is_no_value(tmp_path: Path) -> None:
    placeholder = PARAMETER.replace("}\n", "  lifecycle {\n    ignore_changes = [value]\n  }\n}\n")
    assert isinstance(group(loaded(tmp_path, a=placeholder, b=PARAMETER_READER)["b"], "retention_in_days"), Symbolic)


def test_a_parameter_of_another_provider_is_another_one(tmp_path):
    text = """
provider "aws" {
  alias = "keys"
}
data "aws_ssm_parameter" "d" {
  provider = aws.keys
  name     = "/days"
}
resource "aws_ssm_parameter" "p" {
  name  = "/days"
  value = data.aws_ssm_parameter.d.value
}
"""
    (tmp_path / "main.tf").write_text(text)
    (unit,) = load(Sources(tmp_path), [tmp_path])
    value = settle(next(each for each in unit.resources if each.type == "aws_ssm_parameter").fields["value"])
    assert isinstance(value, Symbolic)
    assert [str(each) for each in references(value)] == ["data.aws_ssm_parameter.d.value"]
