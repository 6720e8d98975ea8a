"""Following references through modules, variables, outputs, `each` and `count` to the instances of resources."""

from pathlib import Path
from typing import Any

import pytest
from plan_json import attributes, called, change, const, declared, load, module, plan, refs

from obslint.model import Unknown

Json = dict[str, Any]

APPLY = "is known only after apply"


def topic(address: str, **after: Any) -> Json:
    """A topic that is yet to be made."""
    return change(address, after, unknown={"arn": True, "id": True})


def alarm(address: str) -> Json:
    """An alarm whose actions are unknown."""
    return change(address, unknown={"actions": True})


TOPICS = module(declared("aws_sns_topic.t", name=refs("var.name")), outputs={"arn": refs("aws_sns_topic.t.arn"), "name": refs("var.name")})
"""A module with a topic."""

SINK = module(declared("aws_alarm.a", actions=refs("var.actions")), variables={"actions": None})
"""A module with an alarm whose actions are handed in."""


def in_root(**expressions: Any) -> Json:
    """The declaration of an alarm in the root."""
    return declared("aws_alarm.a", **expressions)


CASES: dict[str, tuple[list[Json], Json, str, str]] = {
    "an instance by its number": (
        [topic("aws_sns_topic.t[0]"), topic("aws_sns_topic.t[1]"), alarm("aws_alarm.a")],
        module(declared("aws_sns_topic.t", _count=const(2)), in_root(actions=refs("aws_sns_topic.t[1].arn"))),
        "aws_alarm.a",
        "${aws_sns_topic.t[1].arn}...",
    ),
    "an instance by its key": (
        [topic('aws_sns_topic.t["a.b"]'), topic('aws_sns_topic.t["c"]'), alarm("aws_alarm.a")],
        module(declared("aws_sns_topic.t", _for_each=const({})), in_root(actions=refs('aws_sns_topic.t["a.b"].arn'))),
        "aws_alarm.a",
        '${aws_sns_topic.t["a.b"].arn}...',
    ),
    "the only instance": (
        [topic("aws_sns_topic.t[0]"), alarm("aws_alarm.a")],
        module(declared("aws_sns_topic.t", _count=const(1)), in_root(actions=refs("aws_sns_topic.t"))),
        "aws_alarm.a",
        "${aws_sns_topic.t[0]}...",
    ),
    "a splat is all instances": (
        [topic("aws_sns_topic.t[0]"), topic("aws_sns_topic.t[1]"), alarm("aws_alarm.a")],
        module(declared("aws_sns_topic.t", _count=const(2)), in_root(actions=refs("aws_sns_topic.t"))),
        "aws_alarm.a",
        f"?aws_alarm.a.actions {APPLY} {{aws_sns_topic.t[0], aws_sns_topic.t[1]}}",
    ),
    "count.index is the instance of the same number": (
        [topic("aws_sns_topic.t[0]"), topic("aws_sns_topic.t[1]"), alarm("aws_alarm.a[0]"), alarm("aws_alarm.a[1]")],
        module(declared("aws_sns_topic.t"), in_root(actions=refs("aws_sns_topic.t", "count.index"), _count=const(2))),
        "aws_alarm.a[1]",
        "${aws_sns_topic.t[1]}...",
    ),
    "each.key is the instance of the same key": (
        [topic('aws_sns_topic.t["x"]'), topic('aws_sns_topic.t["y"]'), alarm('aws_alarm.a["x"]'), alarm('aws_alarm.a["y"]')],
        module(declared("aws_sns_topic.t"), in_root(actions=refs("aws_sns_topic.t", "each.key"), _for_each=const({}))),
        'aws_alarm.a["y"]',
        '${aws_sns_topic.t["y"]}...',
    ),
    "each.value of something else may be any": (
        [topic('aws_sns_topic.t["x"]'), topic('aws_sns_topic.t["y"]'), alarm('aws_alarm.a["x"]')],
        module(declared("aws_sns_topic.t"), in_root(actions=refs("aws_sns_topic.t", "each.value.topic"), _for_each=const({}))),
        'aws_alarm.a["x"]',
        f'?aws_alarm.a["x"].actions {APPLY} {{aws_sns_topic.t["x"], aws_sns_topic.t["y"]}}',
    ),
    "each.value over a resource is its instance": (
        [topic('aws_sns_topic.t["x"]'), topic('aws_sns_topic.t["y"]'), alarm('aws_alarm.a["y"]')],
        module(declared("aws_sns_topic.t"), in_root(actions=refs("each.value.arn"), _for_each=refs("aws_sns_topic.t"))),
        'aws_alarm.a["y"]',
        '${aws_sns_topic.t["y"].arn}...',
    ),
    "each.value over a map that is built": (
        [topic("aws_sns_topic.s"), topic("aws_sns_topic.t"), alarm('aws_alarm.a["y"]')],
        module(
            declared("aws_sns_topic.s"), in_root(actions=refs("each.value"), _for_each=refs("aws_sns_topic.t.arn", "aws_sns_topic.s.arn"))
        ),
        'aws_alarm.a["y"]',
        f'?aws_alarm.a["y"].actions {APPLY} {{aws_sns_topic.t.arn, aws_sns_topic.s.arn}}',
    ),
    "an argument of the module": (
        [topic("aws_sns_topic.t"), alarm("module.m.aws_alarm.a")],
        module(declared("aws_sns_topic.t"), calls={"m": called(SINK, actions=refs("aws_sns_topic.t.arn"))}),
        "module.m.aws_alarm.a",
        "${aws_sns_topic.t.arn}...",
    ),
    "an argument that is a whole resource": (
        [topic("aws_sns_topic.t"), alarm("module.m.aws_alarm.a")],
        module(
            declared("aws_sns_topic.t"),
            calls={"m": called(module(declared("aws_alarm.a", actions=refs("var.topic.arn"))), topic=refs("aws_sns_topic.t"))},
        ),
        "module.m.aws_alarm.a",
        "${aws_sns_topic.t.arn}...",
    ),
    "an argument through two modules": (
        [topic("aws_sns_topic.t"), alarm("module.m.module.n.aws_alarm.a")],
        module(
            declared("aws_sns_topic.t"),
            calls={"m": called(module(calls={"n": called(SINK, actions=refs("var.topic"))}), topic=refs("aws_sns_topic.t.arn"))},
        ),
        "module.m.module.n.aws_alarm.a",
        "${aws_sns_topic.t.arn}...",
    ),
    "an argument with each.key of the call": (
        [topic('aws_sns_topic.t["x"]'), topic('aws_sns_topic.t["y"]'), alarm('module.m["y"].aws_alarm.a')],
        module(
            declared("aws_sns_topic.t"), calls={"m": called(SINK, actions=refs("aws_sns_topic.t", "each.key"), _for_each=const(["x", "y"]))}
        ),
        'module.m["y"].aws_alarm.a',
        '${aws_sns_topic.t["y"]}...',
    ),
    "an argument that is not passed": (
        [alarm("module.m.aws_alarm.a")],
        module(calls={"m": called(SINK)}),
        "module.m.aws_alarm.a",
        f"?module.m.aws_alarm.a.actions {APPLY}",
    ),
    "an output": (
        [topic("module.t.aws_sns_topic.t"), alarm("aws_alarm.a")],
        module(in_root(actions=refs("module.t.arn")), calls={"t": called(TOPICS)}),
        "aws_alarm.a",
        "${module.t.aws_sns_topic.t.arn}...",
    ),
    "an output of one instance of a module": (
        [topic('module.t["x"].aws_sns_topic.t'), topic('module.t["y"].aws_sns_topic.t'), alarm("aws_alarm.a")],
        module(in_root(actions=refs('module.t["y"].arn')), calls={"t": called(TOPICS, _for_each=const(["x", "y"]))}),
        "aws_alarm.a",
        '${module.t["y"].aws_sns_topic.t.arn}...',
    ),
    "an output of the instance with the same key": (
        [topic("module.t[0].aws_sns_topic.t"), topic("module.t[1].aws_sns_topic.t"), alarm("aws_alarm.a[1]")],
        module(in_root(actions=refs("module.t", "count.index")), calls={"t": called(TOPICS, _count=const(2))}),
        "aws_alarm.a[1]",
        "${module.t[1].aws_sns_topic.t.arn}...",
    ),
    "an output of all instances": (
        [topic("module.t[0].aws_sns_topic.t"), topic("module.t[1].aws_sns_topic.t"), alarm("aws_alarm.a")],
        module(in_root(actions=refs("module.t")), calls={"t": called(TOPICS, _count=const(2))}),
        "aws_alarm.a",
        f"?aws_alarm.a.actions {APPLY} {{module.t[0].aws_sns_topic.t.arn, module.t[1].aws_sns_topic.t.arn}}",
    ),
    "an output handed to another module": (
        [topic("module.t.aws_sns_topic.t"), alarm("module.m[0].aws_alarm.a")],
        module(calls={"t": called(TOPICS), "m": called(SINK, actions=refs("module.t.arn"), _count=const(1))}),
        "module.m[0].aws_alarm.a",
        "${module.t.aws_sns_topic.t.arn}...",
    ),
    "an output that hands on an argument": (
        [topic("aws_sns_topic.t"), alarm("aws_alarm.a")],
        module(
            declared("aws_sns_topic.t"),
            in_root(actions=refs("module.p.out")),
            calls={"p": called(module(outputs={"out": refs("var.it")}), it=refs("aws_sns_topic.t.arn"))},
        ),
        "aws_alarm.a",
        "${aws_sns_topic.t.arn}...",
    ),
    "a data source that is read during apply": (
        [change("data.aws_doc.d", unknown={"json": True}, actions="read"), alarm("aws_alarm.a")],
        module(declared("data.aws_doc.d"), in_root(actions=refs("data.aws_doc.d.json"))),
        "aws_alarm.a",
        "${data.aws_doc.d.json}...",
    ),
    "a part of an attribute": (
        [change("aws_x.x", {"list": [{"b": 1}]}, unknown={"list": [{"arn": True}]}), alarm("aws_alarm.a")],
        module(declared("aws_x.x"), in_root(actions=refs("aws_x.x.list[0].arn"))),
        "aws_alarm.a",
        "${aws_x.x.list[0].arn}...",
    ),
    "modules that hand each other their outputs in a circle": (
        [alarm("aws_alarm.a")],
        module(
            in_root(actions=refs("module.p.out")),
            calls={name: called(module(outputs={"out": refs("var.it")}), it=refs(f"module.{other}.out")) for name, other in ("pq", "qp")},
        ),
        "aws_alarm.a",
        f"?aws_alarm.a.actions {APPLY}, by more than 40 names in a row, which the plan does not explain; pass --source",
    ),
}


