"""How a report for people looks: colours, width, and which optional parts it has."""

from dataclasses import dataclass
from textwrap import wrap

import click

PROSE_WIDTH = 100
"""Prose is wrapped at this many columns even where the terminal is wider."""

LOOKS: dict[str, dict[str, str | bool]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan", "bold": True},
    "gutter": {"fg": "blue", "bold": True},
    "related": {"fg": "blue", "bold": True},
    "label": {"bold": True},
    "strong": {"bold": True},
    "good": {"fg": "green"},
    "removed": {"fg": "red"},
    "added": {"fg": "green"},
    "faint": {"dim": True},
}


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is in terminal columns; `undecided` and `statistics` add the list and the table of that name."""

    colour: bool = False
    width: int = 120
    undecided: bool = False
    statistics: bool = False

    def paint(self, text: str, look: str) -> str:
        """The text in one of the looks, or unchanged where there is no colour."""
        return click.style(text, **LOOKS[look]) if self.colour and text else text  # type: ignore[arg-type]

    def wrap(self, text: str, taken: int) -> list[str]:
        """Lines of prose, each after `taken` columns of something else; at least one, perhaps empty."""
        width = max(40, min(self.width, PROSE_WIDTH) - taken)
        return wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
