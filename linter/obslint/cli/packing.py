"""The rule packs that a command is told to use: by options, and by settings."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from obslint.lint.request import Pack
    from obslint.lint.settings.read import Settings


def pack_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --rules and --allow-local-code, as `packs` and `allow_local_code`."""
    command = click.option("--allow-local-code", is_flag=True, help="As in `obslint scan`.")(command)
    return click.option(
        "--rules", "packs", multiple=True, metavar="DIR", type=click.Path(exists=True), help="Further rules, as in `obslint scan`."
    )(command)


def packs_of(given: Iterable[str], settings: "Settings | None" = None) -> "tuple[Pack, ...]":
    """The packs that options name, then those of settings."""
    from obslint.lint.request import Pack

    named = tuple(Pack(Path(path)) for path in given)
    if settings is None or not settings.values.rule_packs:
        return named
    origin, near = settings.origins["rule-packs"], settings.near("rule-packs")
    told = f"{origin}: rule-packs"
    return (*named, *(Pack(near / path, told, origin.path) for path in settings.values.rule_packs))
