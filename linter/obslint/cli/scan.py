"""`obslint scan`: its options. What it does is in `scanning`, so that help and version need not import it."""

from typing import Any

import click
from click.core import ParameterSource

from obslint.cli.hints import completed_by


@click.command(short_help="Lint files and directories.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True, allow_dash=True))
@click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=completed_by("names"),
    help="Only these rules: ids, families, checkov:CKV_AWS_36, cis_aws_3_0, cis_aws_3_0:3.2; repeat or separate by commas.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    shell_complete=completed_by("names"),
    help="Not these rules; named as for --select.",
)
@click.option(
    "--persona",
    type=click.Choice(["regular", "pedantic", "auditor"]),
    default="regular",
    show_default=True,
    help="Who reads the report: pedantic adds taste and cost, auditor adds compliance.",
)
@click.option(
    "--min-severity",
    type=click.Choice(["error", "warning", "info"]),
    default="info",
    show_default=True,
    help="Leave out findings below this severity.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The lowest severity that makes the exit code 1.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "csv"]),
    default="text",
    show_default=True,
    help="How the report is written; `obslint schema report` describes the JSON.",
)
@click.option(
    "--output-file", type=click.Path(dir_okay=False), metavar="FILE", help="Write the report there instead of to standard output."
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT[=FILE]",
    shell_complete=completed_by("outputs"),
    help="Write a report in a format, to a file or to standard output; repeat for several at once.",
)
@click.option(
    "--rules",
    "packs",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True),
    help="Rules beside the installed ones: a folder, or a YAML file of policies; repeat for several.",
)
@click.option(
    "--allow-local-code", is_flag=True, help="Run rules in Python though they lie in what is scanned: its authors can run code here."
)
@click.option("--with-checkov", is_flag=True, help="Ask Checkov too, for the checks that obslint also has; what both see is one finding.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when there are findings.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="With --fix: exit with 1 when something was fixed, even if nothing is left.")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 when there is nothing to analyse.")
@click.option("--sarif-suppressed", is_flag=True, help="Put findings that an exception accepts into SARIF too, marked as suppressed.")
@click.option("--show-undecided", is_flag=True, help="List what could not be decided, with the reason; JSON always has it.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule; for text and concise.")
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours; auto follows the terminal, NO_COLOR, FORCE_COLOR and CI.",
)
@click.option("--diff", is_flag=True, help="Print what --fix would change as a diff, and write nothing.")
@click.option("--fix", is_flag=True, help="Write the safe fixes; the report is about what is left.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also the fixes that need a judgement.")
@click.option("--stdin-filename", metavar="NAME", help="With the path -: what standard input is called, which also tells its language.")
@click.option(
    "--var-file",
    "var_files",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Terraform variables; repeat for several files, later ones win.",
)
@click.option(
    "--var", "variables", multiple=True, metavar="NAME=VALUE", help="A Terraform variable or CloudFormation parameter; wins over files."
)
@click.option(
    "--tf-var-env", is_flag=True, help="Take Terraform variables from TF_VAR_* too; off so that the shell does not change results."
)
@click.option(
    "--parameters",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="CloudFormation parameters: JSON as the AWS CLI or CodePipeline takes it, or samconfig.toml.",
)
@click.option("--region", default="", metavar="REGION", help="Where CloudFormation stacks are deployed: the value of AWS::Region.")
@click.option(
    "--environments", metavar="GLOB", help="Lint once for each variable or parameter file that matches, and say in which a finding holds."
)
@click.option(
    "--source",
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="With a plan: the root directory it was made from, where findings are then shown and fixed.",
)
@click.option("--complete", is_flag=True, help="PATHS hold everything of the account: what is not declared there does not exist.")
@click.option(
    "--compliance",
    default="",
    metavar="FRAMEWORK",
    shell_complete=completed_by("frameworks"),
    help="Ask the rules of a framework (cis_aws_3_0, ...), and end the report with its items: passed, failed, undecided, not covered.",
)
@click.option("--config", type=click.Path(exists=True, dir_okay=False), metavar="FILE", help="Read these settings instead of the nearest.")
@click.option("--isolated", is_flag=True, help="Read no settings file.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Leave out the findings that are listed there; `obslint baseline create` writes it.",
)
@click.option("--no-baseline", is_flag=True, help="Report what the baseline of the settings would leave out.")
@click.option(
    "--new-since",
    "since",
    default="",
    metavar="REF",
    help="Report what was not there at the commit where this branch left REF, and what the change mended; reads git's objects.",
)
@click.option("--coverage", is_flag=True, help="With --new-since: tell what the change did to what `obslint coverage` shows too.")
@click.option(
    "--changed-lines",
    is_flag=True,
    help="With --new-since: show what changed lines hold or decide; the rest is counted, and fails too.",
)
@click.option("--no-ignores", is_flag=True, help="Report as if there were no exceptions, neither in files nor in settings.")
@click.option("--watch", is_flag=True, help="Go on: lint again what changes, and print what comes and goes, until Ctrl-C.")
@click.option("--pre-commit", is_flag=True, help="PATHS are changed files: report on them alone, and be silent if none concerns obslint.")
@click.pass_context
def scan(context: click.Context, /, **options: Any) -> int:
    """Lint Terraform, its plans, and CloudFormation in PATHS (default: the current directory).

    Directories are searched, leaving out what git ignores. Of files that are named, the whole root module or stack they belong to is
    analysed, and only they are reported on. A plan is the JSON that `terraform show -json PLANFILE` writes, and must be named. The
    path - is standard input.

    \b
    Exit codes
      0  nothing at or above --fail-on
      1  findings, or a file that does not parse
      2  a wrong option, or an error inside obslint
      3  nothing to analyse
    """
    from obslint.cli.options import Options
    from obslint.cli.scanning import run_scan

    given = frozenset(name for name in options if context.get_parameter_source(name) is ParameterSource.COMMANDLINE)
    return run_scan(Options(**options, given=given))
