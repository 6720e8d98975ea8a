"""What `obslint coverage` does: asks for the matrix, has it rendered, and decides on the exit code."""

import os
import sys
from pathlib import Path

import click

from obslint.cli.options import Options, settled, to_request
from obslint.cli.output import write_atomically
from obslint.cli.scanning import LOOKED_FOR
from obslint.cli.terminal import PLAIN_WIDTH, columns, emit, say, wants_colour
from obslint.lint.coverage import Coverage
from obslint.lint.covering import Covered, cover
from obslint.lint.request import UsageError
from obslint.report import Style
from obslint.report.coverage import CoverageFormat, headline, render_coverage

_DONE, _LITTLE, _BROKEN, _NOTHING = 0, 1, 2, 3


def run_coverage(form: CoverageFormat, least: int | None, options: Options) -> int:
    """Makes the matrix, reports and returns the exit code. Raises `click.UsageError` for a request that makes no sense."""
    try:
        options = settled(options)
        made = cover(to_request(options))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    for broken in made.errors:
        say(f"error: {broken}")
    if made.coverage is None:
        say(f"nothing to analyse in {', '.join(options.places)}: {LOOKED_FOR}")
        return _BROKEN if made.errors else _NOTHING
    _write(made, made.coverage, form, options)
    if made.errors:
        return _BROKEN
    return _judged(made.coverage, least)


def _judged(found: Coverage, least: int | None) -> int:
    """Whether enough is covered. Where nothing can be decided of workloads that there are, that is not known, and not enough."""
    if least is None or not found.rows or (found.percent if found.percent is not None else -1) >= least:
        return _DONE
    say(f"{headline(found)}, and --min-coverage asks for {least} %")
    return _LITTLE


def _write(made: Covered, found: Coverage, form: CoverageFormat, options: Options) -> None:
    to_file = options.output_file is not None
    colour = options.colour == "always" if to_file else wants_colour(options.colour, sys.stdout, os.environ)
    width = PLAIN_WIDTH if to_file else columns(sys.stdout)
    style = Style(colour=colour and form == "text", width=width, undecided=options.show_undecided)
    text = render_coverage(form, found, made.files, style)
    if options.output_file:
        write_atomically(Path(options.output_file), text.encode("utf-8", "backslashreplace"))
        say(headline(found))
    else:
        emit(text, colour=style.colour)
