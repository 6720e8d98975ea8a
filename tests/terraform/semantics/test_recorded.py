"""Expressions and what Terraform 1.11 planned for them.

`recorded.json` holds the answers of `terraform plan` to outputs with these expressions, next to the declarations of `prelude`:
a value, `unknown` for what is known after apply, `refused` for an error. Left out are what a linter knows better than a plan
(`false && unknown`) and errors that Terraform finds without evaluating (an undeclared name inside `try`).
"""

import json
from pathlib import Path

import pytest
from semantics_case import Text, Unclear, load_files, shown
from test_semantics import agrees

RECORDED = json.loads(Path(__file__).with_name("recorded.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", RECORDED, ids=["syntax", "types"])
def test_expressions_come_to_what_terraform_planned(part, tmp_path):
    outputs = [f'output "e{index}" {{\n  value = {row[0]}\n}}\n' for index, row in enumerate(part["expressions"])]
    unit = load_files({"main.tf": "\n".join([part["prelude"], *outputs])}, tmp_path)
    assert not unit.problems
    values = {export.label: shown(export.value) for export in unit.exports_of()}
    wrong = []
    for index, (expression, kind, *wanted) in enumerate(part["expressions"]):
        value = values[f'output "e{index}"']
        if not _as_recorded(value, kind, wanted):
            wrong.append((expression, kind, wanted, value))
    assert not wrong


def _as_recorded(value: object, kind: str, wanted: list[object]) -> bool:
    if kind == "value":
        return agrees(wanted[0], value)
    if kind == "refused":
        return isinstance(value, Unclear) and value.refused
    return isinstance(value, Text) or (isinstance(value, Unclear) and not value.refused)
