"""Edits of Terraform text: each is exact, keeps the form of the file, and reads back as what was asked for."""

import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

import obslint.model as model
from obslint.model import Declined, Draft, Edit, Fields, Known, Link, Resource, Unit, parse_path, read
from obslint.source import SourceFile, Sources
from obslint.terraform import load
from obslint.terraform.config import parse

EXAMPLES = Path(__file__).parents[2] / "examples" / "terraform"


def unit_of(files: dict[str, str], folder: Path) -> Unit:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    folders = sorted({path.parent for path in folder.rglob("*.tf*")})
    return next(unit for unit in load(Sources(folder), folders) if unit.path == ".")


def resource_of(files: dict[str, str], folder: Path, address: str = "aws_x.a") -> Resource:
    return next(resource for resource in unit_of(files, folder).resources if resource.address == address)


def applied(file: SourceFile, edits: tuple[Edit, ...]) -> str:
    text = file.text
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end), reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def perform(resource: Resource, operation: str, path: str, value: object = None) -> tuple[Edit, ...] | Declined:
    writer = resource.writer
    assert writer is not None
    if operation == "set":
        return writer.set_attribute(resource, parse_path(path), value)  # type: ignore[arg-type]
    if operation == "remove":
        return writer.remove_attribute(resource, parse_path(path))
    return writer.append_text(resource, parse_path(path), str(value))


def block(*lines: str, end: str = "\n", last: str = "\n") -> str:
    return end.join(['resource "aws_x" "a" {', *lines, "}"]) + last


