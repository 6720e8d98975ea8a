"""What the attributes of planned resources are, one table for each kind of value."""

import json
from pathlib import Path
from typing import Any

import pytest
from plan_json import attributes, change, const, declared, load, module, plan, refs

TOPIC = change("aws_sns_topic.a", {"name": "alarms"}, unknown={"arn": True, "id": True})
OTHER = change("aws_sns_topic.b", {"name": "other"}, unknown={"arn": True, "id": True})
GROUP = change("aws_cloudwatch_log_group.g", {"name": "/orders", "retention_in_days": 30, "arn": "arn:aws:logs:g"}, unknown={"id": True})
DECLARED = [declared(address) for address in ("aws_sns_topic.a", "aws_sns_topic.b", "aws_cloudwatch_log_group.g")]

APPLY = "is known only after apply"
UNEXPLAINED = f"{APPLY}, by local.name, which the plan does not explain; pass --source"
EVERYTHING = "aws_sns_topic.a, aws_sns_topic.b, aws_cloudwatch_log_group.g"

VALUES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], dict[str, str]]] = {
    "scalars are known": (
        {"text": "a", "number": 30, "fraction": 1.5, "yes": True, "empty": ""},
        {},
        {"text": const("a")},
        {"text": '"a"', "number": "30", "fraction": "1.5", "yes": "true", "empty": '""'},
    ),
    "null is absent": ({"kms_key_id": None}, {}, {}, {"kms_key_id": "null"}),
    "what the provider computes is not an attribute": ({"name": "n"}, {"arn": True, "id": True}, {"name": const("n")}, {"name": '"n"'}),
    "a computed value that is known is one": (
        {"arn": "arn:aws:x", "name": "n"},
        {},
        {"name": const("n")},
        {"arn": '"arn:aws:x"', "name": '"n"'},
    ),
    "one reference is what an unknown value is made of": (
        {},
        {"actions": True},
        {"actions": refs("aws_sns_topic.a.arn")},
        {"actions": "${aws_sns_topic.a.arn}..."},
    ),
    "an old plan names the resource only": (
        {},
        {"actions": True},
        {"actions": {"references": ["aws_sns_topic.a"]}},
        {"actions": "${aws_sns_topic.a}..."},
    ),
    "several unknown references leave it open": (
        {},
        {"actions": True},
        {"actions": refs("aws_sns_topic.a.arn", "aws_sns_topic.b.arn")},
        {"actions": f"?aws_x.y.actions {APPLY} {{aws_sns_topic.a.arn, aws_sns_topic.b.arn}}"},
    ),
    "the same reference twice is one": (
        {},
        {"actions": True},
        {"actions": refs("aws_sns_topic.a.arn", "aws_sns_topic.a.arn")},
        {"actions": "${aws_sns_topic.a.arn}..."},
    ),
    "settled words beside it do not matter": (
        {},
        {"name": True},
        {"name": refs("var.prefix", "aws_sns_topic.a.id", "path.module", "count.index")},
        {"name": "${aws_sns_topic.a.id}..."},
    ),
    "a known attribute of another managed resource does": (
        {},
        {"name": True},
        {"name": refs("aws_sns_topic.a.id", "aws_sns_topic.b.name")},
        {"name": f"?aws_x.y.name {APPLY} {{aws_sns_topic.a.id, aws_sns_topic.b.name}}"},
    ),
    "a local is not in a plan and may be anything in its module": (
        {},
        {"name": True},
        {"name": refs("local.name")},
        {"name": f"?aws_x.y.name {UNEXPLAINED} {{{EVERYTHING}}}"},
    ),
    "a local beside a reference leaves it open": (
        {},
        {"name": True},
        {"name": refs("aws_sns_topic.a.id", "local.name")},
        {"name": f"?aws_x.y.name {UNEXPLAINED} {{aws_sns_topic.a.id, {EVERYTHING}}}"},
    ),
    "an expression without references": ({}, {"name": True}, {"name": {}}, {"name": f"?aws_x.y.name {APPLY}"}),
    "a reference to what is not planned": (
        {},
        {"name": True},
        {"name": refs("aws_sns_topic.gone.arn")},
        {"name": f"?aws_x.y.name {APPLY}"},
    ),
    "a known value carries the reference it came by": (
        {"log_group": "/orders", "target": "arn:aws:logs:g"},
        {},
        {"log_group": refs("aws_cloudwatch_log_group.g.name"), "target": {"references": ["aws_cloudwatch_log_group.g"]}},
        {
            "log_group": '"/orders" <- aws_cloudwatch_log_group.g.name',
            "target": '"arn:aws:logs:g" <- aws_cloudwatch_log_group.g.arn',
        },
    ),
    "but not when it became another text": (
        {"log_group": "/orders/web"},
        {},
        {"log_group": refs("aws_cloudwatch_log_group.g.name")},
        {"log_group": '"/orders/web"'},
    ),
    "numbers carry no reference": ({"days": 30}, {}, {"days": refs("aws_cloudwatch_log_group.g.retention_in_days")}, {"days": "30"}),
    "each item of a list carries its own": (
        {"names": ["/orders", "other", "third"]},
        {},
        {"names": refs("aws_cloudwatch_log_group.g.name", "aws_sns_topic.b.name")},
        {"names": '["/orders" <- aws_cloudwatch_log_group.g.name, "other" <- aws_sns_topic.b.name, "third"]'},
    ),
    "unknown items stand in their place": (
        {"arns": ["arn:aws:x", None]},
        {"arns": [False, True]},
        {"arns": refs("aws_sns_topic.a.arn")},
        {"arns": '["arn:aws:x", ${aws_sns_topic.a.arn}...]'},
    ),
    "maps": (
        {"tags": {"Team": "orders"}},
        {"tags": {"Topic": True}},
        {"tags": refs("aws_sns_topic.a.id")},
        {"tags": '{Team: "orders", Topic: ${aws_sns_topic.a.id}...}'},
    ),
    "tags are those that the provider adds, too": (
        {"tags": {"Team": "a"}, "tags_all": {"Team": "a", "Stage": "prod"}},
        {},
        {"tags": const({"Team": "a"})},
        {"tags": '{Team: "a", Stage: "prod"}', "tags_all": '{Team: "a", Stage: "prod"}'},
    ),
    "tags of their own while all tags are unknown": (
        {"tags": {"Team": "a"}},
        {"tags_all": True},
        {"tags": const({"Team": "a"})},
        {"tags": '{Team: "a"}'},
    ),
    "a map that is unknown as a whole": ({}, {"tags": True}, {"tags": refs("aws_sns_topic.a.tags_all")}, {"tags": "${aws_sns_topic.a}..."}),
}


