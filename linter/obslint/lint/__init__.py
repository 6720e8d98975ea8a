"""Running rules over files: a `Request` in, an `Outcome` out."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from obslint.lint.request import FixMode, Outcome, Request, UsageError
    from obslint.lint.runner import run

__all__ = ["FixMode", "Outcome", "Request", "UsageError", "run"]


def __getattr__(name: str) -> Any:
    """Imports what is asked for: who completes a rule's name in a shell does not wait for the engine."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from obslint.lint import request, runner

    return getattr(runner if name == "run" else request, name)
