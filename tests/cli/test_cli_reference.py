"""docs/cli.md says what the commands say."""

import runpy
from pathlib import Path

import pytest

from obslint.cli import main

ROOT = Path(__file__).parent.parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "cli_reference.py"))


def test_the_reference_is_current():
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == SCRIPT["reference"](), "run scripts/cli_reference.py"


@pytest.mark.parametrize("command", ["scan", "explain", "rules", "schema", "config show", "init"])
def test_the_reference_has_every_option(command):
    page = SCRIPT["reference"]()
    section = page.split(f"## obslint {command}\n")[1].split("\n## ")[0]
    found = main
    for name in command.split():
        found = found.get_command(None, name)
    assert all(f"`{option.opts[0]}" in section for option in found.params if option.param_type_name == "option")
