"""`obslint scan`: its exit codes, where its words go, and the request it makes of its options."""

import json
import os
import stat
from pathlib import Path

import click
import pytest

from obslint.lint.request import FixMode, UsageError
from obslint.lint.result import Location, NotAnalysed, ReportedFinding, Undecided
from obslint.policy import Persona, Severity

DIFF = '--- a/main.tf\n+++ b/main.tf\n@@ -2 +2 @@\n-  name = "a"\r\n+  name = "b"\r\n'
SYNTAX = ReportedFinding("syntax-error", "error", "regular", "high", "an expression is missing", None, Location("main.tf", 1, 1, 1, 2), "f")


@pytest.mark.parametrize(
    ("arguments", "severity", "code"),
    [
        ((), None, 0),
        ((), "error", 1),
        ((), "warning", 1),
        ((), "info", 0),
        (("--fail-on", "info"), "info", 1),
        (("--fail-on", "error"), "warning", 0),
        (("--fail-on", "never"), "error", 0),
        (("--exit-zero",), "error", 0),
        (("--format", "json"), "warning", 1),
        (("--fix",), "warning", 1),
        (("--fix",), None, 0),
    ],
)
def test_exit_code_by_severity(obslint_, outcome, finding, arguments, severity, code):
    assert obslint_("scan", *arguments, answer=outcome(*([finding(severity)] if severity else []))).exit_code == code


def test_a_file_that_does_not_parse_fails_whatever_the_threshold(obslint_, outcome):
    assert obslint_("scan", "--fail-on", "never", answer=outcome(SYNTAX)).exit_code == 1
    assert obslint_("scan", "--exit-zero", answer=outcome(SYNTAX)).exit_code == 0


def test_an_internal_error_is_said_and_changes_the_exit_code(obslint_, outcome, finding):
    result = obslint_("scan", "--exit-zero", answer=outcome(finding(), errors=("rule some-rule on aws_sns_topic.a: KeyError: 'x'",)))
    assert result.exit_code == 2
    assert "error: rule some-rule on aws_sns_topic.a: KeyError: 'x'" in result.stderr
    assert "where obslint is to blame, please report it at https://" in result.stderr
    assert "warning[some-rule]" in result.stdout


def test_nothing_to_analyse(obslint_, outcome):
    result = obslint_("scan", "--exit-zero", answer=outcome(files=0))
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.startswith("nothing to analyse in .: no Terraform (.tf,")


def test_nothing_to_analyse_still_lists_what_could_not_be_read(obslint_, outcome):
    result = obslint_("scan", answer=outcome(files=0, not_analysed=(NotAnalysed("a.tf", "binary data, not text"),)))
    assert result.exit_code == 3
    assert "a.tf: binary data, not text" in result.stdout


def test_nothing_to_analyse_is_a_report_in_json(obslint_, outcome):
    result = obslint_("scan", "--format", "json", answer=outcome(files=0))
    assert (result.exit_code, json.loads(result.stdout)["findings"]) == (3, [])


@pytest.mark.parametrize("paths", [(), ("main.tf",)])
def test_pre_commit_is_silent_when_nothing_concerns_us(obslint_, outcome, paths):
    result = obslint_("scan", "--pre-commit", *paths, answer=outcome(files=0))
    assert (result.exit_code, result.output) == (0, "")


def test_pre_commit_reports_on_the_files_it_is_given(obslint_, outcome, finding):
    result = obslint_("scan", "--pre-commit", "main.tf", answer=outcome(finding()))
    assert result.exit_code == 1
    assert obslint_.request.paths == (Path("main.tf"),)


def test_a_missing_path(obslint_):
    result = obslint_("scan", "main.tf", "gone")
    assert result.exit_code == 2
    assert "'gone' does not exist" in result.stderr


