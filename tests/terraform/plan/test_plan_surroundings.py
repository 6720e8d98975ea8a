"""The regions of planned resources, and what leaves the unit."""

import json
from pathlib import Path
from typing import Any

import pytest
from plan_json import called, change, const, declared, listed, load, module, plan, refs, shown

Json = dict[str, Any]

REGIONS: dict[str, tuple[Json, Json | None, Json, str]] = {
    "a constant": ({"aws": {"expressions": {"region": const("eu-west-1")}}}, None, declared("aws_x.a"), '"eu-west-1"'),
    "an alias": (
        {"aws": {"expressions": {"region": const("eu-west-1")}}, "aws.us": {"alias": "us", "expressions": {"region": const("us-east-1")}}},
        None,
        declared("aws_x.a", "aws.us"),
        '"us-east-1"',
    ),
    "a variable": (
        {"aws": {"expressions": {"region": refs("var.region")}}},
        {"region": {"value": "eu-west-2"}},
        declared("aws_x.a"),
        '"eu-west-2"',
    ),
    "no region": ({"aws": {"name": "aws"}}, None, declared("aws_x.a"), "?the provider's region is not written in the plan"),
    "a local": (
        {"aws": {"expressions": {"region": refs("local.region")}}},
        None,
        declared("aws_x.a"),
        "?the provider's region is not written in the plan",
    ),
}


@pytest.mark.parametrize("name", REGIONS)
def test_regions(name: str, tmp_path: Path) -> None:
    providers, variables, resource, expected = REGIONS[name]
    text = plan(change("aws_x.a"), config=module(resource), providers=providers, variables=variables or {})
    assert shown(load(tmp_path, text).resources[0].region) == expected


def test_the_region_a_resource_is_planned_with_comes_first(tmp_path: Path) -> None:
    providers = {"aws": {"expressions": {"region": const("eu-west-1")}}}
    text = plan(change("aws_x.a", {"region": "us-east-1"}), config=module(declared("aws_x.a")), providers=providers)
    assert shown(load(tmp_path, text).resources[0].region) == '"us-east-1"'


IN_MODULES: dict[str, tuple[Json, str, str]] = {
    "inherited": ({"aws": {"expressions": {"region": const("eu-west-1")}}}, "module.m:aws", '"eu-west-1"'),
    "of the module's own": (
        {"module.m:aws": {"module_address": "module.m", "expressions": {"region": refs("var.region")}}, "aws": {}},
        "module.m:aws",
        '"eu-north-1"',
    ),
    "one of several": (
        {"aws": {"expressions": {"region": const("eu-west-1")}}, "aws.us": {"expressions": {"region": const("us-east-1")}}},
        "module.m:aws",
        "?the provider's region is not written in the plan",
    ),
}


@pytest.mark.parametrize("name", IN_MODULES)
def test_regions_in_modules(name: str, tmp_path: Path) -> None:
    providers, key, expected = IN_MODULES[name]
    inner = module(declared("aws_x.a", key), variables={"region": None})
    config = module(calls={"m": called(inner, region=const("eu-north-1"))})
    unit = load(tmp_path, plan(change("module.m.aws_x.a"), config=config, providers=providers))
    assert shown(unit.resources[0].region) == expected


def test_root_outputs_leave_the_unit(tmp_path: Path) -> None:
    outputs = {"topic": refs("aws_x.a.arn"), "name": refs("aws_x.a.name"), "text": refs("aws_x.a.name", "var.v"), "new": refs("aws_x.a.id")}
    text = plan(
        change("aws_x.a", {"name": "n"}, unknown={"arn": True, "id": True}),
        config=module(declared("aws_x.a"), outputs=outputs),
        output_changes={
            "topic": {"actions": ["create"], "after_unknown": True, "after_sensitive": False},
            "name": {"actions": ["create"], "after": "n", "after_unknown": False, "after_sensitive": False},
            "text": {"actions": ["create"], "after": "n-v", "after_unknown": False, "after_sensitive": True},
            "gone": {"actions": ["delete"], "before": "x", "after": None, "after_unknown": False},
        },
    )
    unit = load(tmp_path, text)
    assert {export.label: shown(export.value) for export in unit.exports_of()} == {
        'output "topic"': "${aws_x.a.arn}...",
        'output "name"': '"n" <- aws_x.a.name',
        'output "text"': "?the value is marked as sensitive {aws_x.a.name}",
        'output "new"': "${aws_x.a.id}...",
    }
    escape = unit.escape(unit.resources[0], ("arn",))
    assert escape is not None
    assert escape.label == 'output "topic"'


def test_an_output_made_of_a_known_attribute_still_mentions_it(tmp_path: Path) -> None:
    text = plan(
        change("aws_x.a", {"arn": "arn:x"}, actions="no-op"),
        config=module(declared("aws_x.a"), outputs={"all": refs("aws_x.a.arn")}),
        output_changes={"all": {"actions": ["no-op"], "after": "arn:x/*", "after_unknown": False}},
    )
    unit = load(tmp_path, text)
    assert unit.escape(unit.resources[0], ("arn",)) is not None
    assert unit.spelled_out("arn:x/*") is not None


def test_outputs_of_a_state_leave_the_unit(tmp_path: Path) -> None:
    values = {"root_module": {"resources": [listed("aws_x.a", {})]}, "outputs": {"o": {"sensitive": False, "value": "v"}}}
    text = json.dumps({"format_version": "1.0", "values": values})
    assert [shown(export.value) for export in load(tmp_path, text).exports_of()] == ['"v"']


def test_parameters_for_other_code_leave_the_unit(tmp_path: Path) -> None:
    text = plan(
        change("aws_x.a", unknown={"arn": True}),
        change("aws_ssm_parameter.p", {"name": "/x"}, unknown={"value": True}),
        config=module(declared("aws_x.a"), declared("aws_ssm_parameter.p", name=const("/x"), value=refs("aws_x.a.arn"))),
    )
    assert [(export.label, shown(export.value)) for export in load(tmp_path, text).exports_of()] == [
        ("aws_ssm_parameter.p", "${aws_x.a.arn}...")
    ]
