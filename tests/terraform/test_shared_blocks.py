"""Attributes that lack the same block get one together."""

from pathlib import Path

import pytest
from test_writer import applied, resource_of

from obslint.model import Declined, parse_path

CASES = {
    "a missing block": (
        'resource "aws_x" "a" {\n  n = 0 # n\n}\n',
        ["l.x", "l.longer", "l.d.z"],
        'resource "aws_x" "a" {\n  n = 0 # n\n\n  l {\n    x      = 1\n    longer = 1\n\n    d {\n      z = 1\n    }\n  }\n}\n',
    ),
    "a block that is there": (
        'resource "aws_x" "a" {\n  l {\n    x = 0\n  }\n}\n',
        ["l.x", "l.d.y", "l.d.z"],
        'resource "aws_x" "a" {\n  l {\n    x = 1\n\n    d {\n      y = 1\n      z = 1\n    }\n  }\n}\n',
    ),
    "a missing map": (
        'resource "aws_x" "a" {\n  n = 0\n}\n',
        ["tags.x", "tags.y"],
        'resource "aws_x" "a" {\n  n = 0\n  tags = {\n    x = 1\n    y = 1\n  }\n}\n',
    ),
    "JSON": (
        '{"resource": {"aws_x": {"a": {"n": 0}}}}',
        ["l.x", "l.y", "l.d.z"],
        '{"resource": {"aws_x": {"a": {"n": 0, "l": {"x": 1, "y": 1, "d": {"z": 1}}}}}}',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_one_fix(case: str, tmp_path: Path) -> None:
    before, paths, wanted = CASES[case]
    found = resource_of({"main.tf.json" if case == "JSON" else "main.tf": before}, tmp_path)
    assert found.writer is not None
    edits = found.writer.set_attributes(found, {parse_path(path): 1 for path in paths})
    assert not isinstance(edits, Declined), edits.reason
    assert applied(edits[0].file, edits) == wanted
