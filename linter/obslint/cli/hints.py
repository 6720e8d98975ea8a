"""Completion that is imported when a shell asks for it, and not by every command."""

from collections.abc import Callable
from typing import Any


def completed_by(name: str) -> Callable[..., Any]:
    """The function of that name in `completing`."""

    def complete(*given: Any) -> Any:
        from obslint.cli import completing

        return getattr(completing, name)(*given)

    return complete
