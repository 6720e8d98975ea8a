"""How often metrics are stored, and in which unit, against how an alarm reads them."""

from collections.abc import Iterator

from obslint.aws.alarms import MetricAlarm
from obslint.aws.compute import Instance
from obslint.aws.dimension_values import whole_reference
from obslint.aws.metrics import Mismatch, published
from obslint.aws.series import Series, certain
from obslint.aws.unit import Unit
from obslint.aws.written_metrics import writers
from obslint.policy import Fix, advice, remove, set_to

_DISPUTED = ("ReplicationLatency", "FailedToReplicateRecordCount", "ThrottledPutRecordCount")
"""Metrics of DynamoDB that its documentation counts among those of five minutes, and for which AWS recommends alarms of one."""

_CREDITS = ("CPUCreditBalance", "CPUCreditUsage", "CPUSurplusCreditBalance", "CPUSurplusCreditsCharged")
_VERIFIED = ("AWS/S3", "AWS/Billing", "AWS/DynamoDB", "AWS/EC2")
_FIVE_MINUTES = 300


def read_too_often(alarm: MetricAlarm, series: Series, unit: Unit) -> Mismatch | None:
    """A period so short that most windows of the alarm hold no datapoint."""
    metric = published(series)
    namespace, name = series.namespace.shown, series.name.shown
    if metric is None or metric.period <= 60 or namespace not in _VERIFIED or name in _DISPUTED or not series.editable:
        return None
    if namespace == "AWS/EC2" and name not in _CREDITS:
        return _basic(series, unit)
    periods = alarm.evaluation_periods.number
    if not alarm.evaluation_periods.is_number(lambda _: True) or not periods or not series.period.below(metric.period / periods):
        return None
    message = f"{series.shown} is published every {_span(metric.period)}, and read over {_window(alarm, series)}"
    return Mismatch(series.period, message, _longer(metric.period))


def _longer(period: int) -> Fix:
    return set_to(period, manual="the alarm then looks at another span of time", title=f"read it every {_span(period)}")


def _basic(series: Series, unit: Unit) -> Mismatch | None:
    """Metrics of an instance come every five minutes unless it is monitored in detail."""
    watched = series.dimensions.named("InstanceId")
    reference = whole_reference(watched.value) if watched else None
    if reference is None or not series.period.below(_FIVE_MINUTES):
        return None
    for instance in unit.all(Instance):
        if instance.resource is reference.resource and instance.monitoring.surely(False) & ~instance.takes_monitoring_from_template:
            read = f"and read every {series.period.shown} seconds"
            message = f"{series.shown} of an instance without detailed monitoring is published every 5 minutes, {read}"
            return Mismatch(series.period, message, _longer(_FIVE_MINUTES), (instance.label("this instance"),))
    return None


def _window(alarm: MetricAlarm, series: Series) -> str:
    span = _span(int((series.period.number or 0) * (alarm.evaluation_periods.number or 1)))
    return span if span[0].isdigit() else f"one {span}"


def _span(seconds: int) -> str:
    """A span of time, as it stands after `every`."""
    for size, name in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= size and seconds % size == 0:
            return f"{seconds // size} {name}s" if seconds > size else name
    return f"{seconds} seconds"


_UNITS = {
    "count": "Count", "percent": "Percent", "percentage": "Percent", "bytes": "Bytes", "seconds": "Seconds", "milliseconds": "Milliseconds",
    "microseconds": "Microseconds", "bytes/second": "Bytes/Second", "bytes per second": "Bytes/Second", "count/second": "Count/Second",
    "count per second": "Count/Second",
}  # fmt: skip
"""How CloudWatch writes the units that the metric pages name."""

_UNCERTAIN = ("None", "Count", "Percent")
"""Units that the metric pages give to each other's metrics: between these, a difference proves nothing."""


def mismatched_units(series: Series, unit: Unit) -> Iterator[Mismatch]:
    """A unit with which the metric is not published, or not written by its filters."""
    given = certain(series.unit)
    if not given:
        return
    metric, written = published(series), writers(series, unit)
    right = _UNITS.get(metric.unit.strip(".").casefold(), "") if metric is not None and metric.verified else ""
    if right and right != given and not (right in _UNCERTAIN and given in _UNCERTAIN):
        yield Mismatch(series.unit, f"{series.shown} is published in {right}, not in {given}", _drop(series))
    elif written and not any(one.metric.unit.maybe(given) for one in written):
        found = written[0].metric.unit
        message = f"{series.shown} is written with the unit {found.shown}, not {given}"
        yield Mismatch(series.unit, message, _drop(series), (written[0].label(),))


def _drop(series: Series) -> Fix:
    title = "leave the unit out: the alarm then reads whatever is published"
    return remove(title=title) if series.editable else advice(title, "it stands inside an expression")
