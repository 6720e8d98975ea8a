"""Plans laid over their source: places, exact references, fixes, and edits that are being tried."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from plan_desk import BLOCKS, GROUP, Desk, find, group
from plan_json import attributes, called, change, const, declared, module, plan, refs, shown

from obslint.model import Declined, parse_path
from obslint.source import Sources
from obslint.terraform.plan import load_plan

Json = dict[str, Any]


def test_a_resource_stands_where_it_is_written(desk: Desk) -> None:
    (found,) = group(desk).resources
    assert str(found.header) == "code/main.tf:1:1"
    assert found.header.text == 'resource "aws_cloudwatch_log_group" "g"'
    assert found.extent.text == GROUP.strip()
    entry = found.fields.entry("retention_in_days")
    assert entry is not None
    assert (str(entry), entry.text) == ("code/main.tf:3:3", "retention_in_days = 0")
    assert found.fields.entry("kms_key_id") is None
    assert found.fields["retention_in_days"].place == found.fields["retention_in_days"].place
    assert {name: shown(value) for name, value in found.fields.items()} == {
        "name": '"/orders"',
        "retention_in_days": "0",
        "kms_key_id": "null",
    }


def test_the_unit_names_the_files_of_the_source(desk: Desk) -> None:
    unit = group(desk)
    assert [file.path for file in unit.files] == ["plan.json", "code/main.tf"]
    assert (unit.path, unit.gaps, unit.problems) == ("plan.json", (), ())


def test_fixes_edit_the_source(desk: Desk) -> None:
    (found,) = group(desk).resources
    assert found.writer is not None
    assert desk.applied(found.writer.set_attribute(found, parse_path("retention_in_days"), 30)) == GROUP.replace("= 0", "= 30")
    assert "kms_key_id        = " in desk.applied(found.writer.set_attribute(found, parse_path("kms_key_id"), "k"))
    assert "retention" not in desk.applied(found.writer.remove_attribute(found, parse_path("retention_in_days")))


def test_a_value_that_the_source_does_not_explain_is_not_edited(desk: Desk) -> None:
    source = GROUP.replace("= 0", "= max(var.days, 0)") + 'variable "days" {}\n'
    (found,) = group(desk, source, retention_in_days=refs("var.days")).resources
    assert shown(found.fields["retention_in_days"]) == "0"
    assert found.writer is not None
    assert isinstance(found.writer.set_attribute(found, parse_path("retention_in_days"), 30), Declined)


TOPIC = change("aws_sns_topic.t", {"name": "alarms"}, unknown={"arn": True, "id": True})

EXACT: dict[str, tuple[str, Any, Any, str]] = {
    "a reference alone": ("aws_sns_topic.t.arn", None, True, "${aws_sns_topic.t.arn}"),
    "text around it": ('"${aws_sns_topic.t.arn}:*"', None, True, "${aws_sns_topic.t.arn}:*"),
    "a list of it": ("[aws_sns_topic.t.arn]", None, True, "[${aws_sns_topic.t.arn}]"),
    "an item of a list": ('["x", aws_sns_topic.t.arn]', ["x", None], [False, True], '["x", ${aws_sns_topic.t.arn}]'),
    "a local": ("local.topic", None, True, "${aws_sns_topic.t.arn}"),
    "a local in a map": ("{ a = local.topic, b = 1 }", {"b": 1}, {"a": True}, "{b: 1, a: ${aws_sns_topic.t.arn}}"),
    "a condition": (
        'aws_sns_topic.t.arn == "" ? "a" : "b"',
        None,
        True,
        "?aws_sns_topic.t.arn is known only after apply {aws_sns_topic.t.arn}",
    ),
    "a known attribute": ("aws_sns_topic.t.name", "alarms", False, '"alarms" <- aws_sns_topic.t.name'),
    "what a function makes of it": ("upper(aws_sns_topic.t.name)", "ALARMS", False, '"ALARMS"'),
    "what the provider makes of it": ('"Alarms"', "alarms", False, '"alarms"'),
    "a set in another order": ('["b", "a"]', ["a", "b"], False, '["a", "b"]'),
    "null": ("null", None, False, "null"),
    "a number that was written as text": ('"60"', 60, False, "60"),
}


@pytest.mark.parametrize("name", EXACT)
def test_what_is_unknown_is_as_the_source_makes_it(name: str, desk: Desk) -> None:
    expression, after, unknown, expected = EXACT[name]
    desk.write(
        main=f'resource "aws_sns_topic" "t" {{\n  name = "alarms"\n}}\nresource "aws_x" "y" {{\n  value = {expression}\n}}\n'
        "locals {\n  topic = aws_sns_topic.t.arn\n}\n"
    )
    written = refs("local.topic") if "local" in expression else refs("aws_sns_topic.t.arn") if "aws" in expression else const(1)
    config = module(declared("aws_sns_topic.t", name=const("alarms")), declared("aws_x.y", value=written))
    desk.plan(plan(TOPIC, change("aws_x.y", {"value": after}, unknown={"value": unknown}), config=config))
    unit = desk.load()
    assert attributes(unit, "aws_x.y") == {"value": expected}
    entry = find(unit, "aws_x.y").fields.entry("value")
    assert entry is not None
    assert entry.text == f"value = {expression}"
    assert str(find(unit, "aws_x.y").fields["value"].place).startswith("code/main.tf:")


def test_references_of_the_source_are_to_resources_of_the_plan(desk: Desk) -> None:
    desk.write(main='resource "aws_sns_topic" "t" {\n}\nresource "aws_x" "y" {\n  value = [aws_sns_topic.t.arn]\n}\n')
    config = module(declared("aws_sns_topic.t"), declared("aws_x.y", value=refs("aws_sns_topic.t.arn")))
    desk.plan(plan(TOPIC, change("aws_x.y", unknown={"value": True}), config=config))
    unit = desk.load()
    assert unit.mentions(find(unit, "aws_sns_topic.t")) == (find(unit, "aws_x.y"),)


def test_blocks_stand_where_they_are_written(desk: Desk) -> None:
    desk.write(main=BLOCKS)
    after = {"name": "a", "access_logs": [{"enabled": True, "prefix": None}], "subnet_mapping": [{"subnet_id": "s"}], "timeouts": []}
    logs = [{"bucket": refs("aws_s3_bucket.b.id"), "enabled": const(True)}]
    config = module(declared("aws_lb.a", name=const("a"), access_logs=logs), declared("aws_s3_bucket.b"))
    unknown = {"access_logs": [{"bucket": True}]}
    desk.plan(plan(change("aws_lb.a", after, unknown=unknown), change("aws_s3_bucket.b", unknown={"id": True}), config=config))
    found = find(desk.load(), "aws_lb.a")
    assert {name: shown(value) for name, value in found.fields.items()} == {
        "name": '"a"',
        "access_logs": "[{enabled: true, prefix: null, bucket: ${aws_s3_bucket.b.id}}]",
        "subnet_mapping": '[{subnet_id: "s"}]',
        "timeouts": "[]",
    }
    block = found.fields["access_logs"].data[0].data  # type: ignore[attr-defined]
    assert block.entry("enabled").text == "enabled = true"
    assert block.header.text == "access_logs"
    assert found.writer is not None
    assert "enabled = false" in desk.applied(found.writer.set_attribute(found, parse_path("access_logs.enabled"), False))


def test_a_dynamic_block_that_is_unknown_is_one(desk: Desk) -> None:
    source = 'resource "aws_x" "y" {\n  dynamic "logs" {\n    for_each = aws_sns_topic.t.things\n    content {\n    }\n  }\n}\n'
    desk.write(main=source + 'resource "aws_sns_topic" "t" {\n}\n')
    config = module(declared("aws_sns_topic.t"), declared("aws_x.y"))
    desk.plan(plan(TOPIC, change("aws_x.y", unknown={"logs": True, "id": True}), config=config))
    assert list(attributes(desk.load(), "aws_x.y")) == ["logs"]
    assert "a dynamic block makes logs" in attributes(desk.load(), "aws_x.y")["logs"]


MODULES = {
    "main": """variable "names" {
  default = ["x", "y"]
}

