"""The tables of facts that the package ships."""

import json
from importlib.resources import files
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from obslint.aws import facts
from obslint.aws.facts import Recommended, Watched

COMPARISONS = Literal[
    "GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
    "GreaterThanUpperThreshold", "LessThanLowerThreshold", "LessThanLowerOrGreaterThanUpperThreshold",
]  # fmt: skip
Name = Annotated[str, Field(min_length=1, max_length=255)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RangeRow(Strict):
    min: float | None = None
    max: float | None = None
    stat: str = ""


class MetricRow(Strict):
    sets: list[int] = []
    exhaustive: Literal[True] = True
    stats: list[Name] = []
    stats_only: Literal[True] = True
    period: Annotated[int, Field(gt=0)] = 60
    ranges: list[RangeRow] = []
    signal: Literal["traffic", "resource", "errors", "saturation", "latency", "freshness", "availability", "cost"]
    impact: Literal["direct", "proxy", "none"] = "none"
    sparse: Name = "x"
    unit: Name = "x"
    condition: Name = "x"
    unverified: Literal[True] = True


class NamespaceRow(Strict):
    sets: list[list[Name]]
    documented_sets: int = 0
    complete: Literal[True] = True
    sets_complete: Literal[True] = True
    custom_like: Literal[True] = True
    region: Name = "x"
    never: dict[Name, Name] = {}
    metrics: dict[Name, MetricRow]


class Metrics(Strict):
    namespaces: dict[Name, NamespaceRow]
    missing: dict[str, str]
    known: list[Name]


class AlarmRow(Strict):
    metric: Name
    stat: Name
    period: Annotated[int, Field(gt=0)]
    evaluation_periods: Annotated[int, Field(gt=0)]
    datapoints: Annotated[int, Field(gt=0)]
    comparison: COMPARISONS
    treat_missing_data: Literal["breaching", "notBreaching", "ignore", "missing"]
    dimensions: list[Name]
    why: Name
    source: Name
    settings_by: Literal["aws", "own"]
    threshold: float | None = None
    threshold_hint: str | None = None
    namespace: Name = "x"
    verified: bool = True


class Table(Strict):
    rows: list[object] | dict[str, object]
    source: Name
    verified: bool


def read(name: str) -> object:
    return json.loads(files(facts.__name__).joinpath(name).read_bytes())


def test_the_metrics_have_their_shape() -> None:
    found = Metrics.model_validate(read("metrics.json"))
    for name, row in found.namespaces.items():
        assert row.documented_sets <= len(row.sets), name
        assert all(index < len(row.sets) for metric in row.metrics.values() for index in metric.sets), name
        assert not row.never.keys() & row.metrics.keys(), name


def test_the_smaller_tables_have_their_shape() -> None:
    found = TypeAdapter(dict[str, Table]).validate_python(read("tables.json"))
    assert all(table.rows for table in found.values())


@pytest.mark.parametrize("watched", facts.watched(), ids=lambda one: f"{one.terraform or one.cloudformation}-{one.namespace}")
def test_what_is_watched_has_alarms_on_metrics_that_exist(watched: Watched) -> None:
    assert watched.terraform or watched.cloudformation
    for alarm in watched.alarms:
        namespace = facts.namespace(alarm.namespace or watched.namespace)
        assert namespace is not None or not alarm.verified
        assert namespace is None or namespace.metric(alarm.metric) is not None or not namespace.complete or not alarm.verified, alarm
        assert alarm.datapoints <= alarm.evaluation_periods


def test_the_recommended_alarms_have_their_shape() -> None:
    rows = [alarm for row in read("resources.json") for alarm in row["recommended_alarms"]]  # type: ignore[attr-defined]
    assert TypeAdapter(list[AlarmRow]).validate_python(rows)
    assert any(alarm.threshold is None and alarm.hint for watched in facts.watched() for alarm in watched.alarms)


def test_a_metric_is_found_by_its_exact_name() -> None:
    namespace = facts.namespace("AWS/ApplicationELB")
    assert namespace is not None
    metric = namespace.metric("HTTPCode_ELB_5XX_Count")
    assert metric is not None
    assert (metric.impact, metric.period) == ("direct", 60)
    assert frozenset({"LoadBalancer"}) in metric.sets
    assert namespace.metric("httpcode_elb_5xx_count") is None
    assert facts.namespace("aws/applicationelb") is None


def test_names_that_do_not_exist_say_why() -> None:
    namespace = facts.namespace("AWS/EC2")
    assert namespace is not None
    assert "agent" in namespace.never["MemoryUtilization"]


def test_an_unknown_table() -> None:
    with pytest.raises(KeyError):
        facts.table("nonsense")


def test_recommended_alarms_are_values() -> None:
    assert all(isinstance(alarm, Recommended) for watched in facts.watched() for alarm in watched.alarms)
