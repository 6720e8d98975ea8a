"""The command line: one file for each command, imported when it is called."""

from obslint.cli.app import main

__all__ = ["main"]
