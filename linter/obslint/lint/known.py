"""What a baseline holds."""

import os
from dataclasses import dataclass, field
from pathlib import Path

Key = tuple[str, str, str, str]
"""Rule, unit, address, attribute: what tells defects apart without lines."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding as a baseline has it. `unit` is a path from the directory of the baseline, with forward slashes."""

    rule: str
    unit: str
    address: str
    attribute: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, and the directory from which their units count."""

    directory: Path
    entries: frozenset[Known] = field(default_factory=frozenset)
    path: Path | None = None

    def of(self, key: Key, base: Path) -> Known:
        """A finding, by its key, as this baseline would have it; units of a run are shown from its base."""
        rule, unit, address, attribute = key
        return Known(rule, self.unit(unit, base), address, attribute)

    def unit(self, shown: str, base: Path) -> str:
        """The path of a unit as entries have it."""
        return Path(os.path.relpath(base / shown, self.directory)).as_posix()

    def holds(self, key: Key, base: Path) -> bool:
        """Whether a finding, by its key, is known."""
        return bool(self.entries) and self.of(key, base) in self.entries
