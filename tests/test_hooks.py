"""The pre-commit hooks: what they select, and that a project can use them.

With pre-commit itself, which installs obslint from the last commit here and so needs PyPI: OBSLINT_PRE_COMMIT=pre-commit pytest -m peer
tests/test_hooks.py.
"""

import os
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from obslint.cli import main

ROOT = Path(__file__).parent.parent
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text())}


def selected(hook: dict[str, Any], path: str) -> bool:
    """Whether pre-commit would pass the path: it searches, so a pattern that is not anchored matches anywhere."""
    return bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)


def test_three_hooks() -> None:
    assert set(HOOKS) == {"obslint", "obslint-fix", "obslint-full"}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=str)
def test_required_keys(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "description"} <= set(hook)
    assert hook["language"] == "python"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=str)
def test_entry_is_a_command_obslint_accepts(hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, *arguments = shlex.split(hook["entry"])
    (tmp_path / "main.tf").write_text('resource "aws_cloudwatch_log_group" "a" {\n  name              = "a"\n  retention_in_days = 30\n}\n')
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, [*arguments, *(["main.tf"] if hook.get("pass_filenames", True) else [])])
    assert program == "obslint"
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("name", ["obslint", "obslint-fix"])
def test_hooks_over_files_run_once(name: str) -> None:
    assert HOOKS[name]["require_serial"] is True, "a root is analysed whole, so two processes would do it twice"


@pytest.mark.parametrize("name", ["obslint", "obslint-fix"])
@pytest.mark.parametrize(
    "path",
    [
        "main.tf", "envs/prod/main.tofu", "main.tf.json", "main.tofu.json", "prod.tfvars", "prod.auto.tfvars", "prod.tfvars.json",
        "prod.tofuvars", "stacks/shop.yaml", "stacks/shop.yml", "stacks/shop.json", "stacks/shop.template", "cdk.out/Shop.template.json",
    ],
)  # fmt: skip
def test_selects(name: str, path: str) -> None:
    assert selected(HOOKS[name], path)


@pytest.mark.parametrize("name", ["obslint", "obslint-fix"])
@pytest.mark.parametrize(
    "path",
    [
        "README.md", "main.tf.bak", "main.py", "terraform.tfstate", "yaml", "notes.yaml.txt", ".terraform.lock.hcl", "atf",
        ".terraform/modules/vpc/main.tf", "infra/.terraform/modules/vpc/main.tf", "web/node_modules/pkg/template.json",
        "cdk.out/asset.0c1d/template.json", "live/.terragrunt-cache/x/main.tf",
    ],
)  # fmt: skip
def test_leaves_alone(name: str, path: str) -> None:
    assert not selected(HOOKS[name], path)


@pytest.mark.peer
@pytest.mark.skipif("OBSLINT_PRE_COMMIT" not in os.environ, reason="OBSLINT_PRE_COMMIT names no pre-commit")
def test_pre_commit_runs_the_hooks_in_a_fresh_repository(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"}, "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
    }  # fmt: skip

    def call(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path / "work", env=environment, capture_output=True, text=True, check=False)

    (tmp_path / "work").mkdir()
    here = subprocess.run(["git", "-C", ROOT, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    hooks = ", ".join(f"{{id: {name}}}" for name in HOOKS)
    (tmp_path / "work/.pre-commit-config.yaml").write_text(f"repos:\n  - {{repo: {ROOT}, rev: {here}, hooks: [{hooks}]}}\n")
    (tmp_path / "work/main.tf").write_text('resource "aws_cloudtrail" "a" {\n  name           = "a"\n  s3_bucket_name = "b"\n}\n')
    (tmp_path / "work/notes.md").write_text("x\n")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
        call("git", *arguments)
    program = os.environ["OBSLINT_PRE_COMMIT"]
    assert "Skipped" in call(program, "run", "obslint", "--files", "notes.md").stdout
    found = call(program, "run", "obslint", "--files", "main.tf")
    assert (found.returncode, "trail-without-log-validation" in found.stdout) == (1, True), found.stdout + found.stderr
    assert "files were modified by this hook" in call(program, "run", "obslint-fix", "--files", "main.tf").stdout
    assert "enable_log_file_validation = true" in (tmp_path / "work/main.tf").read_text()
    assert call(program, "run", "obslint-full", "--hook-stage", "manual", "--all-files").returncode == 0
