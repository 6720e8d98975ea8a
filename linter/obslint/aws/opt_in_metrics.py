"""Metrics that are published only where they were asked for: of groups, buckets, distributions, clusters and API methods."""

from typing import TypeVar

from obslint.aws.apis import MethodSettings, MethodWish, RestStage
from obslint.aws.attribute import Attribute
from obslint.aws.compute import ScalingGroup
from obslint.aws.containers import EcsAccountSetting, EcsCluster
from obslint.aws.dimension_values import whole_reference
from obslint.aws.estate import Estate
from obslint.aws.metrics import Mismatch, published
from obslint.aws.series import Series, certain, namespace_of
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, Plain, Truth
from obslint.policy import Fix, add_resource, set_to

V = TypeVar("V", bound=View)

_BILLED = "the metrics are billed"


class _RequestMetrics(View, terraform="aws_s3_bucket_metric"):
    """The request metrics of a bucket, or of a part of it; CloudFormation has them inside the bucket."""

    bucket = reference("bucket", None)
    name = attribute("name", None)


class _InnerMetrics(View):
    id = attribute(None, "Id")


class _Bucket(Bucket, terraform="aws_s3_bucket", cloudformation="AWS::S3::Bucket"):
    """A bucket and the request metrics that CloudFormation writes inside of it."""

    configured = attribute(None, "MetricsConfigurations")
    configurations = blocks(None, "MetricsConfigurations", _InnerMetrics)


class _EdgeSubscription(View, terraform="aws_cloudfront_monitoring_subscription", cloudformation="AWS::CloudFront::MonitoringSubscription"):
    """Switches the additional metrics of a distribution on."""

    distribution = reference("distribution_id", "DistributionId")
    status = attribute(
        "monitoring_subscription.realtime_metrics_subscription_config.realtime_metrics_subscription_status",
        "MonitoringSubscription.RealtimeMetricsSubscriptionConfig.RealtimeMetricsSubscriptionStatus",
    )


class _Distribution(View, terraform="aws_cloudfront_distribution", cloudformation="AWS::CloudFront::Distribution"):
    """A distribution."""

    handles = ("id", "Ref", "Id")


class _RestApi(View, terraform="aws_api_gateway_rest_api", cloudformation="AWS::ApiGateway::RestApi"):
    """A REST API."""

    named_by = ("name",)
    name = attribute("name", "Name")


def _needs(series: Series, words: str) -> bool:
    metric = published(series)
    return metric is not None and words in metric.condition


def _watched(series: Series, dimension: str, unit: Unit, view: type[V]) -> V | None:
    """The resource of the unit that a dimension names; None when that is not certain."""
    found = series.dimensions.named(dimension)
    return next((one for one in unit.all(view) if found.value.refers_to(one)), None) if found is not None else None


def _referred(series: Series, dimension: str, unit: Unit, view: type[V]) -> V | None:
    found = series.dimensions.named(dimension)
    reference = whole_reference(found.value) if found is not None else None
    return next((one for one in unit.all(view) if reference is not None and one.resource is reference.resource), None)


def disabled_group_metrics(series: Series, unit: Unit) -> Mismatch | None:
    """A metric of an Auto Scaling group that the group does not collect."""
    group = _referred(series, "AutoScalingGroupName", unit, ScalingGroup) if _needs(series, "group metrics") else None
    if group is None:
        return None
    name, collected = series.name.shown, group.collected
    in_terraform = group.resource.dialect == "terraform"
    listed = tuple(item for one in collected.items() for item in (one if in_terraform else one.member("Metrics")).items())
    off = collected.surely_absent() if not in_terraform or not listed else ~collected.includes(name)
    if not in_terraform and collected.written and listed:
        off = ~_any(listed, name) & _all_listed(collected)
    if not off:
        return None
    plain: Plain = [*(one.shown for one in listed), name] if in_terraform else [{"Granularity": "1Minute", "Metrics": [name]}]
    manual = "the list of the group has to be extended" if not in_terraform and listed else ""
    fix = set_to(plain, title=f"collect {name}", manual=manual).on(collected.resource, collected.path)
    return Mismatch(series.name, f"the group does not collect {name}", fix, (group.label("this group"),))


def _any(items: tuple[Attribute, ...], name: str) -> Truth:
    found = NO
    for item in items:
        found |= item.surely(name)
    return found


def _all_listed(collected: Attribute) -> Truth:
    """Whether every collection of a group lists its metrics; one that lists none takes them all."""
    listed = ~NO
    for one in collected.items():
        listed &= one.member("Metrics").surely_set()
    return listed


