"""Metrics that are published only where they were asked for: of groups, buckets, distributions, clusters and API methods."""

from typing import TypeVar

from obslint.aws.apis import RestStage
from obslint.aws.attribute import Attribute
from obslint.aws.compute import ScalingGroup
from obslint.aws.containers import EcsAccountSetting, EcsCluster
from obslint.aws.dimension_values import whole_reference
from obslint.aws.estate import Estate
from obslint.aws.metrics import Mismatch, published
from obslint.aws.series import Series, certain
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, Plain, Truth
from obslint.policy import Fix, add_resource, set_to

V = TypeVar("V", bound=View)

_BILLED = "the metrics are billed"


class RequestMetrics(View, terraform="aws_s3_bucket_metric"):
    """The request metrics of a bucket, or of a part of it; CloudFormation has them inside the bucket."""

    bucket = reference("bucket", None)
    name = attribute("name", None)


class _InnerMetrics(View):
    id = attribute(None, "Id")


class MeteredBucket(Bucket, terraform="aws_s3_bucket", cloudformation="AWS::S3::Bucket"):
    """A bucket and the request metrics that CloudFormation writes inside of it."""

    configured = attribute(None, "MetricsConfigurations")
    configurations = blocks(None, "MetricsConfigurations", _InnerMetrics)


class EdgeSubscription(View, terraform="aws_cloudfront_monitoring_subscription", cloudformation="AWS::CloudFront::MonitoringSubscription"):
    """Switches the additional metrics of a distribution on."""

    distribution = reference("distribution_id", "DistributionId")
    status = attribute(
        "monitoring_subscription.realtime_metrics_subscription_config.realtime_metrics_subscription_status",
        "MonitoringSubscription.RealtimeMetricsSubscriptionConfig.RealtimeMetricsSubscriptionStatus",
    )


class MeteredDistribution(View, terraform="aws_cloudfront_distribution", cloudformation="AWS::CloudFront::Distribution"):
    """A distribution."""

    handles = ("id", "Ref", "Id")


class MethodSettings(View, terraform="aws_api_gateway_method_settings"):
    """What is recorded of the methods of a stage; CloudFormation has it inside the stage."""

    api = reference("rest_api_id", None)
    stage = reference("stage_name", None)
    method = attribute("method_path", None)
    metrics = attribute("settings.metrics_enabled", None, default=False)


class _InnerSettings(View):
    metrics = attribute(None, "MetricsEnabled", default=False)


class MeteredStage(RestStage, terraform="aws_api_gateway_stage", cloudformation="AWS::ApiGateway::Stage"):
    """A stage of a REST API and what is recorded of its methods."""

    named_by = ("name",)
    api = reference("rest_api_id", "RestApiId")
    configured = attribute(None, "MethodSettings")
    settings = blocks(None, "MethodSettings", _InnerSettings)


class MeteredApi(View, terraform="aws_api_gateway_rest_api", cloudformation="AWS::ApiGateway::RestApi"):
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
    bucket = _watched(series, "BucketName", unit, MeteredBucket) if wanted and _needs(series, "request metrics") else None
    if bucket is None or wanted is None or certain(wanted.value) is None:
        return None
    name = wanted.value.shown
    if bucket.resource.dialect == "terraform":
        off = unit.none(RequestMetrics, lambda one: one.bucket.refers_to(bucket) & one.name.same_as(wanted.value), of=bucket)
    else:
        off = ~bucket.configurations.any(lambda one: one.id.same_as(wanted.value))
    if not off:
        return None
    return Mismatch(series.name, f"the bucket has no request metrics named {name}", _metering(bucket, name), (bucket.label("this bucket"),))


def _metering(bucket: MeteredBucket, name: str) -> Fix:
    title = "record request metrics"
    if bucket.resource.dialect == "terraform":
        return add_resource(RequestMetrics.draft(bucket, bucket=bucket.link("id", "Ref"), name=name), title, unsafe=_BILLED).on(
            bucket.resource, ()
        )
    configured = bucket.configured
    manual = "the list has to be extended" if configured.written else ""
    return set_to([{"Id": name}], title=title, unsafe=_BILLED, manual=manual).on(bucket.resource, configured.path)


def disabled_edge_metrics(series: Series, unit: Unit) -> Mismatch | None:
    """An additional metric of a distribution that has no subscription to them."""
    edge = _referred(series, "DistributionId", unit, MeteredDistribution) if _needs(series, "additional metrics") else None
    if edge is None:
        return None
    if not unit.none(EdgeSubscription, lambda one: one.distribution.refers_to(edge) & ~one.status.surely("Disabled"), of=edge):
        return None
    draft = EdgeSubscription.draft(edge, distribution=edge.link("id", "Ref"), status="Enabled")
    fix = add_resource(draft, "subscribe to the additional metrics", manual=_BILLED).on(edge.resource, ())
    message = f"{series.name.shown} is an additional metric, and the distribution has no subscription to these"
    return Mismatch(series.name, message, fix, (edge.label("this distribution"),))


def disabled_insights(series: Series, unit: Unit, estate: Estate) -> Mismatch | None:
    """A metric of Container Insights of a cluster that has it off."""
    name = certain(series.namespace)
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
    if wanted is None or not {"ApiName", "Method", "Resource"} <= series.dimensions.names or certain(series.namespace) != "AWS/ApiGateway":
        return None
    api = _watched(series, "ApiName", unit, MeteredApi)
    stage = next((one for one in unit.all(MeteredStage) if api and one.api.refers_to(api) & one.name.same_as(wanted.value)), None)
    if api is None or stage is None or not _is_unrecorded(stage, api, unit):
        return None
    message = "the stage does not record metrics of its methods"
    return Mismatch(series.dimensions.attribute, message, _recording(stage, api, unit), (stage.label("this stage"),))


def _is_unrecorded(stage: MeteredStage, api: MeteredApi, unit: Unit) -> Truth:
    if stage.resource.dialect == "cloudformation":
        return ~stage.settings.any(lambda one: ~one.metrics.surely(False))
    return unit.none(MethodSettings, lambda one: _is_of(one, stage, api) & ~one.metrics.surely(False), of=stage)


def _is_of(settings: MethodSettings, stage: MeteredStage, api: MeteredApi) -> Truth:
    return settings.api.refers_to(api) & (settings.stage.refers_to(stage) | settings.stage.same_as(stage.name))


def _recording(stage: MeteredStage, api: MeteredApi, unit: Unit) -> Fix:
    title = "record metrics of the methods"
    if stage.resource.dialect == "cloudformation":
        value: Plain = [{"HttpMethod": "*", "ResourcePath": "/*", "MetricsEnabled": True}]
        manual = "the settings have to be extended" if stage.configured.written else ""
        return set_to(value, title=title, unsafe=_BILLED, manual=manual).on(stage.resource, stage.configured.path)
    settings = unit.only(MethodSettings, stage, lambda one: _is_of(one, stage, api))
    if settings is not None:
        return set_to(True, title=title, unsafe=_BILLED).on(settings.resource, settings.metrics.path)
    draft = MethodSettings.draft(stage, api=api.link("id", "Ref"), stage=stage.link("stage_name", "Ref"), method="*/*", metrics=True)
    return add_resource(draft, title, unsafe=_BILLED).on(stage.resource, ())
