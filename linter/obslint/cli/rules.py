"""`obslint rules`: every rule there is."""

import sys
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from rich.table import Table

    from obslint.lint.engine_rules import EngineRule
    from obslint.policy import Rule

    AnyRule = Rule | EngineRule

_UNBOUNDED = 1000
_LOOKS = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}


@click.command(short_help="List the rules.")
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
def rules(form: Literal["table", "json"], family: str | None, controls: str | None, colour: str) -> None:
    """List the rules: id, severity, persona, whether obslint can fix it, and what is wrong."""
    import os

    from obslint.cli.ruleinfo import registry
    from obslint.cli.terminal import emit, wants_colour

    known = registry()
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