def disabled_request_metrics(series: Series, unit: Unit) -> Mismatch | None:
    """A metric of requests to a bucket for which no request metrics of that name are configured."""
    wanted = series.dimensions.named("FilterId")
    bucket = _watched(series, "BucketName", unit, _Bucket) if wanted and _needs(series, "request metrics") else None
    if bucket is None or wanted is None or certain(wanted.value) is None:
        return None
    name = wanted.value.shown
    if bucket.resource.dialect == "terraform":
        off = unit.none(_RequestMetrics, lambda one: one.bucket.refers_to(bucket) & one.name.same_as(wanted.value), of=bucket)
    else:
        off = ~bucket.configurations.any(lambda one: one.id.same_as(wanted.value))
    if not off:
        return None
    return Mismatch(series.name, f"the bucket has no request metrics named {name}", _metering(bucket, name), (bucket.label("this bucket"),))


def _metering(bucket: _Bucket, name: str) -> Fix:
    title = "record request metrics"
    if bucket.resource.dialect == "terraform":
        return add_resource(_RequestMetrics.draft(bucket, bucket=bucket.link("id", "Ref"), name=name), title, unsafe=_BILLED).on(
            bucket.resource, ()
        )
    configured = bucket.configured
    manual = "the list has to be extended" if configured.written else ""
    return set_to([{"Id": name}], title=title, unsafe=_BILLED, manual=manual).on(bucket.resource, configured.path)


def disabled_edge_metrics(series: Series, unit: Unit) -> Mismatch | None:
    """An additional metric of a distribution that has no subscription to them."""
    edge = _referred(series, "DistributionId", unit, _Distribution) if _needs(series, "additional metrics") else None
    if edge is None:
        return None
    if not unit.none(_EdgeSubscription, lambda one: one.distribution.refers_to(edge) & ~one.status.surely("Disabled"), of=edge):
        return None
    message = f"{series.name.shown} is an additional metric, and the distribution has no subscription to these"
    return Mismatch(series.name, message, _subscribing(edge, unit), (edge.label("this distribution"),))


def _subscribing(edge: _Distribution, unit: Unit) -> Fix:
    title = "subscribe to the additional metrics"
    present = unit.only(_EdgeSubscription, edge, lambda one: one.distribution.refers_to(edge))
    if present is not None:
        return set_to("Enabled", title=title, manual=_BILLED).on(present.resource, present.status.path)
    draft = _EdgeSubscription.draft(edge, distribution=edge.link("id", "Ref"), status="Enabled")
    return add_resource(draft, title, manual=_BILLED).on(edge.resource, ())


def disabled_insights(series: Series, unit: Unit, estate: Estate) -> Mismatch | None:
    """A metric of Container Insights of a cluster that has it off."""
    name = namespace_of(series)
    cluster = _referred(series, "ClusterName", unit, EcsCluster) if name == "ECS/ContainerInsights" else None
    if cluster is None:
        return None
    off = cluster.insights.surely_set() & ~cluster.insights.surely_in(("enabled", "enhanced"))
    by_default = cluster.insights.surely_absent() & estate.none(EcsAccountSetting, lambda one: one.switches_insights_on)
    if not (off | by_default):
        return None
    fix = set_to("enabled", title="switch Container Insights on", manual=_BILLED).on(cluster.resource, cluster.insights.path)
    return Mismatch(
        series.name,
        f"{series.name.shown} is a metric of Container Insights, which the cluster has off",
        fix,
        (cluster.label("this cluster"),),
    )


def disabled_method_metrics(series: Series, unit: Unit) -> Mismatch | None:
    """A metric of one method of a REST API whose stage does not record its methods."""
    wanted = series.dimensions.named("Stage")
    if wanted is None or not {"ApiName", "Method", "Resource"} <= series.dimensions.names or namespace_of(series) != "AWS/ApiGateway":
        return None
    api = _watched(series, "ApiName", unit, _RestApi)
    stage = next((one for one in unit.all(RestStage) if api and one.rest_api.refers_to(api) & one.name.same_as(wanted.value)), None)
    if stage is None:
        return None
    if not unit.none(
        MethodSettings, lambda one: one.belongs_to(stage) & one.entries.any(lambda some: ~some.metrics.surely(False)), of=stage
    ):
        return None
    message = "the stage does not record metrics of its methods"
    return Mismatch(series.dimensions.attribute, message, _recording(stage, unit), (stage.label("this stage"),))


def _recording(stage: RestStage, unit: Unit) -> Fix:
    wanted = MethodWish("general_metrics", True, "record metrics of the methods", _BILLED)
    settings = unit.only(MethodSettings, stage, lambda one: one.belongs_to(stage) & one.is_general)
    if settings is None:
        return wanted.added(stage).on(stage.resource, ())
    return wanted.written(settings).on(settings.resource, wanted.attribute(settings).path)