def test_a_request_that_makes_no_sense(obslint_):
    result = obslint_("scan", "--select", "x", answer=UsageError("no rule or family x; did you mean y?"))
    assert result.exit_code == 2
    assert "no rule or family x; did you mean y?" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("-", "main.tf"), "cannot be combined"),
        (("--stdin-filename", "a.tf"), "needs the path -"),
        (("-", "--fix"), "cannot write to standard input"),
        (("--fix", "--diff"), "give one of them"),
        (("--unsafe-fixes",), "needs --fix or --diff"),
        (("--persona", "boss"), "'boss' is not one of"),
    ],
)
def test_options_that_make_no_sense(obslint_, arguments, complaint):
    result = obslint_("scan", *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert obslint_.request is None


def test_an_unforeseen_error_has_no_traceback(obslint_):
    result = obslint_("scan", answer=KeyError("surprise"))
    assert result.exit_code == 2
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith("internal error: KeyError: 'surprise' (conftest.py:")
    assert second.startswith("this is a bug in obslint; please report it at https://")
    log = obslint_.place / "log" / "crash.log"
    assert second.endswith(f"with what {log} says")
    assert "KeyError: 'surprise'" in log.read_text(encoding="utf-8")


def test_an_unforeseen_error_where_nothing_can_be_written(obslint_):
    (obslint_.place / "log").write_text("in the way")
    assert obslint_("scan", answer=KeyError("surprise")).stderr.endswith("(with OBSLINT_DEBUG=1 it says more)\n")


def test_an_unforeseen_error_has_a_traceback_on_demand(obslint_):
    assert "Traceback" in obslint_("scan", answer=KeyError("surprise"), env={"OBSLINT_DEBUG": "1"}).stderr


def test_an_error_of_the_system_is_no_bug(obslint_):
    result = obslint_("scan", answer=OSError(28, "No space left on device"))
    assert result.exit_code == 2
    assert result.stderr == "error: [Errno 28] No space left on device; OBSLINT_DEBUG=1 shows where\n"


def test_an_interruption(obslint_):
    result = obslint_("scan", answer=KeyboardInterrupt())
    assert result.exit_code == 130
    assert result.stdout == ""


def test_the_request_of_no_options(obslint_):
    obslint_("scan")
    asked = obslint_.request
    assert asked.paths == (Path("."),)
    assert asked.base == obslint_.place
    assert (asked.persona, asked.min_severity, asked.fix, asked.write, asked.stdin) == (
        Persona.REGULAR,
        Severity.INFO,
        FixMode.NONE,
        False,
        None,
    )


def test_the_request_of_many_options(obslint_):
    obslint_("scan", "main.tf", "--select", "a, b", "--select", "c", "--ignore", "d,", "--persona", "auditor", "--min-severity", "error")
    asked = obslint_.request
    assert (asked.paths, asked.select, asked.ignore) == ((Path("main.tf"),), ("a", "b", "c"), ("d",))
    assert (asked.persona, asked.min_severity) == (Persona.AUDITOR, Severity.ERROR)


@pytest.mark.parametrize(
    ("arguments", "mode", "write"),
    [
        (("--fix",), FixMode.SAFE, True),
        (("--fix", "--unsafe-fixes"), FixMode.UNSAFE, True),
        (("--diff",), FixMode.SAFE, False),
        (("--diff", "--unsafe-fixes"), FixMode.UNSAFE, False),
    ],
)
def test_the_request_of_fixes(obslint_, arguments, mode, write):
    obslint_("scan", *arguments)
    assert (obslint_.request.fix, obslint_.request.write) == (mode, write)


def test_standard_input(obslint_):
    obslint_("scan", "-", "--stdin-filename", "modules/a.tf", input=b"\xff bytes")
    asked = obslint_.request
    assert (asked.paths, asked.stdin, asked.stdin_name) == ((), b"\xff bytes", "modules/a.tf")


def test_the_report_alone_is_on_standard_output(obslint_, outcome, finding):
    result = obslint_("scan", answer=outcome(finding()))
    assert result.stdout.startswith("warning[some-rule] the name is wrong\n")
    assert result.stderr == ""


def test_concise_counts_on_standard_error(obslint_, outcome, finding):
    result = obslint_("scan", "--format", "concise", answer=outcome(finding()))
    assert result.stdout == "main.tf:2:3: warning some-rule [-] the name is wrong (aws_sns_topic.a)\n"
    assert result.stderr == "1 warning\n"


def test_show_undecided_and_statistics(obslint_, outcome, finding):
    one = finding()
    answer = outcome(one, undecided=(Undecided("other-rule", one.resource, one.location, "x is not known"),))
    assert "x is not known" not in obslint_("scan", answer=answer).stdout
    shown = obslint_("scan", "--show-undecided", "--statistics", answer=answer).stdout
    assert "x is not known" in shown
    assert "1  warning  some-rule" in shown


def test_the_report_in_a_file(obslint_, outcome, finding):
    target = obslint_.place / "report.txt"
    result = obslint_("scan", "--output-file", str(target), answer=outcome(finding()), env={"FORCE_COLOR": "1"})
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "1 warning\n"
    assert target.read_text().startswith("warning[some-rule] the name is wrong\n")


def test_several_reports_in_files_are_counted_once(obslint_, outcome, finding):
    result = obslint_("scan", "--output", "sarif=a.sarif", "--output", "markdown=a.md", answer=outcome(finding()))
    assert (result.stdout, result.stderr) == ("", "1 warning\n")
    shown = obslint_("scan", "--output", "sarif=a.sarif", "--output", "text", answer=outcome(finding()))
    assert "1 warning" in shown.stdout
    assert shown.stderr == ""


def test_a_file_gets_colours_when_they_are_asked_for(obslint_, outcome, finding):
    target = obslint_.place / "report.txt"
    obslint_("scan", "--color", "always", "--output-file", str(target), answer=outcome(finding()))
    assert "\x1b[" in target.read_text()


def test_a_report_replaces_the_old_one_and_keeps_its_mode_and_link(obslint_, outcome, finding):
    real, link = obslint_.place / "real.json", obslint_.place / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    obslint_("scan", "--format", "json", "--output-file", "link.json", answer=outcome(finding()))
    assert link.is_symlink()
    assert json.loads(real.read_text())["schema_version"] == 1
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in obslint_.place.iterdir()) == ["link.json", "main.tf", "real.json"]


