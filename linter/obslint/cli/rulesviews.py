"""`obslint rules views`: what rules and policies can speak of."""

from typing import Literal

import click


@click.command(short_help="List the views that rules and policies look through, or the attributes of one.")
@click.argument("name", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Lines to read, or JSON.")
def views(name: str | None, form: Literal["text", "json"]) -> None:
    """List the views, or what the view NAME knows: each attribute, what it is called in both dialects, and AWS's default."""
    import json

    from obslint.cli.terminal import emit
    from obslint.cli.viewtext import as_data, as_text, overview
    from obslint.lint.request import UsageError
    from obslint.lint.views import all_views, view_called

    try:
        found = [view_called(name)] if name else list(all_views())
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        emit(json.dumps([as_data(view) for view in found], indent=2) + "\n")
    else:
        emit(as_text(found[0]) if name else overview(found))
