"""`obslint explain`: everything about one rule."""

import click

from obslint.cli.hints import completed_by
from obslint.cli.packing import pack_options


@click.command(short_help="Explain a rule, with an example in both dialects.")
@click.argument("rule", shell_complete=completed_by("rules"))
@click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Colours, as in `obslint scan`.",
)
@pack_options
def explain(rule: str, colour: str, packs: tuple[str, ...], allow_local_code: bool) -> None:
    """Explain RULE: what is wrong, what it costs, which attributes decide it, how safe its fix is, and an example."""
    import os
    import sys

    from obslint.cli.explaining import explanation
    from obslint.cli.ruleinfo import registry
    from obslint.cli.terminal import emit, wants_colour
    from obslint.report import Style

    known = registry(packs, allow_local_code)
    if rule not in known.cards:
        raise click.UsageError(_unknown(rule, list(known.cards)))
    style = Style(colour=wants_colour(colour, sys.stdout, os.environ))
    emit(explanation(known.rule(rule), style), colour=style.colour)


def _unknown(rule: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(rule, known, n=3)
    return f"no rule {rule!r}; " + (f"did you mean {', '.join(near)}?" if near else "obslint rules lists them.")
