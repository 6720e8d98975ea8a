"""From what writes logs to log groups and buckets, and what reads them there."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.containers import EksCluster, TaskDefinition
from obslint.aws.functions import DEFAULT_PREFIX, Function
from obslint.aws.logs import LogGroup, ManagedLogGroup, MetricFilter
from obslint.aws.misnamed_groups import meant_function, naming
from obslint.aws.storage import Bucket, BucketLogging
from obslint.aws.subscriptions import SubscriptionFilter
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import NO, Reference, Truth, any_of, settle, truth
from obslint.model.compare import text_parts
from obslint.signals.admission import admissions
from obslint.signals.builder import Builder
from obslint.signals.graph import Part
from obslint.signals.routing import destination
from obslint.signals.stages import name_of
from obslint.signals.views import DataStream, Firehose, LogWriter
from obslint.source import Place

_OFF_BY_DEFAULT = ("aws_lb", "aws_alb", "AWS::ElasticLoadBalancingV2::LoadBalancer", "aws_msk_cluster", "AWS::MSK::Cluster")
_WRITE_CUTS = (
    "stopped-trail", "trail-log-group-without-role", "trail-log-group-without-wildcard", "trail-role-without-log-write",
    "trail-bucket-closed-to-cloudtrail", "mismatched-trail-bucket-policy", "trail-key-closed-to-cloudtrail", "log-bucket-closed-to-s3",
    "deny-blocking-log-delivery", "encryption-deny-blocking-delivery", "kms-encrypted-access-log-target", "locked-access-log-target",
    "foreign-access-log-target", "log-key-closed-to-cloudwatch", "function-role-without-log-write", "unreachable-custom-log-group",
    "disabled-access-log-block", "mismatched-function-log-group",
)  # fmt: skip
_FILTER_CUTS = (
    "trail-filter-on-wrong-group", "filter-on-unwritten-log-group", "filter-on-limited-log-class", "json-filter-on-text-logs",
    "filter-on-suppressed-level", "filter-on-unrecorded-traffic", "filter-on-unsent-audit-log", "trail-excluding-watched-events",
    "global-detection-on-regional-trail",
)  # fmt: skip
_UNREADABLE = ("INFREQUENT_ACCESS", "DELIVERY")


def write_logs(build: Builder, unit: Unit) -> None:
    """Whatever is told where to write a log."""
    for writer in unit.all(LogWriter):
        for destination_, switch in writer.destinations:
            for item, store, answer in build.targets(destination_, LogGroup, Bucket, Firehose):
                named = (answer, "its log goes elsewhere", item.at)
                _write(build, _owner(build, writer), store, named, *_switched(writer, switch), *build.present(writer, store))
    for task in unit.all(TaskDefinition):
        for container in task.containers:
            for item, store, answer in build.targets(container.log_options.member("awslogs-group"), LogGroup):
                _write(build, task, store, (answer, "its log goes elsewhere", item.at), *build.present(task, store))


def _owner(build: Builder, writer: LogWriter) -> View:
    """The resource that writes: a bucket whose logging is declared apart from it."""
    if writer.is_type("aws_s3_bucket_logging"):
        bucket = next((one for one in build.unit_of(writer.resource).all(Bucket) if _logs_of(writer, one).known), None)
        return bucket or writer
    return writer


def _logs_of(writer: LogWriter, bucket: Bucket) -> Truth:
    return BucketLogging(writer.resource).bucket.refers_to(bucket)


def _switched(writer: LogWriter, switch: Attribute | None) -> Iterator[Part]:
    if switch is not None:
        off = switch.surely_in((False, "OFF")) | (truth(writer.is_type(*_OFF_BY_DEFAULT)) & switch.surely_absent())
        yield ~off, "it is switched off", switch.at


def _write(build: Builder, writer: View, store: View, *parts: Part) -> None:
    build.hop(build.node(writer), build.node(store), "writes its log to", *parts, cuts=_WRITE_CUTS)


def write_function_logs(build: Builder, unit: Unit) -> None:
    """Functions write to the group with their name unless they say otherwise; a group that is meant for one may have another name."""
    functions = tuple(one for one in unit.all(Function) if one.log_group.surely_set().known is False)
    for group in unit.all(LogGroup):
        own = [(one, answer) for one in functions if (answer := _is_own(one, group)).known is not False]
        meant = meant_function(group, unit) if not own else None
        for function, answer in own or ([(meant, NO)] if meant else []):
            named = (answer, *_missed(function, group))
            _write(build, function, group, named, *build.present(function, group))
    for cluster in unit.all(EksCluster):
        for group in unit.all(LogGroup):
            if (takes := cluster.logs_to(ManagedLogGroup(group.resource))).known is not False:
                sends = any_of(("api", "audit", "authenticator", "controllerManager", "scheduler"), cluster.sends)
                named = (takes, "it is the group of another cluster", group.header)
                _write(build, cluster, group, named, (sends, "the control plane sends no logs", cluster.log_types.at))


def _is_own(function: Function, group: LogGroup) -> Truth:
    """Whether a log group is the one that Lambda writes to; a name that goes on after that of the function is another one."""
    parts = text_parts(settle(group.name.value))
    after = parts[1] if len(parts) > 1 and parts[0] == DEFAULT_PREFIX else None
    if isinstance(after, Reference) and after.resource is function.resource and after.attribute in ("Ref", "id", "function_name"):
        return truth(len(parts) == 2)
    return group.name.is_made_of(DEFAULT_PREFIX, function.name)


def _missed(function: Function, group: LogGroup) -> tuple[str, Place]:
    """Why a function does not write to a group, and where that stands."""
    why = "a suffix is added to this name, and" if group.prefix.written else "this is another group:"
    return f"{why} Lambda writes to {DEFAULT_PREFIX}{name_of(function.resource)}", naming(group).at


def read_logs(build: Builder, unit: Unit) -> None:
    """Metric filters and subscription filters."""
    for one in unit.all(MetricFilter):
        for item, group, answer in build.targets(one.log_group, LogGroup):
            parts = ((answer, "it reads another group", item.at), _readable(LogGroup(group.resource)))
            build.hop(build.node(group), build.node(one), "is read by", *parts, *build.present(one), cuts=_FILTER_CUTS)
    for sub in unit.all(SubscriptionFilter):
        node = build.node(sub)
        for item, group, answer in build.targets(sub.group, LogGroup):
            build.hop(
                build.node(group), node, "is read by", (answer, "it reads another group", item.at), *build.present(sub), cuts=_FILTER_CUTS
            )
        for item, target, answer in build.targets(sub.destination, Function, DataStream, Firehose):
            let_in = admissions("logs", sub.resource, target, build.unit_of(target.resource))
            named = (answer, "it sends elsewhere", item.at)
            build.hop(node, destination(build, target), "sends to", named, *let_in, cuts=("subscriber-closed-to-logs",))
    for stream in unit.all(Firehose):
        for place in (stream.bucket, stream.plain_bucket):
            for item, bucket, answer in build.targets(place, Bucket):
                build.hop(build.node(stream), build.node(bucket), "writes to", (answer, "it writes elsewhere", item.at))


def _readable(group: LogGroup) -> Part:
    return ~group.log_class.surely_in(_UNREADABLE), "the class of the group lets no filter read it", group.log_class.at