BLIND: dict[str, tuple[list[Json], Json, str, set[str]]] = {
    "a local may be anything that its module knows": (
        [topic("aws_sns_topic.t"), topic("module.t.aws_sns_topic.t"), topic("module.t.aws_sns_topic.hidden"), alarm("aws_alarm.a")],
        module(declared("aws_sns_topic.t"), in_root(actions=refs("local.topic")), calls={"t": called(TOPICS)}),
        "aws_alarm.a",
        {"aws_sns_topic.t", "module.t.aws_sns_topic.t.arn"},
    ),
    "or what is handed to it": (
        [topic("aws_sns_topic.s"), topic("aws_sns_topic.t"), alarm("module.m.aws_alarm.a")],
        module(calls={"m": called(module(in_root(actions=refs("local.topic"))), topics=refs("aws_sns_topic.t.arn"))}),
        "module.m.aws_alarm.a",
        {"aws_sns_topic.t.arn"},
    ),
    "by a local of its caller": (
        [topic("aws_sns_topic.s"), topic("aws_sns_topic.t"), alarm("module.m.aws_alarm.a")],
        module(calls={"m": called(module(in_root(actions=refs("local.topic"))), topics=refs("local.all"))}),
        "module.m.aws_alarm.a",
        {"aws_sns_topic.s", "aws_sns_topic.t"},
    ),
}


