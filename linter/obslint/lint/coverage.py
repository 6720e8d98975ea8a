"""What observability covers, as plain data: a row for each workload, a cell for each thing that it should have."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, get_args

from obslint.lint.result import Location, Subject, Tool

State = Literal["covered", "broken", "missing", "undecided", "exempt"]
STATES: tuple[State, ...] = get_args(State)

COVERAGE_SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether a workload has something. `broken`: it is there, and does not work; `why` says what decided, `rule` what reports it."""

    column: str
    state: State
    why: str = ""
    location: Location | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A workload, and its cells in the order of the columns. `kind` is the word for it."""

    resource: Subject
    kind: str
    location: Location
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The matrix."""

    tool: Tool
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    not_analysed: tuple[str, ...] = field(default=())
    schema_version: int = COVERAGE_SCHEMA_VERSION

    @property
    def counts(self) -> dict[State, int]:
        """How many cells there are in each state."""
        found = Counter(cell.state for row in self.rows for cell in row.cells)
        return {state: found[state] for state in STATES}

    @property
    def percent(self) -> int | None:
        """How much of what can be decided is covered; None where nothing can. What is exempt or undecided counts neither way."""
        return percent(self.counts)

    def of_column(self, number: int) -> dict[State, int]:
        """How many cells of a column there are in each state."""
        found = Counter(row.cells[number].state for row in self.rows)
        return {state: found[state] for state in STATES}


def percent(counts: dict[State, int]) -> int | None:
    """The share of covered cells among those that are decided, rounded down so that only all is 100."""
    decided = counts["covered"] + counts["broken"] + counts["missing"]
    return 100 * counts["covered"] // decided if decided else None
