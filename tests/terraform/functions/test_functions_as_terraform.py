"""The same cases given to Terraform itself, where it is installed. Terraform 1.11 was used; OpenTofu's own functions are left out."""

import base64
import json
import shutil
import subprocess

import pytest
import test_function_collections as collections
import test_function_conversions as conversions
import test_function_encodings as encodings
import test_function_formatting as formatting
import test_function_network as network
import test_function_numeric as numeric
import test_function_patterns as patterns
import test_function_strings as strings
import test_function_yaml as yaml
from function_checks import REFUSED, literal

MODULES = [numeric, strings, patterns, collections, conversions, formatting, encodings, network, yaml]


def ask(cases, folder) -> list[object]:
    """What Terraform's console answers, REFUSED where it fails."""
    calls = [f"{name}({', '.join(map(literal, args))})" for name, args, _ in cases]
    expression = f"base64encode(jsonencode([{', '.join(f'try(jsonencode({call}), null)' for call in calls)}]))"
    result = subprocess.run(["terraform", "console"], input=expression, capture_output=True, text=True, cwd=folder, check=False)
    assert result.stdout, result.stderr
    answers = json.loads(base64.b64decode(result.stdout.strip().strip('"')))
    return [REFUSED if answer is None else json.loads(answer) for answer in answers]


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_terraform_agrees(module, tmp_path):
    wrong = []
    cases = module.CASES
    for start in range(0, len(cases), 25):
        some = cases[start : start + 25]
        for case, answer in zip(some, ask(some, tmp_path), strict=True):
            expected = case[2] if case[2] is REFUSED else json.loads(json.dumps(case[2]))
            if answer != expected:
                wrong.append((case, answer))
    assert not wrong
