"""Web ACLs and the names under which they publish metrics."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.metrics import Mismatch
from obslint.aws.series import Dimension, Series, certain, namespace_of
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks
from obslint.policy import Fix, advice, set_to

_FIXED = ("ALL", "Default_Action")
"""Values of the dimension Rule that name no rule."""


class _AclRule(View):
    """A rule of a web ACL."""

    name = attribute("name", "Name")
    metric_name = attribute("visibility_config.metric_name", "VisibilityConfig.MetricName")
    metrics = attribute("visibility_config.cloudwatch_metrics_enabled", "VisibilityConfig.CloudWatchMetricsEnabled")


class _Acl(View, terraform="aws_wafv2_web_acl", cloudformation="AWS::WAFv2::WebACL"):
    """A web ACL."""

    named_by = ("name",)
    name = attribute("name", "Name")
    metric_name = attribute("visibility_config.metric_name", "VisibilityConfig.MetricName")
    metrics = attribute("visibility_config.cloudwatch_metrics_enabled", "VisibilityConfig.CloudWatchMetricsEnabled")
    rules = blocks("rule", "Rules", _AclRule, key=("name", "Name"))


def mismatched_web_acl(series: Series, unit: Unit) -> Iterator[Mismatch]:
    """What keeps an alarm from reading the metrics of a web ACL of the unit: other names, or metrics that are off."""
    if namespace_of(series) != "AWS/WAFV2":
        return
    watched, ruled = series.dimensions.named("WebACL"), series.dimensions.named("Rule")
    for acl in unit.all(_Acl) if watched is not None else ():
        if watched is not None:
            yield from _compared(watched, acl, "web ACL", acl.metrics)
        if watched is not None and ruled is not None and watched.value.same_as(acl.metric_name) | watched.value.same_as(acl.name):
            yield from _of_rules(ruled, acl)


def _of_rules(ruled: Dimension, acl: _Acl) -> Iterator[Mismatch]:
    if certain(ruled.value) not in (None, *_FIXED):
        for one in acl.rules:
            yield from _compared(ruled, one, "rule", one.metrics)


def _compared(dimension: Dimension, of: _Acl | _AclRule, what: str, metrics: Attribute) -> Iterator[Mismatch]:
    """The name of a thing in the place of the name of its metric, or metrics that are off."""
    value, named = dimension.value, of.metric_name
    if value.same_as(of.name) & ~value.same_as(named):
        message = f"the {what} publishes as {named.shown}, not as {value.shown}"
        yield Mismatch(value, message, _meant(named), (named.label("the name of its metrics"),))
    elif value.same_as(named) & metrics.surely(False):
        fix = set_to(True, title="publish the metrics").on(metrics.resource, metrics.path)
        yield Mismatch(value, f"the {what} publishes no metrics", fix, (metrics.label("metrics are off"),))


def _meant(named: Attribute) -> Fix:
    right = certain(named)
    return set_to(right, title=f"use {right}") if right else advice("use the metric name", "it is known only after apply")
