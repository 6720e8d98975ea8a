"""`obslint generate`: writes what observability lacks."""

from typing import Any

import click
from click.core import ParameterSource

from obslint.cli.shared import colour_option, settings_options, value_options


@click.group(short_help="Write what is missing: alarms.")
def generate() -> None:
    """Write what is missing, in the style of the files."""


@generate.command(short_help="Write the recommended alarms that resources lack.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))
@click.option("--workload", default="", metavar="ADDRESS", help="Only for this resource: aws_lambda_function.api, or a logical id.")
@click.option(
    "--topic",
    default="",
    metavar="TOPIC",
    help="Whom alarms tell: the ARN or address of a topic, or var.NAME; default: the only topic that is deployed together with them.",
)
@click.option("--runbook", default="", metavar="URL", help="A link for the descriptions; without it they say that there is one to write.")
@click.option("--symptoms-only", is_flag=True, help="Only alarms on what users feel, where a resource has metrics for that.")
@click.option("--write", is_flag=True, help="Write into the files; default: print a diff, and write nothing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A diff with notes on standard error, or everything as JSON.",
)
@click.option("--quiet", is_flag=True, help="Do not list what is left out.")
@colour_option
@value_options
@settings_options
@click.pass_context
def alarms(context: click.Context, /, **options: Any) -> int:
    """Write the alarms that AWS and experience recommend for the resources in PATHS (default: the current directory) and that they lack.

    Each has the metric with the dimensions that it is published with, a threshold or a band that is learnt, what missing data means,
    whom it tells, and a description. Alarms that would be reported themselves are left out; what is left out is said with the reason.

    \b
    Exit codes
      0  done, be it that there was nothing to write
      2  a wrong option or address, or an error inside obslint
      3  nothing to analyse
    """
    from obslint.cli.generating import run_generate
    from obslint.cli.options import Options
    from obslint.lint.generating import Wishes

    given = frozenset(name for name in options if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    wishes = Wishes(options.pop("workload"), options.pop("topic"), options.pop("runbook"), options.pop("symptoms_only"))
    shown = options.pop("form"), options.pop("quiet")
    write = options.pop("write")
    return run_generate(wishes, *shown, write, Options(**options, given=given))
