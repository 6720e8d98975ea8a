"""`obslint man`: the manual page."""

import click


@click.command(short_help="Print the manual page.")
def man() -> None:
    """Print the manual page as roff: `obslint man | man -l -` shows it."""
    from obslint.cli.manual import page
    from obslint.cli.terminal import emit

    emit(page())
