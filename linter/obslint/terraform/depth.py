"""Evaluation that cannot run out of stack, however long the chains of names are.

Names are evaluated when they are asked for, one inside the other. When the stack ends, the innermost name that was being
evaluated is evaluated first, by itself; its value is kept, and the outer ones then get further.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

MAX_ROUNDS = 100_000
TOO_DEEP = "the expression is nested too deeply to be evaluated"


@dataclass(frozen=True, slots=True)
class Pending:
    """Something that keeps its value once it is evaluated. `give_up` keeps an unknown one instead."""

    key: tuple[int, str, str]
    make: Callable[[], object]
    give_up: Callable[[], object]


class Evaluation:
    """What is being evaluated in one root."""

    __slots__ = ("_innermost", "running")

    def __init__(self) -> None:
        self.running = False
        self._innermost: Pending | None = None

    def run(self, make: Callable[[], T], otherwise: Callable[[], T]) -> T:
        """What `make` comes to; `otherwise` where it needs too much stack all by itself."""
        if self.running:
            return make()
        self.running = True
        try:
            for _ in range(MAX_ROUNDS):
                self._innermost = None
                try:
                    return make()
                except RecursionError:
                    if self._innermost is None:
                        break
                    self._first(self._innermost)
            return otherwise()
        finally:
            self.running = False

    def _first(self, pending: Pending) -> None:
        """Evaluates what the stack ended in, and what that ends in."""
        waiting = [pending]
        while waiting:
            self._innermost = None
            try:
                waiting[-1].make()
                waiting.pop()
            except RecursionError:
                found = self._innermost
                if found is None or any(found.key == each.key for each in waiting):
                    waiting.pop().give_up()
                else:
                    waiting.append(found)

    def ended_in(self, pending: Pending) -> None:
        """Takes note of what was being evaluated when the stack ended; the innermost is told first."""
        if self._innermost is None:
            self._innermost = pending
