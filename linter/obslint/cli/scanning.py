"""What `obslint scan` does: asks for a run, has it reported, and decides on the exit code."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import click

from obslint.cli.crash import ISSUES
from obslint.cli.options import Options, check, settled, to_request
from obslint.cli.output import narrowed, write_diff, write_reports
from obslint.cli.progress import progress
from obslint.cli.terminal import say
from obslint.lint.engine_rules import SYNTAX_ERROR
from obslint.lint.request import Outcome, Request, UsageError
from obslint.policy import Severity

LOOKED_FOR = "no Terraform (.tf, .tofu, .tf.json, .tofu.json) and no CloudFormation template (YAML or JSON) was found"

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
"""Trees of values live until the end, so looking for garbage among them often is lost time, about a tenth of a large run."""

_CLEAN, _FOUND, _BROKEN, _NOTHING = 0, 1, 2, 3


def run_scan(options: Options) -> int:
    """Runs, reports and returns the exit code. Raises `click.UsageError` for a request that makes no sense."""
    check(options)
    if options.watch:
        from obslint.cli.watching import watch

        return watch(options)
    try:
        options = settled(options)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    if options.pre_commit and not options.paths:
        return _CLEAN
    outcome = _run(options)
    _say_errors(outcome)
    if nothing := _nothing(outcome):
        if options.pre_commit:
            return _BROKEN if outcome.errors else _CLEAN
        say(f"nothing to analyse in {', '.join(options.places)}: {LOOKED_FOR}")
    if options.diff:
        write_diff(outcome, options)
    elif not nothing or options.form != "text" or options.outputs or outcome.report.not_analysed:
        write_reports(narrowed(outcome) if options.changed_lines else outcome, options)
    return _exit_code(outcome, options)


def _run(options: Options) -> Outcome:
    from obslint.lint import run

    try:
        with progress(os.environ) as advance:
            if options.environments is None:
                return _asked(to_request(options), options, run, advance)
            from obslint.lint.environments import run_environments

            return run_environments(to_request(options), _matching(options.environments), advance)
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _asked(request: Request, options: Options, run: Callable[..., Outcome], advance: object) -> Outcome:
    """The outcome of a run, with what Checkov says when that is asked for."""
    outcome = run(request, advance)
    if not options.with_checkov:
        return outcome
    from obslint.lint.with_checkov import with_checkov

    return with_checkov(request, outcome)


def _matching(pattern: str) -> list[Path]:
    """The files that a pattern names, from the working directory."""
    from glob import glob

    return [Path.cwd() / name for name in sorted(glob(pattern, recursive=True)) if Path(name).is_file()]


def _say_errors(outcome: Outcome) -> None:
    """What went wrong though the run went on: a rule or a pack that failed, a file that could not be written."""
    for error in outcome.errors:
        say(f"error: {error}")
    if outcome.errors:
        say(f"the report lacks what these errors hit; where obslint is to blame, please report it at {ISSUES}")


def _nothing(outcome: Outcome) -> bool:
    """Whether there was no file that obslint could say anything about."""
    return not outcome.report.summary.files and not outcome.report.findings


def _exit_code(outcome: Outcome, options: Options) -> int:
    if outcome.errors:
        return _BROKEN
    if _nothing(outcome):
        return _CLEAN if options.allow_empty else _NOTHING
    fixed = options.exit_non_zero_on_fix and bool(outcome.report.summary.fixed)
    failed = _fails(outcome, options.fail_on) or fixed or (options.diff and bool(outcome.diff))
    return _FOUND if failed and not options.exit_zero else _CLEAN


def _fails(outcome: Outcome, threshold: str) -> bool:
    """Whether a finding reaches the threshold, or a file did not parse: what was not read cannot be called clean."""
    findings = outcome.report.findings
    if any(finding.rule == SYNTAX_ERROR.id for finding in findings):
        return True
    return threshold != "never" and any(Severity(one.severity).rank >= Severity(threshold).rank for one in findings)
