"""The pages and examples of the rules are generated, and current."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def pages() -> ModuleType:
    """The generator."""
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "scripts" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_files_are_current(pages: ModuleType) -> None:
    files = pages.wanted()
    assert pages.present() == files.keys(), "run scripts/rule_pages.py"
    assert [path.name for path, text in files.items() if path.read_text(encoding="utf-8") != text] == [], "run scripts/rule_pages.py"


def test_every_rule_has_an_example_in_each_of_its_dialects(pages: ModuleType) -> None:
    names = {path.relative_to(pages.PACK).as_posix() for path in pages.present() if pages.PACK in path.parents}
    for folder in sorted((ROOT / "tests" / "rules").glob("*/*/bad.*")):
        if folder.name in {"bad.tf", "bad.cfn.yaml"}:
            end = "tf" if folder.suffix == ".tf" else "yaml"
            assert f"{folder.parent.parent.name}/examples/{folder.parent.name}.{end}" in names


def test_an_example_takes_only_the_parameters_that_it_needs(pages: ModuleType) -> None:
    preamble = "Parameters:\n  Used:\n    Type: String\nConditions:\n  Unused: !Equals [a, b]\nResources:\n"
    text = preamble + "  # case: one\n  One:\n    Name: !Ref Used\n\n  # case: two\n  Two: {}\n"

    expected = "Parameters:\n  Used:\n    Type: String\nResources:\n  One:\n    Name: !Ref Used\n"
    assert pages.first_case(text) == expected


def test_explain_shows_the_example() -> None:
    command = [sys.executable, "-m", "obslint", "explain", "stopped-trail", "--color", "never"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Terraform, found\n" in shown
    assert "  enable_logging        = false" in shown
    assert "CloudFormation, fixed\n" in shown
