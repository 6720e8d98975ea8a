"""A progress bar for long scans on a terminal. rich is imported only when a bar is really drawn."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import TextIO

PATIENCE = 1.0
"""Seconds that a run may take before it shows a bar."""


@contextmanager
def progress(environ: Mapping[str, str], stream: TextIO | None = None) -> Iterator[Callable[[int, int], None] | None]:
    """What a run reports its progress to, as units done and units in all; None where a bar would be in the way."""
    stream = stream or sys.stderr
    if not stream.isatty() or environ.get("CI") or environ.get("TERM") == "dumb":
        yield None
        return
    with ExitStack() as stack:
        yield _Bar(stream, stack)


class _Bar:
    """Waits, then draws."""

    def __init__(self, stream: TextIO, stack: ExitStack) -> None:
        self._stream, self._stack = stream, stack
        self._started = time.monotonic()
        self._update: Callable[[int, int], None] | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._update is None and time.monotonic() - self._started >= PATIENCE:
            self._update = self._drawn()
        if self._update:
            self._update(done, total)

    def _drawn(self) -> Callable[[int, int], None]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        bar = Progress(TextColumn("analysing"), BarColumn(), MofNCompleteColumn(), console=Console(file=self._stream), transient=True)
        self._stack.enter_context(bar)
        task = bar.add_task("analysing")
        return lambda done, total: bar.update(task, completed=done, total=total)
