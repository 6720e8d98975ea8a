"""From filters and workloads over metrics to the alarms that read them."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.alarms import MetricAlarm
from obslint.aws.attribute import Attribute
from obslint.aws.logs import MetricFilter, MetricTransformation
from obslint.aws.series import Dimension, Series, dimensions_of, in_words
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.aws.watching import is_read
from obslint.model import NO, YES, Known, Reference, Resource, Symbolic, Truth, references, settle, truth, undecided
from obslint.signals.builder import Builder
from obslint.signals.graph import Node, Part
from obslint.signals.stages import BY_TYPE, name_of, stage_of

_READ_CUTS = (
    "alarm-on-unwritten-metric", "alarm-omitting-filter-dimensions", "alarm-adding-filter-dimensions", "wrong-dimension-identifier",
    "db-resource-id-dimension", "unpublished-dimension-set", "unknown-metric-name", "misplaced-global-metric-alarm",
    "unreachable-threshold", "average-of-constant-one", "invalid-alarm-period", "impossible-datapoints", "overlong-evaluation-window",
    "mismatched-alarm-unit", "unsupported-percentile", "ambiguous-return-data", "search-expression-alarm", "incomplete-anomaly-alarm",
    "mismatched-waf-alarm-metric", "sent-count-dlq-alarm", "alarm-on-disabled-group-metrics", "alarm-on-disabled-request-metrics",
    "alarm-on-disabled-replication-metrics", "alarm-on-disabled-edge-metrics", "alarm-on-disabled-container-insights",
    "alarm-on-missing-lambda-insights", "alarm-on-missing-agent", "alarm-on-disabled-method-metrics", "alarm-on-disabled-enhanced-metrics",
    "alarm-on-undeclared-resource", "unread-metric-filter",
)  # fmt: skip
_UNREAD_CUTS = ("unread-metric-filter",)


def write_metrics(build: Builder, unit: Unit) -> None:
    """The metrics that filters count into."""
    for one in unit.all(MetricFilter):
        for metric in one.transformations:
            build.hop(build.node(one), written(build, metric), "counts into", *build.present(one))


def written(build: Builder, metric: MetricTransformation) -> Node:
    """The metric that a filter writes."""
    path = build.unit_of(metric.resource).data.path
    name = f"{metric.namespace.shown} {metric.name.shown}"
    return build.virtual(("metric", path, name, id(metric.resource)), "stream", "metric", name, place=metric.name.at, unit=path)


def read_metrics(build: Builder, unit: Unit) -> None:
    """Every series of every alarm, with whatever writes it or was meant to."""
    for alarm in unit.all(MetricAlarm):
        for series in alarm.series:
            sources = [*_counted(build, series, unit), *_published(build, series, unit)] or [_Source(_unknown(build, series))]
            for one in sources:
                parts = (*one.parts, *build.present(alarm))
                build.hop(one.node, build.node(alarm), "is read by", *parts, at=series.name.at, cuts=_READ_CUTS, through=one.through)


def end_metrics(build: Builder, unit: Unit) -> None:
    """Says of metrics that nothing reads that nobody is told."""
    sources = {id(edge.source) for edge in build.edges}
    for one in unit.all(MetricFilter):
        for metric in one.transformations:
            node = written(build, metric)
            if id(node) not in sources:
                build.nobody(node, is_read(metric, one, unit) | ~unit.closed_around(one), "nothing reads it", metric.name.at, _UNREAD_CUTS)


@dataclass(frozen=True, slots=True, eq=False)
class _Source:
    """A metric that a series is, may be or was meant to be, under what conditions, and the filter that writes it."""

    node: Node
    parts: tuple[Part, ...] = ()
    through: tuple[Resource, ...] = ()


def _counted(build: Builder, series: Series, own: Unit) -> Iterator[_Source]:
    """The metrics of filters that a series is, may be, or was meant to be. Other units count only where its own does not write it."""
    here, elsewhere, possible = list[_Source](), list[_Source](), list[_Source]()
    for unit in build.units:
        for one in unit.all(MetricFilter):
            for metric in one.transformations:
                same = _same_name(series, metric) & series.namespace.same_as(metric.namespace)
                if same.known or (unit is own and (same.known is None or _is_meant(series, metric))):
                    fitting = possible if not same.known else here if unit is own else elsewhere
                    fitting.append(_Source(written(build, metric), tuple(_identity(series, metric)), (one.resource,)))
    yield from here or elsewhere or possible


def _identity(series: Series, metric: MetricTransformation) -> Iterator[Part]:
    """Whether a series is a metric of a filter: name, namespace, exact dimensions."""
    yield _same_name(series, metric), f"the metric is called {metric.name.shown}, this reads {_name_read(series)}", series.name.at
    same = series.namespace.same_as(metric.namespace)
    yield same, f"the filter writes to the namespace {metric.namespace.shown}, this reads {series.namespace.shown}", series.namespace.at
    given, wanted = series.dimensions, dimensions_of(metric.dimensions)
    why = f"it is written with {in_words(wanted.names)}, and read with {given.shown}"
    yield given.are(wanted.names) & wanted.complete, why, given.attribute.at


def _filter_named(series: Series) -> MetricFilter | None:
    """The filter whose own name stands where that of its metric belongs."""
    value = settle(series.name.value)
    only = value.parts[0] if isinstance(value, Symbolic) and len(value.parts) == 1 else None
    if isinstance(only, Reference) and only.resource is not None and only.attribute in ("id", "Ref", "name"):
        return MetricFilter(only.resource) if only.resource.type in MetricFilter.types() else None
    return None


def _same_name(series: Series, metric: MetricTransformation) -> Truth:
    named = _filter_named(series)
    if named is None:
        return series.name.same_as(metric.name)
    return metric.name.same_as(named.name) if named.name.surely_set().known else NO


def _name_read(series: Series) -> str:
    named = _filter_named(series)
    if named is None:
        return series.name.shown
    return f"{named.name.shown}, the name of the filter" if named.name.surely_set().known else "the name of the filter"


def _is_meant(series: Series, metric: MetricTransformation) -> bool:
    """Whether a series refers to the filter, or differs from its metric in case and separators only."""
    values = (series.name.value, series.namespace.value)
    if any(reference.resource is metric.resource for value in values for reference in references(value)):
        return True
    pairs = ((series.name.shown, metric.name.shown), (series.namespace.shown, metric.namespace.shown))
    return all(_bare(one) == _bare(other) for one, other in pairs)


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _published(build: Builder, series: Series, unit: Unit) -> Iterator[_Source]:
    """The metric that AWS publishes for a resource which a dimension of a series names."""
    namespace = _certain(series.namespace)
    found = facts.namespace(namespace) if namespace else None
    if found is None:
        return
    kinds = {name for one in facts.watched() if one.namespace == namespace for name in (one.terraform, one.cloudformation)}
    for resource in dict.fromkeys(one for dim in series.dimensions.listed for one in _named(build, dim, unit, kinds)):
        name = _certain(series.name)
        key = ("metric", id(resource), namespace, series.name.shown)
        node = build.virtual(key, "stream", "metric", f"{namespace} {series.name.shown}", place=series.name.at, unit=unit.data.path)
        if _is_of(resource, kinds) and not any(edge.target is node for edge in build.edges):
            has = truth(found.metric(name) is not None or not found.complete) if name else YES
            why = f"{namespace} has no metric {series.name.shown}"
            build.hop(build.node(View(resource)), node, "publishes", (has, why, series.name.at), cuts=("unknown-metric-name",))
        yield _Source(node, tuple(_keyed(series, found.metric(name) if name else None)))


def _is_of(resource: Resource, kinds: set[str]) -> bool:
    """Whether a resource is of the kind that a namespace is about, under whatever type."""
    words = {stage[1] for kind in kinds if (stage := BY_TYPE.get(kind))}
    word = (stage_of(resource) or ("", ""))[1]
    return resource.type in kinds or word in words or (word == "target group" and "load balancer" in words)


def _named(build: Builder, dimension: Dimension, unit: Unit, kinds: set[str]) -> Iterator[Resource]:
    """The workloads that a dimension names: by a reference, or by their name."""
    for reference in references(dimension.value.value):
        one = reference.resource
        if one is not None and id(one) in build.known and (one.type in kinds or (stage_of(one) or ("",))[0] == "actor"):
            yield one
    text = _certain(dimension.value)
    if text:
        yield from (one for kind in kinds if kind for one in unit.data.of_type(kind) if name_of(one) == text)


def _keyed(series: Series, metric: facts.Metric | None) -> Iterator[Part]:
    """Whether the dimensions are those with which AWS publishes a metric."""
    if metric is None or not (metric.exhaustive and metric.sets and metric.verified):
        return
    given = series.dimensions
    fits = given.complete & truth(given.names in metric.sets) if given.complete.known else given.complete
    wanted = ", or with ".join(in_words(one) for one in _likely(metric.sets, given.names))
    known = {name for one in metric.sets for name in one}
    alike = {_bare(name) for name in known}
    odd = next((one for one in given.listed if one.name not in known and _bare(one.name) in alike), None)
    at = given.attribute.at if odd is None else odd.value.at if odd.key is None else odd.key.at
    yield fits, f"AWS publishes it with {wanted}, this reads it with {given.shown}", at


def _likely(sets: tuple[frozenset[str], ...], given: frozenset[str]) -> list[frozenset[str]]:
    """The sets of dimensions that must have been meant: those that differ in spelling only, or else the first few."""
    meant = [one for one in sets if {_bare(name) for name in one} == {_bare(name) for name in given}]
    return meant or sorted(sets, key=len)[:3]


def _unknown(build: Builder, series: Series) -> Node:
    """A metric of which nothing here says who writes it."""
    namespace, name = _certain(series.namespace) or "", series.shown.strip()
    if namespace.startswith("AWS/"):
        starts = undecided("AWS publishes it for something that is not declared here", series.name.at)
    else:
        starts = undecided("nothing here writes it; a program may", series.name.at)
    path = build.unit_of(series.reader.resource).data.path
    return build.virtual(
        ("read", path, name, series.dimensions.shown), "stream", "metric", name, place=series.name.at, unit=path, starts=starts
    )


def _certain(attribute: Attribute) -> str | None:
    value = attribute.effective
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else None
