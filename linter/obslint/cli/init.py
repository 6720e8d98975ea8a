"""`obslint init`: settings for the repository at hand."""

from pathlib import Path

import click


@click.command(short_help="Write a commented obslint.toml for the repository at hand.")
@click.argument("directory", default=".", type=click.Path(exists=True, file_okay=False))
@click.option("--stdout", is_flag=True, help="Print the file instead of writing it.")
def init(directory: str, stdout: bool) -> None:
    """Write DIRECTORY/obslint.toml: what was found there, and the settings that fit it, each with a comment.

    A settings file that is there already is never touched.
    """
    import os

    from obslint.cli.terminal import emit, say
    from obslint.lint.request import UsageError
    from obslint.lint.settings.proposal import proposal
    from obslint.lint.settings.survey import survey

    place = Path(os.path.abspath(directory))
    target = place / "obslint.toml"
    try:
        if not stdout:
            _refuse(place)
        text = proposal(survey(place))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if stdout:
        emit(text)
        return
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise click.FileError(str(target), error.strerror or str(error)) from error
    say(f"wrote {os.path.relpath(target)}; obslint config show tells what holds")


def _refuse(place: Path) -> None:
    """Raises `UsageError` when the directory has settings already."""
    from obslint.lint.request import UsageError
    from obslint.lint.settings.read import own

    if found := own(place):
        raise UsageError(f"{found} is there already and is left as it is; --stdout prints what would be written")
