"""Which resources a plan has, where they stand, what leaves it, and what is said of plans that cannot be trusted."""

import json
from pathlib import Path
from typing import Any

import pytest
from plan_json import attributes, called, change, const, declared, listed, load, module, plan, refs, shown

from obslint.source import SourceFile, Sources
from obslint.terraform.plan import load_plan, load_plan_text

Json = dict[str, Any]


def values(*resources: Json, children: tuple[Json, ...] = ()) -> Json:
    """The member `values` or `planned_values`."""
    return {"root_module": {"resources": list(resources), "child_modules": list(children)}}


def state(*resources: Json, children: tuple[Json, ...] = ()) -> Json:
    """The member `prior_state`."""
    return {"format_version": "1.0", "values": values(*resources, children=children)}


TABLE: dict[str, tuple[str, list[str]]] = {
    "creates, updates and what stays": (
        plan(change("aws_x.a"), change("aws_x.b", actions="update"), change("aws_x.c", actions="no-op")),
        ["aws_x.a", "aws_x.b", "aws_x.c"],
    ),
    "deletes": (plan(change("aws_x.a"), change("aws_x.b", actions="delete")), ["aws_x.a"]),
    "what Terraform forgets": (plan(change("aws_x.a"), change("aws_x.b", actions="forget")), ["aws_x.a"]),
    "replacements once": (
        plan(
            change("aws_x.a", actions="delete create"),
            change("aws_x.b", actions="create delete"),
            change("aws_x.c", actions="create forget"),
        ),
        ["aws_x.a", "aws_x.b", "aws_x.c"],
    ),
    "a deposed object beside its current one": (
        plan(change("aws_x.a"), change("aws_x.a", actions="delete", deposed="4f6c1a2b"), change("aws_x.a", actions="no-op", deposed="1")),
        ["aws_x.a"],
    ),
    "a plan that destroys everything": (plan(change("aws_x.a", actions="delete"), prior_state=state(listed("aws_x.a", {}))), []),
    "modules and keys as they are": (
        plan(change('module.a["x.y"].module.b[0].aws_x.a["k[1]"]'), change("module.a.aws_x.a[10]")),
        ['module.a["x.y"].module.b[0].aws_x.a["k[1]"]', "module.a.aws_x.a[10]"],
    ),
    "a data source that is read during apply": (plan(change("data.aws_d.a", actions="read")), ["data.aws_d.a"]),
    "data sources that were read before": (
        plan(
            change("aws_x.a"),
            prior_state=state(
                listed("data.aws_d.a", {"json": "{}"}),
                children=({"address": "module.m", "resources": [listed("module.m.data.aws_d.b", {})]},),
            ),
            config=module(declared("aws_x.a"), declared("data.aws_d.a"), calls={"m": called(module(declared("data.aws_d.b")))}),
        ),
        ["aws_x.a", "data.aws_d.a", "module.m.data.aws_d.b"],
    ),
    "data sources that are not configured any more": (
        plan(change("aws_x.a"), prior_state=state(listed("data.aws_d.a", {})), config=module(declared("aws_x.a"))),
        ["aws_x.a"],
    ),
    "what a targeted plan leaves alone": (
        plan(change("aws_x.a"), prior_state=state(listed("aws_x.a", {}), listed("aws_x.b", {})), config=module(declared("aws_x.b"))),
        ["aws_x.a", "aws_x.b"],
    ),
    "a plan that only refreshes": (plan(prior_state=state(listed("aws_x.a", {}))), ["aws_x.a"]),
    "a plan without changes listed": (
        plan(
            planned_values=values(listed("aws_x.a", {}), children=({"address": "module.m", "resources": [listed("module.m.aws_x.b", {})]},))
        ),
        ["aws_x.a", "module.m.aws_x.b"],
    ),
    "what such a plan may delete": (
        plan(planned_values=values(listed("aws_x.a", {})), prior_state=state(listed("aws_x.a", {}), listed("aws_x.b", {}))),
        ["aws_x.a"],
    ),
    "a state": (
        json.dumps(
            {"format_version": "1.0", "terraform_version": "1.9.5", "values": values(listed("aws_x.a", {}), listed("data.aws_d.a", {}))}
        ),
        ["aws_x.a", "data.aws_d.a"],
    ),
    "addresses of Terraform 0.12": (
        json.dumps(
            {
                "format_version": "0.1",
                "values": values(
                    {**listed("aws_x.a[1]", {}), "address": "aws_x.a"},
                    children=({"resources": [{**listed('aws_x.b["k"]', {}), "address": "aws_x.b"}], "address": "module.m"},),
                ),
            }
        ),
        ["aws_x.a[1]", 'module.m.aws_x.b["k"]'],
    ),
    "deferred changes": (
        plan(change("aws_x.a"), deferred_changes=[{"reason": "instance_count_unknown", "resource_change": change("aws_x.b")}]),
        ["aws_x.a", "aws_x.b"],
    ),
    "an address that is none": (plan(change("aws_x.a"), {**change("aws_x.b"), "address": "aws_x"}), ["aws_x.a"]),
    "elements that are none": (plan({"address": 5}, {"address": "aws_x.a"}, change("aws_x.b")), ["aws_x.b"]),  # type: ignore[arg-type]
    "nothing": (plan(), []),
}


