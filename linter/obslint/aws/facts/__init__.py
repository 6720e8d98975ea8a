"""Facts about AWS in tables: metrics, what is watched by them, principals, names. Read when first asked for.

The files are written by `scripts/facts.py` from researched facts; each says whether it was verified. What was not verified supports
no finding of severity error.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

Signal = Literal["traffic", "resource", "errors", "saturation", "latency", "freshness", "availability", "cost"]
Impact = Literal["direct", "proxy", "none", ""]


@dataclass(frozen=True, slots=True)
class Range:
    """The values that a metric can take, for one statistic or (empty) for all."""

    min: float | None = None
    max: float | None = None
    stat: str = ""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric that a service publishes.

    `sets` are the dimension sets it is documented with; empty where none are on record. `exhaustive`: there are no others. `stats`
    are the statistics that make sense, with `stats_only` the only ones. `period` is the shortest in seconds at which it is published.
    `impact` is `direct` where callers notice, `proxy` where it is likely to harm them. `sparse` names what has to happen for a
    datapoint to exist. `condition` says what has to be switched on.
    """

    name: str
    sets: tuple[frozenset[str], ...] = ()
    exhaustive: bool = False
    stats: tuple[str, ...] = ()
    stats_only: bool = False
    period: int = 60
    ranges: tuple[Range, ...] = ()
    signal: Signal = "resource"
    impact: Impact = ""
    sparse: str = ""
    unit: str = ""
    condition: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Namespace:
    """A namespace of metrics. `complete`: there are no others. `never` are names that people look for in vain, with the reason.

    `custom_like`: users write metrics of their own into it. `region`: the only region that has it.
    """

    name: str
    sets: tuple[frozenset[str], ...]
    complete: bool
    sets_complete: bool
    custom_like: bool
    region: str
    never: Mapping[str, str]
    rows: Mapping[str, Mapping[str, Any]] = field(repr=False)
    all_sets: tuple[frozenset[str], ...] = field(repr=False, default=())

    def metric(self, name: str) -> Metric | None:
        """A metric by its exact name."""
        row = self.rows.get(name)
        return _metric(name, row, self.all_sets) if row is not None else None


@dataclass(frozen=True, slots=True)
class Recommended:
    """An alarm that a resource should have. `threshold` is None where only its owner can know it; `hint` says how to find it."""

    metric: str
    stat: str
    period: int
    evaluation_periods: int
    datapoints: int
    comparison: str
    treat_missing_data: str
    dimensions: tuple[str, ...]
    why: str
    source: str
    threshold: float | None = None
    hint: str = ""
    namespace: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Watched:
    """A kind of resource with metrics: the dimension that names one, and the attribute that holds its value in each dialect.

    `golden` are metric names by signal, `user_facing` tells whether callers meet it. Empty types mean that the dialect has none.
    """

    terraform: str
    cloudformation: str
    namespace: str
    dimension: str
    terraform_value: str
    cloudformation_value: str
    user_facing: bool
    golden: Mapping[str, tuple[str, ...]]
    alarms: tuple[Recommended, ...]
    condition: str = ""
    other_dimensions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    wrong_values: Mapping[str, str] = field(default_factory=dict)
    needs: str = ""
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A smaller table, where its rows come from, and whether that was verified."""

    rows: Any
    source: str
    verified: bool


@cache
def _read(name: str) -> Any:
    return json.loads(Path(__file__).with_name(name).read_bytes())


def namespaces() -> frozenset[str]:
    """Every namespace that AWS services publish to, as far as is known."""
    data = _read("metrics.json")
    return frozenset((*data["namespaces"], *data["known"]))


def missing_namespaces() -> Mapping[str, str]:
    """Namespaces that people look for in vain, with the reason."""
    found: Mapping[str, str] = _read("metrics.json")["missing"]
    return found


@cache
def namespace(name: str) -> Namespace | None:
    """A namespace by its exact name; None for one whose metrics are not on record."""
    row = _read("metrics.json")["namespaces"].get(name)
    if row is None:
        return None
    sets = tuple(map(frozenset, row["sets"]))
    return Namespace(
        name,
        sets[: row.get("documented_sets", 0)],
        row.get("complete", False),
        row.get("sets_complete", False),
        row.get("custom_like", False),
        row.get("region", ""),
        row.get("never", {}),
        row["metrics"],
        sets,
    )


def _metric(name: str, row: Mapping[str, Any], sets: tuple[frozenset[str], ...]) -> Metric:
    return Metric(
        name,
        tuple(sets[index] for index in row.get("sets", ())),
        row.get("exhaustive", False),
        tuple(row.get("stats", ())),
        row.get("stats_only", False),
        row.get("period", 60),
        tuple(Range(**one) for one in row.get("ranges", ())),
        row["signal"],
        row.get("impact", ""),
        row.get("sparse", ""),
        row.get("unit", ""),
        row.get("condition", ""),
        not row.get("unverified", False),
    )


@cache
def watched() -> tuple[Watched, ...]:
    """Every kind of resource with metrics."""
    return tuple(map(_watched, _read("resources.json")))


def _watched(row: Mapping[str, Any]) -> Watched:
    return Watched(
        row["terraform"] or "",
        row["cloudformation"] or "",
        row["namespace"],
        row["dimension"],
        row["terraform_value"] or "",
        row["cloudformation_value"] or "",
        bool(row["user_facing"]),
        {signal: tuple(names) for signal, names in row["golden"].items()},
        tuple(map(_alarm, row["recommended_alarms"])),
        row.get("condition") or "",
        row.get("other_dimensions") or {},
        row.get("wrong_values") or {},
        row.get("needs") or "",
        row.get("verified", True),
    )


def _alarm(row: Mapping[str, Any]) -> Recommended:
    renamed = {"threshold_hint": "hint"}
    known = Recommended.__dataclass_fields__
    given = {renamed.get(key, key): value for key, value in row.items() if renamed.get(key, key) in known}
    return Recommended(**{**given, "dimensions": tuple(given["dimensions"])})


def table(name: str) -> Table:
    """A smaller table by its name. Raises `KeyError` when there is none."""
    return Table(**_read("tables.json")[name])
