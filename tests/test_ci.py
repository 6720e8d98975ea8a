"""The GitHub Action, the GitLab template and the commands of the pages about CI, run as far as that goes without those services."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from obslint.cli import main

ROOT = Path(__file__).parent.parent
ACTION: dict[str, Any] = YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))
SPEC, GITLAB = YAML(typ="safe").load_all((ROOT / "ci/gitlab/obslint.yml").read_text(encoding="utf-8"))
GROUP = 'resource "aws_cloudwatch_log_group" "{0}" {{\n  name = "/app/{0}"\n}}\n'
ONLY = "--select log-group-never-expires"
PYTHONPATH = os.pathsep.join(map(str, (ROOT / "linter", ROOT / "rules")))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with a commit, and a change in the work tree; beside it, what stands for the installed obslint."""
    for directory in ("work/infra", "temp/obslint/bin", "bin"):
        (tmp_path / directory).mkdir(parents=True)
    script = tmp_path / "temp/obslint/bin/obslint"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m obslint "$@"\n')
    script.chmod(0o755)
    (tmp_path / "work/infra/main.tf").write_text(GROUP.format("old"))
    own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run(["git", *own, *arguments], cwd=tmp_path / "work", check=True)
    (tmp_path / "work/infra/main.tf").write_text(GROUP.format("old") + GROUP.format("new"))
    return tmp_path


def step(place: Path, name: str, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Runs a step of the action as a runner would: inputs filled in, bash with -e and pipefail, outputs read from the file."""
    found = next(one for one in ACTION["runs"]["steps"] if one["name"] == name)
    given = {key: str(of["default"]) for key, of in ACTION["inputs"].items()} | {key.replace("_", "-"): v for key, v in inputs.items()}

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], text)

    assert "${{" not in found["run"], "what users write comes by environment, so that it is never read as shell"
    output = place / "output"
    output.write_text("")
    environment = {
        **{key: filled(value) for key, value in found.get("env", {}).items()},
        "PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": PYTHONPATH, "HOME": str(place),
        "RUNNER_TEMP": str(place / "temp"), "GITHUB_OUTPUT": str(output), "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", found["run"]],
        cwd=place / "work" / filled(found.get("working-directory", ".")), env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    return done, dict(line.split("=", 1) for line in output.read_text().splitlines())


def results(path: Path) -> list[str]:
    return [one["message"]["text"] for one in json.loads(path.read_text())["runs"][0]["results"]]


def test_annotations_summary_and_exit_code(place: Path) -> None:
    done, outputs = step(place, "Lint", args=ONLY)
    assert (done.returncode, outputs) == (1, {"exit-code": "1"})
    assert done.stdout.count("::warning file=infra/main.tf") == 2
    assert "log-group-never-expires" in (place / "summary.md").read_text()


def test_only_what_is_new_but_sarif_tells_of_everything(place: Path) -> None:
    done, outputs = step(place, "Lint", args=ONLY, new_since="HEAD", sarif="found.sarif")
    assert outputs == {"exit-code": "1", "sarif": "./found.sarif"}
    assert done.stdout.count("::warning file=infra/main.tf") == 1
    assert len(results(place / "work/found.sarif")) == 2


def test_paths_from_the_root_when_it_runs_below(place: Path) -> None:
    done, outputs = step(place, "Lint", args=ONLY, working_directory="infra", paths="main.tf", upload_sarif="true")
    assert outputs["sarif"] == "infra/obslint.sarif"
    assert "::warning file=infra/main.tf" in done.stdout
    assert '"uri": "infra/main.tf"' in (place / "work/infra/obslint.sarif").read_text()


@pytest.mark.parametrize("odd", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "*"])
def test_inputs_are_no_shell(place: Path, odd: str) -> None:
    done, outputs = step(place, "Lint", paths=odd)
    assert (done.returncode, outputs["exit-code"]) == (2, "2")
    assert not (place / "work/pwned").exists()


def test_clean_is_0(place: Path) -> None:
    assert step(place, "Lint", args=f"{ONLY} --fail-on error", persona="auditor")[0].returncode == 0


def test_it_installs_its_own_checkout(place: Path) -> None:
    python = place / "bin/python3"
    python.write_text(f'#!/bin/sh\ncase "$1" in -m) mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; echo "$@" >> {place}/calls;; esac\n')
    python.chmod(0o755)
    done, _ = step(place, "Install obslint")
    assert done.returncode == 0, done.stderr
    venv, pip = (place / "calls").read_text().splitlines()
    assert venv == f"-m venv {place}/temp/obslint"
    assert pip == f"-m pip install --quiet --disable-pip-version-check {ROOT}"


def test_an_old_python_is_refused(place: Path) -> None:
    python = place / "bin/python3"
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    done, _ = step(place, "Install obslint")
    assert done.returncode == 2
    assert "::error title=obslint::obslint needs Python 3.11" in done.stdout


def test_sarif_is_uploaded_whatever_was_found() -> None:
    upload = ACTION["runs"]["steps"][-1]
    assert upload["if"].startswith("always()")
    assert upload["with"]["sarif_file"] == "${{ steps.scan.outputs.sarif }}"


def gitlab(place: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Runs the script of the job, with the variables that its inputs set."""
    given = {name: of.get("default", "") for name, of in SPEC["spec"]["inputs"].items()} | {
        k.replace("_", "-"): v for k, v in inputs.items()
    }
    job = GITLAB["obslint"]
    variables = {name: re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda m: given[m[1]], value) for name, value in job["variables"].items()}
    script = "\n".join(job["script"]).replace("/tmp/obslint", str(place / "temp/obslint"))
    environment = {**variables, "PATH": os.environ["PATH"], "PYTHONPATH": PYTHONPATH, "HOME": str(place)}
    return subprocess.run(["sh", "-ec", script], cwd=place / "work", env=environment, capture_output=True, text=True, timeout=300)


def test_the_gitlab_job(place: Path) -> None:
    done = gitlab(place, args=ONLY, paths="infra")
    assert done.returncode == 1
    assert [one["location"]["path"] for one in json.loads((place / "work/gl-code-quality-report.json").read_text())] == [
        "infra/main.tf"
    ] * 2
    assert (place / "work/obslint-junit.xml").exists()
    reports = GITLAB["obslint"]["artifacts"]["reports"]
    assert all(f"={name}" in "\n".join(GITLAB["obslint"]["script"]) for name in reports.values())


def test_the_gitlab_job_for_a_merge_request(place: Path) -> None:
    done = gitlab(place, args=ONLY, new_since="HEAD")
    assert "1 introduced, 0 mended, 1 were there before" in done.stdout


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/adopt.md"])
def test_commands_of_the_pages_are_understood(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    commands = re.findall(r"(?<![\w.-])obslint ((?:scan|baseline|exceptions|config|init)\b[^\n`'|;]*)", text)
    assert len(commands) >= 4
    for command in commands:
        parse(main, shlex.split(command.partition(" #")[0].removesuffix("-->").rstrip("\\ )")))


def parse(group: click.Group, words: list[str]) -> None:
    """Whether the options exist; files need not."""
    context = click.Context(group)
    command = group.get_command(context, words[0])
    assert command, words
    if isinstance(command, click.Group):
        parse(command, words[1:])
        return
    options = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    assert {word.partition("=")[0] for word in words[1:] if word.startswith("--") and word != "--"} <= options, words
