"""`obslint lsp`: the language server for editors."""

from typing import Any

import click

from obslint.cli.packing import pack_options

REMEDY = "the language server needs pygls, which is not installed; install it with: pip install 'obslint[lsp]'"


@click.command(short_help="Serve an editor over the Language Server Protocol.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output. It always does; many editors pass this option.")
@click.option("--config", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Read these settings instead of the nearest.")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@click.option(
    "--persona",
    type=click.Choice(["regular", "pedantic", "auditor"]),
    help="Who reads the findings; default: what the settings say, else regular.",
)
@pack_options
def lsp(
    stdio: bool,  # noqa: ARG001 - there is nothing else
    config: str | None,
    isolated: bool,
    persona: Any,
    packs: tuple[str, ...],
    allow_local_code: bool,
) -> None:
    """Serve an editor over the Language Server Protocol, on standard input and output.

    Files that are open are linted as they are in the editor, with the whole root module or stack that they belong to: diagnostics,
    fixes and exceptions as code actions, and on hover the rule and the signals of a resource. Needs the extra `lsp`.
    docs/editor.md shows the settings of editors.
    """
    try:
        from obslint.editor.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.UsageError(REMEDY) from error
    from obslint.cli.options import Options, editing

    given = frozenset({"persona"}) if persona else frozenset()
    named = {"persona": persona} if persona else {}
    serve(editing(Options(config=config, isolated=isolated, packs=packs, allow_local_code=allow_local_code, given=given, **named)))
