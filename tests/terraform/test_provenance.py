"""Where a value was written, and the way it took from there."""

import pytest

from obslint.model import Absent, Fields, Known, Value, parse_path, read, settle
from obslint.source import Sources
from obslint.terraform import load

FILES = {
    "main.tf": """
variable "days" {
  default = 7
}
variable "typed" {
  type    = number
  default = "14"
}
variable "groups" {
  type = map(object({ days = optional(number, 30), names = optional(list(string), ["d"]) }))
}
variable "from_file" {}
locals {
  days = var.days
  list = [1, 2]
  map  = { k = 5 }
}
resource "aws_x" "a" {
  literal = 3
  default = var.days
  typed   = var.typed
  local   = local.days
  element = local.list[1]
  member  = local.map.k
  file    = var.from_file
  nothing = null
  other   = aws_y.b.name
  text    = "${var.days}"
  choice  = var.days == 7 ? 1 : 2
}
resource "aws_y" "b" {
  name = "n"
}
resource "aws_each" "a" {
  for_each = var.groups
  days     = each.value.days
  name     = each.value.names[0]
}
module "m" {
  source = "./m"
  days   = null
  other  = local.days
}
resource "aws_z" "o" {
  value = module.m.out
}
""",
    "terraform.tfvars": 'from_file = 9\ngroups = {\n  p = { days = 60, names = ["x"] }\n  q = {}\n}\n',
    "m/main.tf": """
variable "days" {
  default = 1
}
variable "other" {}
resource "aws_x" "a" {
  days  = var.days
  other = var.other
}
output "out" {
  value = "made"
}
""",
}


@pytest.fixture(scope="module")
def resources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("provenance")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    unit = load(Sources(folder), [folder, folder / "m"])[0]
    return {resource.address: resource for resource in unit.resources}


def told(value: Value) -> tuple[str, str, list[tuple[str, str]]]:
    """The file and text that decide, and the steps with the text of their places."""
    value = settle(value)
    assert value.place is not None
    steps = [(step.label, step.place.text if step.place else "") for step in value.trail]
    return value.place.file.path, value.place.text, steps


CASES = [
    ("aws_x.a", "literal", ("main.tf", "3", [])),
    ("aws_x.a", "default", ("main.tf", "7", [('variable "days" defaults to this', "default = 7")])),
    ("aws_x.a", "typed", ("main.tf", '"14"', [('variable "typed" defaults to this', 'default = "14"')])),
    (
        "aws_x.a",
        "local",
        ("main.tf", "7", [('local "days" is this', "days = var.days"), ('variable "days" defaults to this', "default = 7")]),
    ),
    ("aws_x.a", "element", ("main.tf", "2", [('local "list" is this', "list = [1, 2]")])),
    ("aws_x.a", "member", ("main.tf", "5", [('local "map" is this', "map  = { k = 5 }")])),
    ("aws_x.a", "file", ("terraform.tfvars", "9", [("terraform.tfvars sets this", "from_file = 9")])),
    ("aws_x.a", "nothing", ("main.tf", "null", [])),
    ("aws_x.a", "other", ("main.tf", '"n"', [("aws_y.b.name", 'name = "n"')])),
    ("aws_x.a", "text", ("main.tf", "7", [('variable "days" defaults to this', "default = 7")])),
    ("aws_x.a", "choice", ("main.tf", "1", [])),
    (
        "module.m.aws_x.a",
        "days",
        ("main.tf", "null", [('module "m" passes this', "days   = null")]),
    ),
    (
        "module.m.aws_x.a",
        "other",
        (
            "main.tf",
            "7",
            [
                ('module "m" passes this', "other  = local.days"),
                ('local "days" is this', "days = var.days"),
                ('variable "days" defaults to this', "default = 7"),
            ],
        ),
    ),
    ("aws_z.o", "value", ("m/main.tf", '"made"', [('output "out" is this', 'value = "made"')])),
]


@pytest.mark.parametrize(("address", "attribute", "wanted"), CASES, ids=[f"{case[0]}.{case[1]}" for case in CASES])
def test_provenance(resources, address, attribute, wanted):
    assert told(resources[address].fields[attribute]) == wanted


def test_the_items_of_for_each_keep_where_they_are_written(resources):
    value = resources['aws_each.a["p"]'].fields["days"]
    path, text, steps = told(value)
    assert (path, text, steps[-1][0]) == ("terraform.tfvars", "60", "terraform.tfvars sets this")
    path, text, steps = told(resources['aws_each.a["p"]'].fields["name"])
    assert (path, text, steps[-1][0]) == ("terraform.tfvars", '"x"', "terraform.tfvars sets this")


def test_the_default_of_an_optional_attribute_stands_in_the_type(resources):
    path, text, _ = told(resources['aws_each.a["q"]'].fields["days"])
    assert (path, text) == ("main.tf", "30")


def test_a_missing_attribute_points_at_the_header(resources):
    found = read(resources["aws_x.a"].fields, parse_path("nowhere"))
    assert isinstance(found.value, Absent)
    assert found.at is not None
    assert (found.at.text, found.written) == ('resource "aws_x" "a"', False)


def test_an_entry_is_the_whole_line(resources):
    found = read(resources["aws_x.a"].fields, parse_path("default"))
    assert found.at is not None
    assert (found.at.text, found.written) == ("default = var.days", True)


def test_the_members_of_default_tags_point_at_the_provider(tmp_path):
    text = 'provider "aws" {\n  default_tags {\n    tags = { team = "sre" }\n  }\n}\nresource "aws_x" "a" {\n  tags = { name = "n" }\n}\n'
    (tmp_path / "main.tf").write_text(text)
    (resource,) = load(Sources(tmp_path), [tmp_path])[0].resources
    tags = settle(resource.fields["tags"])
    assert isinstance(tags, Known)
    assert isinstance(tags.data, Fields)
    places = {key: tags.data[key].place.text for key in tags.data}
    assert places == {"team": '"sre"', "name": '"n"'}


@pytest.mark.parametrize(
    "handed",
    [
        '"arn:${aws_y.b.name}"',
        '["arn:${var.unset}:${aws_y.b.name}"]',
        'upper("x-${aws_y.b.name}")',
        'jsonencode({ topic = "arn:${aws_y.b.name}" })',
        'format("%s/%s", var.unset, aws_y.b.name)',
        'join(":", ["arn", aws_y.b.name])',
        "jsonencode({ topic = local.text })",
    ],
)
def test_a_known_name_inside_a_text_still_leaves_with_it(tmp_path, handed):
    text = 'variable "unset" {}\nlocals {\n  text = "arn:${aws_y.b.name}"\n}\nresource "aws_y" "b" {\n  name = "n"\n}\n'
    (tmp_path / "main.tf").write_text(text + f'output "o" {{\n  value = {handed}\n}}\n')
    unit = load(Sources(tmp_path), [tmp_path])[0]
    (resource,) = unit.resources
    assert unit.escape(resource, ("name",)) is not None
    assert unit.escape(resource, ("arn",)) is None
