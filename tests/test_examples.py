"""The examples: what obslint says about them, and what its fixes leave behind."""

import difflib
import json
import re
import runpy
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from obslint.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FIX = {"safe": "`--fix`", "unsafe": "`--unsafe-fixes`", "manual": "by hand"}
# left out of the list in examples/README.md
TASTE = (
    "log-group-without-kms-key,trail-without-insights,database-without-enhanced-monitoring,"
    "performance-insights-without-customer-key,rest-stage-without-method-metrics,function-without-dlq,"
    "alarm-without-recovery-notice,alarm-without-runbook,event-target-without-dlq,"
    "implicit-missing-data,unencrypted-topic,subscription-without-dlq,topic-without-delivery-logs,async-function-dropping-failures"
)
MODES = {"safe": ("--fix",), "unsafe": ("--fix", "--unsafe-fixes")}


def scan(folder: Path, *options: str) -> dict[str, Any]:
    """The JSON report of the folder, with paths below it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(main, ["scan", ".", "--format", "json", "--exit-zero", *options])
    assert result.exit_code == 0, result.stderr
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def applicability(finding: dict[str, Any]) -> str:
    """How the finding can be mended; without a fix, by hand."""
    return str((finding["fix"] or {}).get("applicability", "manual"))


def files(folder: Path) -> dict[str, str]:
    """Every example file, by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes().decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in {".md", ".diff"}
    }


@pytest.fixture(scope="module")
def before() -> dict[str, Any]:
    """What the regular persona hears about the examples."""
    return scan(EXAMPLES)


@dataclass(frozen=True)
class Mended:
    """A copy of the examples, fixed twice."""

    mode: str
    report: dict[str, Any]
    files: dict[str, str]
    second_report: dict[str, Any]
    second_files: dict[str, str]


@pytest.fixture(scope="module", params=MODES)
def mended(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mended:
    folder = Path(shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("mended") / "examples"))
    report = scan(folder, *MODES[request.param])
    after = files(folder)
    return Mended(request.param, report, after, scan(folder, *MODES[request.param]), files(folder))


def test_findings_are_the_listed_ones() -> None:
    report = scan(EXAMPLES, "--persona", "pedantic", "--ignore", TASTE)
    found = {(f"{one['location']['path']}:{one['location']['line']}", one["rule"], FIX[applicability(one)]) for one in report["findings"]}
    row = r"^\| \[([^\]]+)\]\([^)]*\) \| `([a-z-]+)` \| [^|]+ \| ([^|]+) \|$"
    assert set(re.findall(row, (EXAMPLES / "README.md").read_text(), re.MULTILINE)) == found


def test_exceptions_are_the_deliberate_ones(before: dict[str, Any]) -> None:
    suppressed = before["suppressed"]
    assert {(one["location"]["path"], one["rule"], one["resource"]["address"]) for one in suppressed} == {
        ("terraform/webshop/modules/alerts/alarms.tf", "alarm-without-action", "module.alerts.aws_cloudwatch_metric_alarm.release_gate"),
        ("cloudformation/webshop.yaml", "alarm-without-action", "ReleaseGate"),
        ("cloudformation/audit.json", "single-region-trail", "Trail"),
    }
    assert all(re.search(r"[A-Z]+-\d+$", one["reason"]) for one in suppressed), "each reason names a ticket"


def test_everything_is_analysed(before: dict[str, Any]) -> None:
    assert before["not_analysed"] == []
    assert before["summary"]["units"] == 3


def test_fixes_change_the_kept_lines_and_no_other(mended: Mended) -> None:
    original = files(EXAMPLES)
    assert original.keys() == mended.files.keys()
    assert changed_lines(original, mended.files) == kept_lines(mended.mode)


def test_second_fix_changes_nothing(mended: Mended) -> None:
    assert mended.report["summary"]["fixed"] > 0
    assert mended.second_report["summary"]["fixed"] == 0
    assert mended.second_files == mended.files


def test_fixes_cure_and_bring_nothing_new(mended: Mended, before: dict[str, Any]) -> None:
    offered = {"safe"} if mended.mode == "safe" else {"safe", "unsafe"}
    left = {one["fingerprint"] for one in before["findings"] if applicability(one) not in offered}
    assert {one["fingerprint"] for one in mended.report["findings"]} == left
    assert mended.report["not_analysed"] == []


@pytest.mark.parametrize("mode", MODES)
def test_kept_diff_is_current(mode: str) -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "example_fixes.py"))
    path = EXAMPLES / "fixed" / f"{mode}.diff"
    assert path.read_text() == script["difference"](script["TARGETS"][path]), "run scripts/example_fixes.py and read the diff"


def test_readme_shows_the_real_report() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "readme_blocks.py"))
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(script["BLOCK"].findall(text)) == 1
    assert text == script["current"](text), "run scripts/readme_blocks.py"


def changed_lines(before: dict[str, str], after: dict[str, str]) -> dict[str, list[str]]:
    """The lines that went and came, by file."""
    changes = {
        path: [line for line in difflib.ndiff(before[path].splitlines(), after[path].splitlines()) if line[:1] in "+-"] for path in before
    }
    return {path: sorted(line[:1] + line[2:] for line in lines) for path, lines in changes.items() if lines}


def kept_lines(mode: str) -> dict[str, list[str]]:
    """The same, out of the kept diff."""
    lines: dict[str, list[str]] = {}
    path = ""
    for line in (EXAMPLES / "fixed" / f"{mode}.diff").read_text().splitlines():
        if line.startswith("+++ "):
            path = line.removeprefix("+++ ").removeprefix("b/")
        elif line[:1] in {"+", "-"} and not line.startswith("--- "):
            lines.setdefault(path, []).append(line)
    return {path: sorted(found) for path, found in lines.items()}
