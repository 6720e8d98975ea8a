"""Attributes that lack the same parent get one together, in one fix and in two."""

import json
from pathlib import Path

import pytest
from cfn_support import applied, load

from obslint.lint.request import FixMode, Request
from obslint.lint.runner import run
from obslint.model import Declined, parse_path

HEAD = "Resources:\n  A:\n    Type: T\n"

CASES = {
    "no Properties": (HEAD, ["X", "V"], HEAD + "    Properties:\n      X: 1\n      V: 1\n"),
    "no mapping": (
        HEAD + "    Properties:\n      Old: 0 # o\n",
        ["L.X", "L.V", "L.D.Z", "L.D.W"],
        HEAD + "    Properties:\n      Old: 0 # o\n      L:\n        X: 1\n        V: 1\n        D:\n          Z: 1\n          W: 1\n",
    ),
    "an empty mapping": (HEAD + "    Properties: {} # e\n", ["X", "V"], HEAD + "    Properties: # e\n      X: 1\n      V: 1\n"),
    "nothing after the key": (HEAD + "    Properties:\n", ["X", "V"], HEAD + "    Properties:\n      X: 1\n      V: 1\n"),
    "a mapping on one line": (
        "Resources: {A: {Type: T, Properties: {Old: 0}}}\n",
        ["L.X", "L.V", "M"],
        "Resources: {A: {Type: T, Properties: {Old: 0, L: {X: 1, V: 1}, M: 1}}}\n",
    ),
    "an empty mapping on one line": (
        "Resources: {A: {Type: T, Properties: {}}}\n",
        ["X", "L.V"],
        "Resources: {A: {Type: T, Properties: {X: 1, L: {V: 1}}}}\n",
    ),
    "what is there and what is not": (
        HEAD + "    Properties:\n      X: 0\n",
        ["X", "L.V", "L.Z"],
        HEAD + "    Properties:\n      X: 1\n      L:\n        V: 1\n        Z: 1\n",
    ),
    "items of a list": (
        HEAD + "    Properties:\n      S:\n        - {Key: a, Value: 0}\n",
        ["S[Key=b].V", "S[Key=b].W", "S[Key=c].V"],
        HEAD + "    Properties:\n      S:\n        - {Key: a, Value: 0}\n"
        "        - Key: b\n          V: 1\n          W: 1\n        - Key: c\n          V: 1\n",
    ),
}  # fmt: skip


def after(text: str, paths: list[str], name: str = "t.yaml") -> str:
    unit = load(text, name)
    first = unit.resources[0]
    assert first.writer is not None
    edits = first.writer.set_attributes(first, {parse_path(path): 1 for path in paths})
    assert not isinstance(edits, Declined), edits.reason
    return applied(text, edits)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_fix(case: str, newline: str) -> None:
    before, paths, wanted = CASES[case]
    assert after(before.replace("\n", newline), paths) == wanted.replace("\n", newline)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
@pytest.mark.parametrize("properties", [None, {}, {"Old": 0}])
def test_one_fix_in_json(indent: int | str | None, properties: dict[str, int] | None) -> None:
    data = {"Resources": {"A": {"Type": "T"} | ({} if properties is None else {"Properties": properties})}}
    wanted = {"Resources": {"A": {"Type": "T", "Properties": {**(properties or {}), "L": {"X": 1, "V": 1}, "S": [{"Key": "a", "V": 1}]}}}}
    separators = (",", ":") if indent is None else None
    text = json.dumps(data, indent=indent, separators=separators)
    assert after(text, ["L.X", "L.V", "S[Key=a].V"], "t.json") == json.dumps(wanted, indent=indent, separators=separators)


TRAIL = "  A:\n    Type: AWS::CloudTrail::Trail # t\n"


@pytest.mark.parametrize(
    ("name", "before", "wanted"),
    [
        ("t.yaml", "Resources:\n" + TRAIL, {"IsLogging": True, "IsMultiRegionTrail": True}),
        ("t.yaml", "Resources: {A: {Type: AWS::CloudTrail::Trail, Properties: {}}}\n", {"IsLogging": True, "IsMultiRegionTrail": True}),
        ("t.json", '{"Resources":{"A":{"Type":"AWS::CloudTrail::Trail"}}}', {"IsLogging": True, "IsMultiRegionTrail": True}),
    ],
)
def test_two_fixes_in_one_run(tmp_path: Path, name: str, before: str, wanted: dict[str, bool]) -> None:
    path = tmp_path / name
    path.write_text(before)
    select = ("stopped-trail", "single-region-trail")
    run(Request((path,), tmp_path, select=select, fix=FixMode.UNSAFE, write=True))
    text = path.read_text()
    assert text.count("Properties") == 1
    unit = load(text, name)
    assert not unit.problems
    assert {key: unit.resources[0].fields[key].data for key in unit.resources[0].fields} == wanted
    assert not run(Request((path,), tmp_path, select=select)).report.findings
