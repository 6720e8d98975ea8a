"""What an alarm compares a metric with: thresholds out of its range, of another unit, or on the wrong side."""

import re
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.alarms import MetricAlarm
from obslint.aws.attribute import Attribute
from obslint.aws.metrics import published
from obslint.aws.series import Series, certain
from obslint.model import Truth, any_of, references, undecided
from obslint.policy import Finding, advice, set_to

ABOVE = ("GreaterThanThreshold", "GreaterThanOrEqualToThreshold")
BELOW = ("LessThanThreshold", "LessThanOrEqualToThreshold")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A series that an alarm compares as it is with a threshold that is certain."""

    alarm: MetricAlarm
    series: Series
    metric: facts.Metric
    statistic: str
    operator: str
    threshold: float

    @property
    def side(self) -> str:
        """For a message: on which side of what."""
        words = dict(zip((*ABOVE, *BELOW), ("above", "at or above", "below", "at or below"), strict=True))
        return f"{words[self.operator]} {self.alarm.threshold.shown}"

    @property
    def opposite(self) -> str:
        """The operator that looks at the other side."""
        return dict(zip((*ABOVE, *BELOW), (*BELOW, *ABOVE), strict=True))[self.operator]

    @property
    def sign(self) -> str:
        """Whether the alarm is about high or low values."""
        return ">" if self.operator in ABOVE else "<"


def comparison(alarm: MetricAlarm, series: Series) -> Comparison | None:
    """What is compared with what, when all of it is certain; what is not leaves a doubt."""
    metric = published(series)
    if metric is None:
        return None
    operator, statistic = certain(alarm.comparison), certain(series.statistic)
    if not operator or not statistic or operator not in (*ABOVE, *BELOW) or not series.is_compared:
        return None
    threshold = alarm.threshold.number
    if threshold is None:
        bool(
            undecided(f"the threshold {alarm.threshold.shown} is not known", alarm.threshold.at)
            | alarm.threshold.is_number(lambda _: False)
        )
        return None
    return Comparison(alarm, series, metric, statistic, operator, threshold)


def is_constant_one(metric: facts.Metric, statistic: str) -> bool:
    """Whether a statistic of the metric is 1 whenever there is any."""
    return any(one.stat == statistic and one.min == one.max == 1 for one in metric.ranges)


def counts_ones(compared: Comparison) -> bool:
    """Whether the alarm waits for more than 1 of a statistic that is always 1."""
    enough = compared.threshold >= 1 if compared.operator == "GreaterThanThreshold" else compared.threshold > 1
    return is_constant_one(compared.metric, compared.statistic) and compared.sign == ">" and enough


def out_of_reach(compared: Comparison) -> str:
    """Why the threshold can never be crossed; empty when it can."""
    if not compared.metric.verified or is_constant_one(compared.metric, compared.statistic):
        return ""
    low, high = value_range(compared.metric, compared.statistic)
    strict = compared.operator in ("GreaterThanThreshold", "LessThanThreshold")
    number = compared.threshold
    if compared.sign == ">" and high is not None and (number >= high if strict else number > high):
        return f"which is never more than {high:g}"
    if compared.sign == "<" and low is not None and (number <= low if strict else number < low):
        return f"which is never less than {low:g}"
    return ""


def reach(compared: Comparison) -> str:
    """Where a threshold makes sense, for a title."""
    low, high = value_range(compared.metric, compared.statistic)
    return f"between {low or 0:g} and {high:g}" if high is not None else f"above {low or 0:g}"


_PLAIN = ("Average", "Minimum", "Maximum")
_SCALES = ("Count", "Bytes", "Percent", "Percentage")
"""Units of what cannot be less than nothing. A lag can: that of a replica that does not replicate is -1."""


def value_range(metric: facts.Metric, statistic: str) -> tuple[float | None, float | None]:
    """The least and the greatest value of a statistic. Sums and counts of samples have no upper end."""
    found = next((one for one in metric.ranges if one.stat == statistic), None)
    if found is None and (statistic in _PLAIN or re.fullmatch(r"p\d+(\.\d+)?|tm\d+(\.\d+)?", statistic)):
        found = next((one for one in metric.ranges if not one.stat), None)
    if found is not None:
        return found.min, found.max
    return (0, None) if metric.unit in _SCALES and "Lag" not in metric.name else (None, None)


@dataclass(frozen=True, slots=True)
class _Band:
    """Between which thresholds an alarm makes sense, and what is meant outside of that."""

    low: float
    high: float
    unit: str


_SECONDS, _QUICK = _Band(0, 100, "seconds"), _Band(0, 10, "seconds")
_MILLISECONDS, _SLOW = _Band(1, 1e9, "milliseconds"), _Band(5, 1e9, "milliseconds")
_BANDS = {
    ("AWS/ApplicationELB", "TargetResponseTime"): _SECONDS,
    ("AWS/ELB", "Latency"): _SECONDS,
    ("AWS/RDS", "ReadLatency"): _QUICK,
    ("AWS/RDS", "WriteLatency"): _QUICK,
    ("AWS/ApiGateway", "Latency"): _SLOW,
    ("AWS/ApiGateway", "IntegrationLatency"): _SLOW,
    ("AWS/CloudFront", "OriginLatency"): _SLOW,
    ("AWS/States", "ExecutionTime"): _SLOW,
    ("AWS/Lambda", "Duration"): _MILLISECONDS,
    ("AWS/Lambda", "IteratorAge"): _MILLISECONDS,
    ("AWS/DynamoDB", "SuccessfulRequestLatency"): _MILLISECONDS,
    ("AWS/SageMaker", "ModelLatency"): _Band(1000, 1e12, "microseconds"),
    ("AWS/RDS", "QueryResponseLatency"): _Band(100, 1e12, "microseconds"),
    ("AWS/RDS", "QueryDatabaseResponseLatency"): _Band(100, 1e12, "microseconds"),
    ("AWS/RDS", "FreeStorageSpace"): _Band(1e6, 1e15, "bytes"),
    ("AWS/RDS", "FreeableMemory"): _Band(1e6, 1e15, "bytes"),
    ("AWS/RDS", "FreeLocalStorage"): _Band(1e6, 1e15, "bytes"),
    ("AWS/ElastiCache", "FreeableMemory"): _Band(1e6, 1e15, "bytes"),
    ("AWS/ES", "FreeStorageSpace"): _Band(1, 1e8, "MiB"),
}
"""Units: the metric pages of the services. The bands are wide: outside of them lies what was written in another unit."""


def implausible_unit(compared: Comparison) -> str:
    """The unit of the metric, when the threshold was most likely written in another one; empty otherwise."""
    band = _BANDS.get((compared.series.namespace.shown, compared.series.name.shown))
    scaled = compared.statistic in _PLAIN or compared.statistic.startswith(("p", "tm"))
    odd = band is not None and (0 < compared.threshold < band.low or compared.threshold >= band.high)
    return band.unit if band is not None and odd and scaled else ""


_HEALTHY = frozenset(
    {
        *(
            "HealthyHostCount",
            "FreeStorageSpace",
            "FreeableMemory",
            "CPUCreditBalance",
            "BurstBalance",
            "SuccessPercent",
            "HealthCheckStatus",
        ),
        *(
            "GroupInServiceInstances",
            "RunningTaskCount",
            "DaysToExpiry",
            "CacheHitRate",
            "FreeLocalStorage",
            "HealthCheckPercentageHealthy",
        ),
    }
)
_FAILURES = re.compile(
    r"UnHealthyHostCount|.*Errors?|.*5[Xx]{2}.*|DeadLetterErrors|FailedInvocations|StatusCheckFailed.*|.*Throttle(s|dRequests|Events)"
)
_LOW, _HIGH = re.compile(r"(?i)\b(low|drop\w*|short|few|little)\b"), re.compile(r"(?i)\b(high|exceed\w*|too many|many|above)\b")
_SCALERS = (
    "aws_autoscaling_policy",
    "aws_appautoscaling_policy",
    "AWS::AutoScaling::ScalingPolicy",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
)


def is_inverted(compared: Comparison) -> bool:
    """Whether the alarm is in ALARM while all is well: the sign contradicts what the metric says, by its words or at the boundary."""
    name, words = compared.series.name.shown, _words(compared.alarm)
    if compared.sign == ">" and name in _HEALTHY:
        return compared.threshold == 0 or (bool(_LOW.search(words)) and not _HIGH.search(words))
    if compared.sign == "<" and _FAILURES.fullmatch(name):
        reached = compared.threshold <= 1 if compared.operator == "LessThanThreshold" else compared.threshold <= 0
        return (compared.threshold >= 0 and reached) or (bool(_HIGH.search(words)) and not _LOW.search(words))
    return False


def _words(alarm: MetricAlarm) -> str:
    return re.sub(r"[-_./]+|(?<=[a-z])(?=[A-Z])", " ", f"{alarm.name.shown} {alarm.description.shown}")


def only_scales(alarm: MetricAlarm) -> Truth:
    """Whether all that the alarm does is to scale something, for which any sign is right."""
    items = tuple(item for actions in alarm.actions for item in actions.items())
    return alarm.has_any_action & ~any_of(items, lambda item: ~_scales(item))


def _scales(action: Attribute) -> Truth:
    if any(one.resource is not None for one in references(action.value)):
        return action.refers_to_type(*_SCALERS)
    return action.is_text(lambda text: ":scalingPolicy:" in text)


def sum_instead(compared: Comparison) -> Finding:
    """The finding about a statistic that is always 1."""
    message = f"the {compared.statistic} of {compared.series.name.shown} is always 1 and never {compared.side}"
    fix = set_to("Sum", title="count with Sum: the alarm, dead until now, will fire")
    if not compared.series.editable:
        fix = advice("count with SUM", "the statistic stands inside an expression")
    return compared.series.statistic.finding(message, fix=fix, related=(compared.alarm.threshold.label("this is compared"),))
