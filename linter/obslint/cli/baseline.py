"""`obslint baseline`: findings that are known, kept in a file."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

import click

from obslint.cli.packing import pack_options

if TYPE_CHECKING:
    from obslint.cli.options import Options


@click.group(short_help="Keep a file of known findings, so that only new ones are reported.")
def baseline() -> None:
    """Keep a file of known findings, so that `obslint scan --baseline FILE` reports new ones only.

    A finding is known by its rule, unit, address and attribute, never by its line. The file has one entry on each line and merges in
    git; with `obslint-baseline.json merge=union` in .gitattributes it does so without conflicts.
    """


def _common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The argument and options that the three commands share."""
    command = click.option("--persona", type=click.Choice(["regular", "pedantic", "auditor"]), help="As in `obslint scan`.")(command)
    command = click.option(
        "--file",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        help="The baseline; default: that of the settings, else obslint-baseline.json.",
    )(pack_options(command))
    return click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path(exists=True))(command)


@baseline.command(short_help="Write all present findings to a new baseline.")
@_common
@click.option("--force", is_flag=True, help="Overwrite a baseline that is there.")
def create(
    paths: tuple[str, ...], file: str | None, persona: str | None, force: bool, packs: tuple[str, ...], allow_local_code: bool
) -> int:
    """Write all present findings in PATHS (default: the current directory) to a new baseline."""
    return _change("create", _options(paths, persona, packs, allow_local_code), file, force)


@baseline.command(short_help="Add what is new to the baseline, and take out what is gone.")
@_common
def update(paths: tuple[str, ...], file: str | None, persona: str | None, packs: tuple[str, ...], allow_local_code: bool) -> int:
    """Add the new findings in PATHS to the baseline, and take out those that no longer occur."""
    return _change("update", _options(paths, persona, packs, allow_local_code), file)


@baseline.command(short_help="Take what no longer occurs out of the baseline.")
@_common
def prune(paths: tuple[str, ...], file: str | None, persona: str | None, packs: tuple[str, ...], allow_local_code: bool) -> int:
    """Take the findings of PATHS that no longer occur out of the baseline; nothing is added."""
    return _change("prune", _options(paths, persona, packs, allow_local_code), file)


def _options(paths: tuple[str, ...], persona: Any, packs: tuple[str, ...], allow_local_code: bool) -> "Options":
    from obslint.cli.options import Options

    given = frozenset({"persona"} if persona else ())
    return Options(paths=paths, persona=persona or "regular", packs=packs, allow_local_code=allow_local_code, given=given)


def _change(way: Literal["create", "update", "prune"], options: "Options", file: str | None, force: bool = False) -> int:
    from obslint.cli.baselining import change
    from obslint.lint.request import UsageError

    try:
        return change(way, options, file, force)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
