"""The left margin of a finding, with line numbers, and the notes below its excerpt."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.report.printable import one_line
from obslint.report.style import Style


@dataclass(frozen=True, slots=True)
class Gutter:
    """The column of line numbers on the left; `digits` is the width of the largest number in the whole finding."""

    digits: int
    style: Style

    def line(self, number: int, text: str) -> str:
        """A numbered line."""
        return f"{self.style.paint(f' {number:>{self.digits}} |', 'gutter')} {text}".rstrip()

    def bar(self, text: str = "") -> str:
        """A line without a number."""
        return f"{self.style.paint(' ' * (self.digits + 2) + '|', 'gutter')} {text}".rstrip()

    def arrow(self, arrow: str, text: str) -> str:
        """A line that names a place."""
        return f"{self.style.paint(' ' * (self.digits + 1) + arrow, 'gutter')} {text}"

    def note(self, label: str, text: str) -> Iterator[str]:
        """Prose about the finding under a label, wrapped."""
        equals = self.style.paint(" " * (self.digits + 2) + "=", "gutter")
        taken = self.digits + 4 + len(label) + 1
        first, *rest = self.style.wrap(one_line(text), taken)
        yield f"{equals} {self.style.paint(label, 'label')} {first}"
        yield from (" " * taken + line for line in rest)

    def detail(self, label: str, text: str) -> Iterator[str]:
        """Prose that belongs to the note above it, wrapped."""
        first, *rest = self.style.wrap(one_line(text), self.digits + 4 + len(label) + 3)
        yield self.bar(f"  {label} {first}")
        yield from (self.bar(" " * (len(label) + 3) + line) for line in rest)

    @property
    def room(self) -> int:
        """The columns left for source text."""
        return max(30, self.style.width - self.digits - 4)