@pytest.mark.parametrize("name", TABLE)
def test_resources(name: str, tmp_path: Path) -> None:
    text, expected = TABLE[name]
    unit = load(tmp_path, text)
    assert [resource.address for resource in unit.resources] == expected
    assert not unit.problems
    assert unit.dialect == "terraform"
    assert unit.path == "plan.json"


def test_types_tell_data_sources(tmp_path: Path) -> None:
    unit = load(tmp_path, plan(change("aws_x.a"), change("module.m.data.aws_d.b[0]", actions="read")))
    assert [resource.type for resource in unit.resources] == ["aws_x", "data.aws_d"]


def test_the_place_of_a_resource_is_its_address_in_the_plan(tmp_path: Path) -> None:
    text = json.dumps(json.loads(plan(change("aws_x.a", {"n": 1}), change('aws_x.b["k"]', {"n": 2}))), indent=2)
    first, second = load(tmp_path, text).resources
    assert first.header.text == "aws_x.a"
    assert second.header.text == r"aws_x.b[\"k\"]"
    assert str(second.header) == f"plan.json:{text[: text.index('aws_x.b')].count(chr(10)) + 1}:19"
    assert json.loads(second.extent.text)["change"]["after"] == {"n": 2}
    assert second.fields.header == second.header
    assert second.fields.entry("n") is None
    assert second.writer is None


def test_members_may_come_in_any_order(tmp_path: Path) -> None:
    text = plan(
        change("aws_x.b"),
        change("aws_x.a", unknown={"target": True}),
        config=module(declared("aws_x.b"), declared("aws_x.a", target=refs("aws_x.b")), declared("data.aws_d.a")),
        prior_state=state(listed("data.aws_d.a", {}), listed("aws_x.a", {})),
    )
    turned = json.dumps(dict(reversed(json.loads(text).items())))
    for order in (text, turned, json.dumps(json.loads(text), sort_keys=True)):
        unit = load(tmp_path, order)
        assert [resource.address for resource in unit.resources] == ["aws_x.b", "aws_x.a", "data.aws_d.a"]
        assert attributes(unit, "aws_x.a") == {"target": "${aws_x.b}..."}


def test_planned_values_alone_do_not_tell_what_is_unknown(tmp_path: Path) -> None:
    text = plan(
        planned_values=values(listed("aws_x.a", {}), listed("aws_x.b", {"name": "n", "kms": None, "topic": None})),
        config=module(declared("aws_x.a"), declared("aws_x.b", topic=refs("aws_x.a.arn"), missing=refs("aws_x.a.id"), kms=const(None))),
    )
    assert attributes(load(tmp_path, text), "aws_x.b") == {
        "name": '"n"',
        "kms": "null",
        "topic": "${aws_x.a}...",
        "missing": "${aws_x.a}...",
    }


