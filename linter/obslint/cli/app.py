"""The command `obslint`: finds its sub-commands without importing them, and turns every way to end into an exit code."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from obslint import __version__
from obslint.cli.terminal import say

_COMMANDS = {
    "scan": "obslint.cli.scan",
    "trace": "obslint.cli.trace",
    "coverage": "obslint.cli.coverage",
    "generate": "obslint.cli.generate",
    "explain": "obslint.cli.explain",
    "rules": "obslint.cli.rules",
    "schema": "obslint.cli.schema",
    "config": "obslint.cli.config",
    "init": "obslint.cli.init",
    "exceptions": "obslint.cli.exceptions",
    "baseline": "obslint.cli.baseline",
    "lsp": "obslint.cli.lsp",
    "checkov-checks": "obslint.cli.checkov",
    "completion": "obslint.cli.completion",
    "man": "obslint.cli.man",
}
"""The module of each command; the command has its own name there, with underscores for hyphens."""

_HIDDEN = {"checkov-answers": "obslint.cli.checkov"}
"""What only other programs call."""

_BROKEN, _INTERRUPTED = 2, 130


class Obslint(click.Group):
    """A group whose commands are imported when they are called, and whose exit codes are those of docs/cli.md."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        module = _COMMANDS.get(cmd_name) or _HIDDEN.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(module), cmd_name.replace("-", "_"))
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        def run() -> Any:
            return click.Group.main(
                self, args, prog_name or "obslint", complete_var, standalone_mode=False, windows_expand_args=windows_expand_args, **extra
            )

        if not standalone_mode:
            return run()
        try:
            code = run()
        except click.ClickException as error:
            error.show()
            code = _BROKEN
        except click.Abort:
            say("interrupted")
            code = _INTERRUPTED
        except Exception as error:  # whatever went wrong inside, the user gets a message and an exit code, not a traceback
            code = _crashed(error)
        sys.exit(code)


def _crashed(error: Exception) -> int:
    from obslint.cli.crash import describe

    say(describe(error))
    return _BROKEN


@click.group(cls=Obslint, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="obslint", message="%(prog)s %(version)s")
def main() -> None:
    """Lint the observability of Terraform and CloudFormation.

    obslint reads files only: it needs no network and no credentials, and runs nothing of what it reads.
    """
