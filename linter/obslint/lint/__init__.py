"""Running rules over files: a `Request` in, an `Outcome` out."""

from obslint.lint.request import FixMode, Outcome, Request, UsageError
from obslint.lint.runner import run

__all__ = ["FixMode", "Outcome", "Request", "UsageError", "run"]
