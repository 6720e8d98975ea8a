"""The alarms that a resource should have, drafted: metric, dimensions by the right attribute, statistic, threshold and whom they tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.alarms import MetricAlarm
from obslint.aws.dimensions import Named, dimension_values, kinds_of, name_of
from obslint.aws.mention import mentioned
from obslint.aws.ownership import RUNBOOK_TO_WRITE
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.aws.workloads import Watched
from obslint.model import Draft, Known, Path, Pick, Plain, Truth, any_of, parse_path, settle
from obslint.policy import Fix, add_resource, advice

TO_FILL_IN = ("alarm-without-runbook", "missing-required-tags")
"""Rules about what only people can add to a drafted alarm."""

_SIGNALS = ("errors", "latency", "freshness", "availability", "saturation")
_ONLY = {
    "EBSFilesystemUtilization": "tasks with a volume",
    "ReplicaLag": "replicas", "MaximumUsedTransactionIDs": "PostgreSQL",
    "AuroraBinlogReplicaLag": "replicas", "BlockedTransactions": "MySQL",
    "RollbackSegmentHistoryListLength": "MySQL", "EBSByteBalance%": "burstable storage",
    "EBSIOBalance%": "burstable storage", "IteratorAge": "functions that read a stream",
    "DeadLetterErrors": "functions with a dead-letter queue", "FailedToReplicateRecordCount": "replication",
    "EngineUptime": "clusters that never restart", "SMSSuccessRate": "text messages",
    "ReplicationLag": "replicas", "SubscribeToShardEvent.MillisBehindLatest": "readers with enhanced fan-out",
    "DeliveryToS3.Success": "streams to S3",
}  # fmt: skip
"""Metrics that say something about some resources of their kind only."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A recommended alarm that is not drafted, and why."""

    metric: str
    reason: str


