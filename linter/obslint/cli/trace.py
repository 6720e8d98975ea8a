"""`obslint trace`: follows the signals from and to a resource."""

from typing import Any

import click
from click.core import ParameterSource

from obslint.cli.packing import pack_options
from obslint.cli.shared import colour_option, scope_options, settings_options, value_options


@click.command(short_help="Follow the signals from or to a resource.")
@click.argument("address")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "mermaid", "dot", "json", "html"]),
    default="text",
    show_default=True,
    help="How the trace is written; html is a page of its own with a drawing.",
)
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write there instead of to standard output.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when a hop is broken.")
@colour_option
@value_options
@scope_options
@settings_options
@pack_options
@click.pass_context
def trace(context: click.Context, /, address: str, **options: Any) -> int:
    """Follow the signals from and to ADDRESS (`aws_sns_topic.oncall`, or a logical id) in PATHS (default: the current directory).

    Prints every path from what happens to who is told: each hop, and where one is broken, the text that breaks it and the rule that
    reports it.

    \b
    Exit codes
      0  no hop is broken
      1  a hop is broken
      2  a wrong option or address, or an error inside obslint
      3  nothing to analyse
    """
    from obslint.cli.options import Options
    from obslint.cli.tracing import run_trace

    given = frozenset(name for name in options if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    form = options.pop("form")
    return run_trace(address, form, Options(**options, given=given - {"form"}))
