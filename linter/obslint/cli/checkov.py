"""`obslint checkov-checks`: obslint's rules as external checks of Checkov; and the answers that those look up."""

from typing import Literal

import click

from obslint.cli.packing import pack_options

Persona = Literal["regular", "pedantic", "auditor"]
_PERSONAS = click.Choice(["regular", "pedantic", "auditor"])


@click.command(short_help="Write a folder for `checkov --external-checks-dir`.")
@click.argument("directory", required=False, type=click.Path(file_okay=False))
@click.option("--persona", type=_PERSONAS, default="regular", show_default=True, help="For whom, as in `obslint scan`.")
@pack_options
def checkov_checks(directory: str | None, persona: Persona, packs: tuple[str, ...], allow_local_code: bool) -> int:
    """Write obslint's rules as external checks of Checkov to DIRECTORY, or print them.

    `checkov -d . --external-checks-dir DIRECTORY` then reports them beside its own, for Terraform and CloudFormation, as
    OBSLINT_SINGLE_REGION_TRAIL and the like. obslint has to be installed where Checkov runs; it honours its own settings and exceptions.
    """
    from pathlib import Path

    from obslint.cli.checkovs import check_module
    from obslint.cli.output import write_atomically
    from obslint.cli.ruleinfo import registry
    from obslint.cli.terminal import emit, say

    text = check_module(registry(packs, allow_local_code), persona, packs, allow_local_code)
    if directory is None:
        emit(text)
        return 0
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / "__init__.py", b"")
    write_atomically(folder / "obslint_checks.py", text.encode())
    say(f"wrote {folder / 'obslint_checks.py'}; checkov -d . --external-checks-dir {folder} uses it")
    return 0


@click.command(hidden=True)
@click.argument("path", type=click.Path(exists=True))
@click.option("--persona", type=_PERSONAS, default="regular")
@pack_options
def checkov_answers(path: str, persona: Persona, packs: tuple[str, ...], allow_local_code: bool) -> int:
    """Print what obslint says about the resources in PATH, for the external checks of Checkov."""
    import json

    from obslint.cli.checkovs import request_for
    from obslint.cli.terminal import emit
    from obslint.lint.checkov_answers import answers
    from obslint.lint.request import UsageError

    try:
        found = answers(request_for(path, persona, packs, allow_local_code))
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    emit(json.dumps(found) + "\n")
    return 0
