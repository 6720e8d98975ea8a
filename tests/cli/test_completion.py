"""Shell completion, asked as shells ask, and the manual page."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from obslint.cli import completing, main, manual
from obslint.lint import registry
from obslint.lint.engine_rules import ENGINE_RULES

ROOT = Path(__file__).parent.parent.parent
CODE = "from obslint.cli import main; main()"
NOT_NEEDED = ("obslint.lint.", "obslint.model", "obslint.aws", "obslint.policy", "obslint_rules", "tree_sitter", "rich", "pydantic")


def ask(environment: dict[str, str], *words: str, code: str = CODE) -> subprocess.CompletedProcess[str]:
    """Asks for the last word as bash does."""
    asked = {"_OBSLINT_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(("obslint", *words)), "COMP_CWORD": str(len(words))}
    return subprocess.run([sys.executable, "-c", code], env={**environment, **asked}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("explain", "single-reg"), ["single-region-trail"]),
        (("explain", "unused-ig"), ["unused-ignore"]),
        (("scan", "--select", "single-reg"), ["single-region-trail"]),
        (("scan", "--select", "single-region-trail,metric_f"), ["single-region-trail,metric_filters"]),
        (("scan", "--ignore", "single-region-trail,single-reg"), []),
        (("scan", "--persona", "p"), ["pedantic"]),
        (("scan", "--format", "s"), ["sarif"]),
        (("scan", "--output", "sar"), ["sarif"]),
        (("scan", "--compliance", "cis_aws_3"), ["cis_aws_3_0"]),
        (("completion", ""), ["bash", "zsh", "fish"]),
        (("lsp", "--per"), ["--persona"]),
    ],
    ids=" ".join,
)
def test_what_is_offered(plain_environment, words, offered):
    run = ask(plain_environment, *words)
    assert run.stderr == ""
    assert [line.partition(",")[2] for line in run.stdout.splitlines() if line] == offered


def test_every_rule_and_family_is_offered():
    known = registry.load()
    offered = {item.value for item in completing.names(None, None, "")}  # type: ignore[arg-type]
    assert offered == {*known.cards, *known.families} - {"engine"}
    assert set(completing.ENGINE) == set(ENGINE_RULES)


def test_rules_are_offered_with_their_summaries():
    (item,) = completing.rules(None, None, "single-region-trail")  # type: ignore[arg-type]
    assert item.help == registry.load().cards["single-region-trail"].summary


def test_a_key_does_not_wait_for_the_engine(plain_environment):
    code = "import sys; from obslint.cli import main\ntry: main()\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    names = ask(plain_environment, "explain", "single-reg", code=code).stderr.splitlines()
    assert "obslint.cli.completing" in names
    assert [name for name in names if name.startswith(NOT_NEEDED) and name != "obslint.lint.packs"] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(shell):
    result = CliRunner().invoke(main, ["completion", shell])
    assert result.exit_code == 0
    assert f"_OBSLINT_COMPLETE={shell}_complete" in result.stdout
    if found := shutil.which(shell):
        assert subprocess.run([found, "-n"], input=result.stdout, capture_output=True, text=True, check=False).stderr == ""


def test_a_real_bash_completes(plain_environment):
    bash = shutil.which("bash")
    if bash is None or not Path(sys.executable).with_name("obslint").exists():
        pytest.skip("needs bash, and obslint as a command")
    script = (
        'eval "$(obslint completion bash)"; COMP_WORDS=(obslint scan --select single-reg); COMP_CWORD=3; '
        '_obslint_completion obslint; echo "${COMPREPLY[@]}"'
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{plain_environment['PATH']}"
    run = subprocess.run([bash, "-c", script], env={**plain_environment, "PATH": path}, capture_output=True, text=True, check=False)
    assert run.stdout.split() == ["single-region-trail"]


def test_the_manual_page_is_current():
    script = runpy.run_path(str(ROOT / "scripts" / "man_page.py"))
    assert script["TARGET"].read_text(encoding="utf-8") == CliRunner().invoke(main, ["man"]).stdout, "run scripts/man_page.py"


def test_the_manual_page_has_every_command_and_option():
    page = manual.page()
    for name in main.list_commands(None):  # type: ignore[arg-type]
        escaped = name.replace("-", "\\-")
        assert f".SS obslint {escaped} " in page
    scan = main.get_command(None, "scan")  # type: ignore[arg-type]
    for option in scan.params:
        if option.param_type_name == "option":
            assert option.opts[0].replace("-", "\\-") in page


def test_nothing_in_the_text_is_a_request_of_roff():
    requests = {".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".B"}
    lines = [line for line in manual.page().splitlines() if line.startswith((".", "'"))]
    assert {line.split()[0] for line in lines} <= requests


def test_groff_has_nothing_to_complain_about():
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("needs groff")
    run = subprocess.run([groff, "-man", "-ww", "-Tutf8", "-P-cbou"], input=manual.page(), capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert "obslint explain" in run.stdout
