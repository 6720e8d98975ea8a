"""What the roles are let to do with which services deliver telemetry, and who may take them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obslint.aws.attribute import Attribute
from obslint.aws.containers import Container
from obslint.aws.functions import Function
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.fixes import admitting, allow, attaching, writing_logs
from obslint.aws.guards.holders import Role
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.roles import role_allows, trusts
from obslint.aws.guards.texts import ACCOUNT, ANYTHING, PARTITION, REGION, Text, joined
from obslint.aws.logs import LogGroup
from obslint.aws.network import FlowLog
from obslint.aws.storage import Bucket, LogSource
from obslint.aws.unit import Unit
from obslint.aws.view import View, blocks, reference
from obslint.aws.workflows import StateMachine
from obslint.model import Plain, Truth
from obslint.policy import Fix, extend

_STREAMS = joined("arn:", PARTITION, ":logs:", REGION, ":", ACCOUNT, ":log-group:", ANYTHING, ":log-stream:", ANYTHING)
_RDS_STREAMS = joined("arn:", PARTITION, ":logs:", REGION, ":", ACCOUNT, ":log-group:RDSOSMetrics:log-stream:", ANYTHING)
_FIREHOSES = joined("arn:", PARTITION, ":firehose:", REGION, ":", ACCOUNT, ":deliverystream/", ANYTHING)
_WRITE = ("logs:CreateLogStream", "logs:PutLogEvents")
_NO_GROUP = joined("arn:", PARTITION, ":logs:", REGION, ":", ACCOUNT, ":log-group::log-stream:")
"""What CloudWatch Logs takes for the resource of actions that are about none."""

_DELIVER = (
    "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries",
    "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
)  # fmt: skip
"""https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"""

_GIVES = "it gives the role a permission"


@dataclass(frozen=True, slots=True)
class Use:
    """What a service does with a role: by which name it takes it, and the actions that it needs, on what."""

    service: str
    actions: tuple[str, ...] = ()
    target: Text = ()


_USES: Mapping[str, Use] = {
    "aws_cloudtrail": Use("cloudtrail"),
    "AWS::CloudTrail::Trail": Use("cloudtrail"),
    **dict.fromkeys(("aws_api_gateway_account", "AWS::ApiGateway::Account"), Use("apigateway", _WRITE, _STREAMS)),
    **dict.fromkeys(("aws_db_instance", "aws_rds_cluster_instance", "AWS::RDS::DBInstance"), Use("monitoring.rds", _WRITE, _RDS_STREAMS)),
    **dict.fromkeys(("aws_config_configuration_recorder", "AWS::Config::ConfigurationRecorder"), Use("config")),
    **dict.fromkeys(
        ("aws_cloudwatch_metric_stream", "AWS::CloudWatch::MetricStream"),
        Use("streams.metrics.cloudwatch", ("firehose:PutRecord", "firehose:PutRecordBatch"), _FIREHOSES),
    ),
    **dict.fromkeys(("aws_appsync_graphql_api", "AWS::AppSync::GraphQLApi"), Use("appsync", _WRITE, _STREAMS)),
}
"""Roles whose permissions other rules look at have no actions here."""


class RoleUser(
    View,
    terraform="aws_cloudtrail|aws_api_gateway_account|aws_db_instance|aws_rds_cluster_instance|aws_config_configuration_recorder"
    "|aws_cloudwatch_metric_stream|aws_appsync_graphql_api",
    cloudformation="AWS::CloudTrail::Trail|AWS::ApiGateway::Account|AWS::RDS::DBInstance|AWS::Config::ConfigurationRecorder"
    "|AWS::CloudWatch::MetricStream|AWS::AppSync::GraphQLApi",
):
    """A resource for which a service delivers telemetry with a role."""

    _trail = reference("cloud_watch_logs_role_arn", "CloudWatchLogsRoleArn")
    _account = reference("cloudwatch_role_arn", "CloudWatchRoleArn")
    _monitoring = reference("monitoring_role_arn", "MonitoringRoleArn")
    _recorder = reference("role_arn", "RoleARN")
    _stream = reference("role_arn", "RoleArn")
    _graph = reference("log_config.cloudwatch_logs_role_arn", "LogConfig.CloudWatchLogsRoleArn")

    @property
    def role(self) -> Attribute:
        """What names the role."""
        named = {
            "cloudtrail": self._trail,
            "apigateway": self._account,
            "monitoring.rds": self._monitoring,
            "config": self._recorder,
            "streams.metrics.cloudwatch": self._stream,
            "appsync": self._graph,
        }
        return named[self.use.service]

    @property
    def use(self) -> Use:
        """What the service does with it."""
        return _USES[self.resource.type]

    def role_in(self, unit: Unit) -> Role | None:
        """The role, where it is one of the unit."""
        return _named(self.role, unit)


def _named(attribute: Attribute, unit: Unit) -> Role | None:
    return next((one for one in unit.all(Role) if attribute.refers_to(one)), None)


def is_trusted(role: Role, service: str) -> Truth:
    """Whether a service may take a role."""
    return trusts(role, service_principal(service))


def trusting(role: Role, service: str) -> Fix:
    """Lets a service take a role."""
    trust: dict[str, Plain] = {"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}
    fix = extend([trust], f"let {service}.amazonaws.com take the role", unsafe="it opens the role to a service")
    return fix.on(role.resource, (*role.trust.path, "Statement"))


def lacking(role: Role, use: Use, unit: Unit) -> str:
    """The first action that the role certainly may not take; empty when there is none."""
    return next((action for action in use.actions if ~role_allows(role, action, use.target, unit)), "")


def granting(role: Role, use: Use) -> Fix:
    """Lets a role do what the service needs."""
    return writing_logs(role, "*", use.service.replace(".", "-"), use.actions, f"let {role.address} do it")


def flow_log_defects(flow_log: FlowLog, unit: Unit) -> Iterator[tuple[Attribute, str, Fix]]:
    """What keeps a flow log from its log group: where the role is named, a message and a fix."""
    named = _Deliverer(flow_log.resource).role
    role = _named(named, unit) if flow_log.destination_type.surely("cloud-watch-logs") else None
    if role is None:
        return
    if ~is_trusted(role, "vpc-flow-logs"):
        yield named, "flow logs may not take the role", trusting(role, "vpc-flow-logs")
    group = _group_of(flow_log, unit)
    target = joined(arn_of(group.resource), ":log-stream:", ANYTHING) if group else _STREAMS
    missing = lacking(role, Use("vpc-flow-logs", _WRITE, target), unit)
    if missing:
        actions = ("logs:CreateLogGroup", *_WRITE, "logs:DescribeLogGroups", "logs:DescribeLogStreams")
        fix = writing_logs(role, "*", "flow-logs", actions, f"let {role.address} write flow logs")
        yield named, f"no policy of the role allows {missing}", fix


class _Deliverer(View):
    role = reference("iam_role_arn", "DeliverLogsPermissionArn")
    group = reference("log_group_name", "LogGroupName")


def _group_of(flow_log: FlowLog, unit: Unit) -> LogGroup | None:
    older = _Deliverer(flow_log.resource).group
    return next((one for one in unit.all(LogGroup) if flow_log.destination.refers_to(one) | older.refers_to(one)), None)


class _Machine(View):
    plain = reference("role_arn", "RoleArn")
    sam = reference(None, "Role")


def machine_role(machine: StateMachine, unit: Unit) -> Role | None:
    """The role of a state machine, where it is one of the unit."""
    seen = _Machine(machine.resource)
    return _named(seen.sam if machine.is_type("AWS::Serverless::StateMachine") else seen.plain, unit)


def missing_delivery(role: Role, unit: Unit) -> str:
    """The action that is missing for Step Functions to deliver logs. They can be limited to an account, not to a log group."""
    return lacking(role, Use("states", _DELIVER, _NO_GROUP), unit)


def delivering(role: Role) -> Fix:
    """Lets a role deliver logs."""
    return writing_logs(role, "*", "log-delivery", _DELIVER, f"let {role.address} deliver logs")


class _Task(View):
    role = reference("task_role_arn", "TaskRoleArn")
    containers = blocks("container_definitions", "ContainerDefinitions", Container, key=("name", "Name"))

    @property
    def traces(self) -> Truth:
        """Whether a container sends traces to X-Ray."""
        return self.containers.any(lambda one: one.image.is_text(lambda image: "xray-daemon" in image))


class Traced(
    View,
    terraform="aws_lambda_function|aws_sfn_state_machine|aws_ecs_task_definition",
    cloudformation="AWS::Lambda::Function|AWS::Serverless::Function|AWS::StepFunctions::StateMachine|AWS::Serverless::StateMachine"
    "|AWS::ECS::TaskDefinition",
):
    """Something that can send traces, with a role of its own."""

    @property
    def traces(self) -> Truth:
        """Whether it certainly sends traces."""
        if self.is_type(*Function.types()):
            return Function(self.resource).tracing.surely("Active")
        if self.is_type(*StateMachine.types()):
            return StateMachine(self.resource).tracing.surely(True)
        return _Task(self.resource).traces

    def role_in(self, unit: Unit) -> Role | None:
        """Its role, where it is one of the unit."""
        if self.is_type(*Function.types()):
            return _named(Function(self.resource).role, unit)
        if self.is_type(*StateMachine.types()):
            return machine_role(StateMachine(self.resource), unit)
        return _named(_Task(self.resource).role, unit)

    @property
    def switch(self) -> Attribute:
        """What switches traces on."""
        if self.is_type(*Function.types()):
            return Function(self.resource).tracing
        if self.is_type(*StateMachine.types()):
            return StateMachine(self.resource).tracing
        return _Task(self.resource).role


def writes_traces(role: Role, unit: Unit) -> Truth:
    """Whether a role may send traces to X-Ray; the action cannot be limited to a resource."""
    return role_allows(role, "xray:PutTraceSegments", ("*",), unit)


_XRAY = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"


def tracing_fix(role: Role) -> Fix:
    """Attaches the policy of AWS that lets a role send traces."""
    actions = ("xray:PutTraceSegments", "xray:PutTelemetryRecords")
    return attaching(role, _XRAY, writing_logs(role, "*", "traces", actions, f"let {role.address} send traces"))


def closed_flow_bucket(flow_log: FlowLog, unit: Unit) -> tuple[Bucket, Verdict, Fix] | None:
    """The bucket of a flow log whose policy does not let it be delivered. One without any is given a policy by the service."""
    for bucket in unit.all(Bucket) if flow_log.destination_type.surely("s3") else ():
        if LogSource(flow_log.resource).writes_to(bucket).known:
            context: dict[str, Text | None] = {"s3:x-amz-acl": ("bucket-owner-full-control",)}
            principal = service_principal("delivery.logs")
            verdict = guard_allows(principal, "s3:PutObject", bucket, unit, context, within=joined("/", ANYTHING))
            if verdict.policy is not None and verdict.refused & ~verdict.denied:
                files = allow("delivery.logs.amazonaws.com", "s3:PutObject", bucket.link("arn", "Arn", after="/*"))
                acl = allow("delivery.logs.amazonaws.com", "s3:GetBucketAcl", bucket.link("arn", "Arn"))
                return bucket, verdict, admitting(verdict, bucket, [files, acl], "flow logs")
    return None