module "topics" {
  source   = "./topics"
  for_each = toset(var.names)
  name     = each.key
}

resource "aws_alarm" "a" {
  for_each = module.topics
  actions  = [each.value.arn]
}
""",
    "topics__main": """variable "name" {}

resource "aws_sns_topic" "t" {
  count = 2
  name  = "${var.name}-${count.index}"
}

output "arn" {
  value = aws_sns_topic.t[1].arn
}
""",
}


def modules(desk: Desk) -> None:
    """Two instances of a module with two topics, and an alarm for each."""
    desk.write(**MODULES)
    keys = ("x", "y")
    changes = [
        change(f'module.topics["{key}"].aws_sns_topic.t[{i}]', {"name": f"{key}-{i}"}, unknown={"arn": True})
        for key in keys
        for i in (0, 1)
    ]
    changes += [change(f'aws_alarm.a["{key}"]', unknown={"actions": True}) for key in keys]
    inner = module(
        declared("aws_sns_topic.t", name=refs("var.name", "count.index"), _count=const(2)), outputs={"arn": refs("aws_sns_topic.t[1].arn")}
    )
    config = module(
        declared("aws_alarm.a", actions=refs("each.value.arn"), _for_each=refs("module.topics")),
        calls={"topics": called(inner, name=refs("each.key"), _for_each=refs("var.names"))},
        variables={"names": ["x", "y"]},
    )
    desk.plan(plan(*changes, config=config, variables={"names": {"value": ["x", "y"]}}))


def test_modules_and_instances(desk: Desk) -> None:
    modules(desk)
    unit = desk.load()
    assert attributes(unit, 'aws_alarm.a["y"]') == {"actions": '[${module.topics["y"].aws_sns_topic.t[1].arn}]'}
    topic = find(unit, 'module.topics["x"].aws_sns_topic.t[1]')
    assert str(topic.header) == "code/topics/main.tf:3:1"
    assert shown(topic.fields["name"]) == '"x-1"'
    assert unit.mentions(find(unit, 'module.topics["y"].aws_sns_topic.t[1]')) == (find(unit, 'aws_alarm.a["y"]'),)
    assert unit.gaps == ()


def test_without_the_source_the_output_is_not_told(desk: Desk) -> None:
    modules(desk)
    unit = load_plan(Sources(desk.place), desk.place / "plan.json")
    assert attributes(unit, 'aws_alarm.a["y"]')["actions"].startswith('?aws_alarm.a["y"].actions is known only after apply')


def test_instances_are_those_of_the_plan(desk: Desk) -> None:
    desk.write(main='resource "aws_x" "y" {\n  for_each = data.aws_d.d.names\n  name = each.value\n}\ndata "aws_d" "d" {\n}\n')
    config = module(declared("aws_x.y", name=refs("each.value"), _for_each=refs("data.aws_d.d.names")), declared("data.aws_d.d"))
    prior = {"values": {"root_module": {"resources": [{**declared("data.aws_d.d"), "values": {"names": ["b", "a"]}}]}}}
    desk.plan(plan(change('aws_x.y["a"]', {"name": "a"}), change('aws_x.y["b"]', {"name": "b"}), config=config, prior_state=prior))
    unit = desk.load()
    assert [(found.address, str(found.header)) for found in unit.resources] == [
        ('aws_x.y["a"]', "code/main.tf:1:1"),
        ('aws_x.y["b"]', "code/main.tf:1:1"),
        ("data.aws_d.d", "code/main.tf:5:1"),
    ]
    assert attributes(unit, 'aws_x.y["b"]') == {"name": '"b"'}
    assert unit.gaps == ()


VARIABLES: dict[str, tuple[str, Any, Any, str, str]] = {
    "as its default says": ("default = 0", 0, 0, "0", 'variable "days" defaults to this'),
    "another value": ("default = 0", 30, 30, "30", 'the plan was made with a value for variable "days"'),
    "no default": ("type = number", 30, 30, "30", 'the plan was made with a value for variable "days"'),
}


@pytest.mark.parametrize("name", VARIABLES)
def test_variables_are_those_of_the_plan(name: str, desk: Desk) -> None:
    default, value, after, expected, label = VARIABLES[name]
    desk.write(main=f'variable "days" {{\n  {default}\n}}\nresource "aws_x" "y" {{\n  days = var.days\n}}\n')
    config = module(declared("aws_x.y", days=refs("var.days")), variables={"days": None})
    desk.plan(plan(change("aws_x.y", {"days": after}), config=config, variables={"days": {"value": value}}))
    found = desk.load().resources[0].fields["days"]
    assert shown(found) == expected
    assert found.trail[-1].label == label
    assert str(found.place).startswith("code/main.tf:")


def test_a_sensitive_variable_is_not_shown(desk: Desk) -> None:
    resources = 'resource "aws_x" "y" {\n  key = "${aws_x.z.id}${var.key}"\n}\nresource "aws_x" "z" {\n}\n'
    desk.write(main='variable "key" {\n  sensitive = true\n}\n' + resources)
    config = module(declared("aws_x.y", key=refs("aws_x.z.id", "var.key")), declared("aws_x.z"), variables={"key": None})
    changes = (change("aws_x.y", unknown={"key": True}), change("aws_x.z", unknown={"id": True}))
    desk.plan(plan(*changes, config=config, variables={"key": {"value": "hunter2"}}))
    assert "hunter2" not in attributes(desk.load(), "aws_x.y")["key"]


def test_outputs_stand_where_they_are_declared(desk: Desk) -> None:
    desk.write(main='resource "aws_sns_topic" "t" {\n}\noutput "arn" {\n  value = "${aws_sns_topic.t.arn}:x"\n}\n')
    changes = {name: {"actions": ["create"], "after_unknown": True} for name in ("arn", "other")}
    config = module(declared("aws_sns_topic.t"), outputs={"arn": refs("aws_sns_topic.t.arn"), "other": refs("aws_sns_topic.t.arn")})
    desk.plan(plan(TOPIC, config=config, output_changes=changes))
    assert [(export.label, shown(export.value), str(export.place).split(":")[0]) for export in desk.load().exports_of()] == [
        ('output "arn"', "${aws_sns_topic.t.arn}:x", "code/main.tf"),
        ('output "other"', "${aws_sns_topic.t.arn}...", "plan.json"),
    ]


UNPLACED: dict[str, tuple[Callable[[Desk], None], list[tuple[str, str, str]]]] = {
    "a module that is not on disk": (
        lambda desk: desk.write(main='module "m" {\n  source = "terraform-aws-modules/x/aws"\n}\nresource "aws_x" "a" {\n}\n'),
        [
            (
                "module.m",
                'module "m" (terraform-aws-modules/x/aws) is not on disk; run terraform init to have it analysed; '
                "its 3 resources are shown at the place in the plan",
                "code/main.tf:1:1",
            )
        ],
    ),
    "a module that is not called": (
        lambda desk: desk.write(main='resource "aws_x" "a" {\n}\n'),
        [("module.m", "the code in code does not have it; its 3 resources are shown at the place in the plan", "plan.json:1")],
    ),
    "a resource that is not declared": (
        lambda desk: desk.write(
            main='module "m" {\n  source = "./m"\n}\n', m__main='resource "aws_x" "b" {\n}\nresource "aws_x" "c" {\n}\n'
        ),
        [("aws_x.a", "the code in code does not have it; it is shown at the place in the plan", "plan.json:1")],
    ),
    "no code": (lambda desk: None, [("code", "it holds no Terraform files, so the plan is shown as it is", "None")]),
}


@pytest.mark.parametrize("name", UNPLACED)
def test_what_is_not_found_stays_in_the_plan(name: str, desk: Desk) -> None:
    write, expected = UNPLACED[name]
    write(desk)
    addresses = ("aws_x.a", "module.m.aws_x.b[0]", "module.m.aws_x.b[1]", "module.m.aws_x.c")
    config = module(declared("aws_x.a"), calls={"m": called(module(declared("aws_x.b"), declared("aws_x.c")))})
    desk.plan(plan(*(change(address, {"n": 1}) for address in addresses), config=config))
    unit = desk.load()
    assert [found.address for found in unit.resources] == list(addresses)
    assert all(shown(found.fields["n"]) == "1" for found in unit.resources)
    found = [(gap.subject, gap.reason, str(gap.place)) for gap in unit.gaps]
    assert [
        (subject, reason, place[: len(known)]) for (subject, reason, place), (_, _, known) in zip(found, expected, strict=True)
    ] == expected


def test_code_of_others_is_not_edited(desk: Desk) -> None:
    desk.write(main='module "m" {\n  source = "x/y/z"\n}\n')
    hidden = desk.place / "code" / ".terraform" / "modules"
    (hidden / "m").mkdir(parents=True)
    (hidden / "modules.json").write_text(json.dumps({"Modules": [{"Key": "m", "Dir": ".terraform/modules/m"}]}))
    (hidden / "m" / "main.tf").write_text('resource "aws_x" "a" {\n  n = 1\n}\n')
    desk.plan(plan(change("module.m.aws_x.a", {"n": 1}), config=module(calls={"m": called(module(declared("aws_x.a", n=const(1))))})))
    (found,) = desk.load().resources
    assert (found.writer, found.owned) == (None, False)
    assert str(found.header) == "code/.terraform/modules/m/main.tf:1:1"


def test_syntax_errors_of_the_source_are_problems(desk: Desk) -> None:
    unit = group(desk, GROUP + 'resource "aws_x" {{\n')
    assert [problem.place.file.path for problem in unit.problems][:1] == ["code/main.tf"]
