"""What `obslint generate alarms` does: asks for alarms, shows or writes them, and decides on the exit code."""

import os
import sys
from dataclasses import replace

import click

from obslint.cli.options import Options, settled, to_request
from obslint.cli.output import emit_diff
from obslint.cli.scanning import LOOKED_FOR
from obslint.cli.terminal import columns, emit, say, wants_colour
from obslint.lint.generated import Generated
from obslint.lint.generating import Wishes, generate
from obslint.lint.request import UsageError
from obslint.report import Style

_DONE, _BROKEN, _NOTHING = 0, 2, 3


def run_generate(wishes: Wishes, form: str, quiet: bool, write: bool, options: Options) -> int:
    """Generates, reports and returns the exit code. Raises `click.UsageError` for a request that makes no sense."""
    try:
        options = settled(options)
        made = generate(replace(to_request(options), write=write), wishes)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    for broken in made.errors:
        say(f"error: {broken}")
    if not made.analysed:
        say(f"nothing to analyse in {', '.join(options.places)}: {LOOKED_FOR}")
        return _BROKEN if made.errors else _NOTHING
    _show(made, form, quiet, options)
    return _BROKEN if made.errors else _DONE


def _show(made: Generated, form: str, quiet: bool, options: Options) -> None:
    from obslint.report.generated import headline, notes, render_generated_json

    if form == "json":
        emit(render_generated_json(made))
        return
    style = Style(colour=wants_colour(options.colour, sys.stdout, os.environ), width=columns(sys.stdout))
    if not made.written:
        emit_diff(made.diff, style)
    for line in notes(made, Style(width=columns(sys.stderr)), left_out=not quiet):
        say(line)
    say(headline(made))