def test_a_new_report_has_the_usual_mode(obslint_, outcome):
    mask = os.umask(0o027)
    try:
        obslint_("scan", "--output-file", "new.txt", answer=outcome())
    finally:
        os.umask(mask)
    assert stat.S_IMODE((obslint_.place / "new.txt").stat().st_mode) == 0o640


def test_a_device_is_not_replaced(obslint_, outcome):
    before = os.stat(os.devnull)
    assert obslint_("scan", "--output-file", os.devnull, answer=outcome()).exit_code == 0
    assert os.stat(os.devnull).st_ino == before.st_ino


def test_a_report_that_cannot_be_written(obslint_, outcome):
    (obslint_.place / "file").write_text("")
    result = obslint_("scan", "--output-file", "file/report.txt", answer=outcome())
    assert result.exit_code == 2
    assert "Could not open file 'file/report.txt'" in result.stderr


def test_a_report_in_a_directory_that_is_not_there_yet(obslint_, outcome):
    assert obslint_("scan", "--output-file", "new/dir/report.txt", answer=outcome()).exit_code == 0
    assert "no findings" in (obslint_.place / "new/dir/report.txt").read_text()


def test_a_diff_is_printed_as_it_is(obslint_, outcome, finding):
    result = obslint_("scan", "--diff", answer=outcome(finding("info"), diff=DIFF))
    assert result.exit_code == 1
    assert result.stdout_bytes.decode() == DIFF
    assert result.stderr == "1 info\n"


def test_a_diff_in_colour(obslint_, outcome):
    shown = obslint_("scan", "--diff", "--color", "always", answer=outcome(diff=DIFF), color=True).stdout
    assert "\x1b[31m-  name" in shown
    assert click.unstyle(shown) == DIFF.replace("\r", "")


@pytest.mark.parametrize(("arguments", "diff", "code"), [((), "", 0), (("--exit-zero",), DIFF, 0), ((), DIFF, 1)])
def test_exit_code_of_a_diff(obslint_, outcome, arguments, diff, code):
    assert obslint_("scan", "--diff", *arguments, answer=outcome(diff=diff)).exit_code == code


def test_a_diff_in_a_file(obslint_, outcome):
    result = obslint_("scan", "--diff", "--output-file", "fix.patch", answer=outcome(diff=DIFF))
    assert result.stdout == ""
    assert (obslint_.place / "fix.patch").read_bytes() == DIFF.encode()
