"""`obslint rules`: every rule there is."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Literal

import click

from obslint.cli.packing import pack_options

if TYPE_CHECKING:
    from rich.table import Table

    from obslint.lint.engine_rules import EngineRule
    from obslint.policy import Rule

    AnyRule = Rule | EngineRule

_UNBOUNDED = 1000
_LOOKS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


_COMMANDS = {"new": "obslint.cli.rulesnew", "test": "obslint.cli.rulestest", "views": "obslint.cli.rulesviews"}
"""The module of each command; the command has its own name there."""


class _Commands(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=_Commands, invoke_without_command=True, short_help="List the rules; make and test new ones.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table, or JSON with everything known about each rule.",
)
@click.option("--family", metavar="NAME", help="Only the rules of this family.")
@click.option(
    "--controls",
    is_flag=False,
    flag_value="all",
    default=None,
    metavar="[FRAMEWORK]",
    help="The items of compliance frameworks instead, each with the rules that look at it; all frameworks, or the one named.",
)
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours, as in `obslint scan`.",
)
@pack_options
@click.pass_context
def rules(
    context: click.Context,
    form: Literal["table", "json"],
    family: str | None,
    controls: str | None,
    colour: str,
    packs: tuple[str, ...],
    allow_local_code: bool,
) -> None:
    """List the rules: id, severity, persona, whether obslint can fix it, and what is wrong. Its commands help to write some."""
    if context.invoked_subcommand is not None:
        return
    import os

    from obslint.cli.ruleinfo import registry
    from obslint.cli.terminal import emit, wants_colour

    known = registry(packs, allow_local_code)
    painted = form == "table" and wants_colour(colour, sys.stdout, os.environ)
    if controls is not None:
        from obslint.cli.controls import render_controls

        emit(render_controls(known, controls, form), colour=painted)
        return
    found = sorted((known.rule(card.id) for card in known), key=lambda rule: (rule.family, rule.id))
    if family is not None:
        found = _of_family(found, family)
    emit(_json(found) if form == "json" else _table(found, painted), colour=painted)


def _of_family(found: "list[AnyRule]", family: str) -> "list[AnyRule]":
    """The rules of a family. Raises `click.UsageError` when there is no such family."""
    if chosen := [rule for rule in found if rule.family == family]:
        return chosen
    raise click.UsageError(f"no family {family!r}; there are {', '.join(sorted({rule.family for rule in found}))}.")


def _json(found: "list[AnyRule]") -> str:
    import json

    from obslint.cli.ruleinfo import as_data

    return json.dumps([as_data(rule) for rule in found], indent=2) + "\n"


def _table(found: "list[AnyRule]", painted: bool) -> str:
    """The rules as a table: on a terminal as wide as that, elsewhere each rule on a line of its own."""
    import io

    from rich.console import Console

    from obslint.cli.terminal import columns

    width = columns(sys.stdout) if sys.stdout.isatty() else _UNBOUNDED
    text = io.StringIO()
    Console(file=text, width=width, force_terminal=painted, color_system="standard" if painted else None, markup=False).print(_rows(found))
    count = f"{len(found)} rule" + ("" if len(found) == 1 else "s")
    return "".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()) + f"\n{count}; obslint explain RULE tells more\n"


def _rows(found: "list[AnyRule]") -> "Table":
    from rich.table import Table
    from rich.text import Text

    from obslint.cli.ruleinfo import dialects, fix_safety

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("rule", "family", "severity", "persona", "fix", "dialects", "what is wrong"):
        table.add_column(heading, no_wrap=heading != "what is wrong")
    for rule in found:
        severity = rule.severity.value
        table.add_row(
            rule.id, rule.family, Text(severity, _LOOKS[severity]), rule.persona.value, fix_safety(rule), dialects(rule), rule.summary
        )
    return table
