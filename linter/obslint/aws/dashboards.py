"""Dashboards: what their widgets show, and whether it is there."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from obslint.aws.alarms import Alarm
from obslint.aws.attribute import Attribute
from obslint.aws.logs import MetricFilter
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute
from obslint.model import Known, Value, settle

_ALIKE = 0.9
"""How much two names have in common of which one is taken for a slip of the other."""

_KINDS = ("metric", "text", "log", "alarm", "explorer", "custom")
"""Kinds of widgets: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html"""


class Dashboard(View, terraform="aws_cloudwatch_dashboard", cloudformation="AWS::CloudWatch::Dashboard"):
    """A dashboard; its body is JSON text."""

    body = attribute("dashboard_body", "DashboardBody")

    def widgets(self, name: str) -> Iterator[Attribute]:
        """A property of each widget, where it is set."""
        for widget in self.body.as_json().member("widgets").items():
            found = widget.member("properties").member(name)
            if found.surely_set():
                yield found


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the body of a dashboard that CloudWatch does not take, and what to do about it."""

    at: Attribute
    message: str
    remedy: str


def body_faults(dashboard: Dashboard) -> Iterator[Fault]:
    """What CloudWatch does not take in the body: text that is no JSON, kinds of widgets that there are none of."""
    text = _text(dashboard.body.value)
    try:
        if text is not None:
            json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno} of the text" if isinstance(error, json.JSONDecodeError) else ""
        yield Fault(dashboard.body, "the body is no JSON", f"correct it{where}")
        return
    for widget in dashboard.body.as_json().member("widgets").items():
        kind = widget.member("type")
        if kind.surely_set() & ~kind.surely_in(_KINDS):
            yield Fault(kind, f"there is no widget of type {kind.shown}", f"use one of {', '.join(_KINDS)}")


@dataclass(frozen=True, slots=True)
class Dangling:
    """Something that a widget shows and nobody has: where it stands, what it is called, and what is there instead."""

    at: Attribute
    kind: str
    name: str
    instead: str
    source: View


def dangling(dashboard: Dashboard, unit: Unit) -> Iterator[Dangling]:
    """Metrics and alarms whose names are nearly, but not quite, those that are declared."""
    yield from _metrics(dashboard, unit)
    yield from _alarms(dashboard, unit)


def _metrics(dashboard: Dashboard, unit: Unit) -> Iterator[Dangling]:
    written = {
        (namespace, name): counter
        for counter in unit.all(MetricFilter)
        for metric in counter.transformations
        if (namespace := _text(metric.namespace.value)) and (name := _text(metric.name.value))
    }
    for at, namespace, name in _shown(dashboard):
        own = [key[1] for key in written if key[0] == namespace]
        near = _nearest(name, own) if name not in own else None
        if near:
            yield Dangling(at, "metric", name, near, written[namespace, near])
        other = _nearest(namespace, [key[0] for key in written if key[1] == name]) if not own else None
        if other:
            yield Dangling(at, "metric", f"{namespace} {name}", f"{other} {name}", written[other, name])


def _shown(dashboard: Dashboard) -> Iterator[tuple[Attribute, str, str]]:
    """Each metric of each widget, as far as it is spelled out: its place, its namespace and its name. A dot repeats the row above."""
    for metrics in dashboard.widgets("metrics"):
        above: tuple[str | None, str | None] = (None, None)
        for row in metrics.items():
            cells = [_text(cell.value) for cell in row.items()][:2]
            if len(cells) < 2:
                continue
            above = (above[0] if cells[0] == "." else cells[0], above[1] if cells[1] == "." else cells[1])
            if above[0] and above[1]:
                yield row, above[0], above[1]


def _alarms(dashboard: Dashboard, unit: Unit) -> Iterator[Dangling]:
    declared = {name: alarm for alarm in unit.all(Alarm) if (name := _text(alarm.name.value))}
    for listed in dashboard.widgets("alarms"):
        for item in listed.items():
            name = (_text(item.value) or "").partition(":alarm:")[2]
            near = _nearest(name, list(declared)) if name and name not in declared else None
            if near:
                yield Dangling(item, "alarm", name, near, declared[near])


def _nearest(name: str, others: list[str]) -> str | None:
    """The one other name that this one is a slip of. Names that differ by a number are names of different things."""
    alike = {one for one in others if one != name and _is_slip(one, name)}
    return alike.pop() if len(alike) == 1 else None


def _is_slip(one: str, other: str) -> bool:
    plain, meant = (text.casefold().replace("-", "").replace("_", "").replace("/", "") for text in (one, other))
    if plain == meant:
        return True
    numbers = ["".join(filter(str.isdigit, text)) for text in (plain, meant)]
    short = min(len(plain), len(meant)) < 6
    return (
        numbers[0] == numbers[1]
        and not short
        and SequenceMatcher(None, plain, meant).ratio() >= _ALIKE
        and abs(len(plain) - len(meant)) < 2
    )


def _text(value: Value) -> str | None:
    value = settle(value)
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else None