@pytest.mark.parametrize("name", BLIND)
def test_what_cannot_be_followed(name: str, tmp_path: Path) -> None:
    changes, config, address, expected = BLIND[name]
    unit = load(tmp_path, plan(*changes, config=config))
    value = next(found for found in unit.resources if found.address == address).fields["actions"]
    assert isinstance(value, Unknown)
    assert {str(reference) for reference in value.mentions} == expected


@pytest.mark.parametrize("name", CASES)
def test_following(name: str, tmp_path: Path) -> None:
    changes, config, address, expected = CASES[name]
    assert attributes(load(tmp_path, plan(*changes, config=config)), address) == {"actions": expected}


def test_a_known_value_links_to_the_instance_it_came_from(tmp_path: Path) -> None:
    topics = [change(f"aws_sns_topic.t[{i}]", {"arn": f"arn:{i}"}, actions="no-op") for i in (0, 1)]
    alarms = [change(f"aws_alarm.a[{i}]", {"actions": [f"arn:{1 - i}"]}) for i in (0, 1)]
    config = module(declared("aws_sns_topic.t"), declared("aws_alarm.a", actions=refs("aws_sns_topic.t")))
    unit = load(tmp_path, plan(*topics, *alarms, config=config))
    assert attributes(unit, "aws_alarm.a[0]") == {"actions": '["arn:1" <- aws_sns_topic.t[1].arn]'}
    assert attributes(unit, "aws_alarm.a[1]") == {"actions": '["arn:0" <- aws_sns_topic.t[0].arn]'}


def test_references_point_at_the_resources_of_the_unit(tmp_path: Path) -> None:
    config = module(declared("aws_sns_topic.t"), in_root(actions=refs("aws_sns_topic.t.arn")))
    unit = load(tmp_path, plan(topic("aws_sns_topic.t"), alarm("aws_alarm.a"), config=config))
    made, user = unit.resources
    assert unit.mentions(made) == (user,)
    assert unit.mentions(user) == ()


def test_depends_on_names_the_instances(tmp_path: Path) -> None:
    config = module(declared("aws_sns_topic.t"), {**in_root(), "depends_on": ["aws_sns_topic.t", "module.m", "aws_x.gone", 5]})
    unit = load(tmp_path, plan(topic("aws_sns_topic.t[0]"), topic("aws_sns_topic.t[1]"), alarm("aws_alarm.a"), config=config))
    first, second, user = unit.resources
    assert [reference.resource for reference in user.depends_on] == [first, second]
    assert first.depends_on == ()
