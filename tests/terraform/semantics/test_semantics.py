"""What a configuration comes to, by Terraform's documented semantics; where Terraform is installed, it is asked as well."""

import json
import os
import shutil
import subprocess
from itertools import chain

import cases_instances
import cases_modules
import cases_references
import cases_syntax
import cases_values
import cases_variables
import pytest
from semantics_case import GONE, Case, Text, Unclear, found, load_files, shown, write

CASES = list(
    chain(
        cases_variables.CASES,
        cases_instances.CASES,
        cases_modules.CASES,
        cases_values.CASES,
        cases_references.CASES,
        cases_syntax.CASES,
    )
)


def agrees(wanted: object, value: object) -> bool:
    """Whether a value is what is expected, numbers and booleans told apart."""
    if isinstance(wanted, Unclear):
        return isinstance(value, Unclear) and wanted.why in value.why and wanted.refused == value.refused and options_agree(wanted, value)
    if isinstance(wanted, list):
        return isinstance(value, list) and len(wanted) == len(value) and all(map(agrees, wanted, value))
    if isinstance(wanted, dict):
        return isinstance(value, dict) and set(wanted) == set(value) and all(agrees(wanted[key], value[key]) for key in wanted)
    return wanted == value and isinstance(wanted, bool) == isinstance(value, bool)


def options_agree(wanted: Unclear, value: Unclear) -> bool:
    return not wanted.options or agrees(list(wanted.options), list(value.options))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_semantics(case: Case, tmp_path):
    unit = load_files(case.split(), tmp_path)
    for subject, wanted in case.expected.items():
        value = found(unit, subject)
        plain = value if isinstance(value, str) else shown(value)
        assert agrees(wanted, plain), f"{subject}: {plain!r}"


def test_names_of_cases_differ():
    names = [case.name for case in CASES]
    assert len(names) >= 120
    assert len(names) == len(set(names))


def planned(case: Case, module: str, plan: dict) -> dict[str, object]:
    """What the plan says about the subjects of a case that is a module of it; `Unclear` for what is known after apply."""
    values: dict[str, object] = {}
    changes = {change["address"]: change["change"] for change in plan["resource_changes"]}
    for subject in case.expected:
        if subject.startswith("output."):
            name = subject.removeprefix("output.")
            change = plan["output_changes"][f"{module}_{name}"]
            values[subject] = clear(change.get("after"), change["after_unknown"])
            continue
        address, _, attribute = subject.rpartition(".")
        change = changes.get(f"module.{module}.{address}")
        unclear = change and change["after_unknown"].get(attribute, False)
        values[subject] = clear(change["after"].get(attribute), unclear) if change else GONE
    return values


def clear(value: object, unclear: object) -> object:
    """The value with `Unclear` where Terraform says so."""
    if unclear is True:
        return Unclear()
    if isinstance(unclear, dict):
        held = value if isinstance(value, dict) else {}
        return {key: clear(held.get(key), unclear.get(key)) for key in sorted({*held, *unclear})}
    if isinstance(unclear, list) and isinstance(value, list):
        return [clear(item, unclear[index] if index < len(unclear) else False) for index, item in enumerate(value)]
    return value


def same(wanted: object, value: object) -> bool:
    """Whether the plan says what is expected; what is text with references there is not known in a plan."""
    if isinstance(wanted, Text | Unclear):
        return isinstance(value, Unclear)
    if isinstance(wanted, list):
        return isinstance(value, list) and len(wanted) == len(value) and all(map(same, wanted, value))
    if isinstance(wanted, dict):
        return isinstance(value, dict) and set(wanted) == set(value) and all(same(wanted[key], value[key]) for key in wanted)
    return agrees(wanted, value)


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
def test_terraform_plans_the_same(tmp_path):
    asked = {f"case_{index}": case for index, case in enumerate(CASES) if case.peer}
    root = []
    for module, case in asked.items():
        write(case.split(), tmp_path / module)
        root.append(f'module "{module}" {{\n  source = "./{module}"\n}}\n')
        outputs = [subject.removeprefix("output.") for subject in case.expected if subject.startswith("output.")]
        root += [f'output "{module}_{name}" {{\n  value = module.{module}.{name}\n}}\n' for name in outputs]
    write({"main.tf": "".join(root)}, tmp_path)
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "CHECKPOINT_DISABLE": "1", "TF_IN_AUTOMATION": "1"}
    for command in (["init", "-input=false"], ["plan", "-input=false", "-out=plan"], ["show", "-json", "plan"]):
        result = subprocess.run(["terraform", *command, *([] if command[0] == "show" else ["-no-color"])], cwd=tmp_path, env=env, **PIPES)
        assert result.returncode == 0, result.stderr
    plan = json.loads(result.stdout)
    wrong = []
    for module, case in asked.items():
        values = planned(case, module, plan)
        wrong += [f"{case.name}: {key}: {values[key]!r}" for key, wanted in case.expected.items() if not same(wanted, values[key])]
    assert not wrong


PIPES = {"capture_output": True, "text": True, "check": False}
