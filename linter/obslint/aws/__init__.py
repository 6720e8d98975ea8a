"""AWS as rules see it: typed views over both dialects."""

from obslint.aws.alarms import (
    FINE_GRAINED,
    Alarm,
    CompositeAlarm,
    EventRule,
    Metric,
    MetricAlarm,
    MetricQuery,
    MetricStat,
    is_counted,
    is_read,
    is_watched,
)
from obslint.aws.apis import HttpStage, RestStage
from obslint.aws.attribute import Attribute
from obslint.aws.cloudtrail import EventDataStore, EventSelector, InsightSelector, Trail
from obslint.aws.edge import Balancer, ClassicBalancer, Delivery, DeliverySource, Distribution, Listener, LoadBalancer
from obslint.aws.functions import Function
from obslint.aws.logs import LogGroup, ManagedLogGroup, MetricFilter, MetricTransformation
from obslint.aws.network import FlowLog, Subnet, Vpc
from obslint.aws.sns import Subscription, Topic
from obslint.aws.storage import Bucket, BucketAcl, BucketLogging, LogSource
from obslint.aws.unit import Unit
from obslint.aws.view import Blocks, View, attribute, blocks, reference

__all__ = [
    "FINE_GRAINED", "Alarm", "Attribute", "Balancer", "Blocks", "Bucket", "BucketAcl", "BucketLogging", "ClassicBalancer",
    "CompositeAlarm", "Delivery", "DeliverySource", "Distribution", "EventDataStore", "EventRule", "EventSelector", "FlowLog",
    "Function", "HttpStage", "InsightSelector", "Listener", "LoadBalancer", "LogGroup", "LogSource", "ManagedLogGroup",
    "Metric", "MetricAlarm", "MetricFilter", "MetricQuery", "MetricStat", "MetricTransformation", "RestStage", "Subnet",
    "Subscription", "Topic", "Trail", "Unit", "View", "Vpc", "attribute", "blocks", "is_counted", "is_read", "is_watched",
    "reference",
]  # fmt: skip
