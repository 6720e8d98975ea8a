"""Series joined with the metric filters that write them: names, namespaces, dimensions and units of custom metrics."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from obslint.aws import facts
from obslint.aws.logs import MetricFilter, MetricTransformation
from obslint.aws.mention import spelled
from obslint.aws.metrics import Mismatch
from obslint.aws.series import Series, certain, dimensions_of, in_words
from obslint.aws.unit import Unit, exists
from obslint.model import Known, Reference, Symbolic, Truth, any_of, settle
from obslint.policy import Label, Options, advice, remove, set_to

FILTERS = ("aws_cloudwatch_log_metric_filter", "AWS::Logs::MetricFilter")


@dataclass(frozen=True)
class ProducerOptions(Options):
    """`namespaces` are those to which something outside of the code writes: agents, applications, embedded metric format."""

    namespaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """A metric that a filter of the unit writes."""

    by: MetricFilter
    metric: MetricTransformation
    namespace: str
    name: str

    def label(self, text: str = "this filter writes it") -> Label:
        """Where it is written."""
        return self.metric.name.label(text)


def written_metrics(unit: Unit) -> Iterator[Written]:
    """Every metric of the unit's filters whose namespace and name are certain; those that may not exist leave a doubt."""
    for one in unit.all(MetricFilter):
        for metric in one.transformations:
            namespace, name = certain(metric.namespace), certain(metric.name)
            if namespace and name and exists(one):
                yield Written(one, metric, namespace, name)


def read_name(series: Series) -> str | None:
    """The name of the metric that is read; the id of a filter is the filter's own name, not that of its metric."""
    value = settle(series.name.value)
    only = value.parts[0] if isinstance(value, Symbolic) and len(value.parts) == 1 else None
    of = only.resource if isinstance(only, Reference) and only.attribute in ("id", "Ref", "name") else None
    if of is not None and of.type in FILTERS:
        return certain(MetricFilter(of).name)
    return certain(series.name)


def _counts(unit: Unit) -> bool:
    """Whether the unit has a filter, or may have one where it was not understood."""
    return bool(unit.all(MetricFilter)) or not unit.closed_around(None)


def unwritten(series: Series, unit: Unit, outside: tuple[str, ...]) -> Iterator[Mismatch]:
    """The parts of a series that keep it from being the metric of a filter that must have been meant."""
    if not _counts(unit):
        return
    namespace, name = certain(series.namespace), read_name(series)
    if not namespace or not name or _is_served(namespace, outside) or series.is_foreign.known is not False:
        return
    candidates = list(written_metrics(unit))
    if any((one.namespace, one.name) == (namespace, name) for one in candidates) or _hidden(unit):
        return
    meant = [one for one in candidates if _is_near(one.namespace, namespace) and _is_near(one.name, name)]
    meant = [one for one in meant if (one.namespace == namespace) + (one.name == name) == _best(meant, namespace, name)]
    if len({(one.namespace, one.name) for one in meant}) == 1:
        yield from _differing(series, meant[0], namespace, name)


def _best(written: list[Written], namespace: str, name: str) -> int:
    return max(((one.namespace == namespace) + (one.name == name) for one in written), default=0)


def _hidden(unit: Unit) -> bool:
    """Whether a filter may write a metric that cannot be seen; that is noted as a doubt."""
    return not unit.closed_around(None) or any(
        not (certain(metric.name) and certain(metric.namespace)) for one in unit.all(MetricFilter) for metric in one.transformations
    )


def _differing(series: Series, meant: Written, namespace: str, name: str) -> Iterator[Mismatch]:
    for at, found, right in ((series.name, name, meant.name), (series.namespace, namespace, meant.namespace)):
        if found != right:
            what = "metric" if at is series.name else "namespace"
            message = f"nothing writes the {what} {found}; the filter writes {right}"
            fix = advice(f"write {right}", "it stands inside an expression")
            if series.editable:
                fix = set_to(right, title=f"did you mean {right}?")
            yield Mismatch(at, message, fix, (meant.label("the metric that is written"),))


def _is_served(namespace: str, outside: tuple[str, ...]) -> bool:
    return namespace.startswith("AWS/") or namespace in outside or namespace in facts.namespaces()


def _is_near(one: str, other: str) -> bool:
    """Whether two names differ in case, separators or a letter or two."""
    a, b = (re.sub(r"[\W_]", "", text).casefold() for text in (one, other))
    return a == b or (min(len(a), len(b)) > 5 and _digits(a) == _digits(b) and SequenceMatcher(None, a, b).ratio() >= 0.9)


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def writers(series: Series, unit: Unit) -> list[Written]:
    """The filters that write the metric that is read."""
    if not _counts(unit):
        return []
    namespace, name = certain(series.namespace), read_name(series)
    if not namespace or not name or series.is_foreign.known is not False:
        return []
    return [one for one in written_metrics(unit) if (one.namespace, one.name) == (namespace, name)]


def omitted_dimensions(series: Series, unit: Unit) -> Mismatch | None:
    """The dimensions with which every filter writes the metric, while it is read with others."""
    given = series.dimensions
    found = writers(series, unit)
    sets = [dimensions_of(one.metric.dimensions) for one in found]
    if not found or not all(one.complete and one.names for one in sets) or not given.complete:
        return None
    if any(one.names == given.names for one in sets):
        return None
    wanted = " or ".join(dict.fromkeys(in_words(one.names) for one in sets))
    message = f"{series.shown} is written with {wanted}, and read with {given.shown}"
    fix = advice(f"give it {wanted}, or let the filter write without dimensions", "which value is watched has to be decided")
    return Mismatch(given.attribute, message, fix, (sets[0].attribute.label("the filter publishes these"),))


def added_dimensions(series: Series, unit: Unit, outside: tuple[str, ...]) -> Mismatch | None:
    """The dimensions of a metric that the unit's filters write without any."""
    given, found = series.dimensions, writers(series, unit)
    if not given.names or not found or certain(series.namespace) in outside or _is_emitted(series, unit):
        return None
    if not all(one.metric.dimensions.surely_absent() for one in found):
        return None
    title = "leave the dimensions out"
    fix = remove(title=title) if series.editable else advice(title, "they stand inside an expression")
    return Mismatch(given.attribute, f"{series.shown} is written without dimensions", fix, (found[0].label(),))


_RUNNERS = (
    *(
        "aws_lambda_function",
        "aws_ecs_task_definition",
        "aws_instance",
        "aws_launch_template",
        "aws_ssm_parameter",
        "aws_apprunner_service",
    ),
    *("AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::ECS::TaskDefinition", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate"),
    *("AWS::SSM::Parameter", "AWS::AppRunner::Service"),
)
"""What runs code, or configures what does."""


def _is_emitted(series: Series, unit: Unit) -> Truth:
    """Whether application code may write into the namespace too: it stands in the settings of something that runs."""
    wanted = series.namespace.effective
    return any_of(unit.data.of_type(*_RUNNERS), lambda one: spelled(Known(one.fields), wanted))