@pytest.mark.parametrize("name", VALUES)
def test_attributes(name: str, tmp_path: Path) -> None:
    after, unknown, expressions, expected = VALUES[name]
    text = plan(
        TOPIC, OTHER, GROUP, change("aws_x.y", after, unknown=unknown), config=module(*DECLARED, declared("aws_x.y", **expressions))
    )
    assert attributes(load(tmp_path, text), "aws_x.y") == expected


BLOCKS: dict[str, tuple[Any, Any, Any, str]] = {
    "one block": (
        [{"enabled": True, "prefix": None}],
        [{"bucket": True}],
        [{"enabled": const(True), "bucket": refs("aws_sns_topic.a.id")}],
        "[{enabled: true, prefix: null, bucket: ${aws_sns_topic.a.id}...}]",
    ),
    "what the provider computes in it is left out": ([{"enabled": True}], [{"id": True}], [{"enabled": const(True)}], "[{enabled: true}]"),
    "no block": ([], [], None, "[]"),
    "blocks inside blocks": (
        [{"metric": [{"name": "Errors"}]}],
        [{"metric": [{"topic": True}]}],
        [{"metric": [{"name": const("Errors"), "topic": refs("aws_sns_topic.a.arn")}]}],
        '[{metric: [{name: "Errors", topic: ${aws_sns_topic.a.arn}...}]}]',
    ),
    "blocks of a set are known by their constants": (
        [{"id": "m1"}, {"id": "m2"}],
        [{"topic": True}, {"topic": True}],
        [
            {"id": const("m2"), "topic": refs("aws_sns_topic.b.arn")},
            {"id": const("m1"), "topic": refs("aws_sns_topic.a.arn")},
        ],
        '[{id: "m1", topic: ${aws_sns_topic.a.arn}...}, {id: "m2", topic: ${aws_sns_topic.b.arn}...}]',
    ),
    "blocks that cannot be told apart share their references": (
        [{"on": True}, {"on": True}],
        [{"topic": True}, {"topic": True}],
        [{"on": const(True), "topic": refs("aws_sns_topic.a.arn")}, {"on": const(True), "topic": refs("aws_sns_topic.b.arn")}],
        "[{on: true, topic: ?aws_x.y.block[0].topic is known only after apply {aws_sns_topic.a.arn, aws_sns_topic.b.arn}}, "
        "{on: true, topic: ?aws_x.y.block[1].topic is known only after apply {aws_sns_topic.a.arn, aws_sns_topic.b.arn}}]",
    ),
    "dynamic blocks are not in the configuration": (
        [{"on": True}],
        [{"topic": True}],
        None,
        "[{on: true, topic: ?aws_x.y.block[0].topic is known only after apply {aws_sns_topic.a, aws_sns_topic.b}}]",
    ),
    "nor beside a static one": (
        [{"on": True}, {"on": False}],
        [{}, {"topic": True}],
        [{"on": const(True), "topic": refs("aws_sns_topic.a.arn")}],
        "[{on: true}, {on: false, topic: ?aws_x.y.block[1].topic is known only after apply {aws_sns_topic.a, aws_sns_topic.b}}]",
    ),
    "a block that is no list": (
        {"create": "5m"},
        {"topic": True},
        {"create": const("5m"), "topic": refs("aws_sns_topic.a.arn")},
        '{create: "5m", topic: ${aws_sns_topic.a.arn}...}',
    ),
    "an attribute called references": (
        [{"references": "x"}],
        [{}],
        [{"references": const("x")}],
        '[{references: "x"}]',
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str, tmp_path: Path) -> None:
    after, unknown, written, expected = BLOCKS[name]
    expressions = {} if written is None else {"block": written}
    config = module(*DECLARED, declared("aws_x.y", name=const("n"), **expressions))
    text = plan(TOPIC, OTHER, change("aws_x.y", {"block": after}, unknown={"block": unknown}), config=config)
    assert attributes(load(tmp_path, text), "aws_x.y") == {"block": expected}


SENSITIVE: dict[str, tuple[Any, Any, Any, str]] = {
    "texts are not shown": ("hunter2", True, None, "?the value is marked as sensitive"),
    "booleans and numbers may be": ([True, 5, "x"], True, None, "[true, 5, ?the value is marked as sensitive]"),
    "null gives nothing away": (None, True, None, "null"),
    "a part": ({"user": "u", "password": "p"}, {"password": True}, None, '{user: "u", password: ?the value is marked as sensitive}'),
    "a part of a block": ([{"user": "u", "key": "k"}], [{"key": True}], None, '[{user: "u", key: ?the value is marked as sensitive}]'),
    "references may be told": ("hunter2", True, refs("aws_sns_topic.b.name"), "?the value is marked as sensitive {aws_sns_topic.b.name}"),
    "nothing is sensitive": ("plain", False, None, '"plain"'),
}


@pytest.mark.parametrize("name", SENSITIVE)
def test_sensitive_values(name: str, tmp_path: Path) -> None:
    after, sensitive, written, expected = SENSITIVE[name]
    config = module(*DECLARED, declared("aws_x.y", **({} if written is None else {"secret": written})))
    text = plan(OTHER, change("aws_x.y", {"secret": after}, sensitive={"secret": sensitive}), config=config)
    assert attributes(load(tmp_path, text), "aws_x.y") == {"secret": expected}


def test_a_plan_without_configuration_does_not_tell_what_is_computed(tmp_path: Path) -> None:
    unit = load(tmp_path, plan(change("aws_x.y", {"name": "n"}, unknown={"arn": True}), change("aws_x.z")))
    assert attributes(unit, "aws_x.y") == {"name": '"n"', "arn": "?aws_x.y.arn is known only after apply {aws_x.z}"}


def test_a_block_that_is_never_computed_comes_from_a_dynamic_one(tmp_path: Path) -> None:
    unknown = {"access_logs": True, "arn": True}
    text = plan(TOPIC, change("aws_lb.l", unknown=unknown), change("aws_lambda_function.f", unknown={"tracing_config": True}))
    config = module(*DECLARED, declared("aws_lb.l"), declared("aws_lambda_function.f"))
    unit = load(tmp_path, json.dumps({**json.loads(text), "configuration": {"root_module": config}}))
    found = attributes(unit, "aws_lb.l")
    assert found == {"access_logs": "?aws_lb.l.access_logs is known only after apply {aws_sns_topic.a, aws_lambda_function.f}"}
    assert attributes(unit, "aws_lambda_function.f") == {}


def test_escaped_and_broken_characters(tmp_path: Path) -> None:
    text = plan(change("aws_x.y", {"text": "N"})).replace('"N"', r'"\u00e9 \ud83d\ude00 \ud800"')
    value = attributes(load(tmp_path, text), "aws_x.y")["text"]
    assert value == r'"\u00e9 \ud83d\ude00 \ufffd"'