def test_a_deferred_resource_may_not_exist(tmp_path: Path) -> None:
    text = plan(deferred_changes=[{"reason": "instance_count_unknown", "resource_change": change("aws_x.b", {"n": 1})}])
    (resource,) = load(tmp_path, text).resources
    assert shown(resource.presence) == "?its change is deferred to a later plan (instance count unknown)"
    assert shown(resource.fields["n"]) == "1"


GAPS = {
    "a newer format": (
        plan(change("aws_x.a"), version="2.1"),
        "its format_version is 2.1, newer than the 1.x that is understood; it may be misread",
    ),
    "a plan that is not complete": (
        plan(change("aws_x.a"), complete=False),
        "the plan is not complete: it was made with -target, or some of its changes are deferred",
    ),
    "a plan that failed": (plan(change("aws_x.a"), errored=True), "planning ended with an error, so that resources may be missing"),
}


@pytest.mark.parametrize("name", GAPS)
def test_gaps(name: str, tmp_path: Path) -> None:
    text, reason = GAPS[name]
    unit = load(tmp_path, text)
    assert [(gap.subject, gap.reason) for gap in unit.gaps] == [("plan.json", reason)]
    assert len(unit.resources) == 1


@pytest.mark.parametrize("version", ["0.1", "1.0", "1.2"])
def test_known_formats_are_no_gap(version: str, tmp_path: Path) -> None:
    assert load(tmp_path, plan(change("aws_x.a"), complete=True, errored=False, version=version)).gaps == ()


BROKEN = {
    "cut off in a text": (
        '{"format_version": "1.2",\n "planned_values": {"root',
        "2:25",
        "the plan is cut off: the file ends in the middle of a value",
    ),
    "cut off between members": ('{"format_version": "1.2",', "1:25", "the plan is cut off: the file ends in the middle of a value"),
    "cut off in a list": (
        '{"resource_changes": [{"address": "a.b"},',
        "1:41",
        "the plan is cut off: the file ends in the middle of a value",
    ),
    "cut off in a word": ('{"errored": tru', "1:15", "the plan is cut off: the file ends in the middle of a value"),
    "a comma too many": ('{"resource_changes": [\n{},\n]}', "3:1", "this is not JSON: expecting value"),
    "a missing comma": ('{"resource_changes": []\n "variables": {}}', "2:2", "this is not JSON: expecting ',' delimiter or '}'"),
    "text behind it": ('{"resource_changes": []}\nDone', "2:1", "this is not JSON: text after the end of the document"),
    "a log line before it": ('Note: x\n{"resource_changes": []}', "1:1", "this is not JSON: expecting value"),
    "nothing": (" \n", "1:1", "this is not JSON: the file is empty"),
    "another document": ('{"name": "x", "version": "1"}', "1:1", "this is not a plan: it has neither resource_changes nor planned_values"),
    "a list": ("[1]", "1:1", "this is not a plan: it has neither resource_changes nor planned_values"),
    "a number of many digits": ('{"resource_changes": [' + "1" * 5000 + "]}", "1:23", None),
    "too deep": ('{"resource_changes": [' + "[" * 100_000 + "]}", "1:23", "this is not JSON: the values are nested too deep to be read"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_problems(name: str, tmp_path: Path) -> None:
    text, place, message = BROKEN[name]
    unit = load(tmp_path, text)
    (problem,) = unit.problems
    assert str(problem.place) == f"plan.json:{place}"
    assert message is None or problem.message == message
    assert problem.remedy == "write it again with terraform show -json PLANFILE > plan.json"
    assert unit.resources == ()


def test_a_file_that_cannot_be_read_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes("{}".encode("utf-16"))
    unit = load_plan(Sources(tmp_path), tmp_path / "plan.json")
    assert [gap.subject for gap in unit.gaps] == ["plan.json"]
    assert "UTF-8" in unit.gaps[0].reason
    assert load_plan(Sources(tmp_path), tmp_path / "none.json").gaps[0].subject == "none.json"


def test_a_plan_from_standard_input() -> None:
    unit = load_plan_text(SourceFile("<stdin>", plan(change("aws_x.a", {"n": 1}))))
    assert unit.path == "<stdin>"
    assert attributes(unit, "aws_x.a") == {"n": "1"}
