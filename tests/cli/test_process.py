"""obslint as a process of its own: what it imports, and how it ends."""

import os
import subprocess
import sys

import pytest

HEAVY = {"pydantic", "rich", "ruamel", "asyncio", "importlib.metadata"}


def python(code: str, environment: dict[str, str], *arguments: str, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False, **more
    )


def test_version(plain_environment):
    run = subprocess.run([sys.executable, "-m", "obslint", "--version"], env=plain_environment, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "obslint 0.1.0\n", "")


def imported(arguments: list[str], environment: dict[str, str], directory) -> set[str]:
    code = "import sys; from obslint.cli import main\ntry: main()\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    run = python(code, environment, *arguments, cwd=directory)
    return set(run.stderr.splitlines())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["scan", "--help"]], ids=" ".join)
def test_help_and_version_import_no_engine(arguments, plain_environment, tmp_path):
    names = imported(arguments, plain_environment, tmp_path)
    assert "obslint.cli.app" in names
    assert not names & HEAVY
    assert not {name for name in names if name.startswith(("obslint.lint", "obslint.model", "obslint.report", "tree_sitter"))}


def test_a_scan_of_terraform_imports_nothing_heavy(plain_environment, tmp_path):
    (tmp_path / "main.tf").write_text('resource "aws_cloudwatch_log_group" "a" {\n  name = "a"\n}\n')
    names = imported(["scan", "."], plain_environment, tmp_path)
    assert "obslint.report.text" in names
    assert not names & HEAVY


def test_a_reader_that_goes_away_is_no_error(plain_environment, tmp_path):
    """The exit code is that of the scan, and nobody complains."""
    code = (
        "import sys, obslint.lint; sys.path.insert(0, sys.argv.pop())\n"
        "from conftest import make_finding, make_outcome\n"
        "obslint.lint.run = lambda request, progress=None: make_outcome(*[make_finding('error')] * 2000)\n"
        "from obslint.cli import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "scan", ".", os.path.dirname(__file__)],
        env=plain_environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.read(10) == b"error[some"
    process.stdout.close()
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (1, b"")


def test_a_terminal_that_cannot_show_a_character(plain_environment, tmp_path):
    code = (
        "import sys, obslint.lint; sys.path.insert(0, sys.argv.pop())\n"
        "from dataclasses import replace\n"
        "from conftest import make_finding, make_outcome\n"
        "obslint.lint.run = lambda request, progress=None: make_outcome(replace(make_finding(), message='caf\\xe9'))\n"
        "from obslint.cli import main; main()"
    )
    run = python(code, {**plain_environment, "PYTHONIOENCODING": "ascii"}, "scan", ".", os.path.dirname(__file__), cwd=tmp_path)
    assert run.returncode == 1
    assert run.stdout.startswith("warning[some-rule] caf\\xe9\n")
