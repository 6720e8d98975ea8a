"""`obslint rules new`: a rule to start from."""

import click


@click.command(short_help="Write a new rule with fixtures, to start from.")
@click.argument("family")
@click.argument("name")
@click.option(
    "--view",
    default="LogGroup.retention",
    show_default=True,
    metavar="VIEW[.ATTRIBUTE]",
    help="What the rule looks at, as `obslint rules views` lists it.",
)
@click.option(
    "--in",
    "pack",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="The folder of the pack; default: obslint-rules, in a checkout of obslint its own rules.",
)
def new(family: str, name: str, view: str, pack: str | None) -> int:
    """Write the rule NAME of FAMILY, with fixtures in every dialect of its view; nothing that is there is overwritten.

    The rule works: it reports resources that do not set the attribute, and passes its fixtures. Change both to what you want.
    """
    import os
    from pathlib import Path

    from obslint.cli.terminal import say
    from obslint.lint.blame import shown
    from obslint.lint.folders import TESTS
    from obslint.lint.registry import load
    from obslint.lint.request import UsageError
    from obslint.lint.scaffold import files_for, pack_at, subject_of

    house = None if pack else pack_at(Path.cwd())
    folder = Path(os.path.abspath(pack or "obslint-rules"))
    rules, tests = house or (folder, folder / TESTS)
    try:
        files = files_for(family, name, subject_of(view), rules, tests)
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    if taken := next((path for path in files if path.exists()), None):
        raise click.UsageError(f"{shown(taken)} is there already and is left as it is.")
    if name in load().cards:
        raise click.UsageError(f"there is a rule {name} already; `obslint explain {name}` tells what it does.")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        say(f"wrote {shown(path)}")
    say(f"`obslint rules test {shown(folder)}` tries it" if not house else f"`pytest tests/rules -k {name} --snapshot-update` tries it")
    return 0
