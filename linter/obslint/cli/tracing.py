"""What `obslint trace` does: asks for a trace, has it rendered, and decides on the exit code."""

import os
import sys
from pathlib import Path

import click

from obslint.cli.options import Options, settled, to_request
from obslint.cli.output import write_atomically
from obslint.cli.scanning import LOOKED_FOR
from obslint.cli.terminal import PLAIN_WIDTH, columns, emit, say, wants_colour
from obslint.lint.request import UsageError
from obslint.lint.trace import Trace
from obslint.lint.tracing import Traced
from obslint.report import Style
from obslint.report.trace import TraceFormat, counts, render_trace

_CLEAN, _FOUND, _BROKEN, _NOTHING = 0, 1, 2, 3


def run_trace(address: str, form: TraceFormat, options: Options) -> int:
    """Traces, reports and returns the exit code. Raises `click.UsageError` for a request that makes no sense."""
    traced = _trace(address, options)
    for error in traced.errors:
        say(f"error: {error}")
    if traced.trace is None:
        say(f"nothing to analyse in {', '.join(options.places)}: {LOOKED_FOR}")
        return _BROKEN if traced.errors else _NOTHING
    _write(traced, traced.trace, form, options)
    if traced.errors:
        return _BROKEN
    return _FOUND if traced.trace.broken and not options.exit_zero else _CLEAN


def _trace(address: str, options: Options) -> Traced:
    from obslint.lint.tracing import trace

    try:
        options = settled(options)
        return trace(to_request(options), address)
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _write(traced: Traced, found: Trace, form: TraceFormat, options: Options) -> None:
    to_file = options.output_file is not None
    colour = options.colour == "always" if to_file else wants_colour(options.colour, sys.stdout, os.environ)
    style = Style(colour=colour and form == "text", width=PLAIN_WIDTH if to_file else columns(sys.stdout))
    text = render_trace(form, found, traced.files, style)
    if options.output_file:
        write_atomically(Path(options.output_file), text.encode("utf-8", "backslashreplace"))
        say(counts(found))
    else:
        emit(text, colour=style.colour)