CASES = {
    "replace a literal": (block("  days = 7 # keep"), "set", "days", 30, block("  days = 30 # keep")),
    "replace text": (block('  name = "é"'), "set", "name", 'a"${b}\n', block('  name = "a\\"$${b}\\n"')),
    "replace a literal in parentheses": (block("  days = (7)"), "set", "days", 30, block("  days = 30")),
    "replace null": (block("  days = null"), "set", "days", 30, block("  days = 30")),
    "replace a list": (block("  l = [", "    1,", "  ]"), "set", "l", ["a"], block('  l = ["a"]')),
    "replace a heredoc": (
        block("  longer = 1", "  a      = <<-E", "    x", "  E", "  b      = 2"),
        "set",
        "a",
        "y",
        block("  longer = 1", '  a      = "y"', "  b      = 2"),
    ),
    "replace several lines by one": (
        block("  longer = 1", "  a = {", "    x = 1", "  }", "  bb = 2"),
        "set",
        "a",
        5,
        block("  longer = 1", "  a      = 5", "  bb     = 2"),
    ),
    "replace the chosen side of a conditional": (
        "locals {\n  on = true\n}\n" + block("  days = local.on ? 7 : 30"),
        "set",
        "days",
        365,
        "locals {\n  on = true\n}\n" + block("  days = local.on ? 365 : 30"),
    ),
    "insert in the column": (block("  a    = 1", "  long = 2"), "set", "days", 30, block("  a    = 1", "  long = 2", "  days = 30")),
    "insert a longer name": (block("  a = 1", "  b = 2"), "set", "days", 30, block("  a    = 1", "  b    = 2", "  days = 30")),
    "insert where there is no column": (block("  aa = 1", "  b = 2"), "set", "days", 3, block("  aa = 1", "  b = 2", "  days = 3")),
    "insert behind a comment": (block("  a = 1 # one"), "set", "b", True, block("  a = 1 # one", "  b = true")),
    "insert before blocks": (
        block("  a = 1", "", "  rule {", "    n = 1", "  }", "", "  z = 2"),
        "set",
        "b",
        2,
        block("  a = 1", "  b = 2", "", "  rule {", "    n = 1", "  }", "", "  z = 2"),
    ),
    "insert before depends_on": (
        block("  a = 1", "", "  depends_on = [aws_x.b]"),
        "set",
        "b",
        2,
        block("  a = 1", "  b = 2", "", "  depends_on = [aws_x.b]"),
    ),
    "insert behind a map": (block("  a = {", "    x = 1", "  }"), "set", "bcd", 2, block("  a = {", "    x = 1", "  }", "  bcd = 2")),
    "insert into an empty block": ('resource "aws_x" "a" {}\n', "set", "days", 3, block("  days = 3")),
    "insert into an empty block of two lines": (block(), "set", "days", 3, block("  days = 3")),
    "insert into a block on one line": ('resource "aws_x" "a" { b = 1 }\n', "set", "days", 3, block("  b    = 1", "  days = 3")),
    "insert with tabs": (block("\ta = 1"), "set", "b", 2, block("\ta = 1", "\tb = 2")),
    "insert with CRLF": (block("  a = 1", end="\r\n", last="\r\n"), "set", "b", 2, block("  a = 1", "  b = 2", end="\r\n", last="\r\n")),
    "insert without a final line end": (block("  a = 1", last=""), "set", "b", 2, block("  a = 1", "  b = 2", last="")),
    "insert behind a heredoc": (
        block("  a = <<EOT", "  x", "EOT"),
        "set",
        "bb",
        2,
        block("  a  = <<EOT", "  x", "EOT", "  bb = 2"),
    ),
    "insert a nested block": (
        block("  a = 1"),
        "set",
        "logs.enabled",
        True,
        block("  a = 1", "", "  logs {", "    enabled = true", "  }"),
    ),
    "insert a nested block with CRLF": (
        block("  a = 1", end="\r\n", last="\r\n"),
        "set",
        "logs.enabled",
        True,
        block("  a = 1", "", "  logs {", "    enabled = true", "  }", end="\r\n", last="\r\n"),
    ),
    "insert a nested block on one line": (
        'resource "aws_x" "a" {}\n',
        "set",
        "logs.enabled",
        True,
        block("  logs {", "    enabled = true", "  }"),
    ),
    "insert into a nested block": (
        block("  logs {", '    bucket = "b"', "  }"),
        "set",
        "logs.enabled",
        True,
        block("  logs {", '    bucket  = "b"', "    enabled = true", "  }"),
    ),
    "insert into a nested block on one line": (
        block('  logs { bucket = "b" }'),
        "set",
        "logs.enabled",
        True,
        block("  logs {", '    bucket  = "b"', "    enabled = true", "  }"),
    ),
    "replace in a nested block": (block("  logs { on = false }"), "set", "logs.on", True, block("  logs { on = true }")),
    "add to a map": (
        block("  tags = {", '    a = "1"', "  }"),
        "set",
        "tags.team",
        "sre",
        block("  tags = {", '    a    = "1"', '    team = "sre"', "  }"),
    ),
    "add to a map on one line": (block('  tags = { a = "1" }'), "set", "tags.b", "2", block('  tags = { a = "1", b = "2" }')),
    "add a map": (block("  a = 1"), "set", "tags.b", "2", block("  a = 1", "  tags = {", '    b = "2"', "  }")),
    "replace one line by several": (
        block("  a    = 1", "  long = 2", "  b    = 3"),
        "set",
        "long",
        {"k": 1},
        block("  a = 1", "  long = {", "    k = 1", "  }", "  b = 3"),
    ),
    "add to an empty map": (block("  tags = {}"), "set", "tags.b", "2", block('  tags = { b = "2" }')),
    "replace in a map": (block('  tags = { a = "1" }'), "set", "tags.a", "2", block('  tags = { a = "2" }')),
    "add to a list": (block('  l = ["a"] # kept'), "set", "l", ["a", "b"], block('  l = ["a", "b"] # kept')),
    "add to a list with a computed item": (
        block('  l = [lower("A"),]'),
        "set",
        "l",
        ["a", "b"],
        block('  l = [lower("A"), "b",]'),
    ),
    "add to a list over lines": (
        block("  l = [", '    "a" # first', "  ]"),
        "set",
        "l",
        ["a", "b", "c"],
        block("  l = [", '    "a", # first', '    "b",', '    "c",', "  ]"),
    ),
    "add a picked block": (
        block("  p {", '    n = "x"', "    v = 1", "  }", "", "  tags = {}"),
        "set",
        "p[n=y].v",
        "2",
        block("  p {", '    n = "x"', "    v = 1", "  }", "", "  p {", '    n = "y"', '    v = "2"', "  }", "", "  tags = {}"),
    ),
    "add a first picked block with several members": (
        block("  a = 1"),
        "set",
        "p[n=y]",
        {"v": 1, "long": True},
        block("  a = 1", "", "  p {", '    n    = "y"', "    v    = 1", "    long = true", "  }"),
    ),
    "replace in a picked block": (
        block("  p {", '    n = "x"', "    v = 1", "  }", "  p {", '    n = "y"', "    v = 1", "  }"),
        "set",
        "p[n=y].v",
        2,
        block("  p {", '    n = "x"', "    v = 1", "  }", "  p {", '    n = "y"', "    v = 2", "  }"),
    ),
    "add to blocks that stand close together": (
        block("  p {", '    n = "x"', "  }", "  p {", '    n = "y"', "  }"),
        "set",
        "p[n=z].v",
        2,
        block("  p {", '    n = "x"', "  }", "  p {", '    n = "y"', "  }", "  p {", '    n = "z"', "    v = 2", "  }"),
    ),
    "remove a line": (block("  a = 1", "  b = 2 # two"), "remove", "b", None, block("  a = 1")),
    "remove the longest name": (block("  a    = 1", "  long = 2", "  b    = 3"), "remove", "long", None, block("  a = 1", "  b = 3")),
    "remove several lines": (block("  a = 1", "  b = [", "    1,", "  ]", "  c = 2"), "remove", "b", None, block("  a = 1", "  c = 2")),
    "remove a block and its blank line": (
        block("  a = 1", "", "  logs {", "    b = 1", "  }"),
        "remove",
        "logs",
        None,
        block("  a = 1"),
    ),
    "remove what stands first": (block("  a = 1", "", "  b = 2"), "remove", "a", None, block("  b = 2")),
    "remove with CRLF": (block("  a = 1", "  b = 2", end="\r\n"), "remove", "a", None, block("  b = 2", end="\r\n")),
    "remove from a block on one line": (block("  logs { a = 1 }"), "remove", "logs.a", None, block("  logs {}")),
    "append to text": (block('  arn = "x"'), "append", "arn", ":*", block('  arn = "x:*"')),
    "append to a template": (block('  arn = "${aws_y.b.arn}"'), "append", "arn", ":*", block('  arn = "${aws_y.b.arn}:*"')),
    "append to a reference": (block("  arn = aws_y.b[0].arn"), "append", "arn", ":*", block('  arn = "${aws_y.b[0].arn}:*"')),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_edit(case, tmp_path):
    before, operation, path, value, after = case
    resource = resource_of({"main.tf": before}, tmp_path)
    edits = perform(resource, operation, path, value)
    assert isinstance(edits, tuple), edits
    assert applied(resource.header.file, edits) == after


ELSEWHERE = {
    "the default of a variable": (
        {"main.tf": block("  days = var.days"), "variables.tf": 'variable "days" {\n  default = 7 # weeks\n}\n'},
        {"variables.tf": 'variable "days" {\n  default = 30 # weeks\n}\n'},
    ),
    "a local": (
        {"main.tf": block("  days = local.days"), "locals.tf": "locals {\n  days = 7\n}\n"},
        {"locals.tf": "locals {\n  days = 30\n}\n"},
    ),
    "a variable file": (
        {"main.tf": 'variable "days" {}\n' + block("  days = var.days"), "terraform.tfvars": "days = 7\n"},
        {"terraform.tfvars": "days = 30\n"},
    ),
    "a variable file in JSON": (
        {"main.tf": 'variable "days" {}\n' + block("  days = var.days"), "a.auto.tfvars.json": '{"days": 7}\n'},
        {"a.auto.tfvars.json": '{"days": 30}\n'},
    ),
    "the item of for_each": (
        {"main.tf": 'resource "aws_x" "a" {\n  for_each = { k = 7, l = 8 }\n  days     = each.value\n}\n'},
        {"main.tf": 'resource "aws_x" "a" {\n  for_each = { k = 30, l = 8 }\n  days     = each.value\n}\n'},
    ),
}


@pytest.mark.parametrize("case", ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_text_that_decides_is_edited(case, tmp_path):
    files, after = case
    unit = unit_of(files, tmp_path)
    resource = next(resource for resource in unit.resources if resource.type == "aws_x")
    edits = perform(resource, "set", "days", 30)
    assert isinstance(edits, tuple), edits
    changed = {edit.file.path: applied(edit.file, edits) for edit in edits}
    assert changed == after


def test_the_argument_of_a_module_is_edited(tmp_path):
    files = {
        "main.tf": 'module "m" {\n  source = "./m"\n  days   = 7\n}\n',
        "m/main.tf": 'variable "days" {\n  default = 1\n}\n' + block("  days = var.days"),
    }
    resource = resource_of(files, tmp_path, "module.m.aws_x.a")
    (edit,) = perform(resource, "set", "days", 30)
    assert (edit.file.path, applied(edit.file, (edit,))) == ("main.tf", 'module "m" {\n  source = "./m"\n  days   = 30\n}\n')


DECLINED = {
    "a variable that is used twice": (
        {"main.tf": 'variable "d" {\n  default = 7\n}\noutput "o" {\n  value = var.d\n}\n' + block("  days = var.d")},
        "days",
        "var.d decides the value and is used in 2 places",
    ),
    "a local of a list": (
        {"main.tf": "locals {\n  d = [7, 8]\n}\n" + block("  days = local.d[0] + local.d[1]")},
        "days",
        "the value is computed",
    ),
    "the attribute of another resource": (
        {"main.tf": 'resource "aws_y" "b" {\n  days = 7\n}\n' + block("  days = aws_y.b.days")},
        "days",
        "the value is that of aws_y.b.days",
    ),
    "an output of a module": (
        {"main.tf": 'module "m" {\n  source = "./m"\n}\n' + block("  days = module.m.d"), "m/main.tf": 'output "d" {\n  value = 7\n}\n'},
        "days",
        'the value comes by way of an output "d"',
    ),
    "an item of for_each that decides two attributes": (
        {"main.tf": 'resource "aws_x" "a" {\n  for_each = { k = 7 }\n  days = each.value\n  other = each.value\n}\n'},
        "days",
        "each.value decides the value and is used in 2 places",
    ),
    "a map in a local that is used elsewhere": (
        {
            "main.tf": 'locals {\n  g = { k = 7 }\n}\noutput "o" {\n  value = local.g\n}\n'
            'resource "aws_x" "a" {\n  for_each = local.g\n  days = each.value\n}\n'
        },
        "days",
        "local.g decides the value and is used in 2 places",
    ),
    "something that is not known": ({"main.tf": 'variable "d" {}\n' + block("  days = var.d")}, "days", "the value is computed"),
    "a dynamic block": (
        {"main.tf": block('  dynamic "logs" {', "    for_each = [1]", "    content {", "      on = 1", "    }", "  }")},
        "logs.on",
        "logs is written by a dynamic block",
    ),
    "a picked block beside a dynamic one": (
        {"main.tf": block('  dynamic "p" {', "    for_each = [1]", "    content {", '      n = "x"', "    }", "  }")},
        "p[n=y].v",
        "p is written by a dynamic block",
    ),
    "two blocks": ({"main.tf": block("  logs {", "  }", "  logs {", "  }")}, "logs.on", "there are 2 logs blocks"),
    "an item in JSON": (
        {"main.tf.json": '{"resource": {"aws_x": {"a": {"n": 1}}}}'},
        "p[n=y].v",
        "a list item can be added to HCL text only",
    ),
    "a block in the place of an attribute": ({"main.tf": block("  logs {", "  }")}, "logs", "logs is a block, not an attribute"),
    "an argument of Terraform": ({"main.tf": block("  count = 1")}, "count", "count is an argument of Terraform itself"),
    "a block with a syntax error": ({"main.tf": block("  a = ", "  b = 1")}, "days", "the block has a syntax error"),
    "a member of a computed map": ({"main.tf": block("  tags = merge({}, {})")}, "tags.a", "tags is not written out"),
    "a computed member": ({"main.tf": block("  tags = { a = upper(1) }")}, "tags.a", "tags.a is computed"),
}


@pytest.mark.parametrize("case", DECLINED.values(), ids=DECLINED)
def test_declined(case, tmp_path):
    files, path, reason = case
    unit = unit_of(files, tmp_path)
    resource = next(resource for resource in unit.resources if resource.type == "aws_x")
    answer = perform(resource, "set", path, 30)
    assert isinstance(answer, Declined), answer
    assert reason in answer.reason


def json_resource(*members: str) -> str:
    inner = ",\n".join(f"        {member}" for member in members)
    return '{\n  "resource": {\n    "aws_x": {\n      "a": {\n' + inner + "\n      }\n    }\n  }\n}\n"


JSON_CASES = {
    "insert": (json_resource('"a": 1'), "set", "b", True, json_resource('"a": 1', '"b": true')),
    "insert into nothing": ('{"resource": {"aws_x": {"a": {}}}}', "set", "b", 1, '{"resource": {"aws_x": {"a": {"b": 1}}}}'),
    "insert on one line": (
        '{"resource": {"aws_x": {"a": {"a": 1, "b": 2}}}}',
        "set",
        "c",
        3,
        '{"resource": {"aws_x": {"a": {"a": 1, "b": 2, "c": 3}}}}',
    ),
    "insert a block": (json_resource('"a": 1'), "set", "l.on", True, json_resource('"a": 1', '"l": {"on": true}')),
    "insert into a block": (json_resource('"l": {"a": 1}'), "set", "l.on", True, json_resource('"l": {"a": 1, "on": true}')),
    "insert into a block in a list": (json_resource('"l": [{"a": 1}]'), "set", "l.on", True, json_resource('"l": [{"a": 1, "on": true}]')),
    "replace": (json_resource('"a": "x"'), "set", "a", "${y}", json_resource('"a": "$${y}"')),
    "replace in a block": (json_resource('"l": {"on": false}'), "set", "l.on", True, json_resource('"l": {"on": true}')),
    "remove the last": (json_resource('"a": 1', '"b": 2'), "remove", "b", None, json_resource('"a": 1')),
    "remove the first": (json_resource('"a": 1', '"b": 2'), "remove", "a", None, json_resource('"b": 2')),
    "append": (json_resource('"a": "${aws_y.b.arn}"'), "append", "a", ":*", json_resource('"a": "${aws_y.b.arn}:*"')),
}


@pytest.mark.parametrize("case", JSON_CASES.values(), ids=JSON_CASES)
def test_edit_of_json(case, tmp_path):
    before, operation, path, value, after = case
    resource = resource_of({"main.tf.json": before}, tmp_path)
    edits = perform(resource, operation, path, value)
    assert isinstance(edits, tuple), edits
    text = applied(resource.header.file, edits)
    assert text == after
    json.loads(text)


def test_a_resource_is_added_behind_the_line_of_another(tmp_path):
    before = block("  a = 1", last=" # the end\n\nlocals {}\n")
    resource = resource_of({"main.tf": before}, tmp_path)
    draft = Draft("aws_x", "a", {("name",): Link(resource, "name", "Name"), ("logs", "on"): True})
    edits = resource.writer.add_resource(resource, draft)
    expected = 'resource "aws_x" "a_2" {\n  name = aws_x.a.name\n\n  logs {\n    on = true\n  }\n}'
    assert applied(resource.header.file, edits) == before.replace(" # the end\n", f" # the end\n\n{expected}\n")


def test_no_resource_is_added_for_one_of_several(tmp_path):
    resource = resource_of({"main.tf": block("  count = 1")}, tmp_path, "aws_x.a[0]")
    draft = Draft("aws_x", "b", {("name",): Link(resource, "name", "Name")})
    assert resource.writer.add_resource(resource, draft) == Declined("aws_x.a[0] is one of several instances")


def test_a_link_into_another_module_is_declined(tmp_path):
    unit = unit_of({"main.tf": 'module "m" {\n  source = "./m"\n}\n' + block(), "m/main.tf": block()}, tmp_path)
    outer, inner = (next(r for r in unit.resources if r.address == address) for address in ("aws_x.a", "module.m.aws_x.a"))
    assert outer.writer.set_attribute(outer, ("x",), Link(inner, "arn", "Arn")) == Declined("module.m.aws_x.a belongs to another module")


VALUES = (True, 365, "arn:x", ["a", "b"], "${x}", {"k": "v"})
NEW = ("zz", "a_rather_long_name_of_an_attribute", "logs.enabled", "tags.owner_of_this")


def some_edits(seed: int, number: int) -> list[tuple[Resource, str, str, object, tuple[Edit, ...]]]:
    """Random edits of the example configurations that the writer does not decline."""
    chance = random.Random(seed)
    folders = sorted({path.parent for path in EXAMPLES.rglob("*.tf")})
    resources = [resource for unit in load(Sources(EXAMPLES), folders) for resource in unit.resources if resource.writer]
    made = []
    for _ in range(number):
        resource = chance.choice(resources)
        names = [*resource.fields, *NEW]
        operation, path, value = chance.choice(("set", "set", "remove", "append")), chance.choice(names), chance.choice(VALUES)
        answer = perform(resource, operation, path, ":*" if operation == "append" else value)
        if isinstance(answer, tuple) and not (path == "tags" and not isinstance(value, dict)):
            made.append((resource, operation, path, value, answer))
    return made


def plain(value: model.Value) -> object:
    value = model.settle(value)
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return [plain(item) for item in value.data]
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return {key: plain(value.data[key]) for key in value.data}
    return value.data if isinstance(value, Known) else value


@pytest.mark.parametrize("seed", range(4))
def test_random_edits_read_back_and_touch_nothing_else(seed):
    made = some_edits(seed, 40)
    assert len(made) > 8
    for resource, operation, path, value, edits in made:
        file = edits[0].file
        text = applied(file, edits)
        overlay = {Path(os.path.normpath(EXAMPLES / file.path)): SourceFile(file.path, text)}
        after = resource_again(resource, Sources(EXAMPLES, overlay))
        assert not parse(Sources(EXAMPLES), SourceFile(file.path, text))[1]
        found = read(after.fields, parse_path(path))
        if operation == "set":
            seen = plain(found.value)
            assert value.items() <= seen.items() if path == "tags" else seen == value, (resource, path)  # the provider adds tags
        elif operation == "remove":
            assert path not in after.fields
        touched = {file.position(offset)[0] for edit in edits for offset in (edit.span.start, edit.span.end)}
        spanned = {line for edit in edits for line in range(file.position(edit.span.start)[0], file.position(edit.span.end)[0] + 1)}
        kept = [file.line(line) for line in range(1, len(file.line_starts) + 1) if line not in touched | spanned]
        lines = iter(text.split("\n"))
        assert all(any(line == other for other in lines) for line in kept)


def resource_again(resource: Resource, sources: Sources) -> Resource:
    folders = sorted({path.parent for path in EXAMPLES.rglob("*.tf")})
    return next(r for unit in load(sources, folders) for r in unit.resources if r.address == resource.address)


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
def test_terraform_fmt_has_nothing_to_say(tmp_path):
    for index, (_, _, _, _, edits) in enumerate(some_edits(99, 300)):
        (tmp_path / f"edit_{index}.tf").write_text(applied(edits[0].file, edits), encoding="utf-8", newline="")
    for index, case in enumerate(CASES.values()):
        if "\t" not in case[4] and "\r" not in case[4] and "aa = 1" not in case[4] and case[4].endswith("\n"):
            (tmp_path / f"case_{index}.tf").write_text(case[4], encoding="utf-8", newline="")
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CHECKPOINT_DISABLE": "1"}
    command = ["terraform", "fmt", "-check", "-diff", "-no-color"]
    result = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert result.stdout == ""
    assert result.returncode == 0, result.stderr
