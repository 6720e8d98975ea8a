"""Variable files that are named with `--var-file`: what they set beside the default of a variable."""

from pathlib import Path

import pytest

from obslint.model import Inputs, Known, Unknown, Value, parse_path, read, settle
from obslint.source import Sources
from obslint.terraform import load

MAIN = """
variable "days" {
  default = 7
}
variable "mails" {
  default = []
}
resource "aws_x" "a" {
  days = var.days
}
resource "aws_y" "each" {
  for_each = toset(var.mails)
}
"""


def made(folder: Path, files: dict[str, str], inputs: Inputs | None = None) -> dict[str, Value]:
    for name, text in {"live/shop/main.tf": MAIN, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    unit = load(Sources(folder), [folder / "live" / "shop"], inputs or Inputs())[0]
    found = {one.address: one for one in unit.resources}
    each = found.get('aws_y.each["a@b.c"]')
    return {"days": settle(read(found["aws_x.a"].fields, parse_path("days")).value), **({"each": each.presence} if each else {})}


@pytest.mark.parametrize(
    "name", ["live/shop/prod.tfvars", "live/shop/env/prod.tfvars", "variables/prod/shop.tfvars", "live/vars/shop.tfvars.json"]
)
def test_a_default_is_one_of_several_values(tmp_path, name):
    text = '{"days": 90}' if name.endswith(".json") else "days = 90\n"
    days = made(tmp_path, {name: text})["days"]
    assert isinstance(days, Unknown)
    assert [settle(one.value).data for one in days.candidates] == [7, 90]
    assert days.why == f'variable "days" is set otherwise by {name}; pass --var-file or --environments'
    assert days.place is not None
    assert days.place.text == "7"


def test_instances_of_another_environment_may_exist(tmp_path):
    assert isinstance(settle(made(tmp_path, {"variables/prod/shop.tfvars": 'mails = ["a@b.c"]\n'})["each"]), Unknown)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("live/shop/prod.tfvars", "days = 7\n"),  # the same
        ("live/shop/prod.tfvars", "weeks = 90\n"),
        ("variables/prod/bank.tfvars", "days = 90\n"),  # of another root
        ("live/shop/example/prod.tfvars", "days = 90\n"),  # a folder with code
    ],
)
def test_a_default_stands_where_nothing_else_is_set(tmp_path, name, text):
    files = {name: text, "live/shop/example/main.tf": 'variable "days" {}\n'}
    days = made(tmp_path, files)["days"]
    assert isinstance(days, Known)
    assert days.data == 7


def test_a_file_that_is_named_decides(tmp_path):
    path = tmp_path / "live/shop/prod.tfvars"
    days = made(tmp_path, {"live/shop/prod.tfvars": "days = 90\n"}, Inputs(var_files=(path,)))["days"]
    assert isinstance(days, Known)
    assert days.data == 90
