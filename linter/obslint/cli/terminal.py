"""What the terminal can show, and writing to it: the report to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

import click

PLAIN_WIDTH = 120
"""The columns of a report that does not go to a terminal."""

_NARROWEST, _WIDEST = 60, 200


def say(text: str) -> None:
    """Tells the user something that is not the report. Nobody is left to tell when standard error is closed."""
    try:
        click.echo(text.encode(errors="backslashreplace").decode(), err=True)
    except BrokenPipeError:
        _abandon(sys.stderr)


def emit(text: str, *, colour: bool = False) -> bool:
    """Writes to standard output. A reader that has seen enough (`| head`) ends the output, not the run; tells whether there is one."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False, color=colour)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
        return False
    return True


def emit_bytes(data: bytes) -> None:
    """Writes text of a file to standard output as it is, without changing line ends."""
    try:
        click.echo(data, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)


def _abandon(stream: TextIO) -> None:
    """Sends what is still buffered nowhere, so that the interpreter does not complain when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def wants_colour(choice: str, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to colour: as chosen, else as the environment says (NO_COLOR before FORCE_COLOR), else on terminals and GitHub."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if any(environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if environ.get("TERM") == "dumb":
        return False
    return stream.isatty() or environ.get("GITHUB_ACTIONS") == "true"


def columns(stream: TextIO) -> int:
    """The columns of the terminal, within reason, or those of a plain report."""
    if not stream.isatty():
        return PLAIN_WIDTH
    import shutil

    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns))
