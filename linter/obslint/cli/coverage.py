"""`obslint coverage`: what of each workload is observed."""

from typing import Any

import click
from click.core import ParameterSource

from obslint.cli.shared import colour_option, scope_options, settings_options, value_options


@click.command(short_help="Show for each workload what is observed, and what is broken or missing.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json", "html"]),
    default="text",
    show_default=True,
    help="How the matrix is written; html is a page of its own.",
)
@click.option("--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write there instead of to standard output.")
@click.option(
    "--min-coverage",
    type=click.IntRange(0, 100),
    metavar="PERCENT",
    help="Exit with 1 when less than this share of what can be decided is covered.",
)
@click.option("--show-undecided", is_flag=True, help="List what could not be decided, with the reason; JSON and HTML always have it.")
@colour_option
@value_options
@scope_options
@settings_options
@click.pass_context
def coverage(context: click.Context, /, **options: Any) -> int:
    """Show a matrix of the workloads in PATHS (default: the current directory) and of what each should have: alarms on what users feel
    and on what fills up, logs that expire, traces, an audit trail, a dashboard, an owner, and a runbook.

    An alarm that cannot fire or tells nobody is broken, and an alarm on a cause alone is none on what users feel. What is undecided or
    exempt counts neither way.

    \b
    Exit codes
      0  done
      1  less than --min-coverage is covered
      2  a wrong option, or an error inside obslint
      3  nothing to analyse
    """
    from obslint.cli.covering import run_coverage
    from obslint.cli.options import Options

    given = frozenset(name for name in options if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    form, least = options.pop("form"), options.pop("min_coverage")
    return run_coverage(form, least, Options(**options, given=given - {"form", "min_coverage"}))
