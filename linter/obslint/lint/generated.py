"""What generating alarms came to, as plain data."""

from dataclasses import dataclass

from obslint.lint.result import Location, Subject, Tool

GENERATED_SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm that is written: its metric, and the address it has."""

    metric: str
    address: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A recommended alarm that is not written, and why. No metric: what is said is about all of them."""

    metric: str
    reason: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A resource with the alarms that it gets, and those that it does not."""

    resource: Subject
    location: Location
    alarms: tuple[Alarm, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Generated:
    """The outcome. `diff` is what changes, `written` tells whether it is on the disk; `analysed` whether there was anything to read."""

    tool: Tool
    resources: tuple[Watched, ...] = ()
    diff: str = ""
    not_analysed: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    written: bool = False
    analysed: bool = False
    schema_version: int = GENERATED_SCHEMA_VERSION

    @property
    def alarms(self) -> int:
        """How many alarms there are."""
        return sum(len(one.alarms) for one in self.resources)
