"""What a trace found, as plain data: stages, hops, and the paths through the resource that was asked about."""

from dataclasses import dataclass, field
from typing import Literal

from obslint.lint.result import Location, Tool

HopState = Literal["holds", "broken", "undecided"]
Told = Literal["yes", "no", "undecided"]
PathState = Literal["arrives", "broken", "undecided", "ends"]

TRACE_SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the way. `told` is whether somebody is told here; `why` says what of it is not known."""

    kind: Literal["actor", "emitter", "stream", "transport", "store", "evaluator", "router", "receiver"]
    what: str
    name: str
    address: str = ""
    type: str = ""
    unit: str = ""
    location: Location | None = None
    told: Told = "no"
    why: str = ""

    @property
    def shown(self) -> str:
        """What it is called in a sentence."""
        return f"{self.what} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a hop does not hold or is not decided, where that stands, and the rule that reports it, if one does."""

    text: str
    location: Location | None = None
    rule: str = ""
    severity: Literal["error", "warning", "info", ""] = ""
    accepted: bool = False
    """Whether an exception in the source accepts what the rule reports."""


@dataclass(frozen=True, slots=True)
class Hop:
    """A hop between two stages, which are given by their place in the list of stages."""

    source: int
    target: int
    verb: str
    state: HopState
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Hops in a row, given by their place in the list of hops. It `ends` where all hops hold but nobody is told."""

    hops: tuple[int, ...]
    state: PathState
    broken: int = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """The signal paths from and to a resource. `left_out` are paths beyond the number that is shown."""

    tool: Tool
    subject: str
    type: str
    location: Location
    subjects: tuple[int, ...]
    stages: tuple[Stage, ...] = ()
    hops: tuple[Hop, ...] = ()
    paths: tuple[Path, ...] = ()
    left_out: bool = False
    reaches: Told = "no"
    schema_version: int = TRACE_SCHEMA_VERSION
    not_analysed: tuple[str, ...] = field(default=())

    @property
    def shown(self) -> str:
        """What was asked about, with the number of resources where there are several."""
        number = len({(self.stages[one].address, self.stages[one].unit) for one in self.subjects})
        return f"{self.subject} ({number} resources)" if number > 1 else self.subject

    @property
    def broken(self) -> int:
        """How many of its hops are broken."""
        return sum(hop.state == "broken" for hop in self.hops)

    def stage_of(self, hop: int) -> tuple[Stage, Stage]:
        """The two ends of a hop."""
        return self.stages[self.hops[hop].source], self.stages[self.hops[hop].target]