@dataclass(frozen=True, slots=True)
class DraftedAlarm:
    """A recommended alarm as it could be written."""

    metric: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A recommended alarm of a kind of resource, for one resource."""

    view: View
    kind: facts.Watched
    alarm: facts.Recommended

    @property
    def namespace(self) -> str:
        """Where the metric is."""
        return self.alarm.namespace or self.kind.namespace

    @property
    def metric(self) -> facts.Metric | None:
        """What is on record about the metric."""
        space = facts.namespace(self.namespace)
        return space.metric(self.alarm.metric) if space else None

    def exists(self, unit: Unit) -> Truth:
        """Whether an alarm reads the metric of this resource."""
        return unit.any(MetricAlarm, self._is_read_by)

    def _is_read_by(self, alarm: MetricAlarm) -> Truth:
        names = name_of(self.view, self.kind)
        return any_of(
            tuple(alarm.series),
            lambda one: (
                one.namespace.surely(self.namespace)
                & one.name.surely(self.alarm.metric)
                & mentioned(one.dimensions.attribute.value, self.view.resource, names)
            ),
        )


def missing_alarms(
    view: View, unit: Unit, topic: Plain, *, only_felt: bool = False, runbook: str = ""
) -> tuple[tuple[DraftedAlarm, ...], tuple[LeftOut, ...]]:
    """Drafts of the recommended alarms that a resource does not have, and what is left out of them.

    `topic` is told. With `only_felt`, those that tell of harm to callers come alone, as far as there are any. `runbook` is a link that
    the descriptions hold; without it they say that there is one to write.
    """
    wanted = [_Wanted(view, kind, alarm) for kind in kinds_of(view, unit) for alarm in kind.alarms]
    drafts: dict[str, DraftedAlarm] = {}
    left_out: list[LeftOut] = []
    for one in _ordered(wanted, only_felt):
        values = dimension_values(view, one.kind, one.alarm.dimensions, unit)
        reason = _obstacle(one, unit) or (values if isinstance(values, str) else "")
        if reason or isinstance(values, str):
            left_out.append(LeftOut(one.alarm.metric, reason))
        else:
            draft = _drafted(one, values, topic, runbook)
            drafts.setdefault(draft.name, DraftedAlarm(one.alarm.metric, draft))
    return tuple(drafts.values()), tuple(left_out)


def alarms_fix(workload: Watched, unit: Unit) -> Fix:
    """Adds alarms that tell of harm to callers, or else those there are, sent to the only topic of the unit that somebody receives from."""
    topic = unit.only(Topic, workload, lambda one: one.has_receiver(unit))
    told: Plain = topic.link("arn", "Ref") if topic else "arn:aws:sns:REGION:ACCOUNT:TOPIC"
    wanted = [alarm for one in workload.measured(unit) for alarm in missing_alarms(one, unit, told, only_felt=not workload.fills_up)[0]]
    drafts = [alarm.draft for alarm in wanted or missing_alarms(workload, unit, told)[0]]
    if not drafts:
        return advice("add an alarm on what its users notice", "which metric tells that is not known here", "new-resource")
    title = "add an alarm" if len(drafts) == 1 else f"add {len(drafts)} alarms"
    unsafe = "alarms are billed by the month, and thresholds need a look" if topic else ""
    return add_resource(
        drafts[-1],
        title,
        unsafe=unsafe,
        manual="" if topic else "who is called has to be decided",
        needs=tuple(drafts[:-1]),
        leaves=TO_FILL_IN,
    )


def _ordered(wanted: Sequence[_Wanted], only_felt: bool) -> Sequence[_Wanted]:
    felt = [one for one in wanted if one.metric and one.metric.impact == "direct" and one.metric.signal in _SIGNALS]
    return felt if only_felt and felt else wanted


def _obstacle(one: _Wanted, unit: Unit) -> str:
    """Why an alarm is not drafted; empty when nothing speaks against it."""
    if one.metric is None or one.metric.signal not in _SIGNALS:
        return "how much there is of it says little by itself"
    if one.metric.condition.startswith(("needs ", "ECS Service Connect only")):
        return f"the metric is not there by itself: {one.metric.condition}"
    if when := _ONLY.get(one.alarm.metric):
        return f"it is for {when} only"
    if one.metric.exhaustive and frozenset(one.alarm.dimensions) not in one.metric.sets:
        return "the metric is not published by these dimensions alone"
    if one.exists(unit).known is not False:
        return "there is an alarm on it, or may be"
    region, space = settle(one.view.resource.region), facts.namespace(one.namespace)
    if space and space.region and not (isinstance(region, Known) and region.data == space.region):
        return f"the metric is in {space.region} only, and the resource is not known to be deployed there"
    return ""


def _drafted(one: _Wanted, dimensions: dict[str, Plain], topic: Plain, runbook: str) -> Draft:
    dialect, local = one.view.resource.dialect, one.view.local_name
    attributes: dict[Path, Plain] = {}
    for key, value in _settings(one, dimensions, topic, runbook):
        path = getattr(MetricAlarm, key).path(dialect)
        if path:
            attributes[path] = value
    if dialect == "terraform":
        return Draft("aws_cloudwatch_metric_alarm", f"{local}_{_words(one.alarm.metric, '_')}", attributes | _band(one, dimensions))
    camel = re.sub(r"\W", "", one.alarm.metric[:1].upper() + one.alarm.metric[1:])
    return Draft("AWS::CloudWatch::Alarm", f"{local}{camel}Alarm", attributes | _band(one, dimensions))


def _settings(one: _Wanted, dimensions: dict[str, Plain], topic: Plain, runbook: str) -> Iterator[tuple[str, Plain]]:
    alarm, limit = one.alarm, _threshold(one)
    if one.view.resource.dialect == "terraform":
        yield "name", _alarm_name(one)
    yield "description", f"{_why(alarm)}. {_hint(one)}{_to_read(runbook)}"
    if limit is not None:
        yield "namespace", one.namespace
        yield "metric_name", alarm.metric
        yield ("extended_statistic" if alarm.stat.startswith("p") else "statistic"), alarm.stat
        yield "period", alarm.period
    yield "evaluation_periods", alarm.evaluation_periods
    if alarm.evaluation_periods > 1:
        yield "datapoints_to_alarm", alarm.datapoints
    yield "comparison", _comparison(one)
    yield ("threshold_metric", "band") if limit is None else ("threshold", limit)
    yield "missing_data", _missing_data(one)
    yield "alarm_actions", [topic]
    yield "ok_actions", [topic]
    if _missing_data(one) == "missing" and (alarm.comparison.startswith("Less") or alarm.metric.startswith("StatusCheck")):
        yield "insufficient_data_actions", [topic]
    if limit is not None and dimensions:
        yield "dimensions", _written(one, dimensions)


def _to_read(runbook: str) -> str:
    return f"Runbook: {runbook}" if runbook else f"{RUNBOOK_TO_WRITE}."


def _missing_data(one: _Wanted) -> str:
    """What no data means. Metrics of errors and requests have none where there is no traffic, and that is no reason to call anybody."""
    idle = one.metric and one.metric.signal in ("errors", "latency", "freshness") and one.alarm.comparison.startswith("Greater")
    return "notBreaching" if idle and one.alarm.treat_missing_data == "missing" else one.alarm.treat_missing_data


def _threshold(one: _Wanted) -> float | int | None:
    """The number to compare with. Where only the owner can know it, any error is too many, a tenth of a disk little; the rest is learnt."""
    given = one.alarm.threshold
    if given is not None:
        return int(given) if float(given).is_integer() else given
    if one.alarm.metric == "FreeStorageSpace" and (size := Named(one.view.resource).storage.number):
        return int(size * 2**30 / 10)
    if one.metric is None or one.metric.signal != "errors":
        return None
    return 1 if one.alarm.metric.endswith(("ErrorRate", ".Success")) else 0


def _comparison(one: _Wanted) -> str:
    if _threshold(one) is None:
        return "GreaterThanUpperThreshold" if one.alarm.comparison.startswith("Greater") else "LessThanLowerThreshold"
    return "GreaterThanThreshold" if _threshold(one) == 0 and one.alarm.threshold is None else one.alarm.comparison


def _why(alarm: facts.Recommended) -> str:
    return f"{alarm.why[:1].upper()}{alarm.why[1:]}".rstrip(".").removesuffix(" (cause)")


def _hint(one: _Wanted) -> str:
    if one.alarm.threshold is not None:
        return ""
    return "The band is learnt from two weeks of data. " if _threshold(one) is None else "Set the threshold to what is normal here. "


def _band(one: _Wanted, dimensions: dict[str, Plain]) -> dict[Path, Plain]:
    """The queries of an alarm that learns what is normal; none where a number is compared with."""
    if _threshold(one) is not None:
        return {}
    expression = "ANOMALY_DETECTION_BAND(m1, 2)"
    values: tuple[tuple[str, str, Plain], ...] = (
        ("return_data", "ReturnData", True), ("metric.namespace", "MetricStat.Metric.Namespace", one.namespace),
        ("metric.metric_name", "MetricStat.Metric.MetricName", one.alarm.metric),
        ("metric.stat", "MetricStat.Stat", one.alarm.stat), ("metric.period", "MetricStat.Period", one.alarm.period),
        ("metric.dimensions", "MetricStat.Metric.Dimensions", _written(one, dimensions)),
    )  # fmt: skip
    at = 0 if one.view.resource.dialect == "terraform" else 1
    head, key = (("metric_query", "id"), ("Metrics", "Id"))[at]
    made: dict[Path, Plain] = {(head, Pick(key, "m1"), *parse_path(row[at])): row[2] for row in values if row[2]}
    made[head, Pick(key, "band"), ("expression", "Expression")[at]] = expression
    made[head, Pick(key, "band"), ("label", "Label")[at]] = f"{one.alarm.metric} (expected)"
    made[head, Pick(key, "band"), ("return_data", "ReturnData")[at]] = True
    return made


def _written(one: _Wanted, dimensions: dict[str, Plain]) -> Plain:
    if one.view.resource.dialect == "terraform":
        return dimensions
    return [{"Name": name, "Value": value} for name, value in dimensions.items()]


def _alarm_name(one: _Wanted) -> Plain:
    words = _words(one.alarm.metric, "-")
    named = one.kind.terraform_value.endswith(("name", "identifier")) and one.kind.terraform_value != "stage_name"
    return one.view.link(one.kind.terraform_value, "Ref", after=f"-{words}") if named else f"{one.view.local_name}-{words}"


def _words(metric: str, between: str) -> str:
    """`HTTPCode_Target_5XX_Count` as `http_code_target_5xx_count`, `OldestMessage` as `oldest_message`."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", metric.replace("%", " percent"))
    return between.join(re.findall(r"[a-z0-9]+", parted.casefold()))
