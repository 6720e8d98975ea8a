"""Telling plans from other JSON, moving through JSON text, and taking addresses apart."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plan_json import called, change, const, declared, listed, load, module, plan, refs

from obslint.model import Known, references
from obslint.source import Sources
from obslint.terraform.plan import looks_like_plan
from obslint.terraform.plan.address import key_value, parse_address, parse_module, prefix_of, words
from obslint.terraform.plan.document import KEPT_CHARACTERS
from obslint.terraform.plan.index import read_document
from obslint.terraform.plan.load import planned_unit
from obslint.terraform.plan.scan import PlanSyntaxError, Scanner

PLAN = plan(change("aws_x.a"), config=module(declared("aws_x.a")))
STATE = json.dumps({"format_version": "1.0", "terraform_version": "1.9.5", "values": {"root_module": {"resources": []}}})

TEXTS = {
    "a plan": (PLAN, True),
    "a plan on many lines": (json.dumps(json.loads(PLAN), indent=2), True),
    "a plan with its members sorted": (json.dumps(json.loads(PLAN), sort_keys=True, indent="\t"), True),
    "a plan that is cut off": (PLAN[:200], True),
    "a sorted plan that is cut off": (json.dumps(dict(reversed(json.loads(PLAN).items())))[:-5], True),
    "a plan without changes": (plan(), True),
    "a state": (STATE, True),
    "a state with its members sorted": (json.dumps(json.loads(STATE), sort_keys=True), True),
    "a CloudFormation template": (
        '{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {"planned_values": {"format_version": "1"}}}',
        False,
    ),
    "a template that speaks of plans": ('{"Resources": {}, "Description": "\\"format_version\\" \\"resource_changes\\""}', False),
    "package.json": ('{"name": "x", "version": "1.0.0", "dependencies": {}}', False),
    "provider schemas": ('{"format_version": "1.0", "provider_schemas": {"aws": {}}}', False),
    "function signatures": ('{"format_version": "1.0", "function_signatures": {}}', False),
    "what validate says": ('{"format_version": "1.0", "valid": true, "diagnostics": []}', False),
    "a plan inside something else": (f'{{"plan": {PLAN}}}', False),
    "a list of plans": (f"[{PLAN}]", False),
    "log lines": ('{"@level": "info", "terraform": "1.9.5", "ui": "1.2", "type": "version"}\n{"@level": "info"}', False),
    "HCL": ('resource "a" "b" {\n  format_version = "1"\n}\n', False),
    "nothing": ("", False),
}


@pytest.mark.parametrize("name", TEXTS)
def test_plans_are_known_by_their_members(name: str) -> None:
    text, expected = TEXTS[name]
    assert looks_like_plan(text) is expected


def walked(text: str) -> list[tuple[str, Any]]:
    """The members of the outermost object, by their offsets."""
    scanner, table = Scanner(text), dict[str, int]()
    assert scanner.members(scanner.space(0), lambda key, at: table.setdefault(key, at) and scanner.pass_over(key, at)) <= len(text)
    return [(key, scanner.value(at)[0]) for key, at in table.items()]


DOCUMENTS = [
    "{}",
    '{"a": 1, "b": [1, {"c": "}"}], "d\\u0041": "\\"]"}',
    ' {\n "resources" : [ { } , {"values": {"a": []}} ] ,\t"x":null}\n',
    '{"root_module": {"child_modules": [{"resources": [{}], "child_modules": []}], "module_calls": {"a": {"module": {}}, "b": 1}}}',
    '{"values": 5, "resources": {}, "child_modules": {}, "module_calls": []}',
]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_members_are_found_where_they_stand(text: str) -> None:
    assert dict(walked(text)) == json.loads(text)


@pytest.mark.parametrize(
    "text", ['{"values": [}', '{"resources": [{]', '{"root_module": {"a" 1}}', '{"values": {1: 2}}', '{"module_calls": {"a": [1 2]}}']
)
def test_large_members_are_checked_too(text: str) -> None:
    with pytest.raises(PlanSyntaxError):
        walked(text)


ADDRESSES = {
    "aws_x.a": ((), "aws_x", "a", ""),
    "aws_x.a[0]": ((), "aws_x", "a", "[0]"),
    'aws_x.a["b.c"]': ((), "aws_x", "a", '["b.c"]'),
    'aws_x.a["b\\"]"]': ((), "aws_x", "a", '["b\\"]"]'),
    "data.aws_x.a": ((), "data.aws_x", "a", ""),
    "module.m.aws_x.a": ((("m", ""),), "aws_x", "a", ""),
    'module.m["x.y"].module.n[0].data.aws_x.a["k"]': ((("m", '["x.y"]'), ("n", "[0]")), "data.aws_x", "a", '["k"]'),
    "module.module.aws_x.a": ((("module", ""),), "aws_x", "a", ""),
    "aws_x.a[*]": ((), "aws_x", "a", "[*]"),
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses(text: str) -> None:
    found = parse_address(text)
    assert found is not None
    assert (found.module, found.type, found.name, found.key) == ADDRESSES[text]
    data = "data." if found.type.startswith("data.") else ""
    assert f"{prefix_of(found.module)}{data}{found.type.removeprefix('data.')}.{found.name}{found.key}" == text


@pytest.mark.parametrize("text", ["", "aws_x", "module.m", "aws_x.a.b", "aws_x.a[0].b", "[0]", "a b"])
def test_what_is_no_address(text: str) -> None:
    assert parse_address(text) is None


def test_parts_of_addresses() -> None:
    assert parse_module('module.a["k"].module.b') == (("a", '["k"]'), ("b", ""))
    assert words('a.b["c.d"].e[0]') == ["a", "b", '["c.d"]', "e", "[0]"]
    assert [key_value(key) for key in ("[0]", '["0"]', '["a\\"b"]', "[*]")] == [0, "0", 'a"b', "*"]


def test_no_more_than_a_resource_is_decoded_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"name": "n", "policy": "x" * 1000}
    resources = [listed(f"module.m.aws_x.a[{i}]", values) for i in range(1500)]
    changes = [change(f"module.m.aws_x.a[{i}]", values, unknown={"arn": True}) for i in range(1500)]
    listing = {"root_module": {"child_modules": [{"resources": resources, "address": "module.m"}], "outputs": {}}}
    inner = module(*(declared(f"aws_x.b{i}", name=refs("var.name")) for i in range(1500)))
    text = plan(
        *changes,
        config=module(calls={"m": called(inner)}),
        planned_values=listing,
        prior_state={"format_version": "1.0", "values": listing},
        resource_drift=changes,
        relevant_attributes=[{"resource": "aws_x.a"}] * 1500,
    )
    decoded: list[int] = []
    value = Scanner.value

    def measured(scanner: Scanner, position: int) -> tuple[Any, int]:
        found, end = value(scanner, position)
        decoded.append(end - position)
        return found, end

    monkeypatch.setattr(Scanner, "value", measured)
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")
    file = Sources(tmp_path).read(tmp_path / "plan.json")
    assert looks_like_plan(json.dumps(json.loads(text), sort_keys=True))
    unit, reader = planned_unit(read_document(file))
    assert not any(True for resource in unit.resources for _ in references(Known(resource.fields)))
    assert len(unit.resources) == 1500
    assert max(decoded) < 2000
    assert reader.document.kept <= KEPT_CHARACTERS < len(text) / 5


ODD: list[Any] = [None, True, 7, "x", [], [None], {}, {"references": "x"}, {"references": [1]}]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_members_of_another_kind_than_they_should_be(odd: Any, tmp_path: Path) -> None:
    """Each member of a plan in turn is replaced; whatever is made of it, nothing breaks."""
    inner = module(declared("aws_x.b", arn=refs("var.arn")), outputs={"o": refs("aws_x.b.id")}, variables={"arn": None})
    config = module(
        declared("aws_x.a", block=[{"n": refs("module.m.o"), "c": const(1)}], name=refs("aws_x.c.name")),
        declared("aws_x.c"),
        calls={"m": called(inner, arn=refs("aws_x.a.arn"), _for_each=const({}))},
        outputs={"o": refs("aws_x.a.arn")},
    )
    whole = plan(
        change("aws_x.a", {"block": [{"c": 1}], "name": "c"}, unknown={"block": [{"n": True}]}, sensitive={"name": True}),
        change("aws_x.c", {"name": "c", "region": "r"}),
        change('module.m["k"].aws_x.b', unknown={"arn": True}),
        config=config,
        providers={"aws": {"name": "aws", "expressions": {"region": refs("var.r")}}},
        variables={"r": {"value": "eu-west-1"}},
        output_changes={"o": {"actions": ["create"], "after_unknown": True}},
        prior_state={"values": {"root_module": {"resources": [listed("data.aws_d.d", {})], "child_modules": [{"address": "module.m"}]}}},
        deferred_changes=[{"reason": "unknown", "resource_change": change("aws_x.e")}],
    )
    for text in replaced(json.loads(whole), odd):
        unit = load(tmp_path, text)
        for resource in unit.resources:
            assert isinstance(list(references(Known(resource.fields))), list)
        assert isinstance(unit.exports_of(), tuple)


def replaced(document: Any, odd: Any) -> Iterator[str]:
    """The document as often as it has parts, each time with another one replaced."""
    parts: list[tuple[Any, Any]] = []
    waiting = [document]
    while waiting:
        found = waiting.pop()
        keys = found if isinstance(found, dict) else range(len(found))
        parts += [(found, key) for key in keys]
        waiting += [found[key] for key in keys if isinstance(found[key], dict | list)]
    for container, key in parts:
        kept, container[key] = container[key], odd
        yield json.dumps(document)
        container[key] = kept
