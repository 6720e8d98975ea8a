"""The manual page, made from the commands themselves."""

import re
from collections.abc import Iterator, Mapping
from inspect import cleandoc

import click

from obslint import __version__
from obslint.cli.app import main

EXIT_CODES = {
    "0": "nothing at or above `--fail-on` (default `warning`)",
    "1": "findings at or above `--fail-on`, a file that does not parse, or with `--diff` a diff that is not empty",
    "2": "a wrong option, or an error inside obslint",
    "3": "nothing to analyse: no Terraform and no template was found",
    "130": "interrupted",
}
EXCEPTIONS = (
    "`--exit-zero` turns 1 into 0, `--allow-empty` turns 3 into 0. With `--fix` the code is about what is left, unless "
    "`--exit-non-zero-on-fix` is given. With `--pre-commit`, 3 is 0. The code is the same in every format."
)

ENVIRONMENT = {
    "`NO_COLOR`": "no colours, unless `--color always`",
    "`FORCE_COLOR`, `CLICOLOR_FORCE`": "colours, unless empty or `0`",
    "`TERM=dumb`": "no colours, no progress bar",
    "`CI`": "no progress bar",
    "`GITHUB_ACTIONS=true`": "colours",
    "`OBSLINT_DEBUG`": "a traceback with an internal error",
}

FILES = {
    "`obslint.toml`, `.obslint.toml`, `pyproject.toml`": "settings: the nearest upward to the root of the repository",
}


def page() -> str:
    """The page as roff. No date is in it, so that it changes only when the commands do."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    context = click.Context(main, info_name="obslint", **main.context_settings)
    yield f'.TH OBSLINT 1 "" "obslint {__version__}" "User Commands"'
    first, _, rest = cleandoc(main.help or "").partition("\n\n")
    yield from (".SH NAME", f"obslint \\- {_text(first[:1].lower() + first[1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", r".B obslint", _text("[OPTIONS] COMMAND [ARGS]..."))
    yield from (".SH DESCRIPTION", *_prose(rest))
    yield from (".SH OPTIONS", *_options(main, context))
    yield from (".SH COMMANDS", *_commands(main, context))
    yield from (".SH EXIT STATUS", *_table(EXIT_CODES), ".PP", _text(EXCEPTIONS))
    yield from (".SH ENVIRONMENT", *_table(ENVIRONMENT))
    yield from (".SH FILES", *_table(FILES))


def _commands(group: click.Group, context: click.Context) -> Iterator[str]:
    """Each command; those of a group follow it, under their full names."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        own = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(own))
        yield from (f".SS {_text(own.command_path)} {_text(usage)}", *_prose(cleandoc(command.help or "")), *_options(command, own))
        if isinstance(command, click.Group):
            yield from _commands(command, own)


def _prose(text: str) -> Iterator[str]:
    """The text of a help as paragraphs; click's blocks that keep their lines keep them here."""
    for paragraph in filter(None, text.split("\n\n")):
        if paragraph.startswith("\b\n"):
            yield from (".PP", ".nf", *map(_text, paragraph.splitlines()[1:]), ".fi")
        else:
            yield from (".PP", _text(" ".join(paragraph.split())))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for option in command.get_params(context):
        record = option.get_help_record(context)
        if record and isinstance(option, click.Option):
            yield from (".TP", rf"\fB{_text(record[0])}\fR", _text(" ".join(record[1].split())))


def _table(rows: Mapping[str, str]) -> Iterator[str]:
    for name, meaning in rows.items():
        yield from (".TP", rf"\fB{_text(name.replace('`', ''))}\fR", _text(meaning))


def _text(text: str) -> str:
    """A line of text: nothing in it is a command of roff, and `code` is bold."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    shown = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", escaped)
    return rf"\&{shown}" if shown.startswith((".", "'")) else shown
