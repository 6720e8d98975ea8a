"""`obslint exceptions`: the ledger of what is accepted, by whom, why and until when."""

from typing import Literal

import click

from obslint.cli.packing import pack_options


@click.command(short_help="List the exceptions: rule, place, owner, reason, last day, and whether they are in force.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True, help="How the ledger is written."
)
@click.option(
    "--config", "file", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="These settings instead of the nearest."
)
@pack_options
def exceptions(
    paths: tuple[str, ...], form: Literal["table", "csv", "json"], file: str | None, packs: tuple[str, ...], allow_local_code: bool
) -> int:
    """List the exceptions in PATHS (default: the current directory) and in the settings that hold there.

    Each is in force, expired, unused (it accepts nothing), or malformed (it does not count). The exit code is 0 whatever they are;
    `obslint scan` reports those that do not count.
    """
    import os
    from pathlib import Path

    from obslint.cli.ledgertext import render
    from obslint.cli.packing import packs_of
    from obslint.cli.terminal import emit, say
    from obslint.lint.ledger import ledger
    from obslint.lint.profile import home
    from obslint.lint.request import Request, UsageError
    from obslint.lint.settings.read import read, settings_for

    named = tuple(map(Path, paths or (".",)))
    try:
        path = Path(os.path.abspath(file)) if file else None
        settings = read(path) if path else settings_for(home(Path.cwd(), named))
        request = Request(
            named, Path.cwd(), settings=True, settings_file=path, exclude=settings.exclude, given=frozenset(),
            packs=packs_of(packs, settings), allow_local_code=allow_local_code,
        )  # fmt: skip
        found = ledger(request)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    for broken in found.errors:
        say(f"error: {broken}")
    emit(render(form, found.lines))
    return 2 if found.errors else 0
