"""`obslint completion`: what makes a shell complete obslint."""

import click

VARIABLE = "_OBSLINT_COMPLETE"


@click.command(short_help="Print the completion of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a script that makes SHELL complete commands, options, rules and formats.

    \b
    bash   obslint completion bash > ~/.local/share/bash-completion/completions/obslint
    zsh    obslint completion zsh > "${fpath[1]}/_obslint"
    fish   obslint completion fish > ~/.config/fish/completions/obslint.fish
    """
    from click.shell_completion import ShellComplete, get_completion_class

    from obslint.cli.app import main
    from obslint.cli.terminal import emit

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"click cannot complete {shell}.")
    # not kind.source(), which starts bash to see whether it is too old, wherever that is asked
    emit(ShellComplete.source(kind(main, {}, "obslint", VARIABLE)) + "\n")
