"""`obslint config`: what settings say, and what they can say."""

from typing import Literal

import click

from obslint.cli.packing import pack_options


@click.group(short_help="Show settings with their origin, or the schema of settings files.")
def config() -> None:
    """Show what settings say, and what they can say."""


@config.command(short_help="Show every setting that holds for a path, and where it is set.")
@click.option(
    "--for",
    "path",
    default=".",
    metavar="PATH",
    type=click.Path(exists=True),
    help="The file or directory; default: the current directory.",
)
@click.option(
    "--config", "file", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="These settings instead of the nearest."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Lines to read, or JSON.")
@pack_options
def show(path: str, file: str | None, form: Literal["text", "json"], packs: tuple[str, ...], allow_local_code: bool) -> None:
    """Show every setting that holds for PATH: its value, and the file and line that sets it, or `default`."""
    import os
    from pathlib import Path

    from obslint.cli.ruleinfo import registry
    from obslint.cli.settingstext import as_json, as_text
    from obslint.cli.terminal import emit
    from obslint.lint.request import UsageError
    from obslint.lint.settings.read import read, settings_for
    from obslint.lint.settings.shown import shown

    place = Path(os.path.abspath(path))
    try:
        settings = read(Path(os.path.abspath(file))) if file else settings_for(place if place.is_dir() else place.parent)
        values = shown(settings, registry(packs, allow_local_code), place)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    emit(as_json(path, values) if form == "json" else as_text(path, values))


@config.command(short_help="Print the JSON Schema of a settings file.")
@pack_options
def schema(packs: tuple[str, ...], allow_local_code: bool) -> None:
    """Print the JSON Schema of `obslint.toml`, with the options of every installed rule, for editors that check TOML."""
    import json

    from obslint.cli.ruleinfo import registry
    from obslint.cli.terminal import emit
    from obslint.lint.settings.schema import settings_schema

    emit(json.dumps(settings_schema(registry(packs, allow_local_code)), indent=2) + "\n")
