"""Where a report goes, and in what style."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from obslint.cli.options import Options
from obslint.cli.terminal import PLAIN_WIDTH, columns, emit, emit_bytes, say, wants_colour
from obslint.lint.request import Outcome
from obslint.report import Format, Style, render
from obslint.report.printable import printable
from obslint.report.rooted import FORMATS as ROOTED
from obslint.report.rooted import rooted
from obslint.report.since import counts, is_from_changed_line
from obslint.report.summary import headline
from obslint.source.discovery import repository_of


def narrowed(outcome: Outcome) -> Outcome:
    """The outcome with the findings on changed lines alone, or decided there; the others are said to be there."""
    kept = tuple(one for one in outcome.report.findings if is_from_changed_line(outcome, one))
    change = outcome.report.change and replace(outcome.report.change, elsewhere=len(outcome.report.findings) - len(kept))
    return replace(outcome, report=replace(outcome.report, findings=kept, change=change))


def write_reports(outcome: Outcome, options: Options) -> None:
    """Writes every report that is asked for, and the summary of the step where GitHub runs it.

    Where people see the counts in none of them, they are said once.
    """
    asked = [options] if not options.outputs else [_of(output, options) for output in options.outputs]
    for one in asked:
        _write(outcome, one)
    if not any(map(_shows_counts, asked)):
        _say_counts(outcome)
    forms = {options.form, *(output.partition("=")[0] for output in options.outputs)}
    if "github" in forms and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append_summary(Path(summary), outcome)


def _of(output: str, options: Options) -> Options:
    """The options of one of several reports: `sarif=FILE`."""
    form, named, file = output.partition("=")
    return replace(options, form=cast(Format, form), output_file=file if named else None)


def _append_summary(path: Path, outcome: Outcome) -> None:
    """Adds to what other steps of the job have written. Raises `click.FileError` where that cannot be done."""
    from obslint.report.github import render_step_summary

    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(render_step_summary(outcome))
    except OSError as error:
        raise click.FileError(str(path), error.strerror or str(error)) from error


def _shows_counts(options: Options) -> bool:
    return not options.output_file and options.form in ("text", "json")


def _say_counts(outcome: Outcome) -> None:
    say(headline(outcome.report, Style()))
    if outcome.report.change:
        say(counts(outcome.report.change))


def _write(outcome: Outcome, options: Options) -> None:
    style = _style(options)
    told = rooted(outcome, _from_root()) if options.form in ROOTED else outcome
    text = _sarif(told, options) if options.form == "sarif" else render(options.form, told, style)
    if options.output_file:
        write_atomically(Path(options.output_file), text.encode("utf-8", "backslashreplace"))
    else:
        emit(text, colour=style.colour)


def _sarif(outcome: Outcome, options: Options) -> str:
    from obslint.report.sarif import render_sarif

    return render_sarif(outcome, suppressed=options.sarif_suppressed)


def _from_root() -> str:
    """The working directory, from the root of its repository."""
    here = Path.cwd()
    root = repository_of(here)
    return here.relative_to(root).as_posix() if root else ""


def write_diff(outcome: Outcome, options: Options) -> None:
    """Writes the diff, byte for byte unless a person looks at it, and says what was found."""
    if options.output_file:
        write_atomically(Path(options.output_file), _raw(outcome.diff))
    else:
        emit_diff(outcome.diff, _style(options))
    say(headline(outcome.report, Style()))


def emit_diff(diff: str, style: Style) -> None:
    """Writes a diff to standard output, byte for byte unless a person looks at it."""
    if style.colour or sys.stdout.isatty():
        emit("".join(_diff_line(line, style) + "\n" for line in diff.split("\n")[:-1]), colour=style.colour)
    else:
        emit_bytes(_raw(diff))


def write_atomically(path: Path, data: bytes) -> None:
    """Writes a file so that it is never seen half written, and its directory; devices and pipes are written to directly.

    Raises `click.FileError` where that cannot be done.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise click.FileError(str(path), error.strerror or str(error)) from error


def _replace(path: Path, data: bytes) -> None:
    import tempfile

    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            temporary.chmod(_mode(path))
        except BaseException:
            temporary.unlink()
            raise
    temporary.replace(path)


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _style(options: Options) -> Style:
    """How the report looks where it goes; a file gets colours only when they are asked for."""
    to_file = options.output_file is not None
    return Style(
        colour=options.colour == "always" if to_file else wants_colour(options.colour, sys.stdout, os.environ),
        width=PLAIN_WIDTH if to_file else columns(sys.stdout),
        undecided=options.show_undecided,
        statistics=options.statistics,
    )


def _raw(diff: str) -> bytes:
    return diff.encode("utf-8", "surrogateescape")


def _diff_line(line: str, style: Style) -> str:
    looks = {"+++": "strong", "---": "strong", "@@ ": "gutter"}
    look = looks.get(line[:3]) or {"+": "added", "-": "removed"}.get(line[:1])
    shown = printable(line.rstrip("\r"))
    return style.paint(shown, look) if look else shown
