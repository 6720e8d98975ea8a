"""The attributes of a planned resource, decoded from the plan when they are asked for."""

import sys
from collections.abc import Iterator
from functools import lru_cache

from obslint.model import Fields, PlainFields, Resource, Value
from obslint.source import Place
from obslint.terraform.plan.document import Document, Entry, Json
from obslint.terraform.plan.origins import Resolver, references_of
from obslint.terraform.plan.values import EMPTY_BLOCK, UNWRITTEN, Builder, expression_in, members_of

KEPT = 16_384
"""Attributes of a plan whose values are kept at a time; the others are made again."""


BLOCKS = {
    "aws_alb": ("access_logs", "connection_logs"),
    "aws_api_gateway_stage": ("access_log_settings",),
    "aws_apigatewayv2_stage": ("access_log_settings",),
    "aws_autoscaling_group": ("instance_refresh",),
    "aws_cloudfront_distribution": ("logging_config", "ordered_cache_behavior", "origin"),
    "aws_cloudtrail": ("advanced_event_selector", "event_selector", "insight_selector"),
    "aws_cloudwatch_log_metric_filter": ("metric_transformation",),
    "aws_cloudwatch_metric_alarm": ("metric_query",),
    "aws_codedeploy_deployment_group": ("alarm_configuration",),
    "aws_ecs_service": ("alarms",),
    "aws_elb": ("access_logs",),
    "aws_lb": ("access_logs", "connection_logs"),
}
"""Blocks that rules read and the provider never computes: unknown and not written, they come from a dynamic block.

From the schemas of the AWS provider, where these blocks are not marked as computed (as `aws_lambda_function.tracing_config` is).
"""


class PlanReader:
    """Makes the values of a plan. `resolver` is set once the resources are there."""

    resolver: Resolver

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = lru_cache(KEPT)(self._names)
        self.value = lru_cache(KEPT)(self._value)

    def expressions(self, entry: Entry) -> Json:
        """The block of expressions that the configuration has for a resource; None when it has no such resource."""
        declared = self.resolver.declaration(entry)
        return (declared.get("expressions") or EMPTY_BLOCK) if declared else None

    def _names(self, entry: Entry) -> dict[str, None]:
        """The attributes that are planned or written."""
        payload = self.document.payload(entry)
        written = self.expressions(entry)
        names = dict.fromkeys(sys.intern(name) for name, _ in members_of(payload.values, payload.unknown, written))
        names.update(dict.fromkeys(name for name in BLOCKS.get(entry.parts.type, ()) if payload.unknown.get(name) is True))
        if not entry.complete and isinstance(written, dict):
            names.update(dict.fromkeys(name for name, inner in written.items() if references_of(inner)))
        return names

    def _value(self, entry: Entry, name: str) -> Value:
        """An attribute. `tags` are all tags of the resource, those included that the provider adds."""
        payload = self.document.payload(entry)
        written = expression_in(self.expressions(entry), name)
        if written is UNWRITTEN and payload.unknown.get(name) is True:
            written = None
        place = Place(self.document.file, entry.header)
        builder = Builder(self.resolver, self.resolver.where(entry), entry.address, place, entry.complete)
        source = "tags_all" if name == "tags" and isinstance(payload.values.get("tags_all"), dict) else name
        sensitive = payload.sensitive.get(source) if isinstance(payload.sensitive, dict) else payload.sensitive
        return builder.build(payload.values.get(source), payload.unknown.get(source), sensitive, written, name)


class PlanFields(Fields):
    """What a plan says of one resource. Nothing of it is kept beyond the reader's most recent values."""

    __slots__ = ("_entry", "_reader")

    def __init__(self, reader: PlanReader, entry: Entry) -> None:
        self._reader, self._entry = reader, entry

    def __getitem__(self, name: str) -> Value:
        if name not in self._reader.names(self._entry):
            raise KeyError(name)
        return self._reader.value(self._entry, name)

    def __contains__(self, name: object) -> bool:
        return name in self._reader.names(self._entry)

    def __iter__(self) -> Iterator[str]:
        return iter(self._reader.names(self._entry))

    def __len__(self) -> int:
        return len(self._reader.names(self._entry))

    def entry(self, name: str) -> Place | None:  # noqa: ARG002 - attributes have no place of their own in a plan
        return None

    @property
    def header(self) -> Place:
        return Place(self._reader.document.file, self._entry.header)


def planned_resource(reader: PlanReader, entry: Entry) -> Resource:
    """A resource at its place in the plan, without region."""
    file = reader.document.file
    return Resource(
        address=entry.address,
        type=entry.parts.type,
        dialect="terraform",
        fields=PlanFields(reader, entry),
        header=Place(file, entry.header),
        extent=Place(file, entry.extent),
        lifecycle=PlainFields({}, Place(file, entry.header), "a plan does not tell what its lifecycle block says"),
    )
