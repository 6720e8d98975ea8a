"""Options that several commands take, and which mean the same in all of them."""

from collections.abc import Callable
from typing import Any

import click

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_FILE = click.Path(exists=True, dir_okay=False)


def _together(*options: _Decorator) -> _Decorator:
    """One decorator that adds options in the order in which they are given."""

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


colour_option = click.option(
    "--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colours, as in `obslint scan`.",
)  # fmt: skip

value_options = _together(
    click.option(
        "--var-file", "var_files", multiple=True, metavar="FILE", type=_FILE,
        help="Terraform variables; repeat for several files, later ones win.",
    ),
    click.option("--var", "variables", multiple=True, metavar="NAME=VALUE", help="A Terraform variable or CloudFormation parameter."),
    click.option("--parameters", multiple=True, metavar="FILE", type=_FILE, help="CloudFormation parameters, as in `obslint scan`."),
    click.option("--region", default="", metavar="REGION", help="Where CloudFormation stacks are deployed: the value of AWS::Region."),
)  # fmt: skip
"""What values from outside a command takes."""

scope_options = _together(
    click.option(
        "--source", type=click.Path(exists=True, file_okay=False), metavar="DIR",
        help="With a plan: the root directory it was made from.",
    ),
    click.option("--complete", is_flag=True, help="PATHS hold everything of the account: what is not declared there does not exist."),
)  # fmt: skip
"""What a command may take PATHS for."""

settings_options = _together(
    click.option("--config", type=_FILE, metavar="FILE", help="Read these settings instead of the nearest."),
    click.option("--isolated", is_flag=True, help="Read no settings file."),
)
"""Which settings a command reads."""
