"""Which rules speak of which column of the coverage, and which resources are parts of a workload. All of the mapping stands here."""

from collections.abc import Mapping
from dataclasses import dataclass

_GROUPS = ("aws_cloudwatch_log_group", "AWS::Logs::LogGroup")
_REST_STAGES = ("aws_api_gateway_stage", "AWS::ApiGateway::Stage")
_STAGES = (*_REST_STAGES, "aws_apigatewayv2_stage", "AWS::ApiGatewayV2::Stage")
_TASKS = ("aws_ecs_task_definition", "AWS::ECS::TaskDefinition")

ALARM_FAMILIES = ("alarms", "alarm_coverage", "notifications", "metric_filters", "dashboards")
"""Families of rules that are asked because they speak of alarms, and of the ways to people."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that rules decide. Where one of `missing` reports, the thing is missing; where one of `broken` does, it is there in vain.

    Where none of `missing` and `evidence` reports, though asked, the thing is there; the silence of others says nothing.
    `needs` names, by resource type, the part of a workload that is asked in its place: where it is not declared, nothing is known.
    """

    name: str
    missing: tuple[str, ...]
    broken: tuple[str, ...] = ()
    needs: Mapping[str, str] | None = None
    evidence: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """All of its rules."""
        return (*self.missing, *self.broken)


_APIS = dict.fromkeys(("aws_api_gateway_rest_api", "aws_apigatewayv2_api", "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api"), "stage")
_REST_APIS = dict.fromkeys(("aws_api_gateway_rest_api", "AWS::ApiGateway::RestApi"), "stage")
_SERVICES = dict.fromkeys(("aws_ecs_service", "AWS::ECS::Service"), "task definition")
_WITH_GROUPS = dict.fromkeys(
    ("aws_lambda_function", "AWS::Lambda::Function", "AWS::Serverless::Function", *_APIS, *_SERVICES, "aws_sfn_state_machine",
     "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine"), "log group",
)  # fmt: skip

LOGS = Column(
    "logs",
    (
        "load-balancer-without-access-logs", "classic-balancer-without-access-logs", "distribution-without-access-logs",
        "rest-stage-without-access-logs", "http-stage-without-access-logs", "graphql-api-without-logs", "container-without-logs",
        "state-machine-without-logs", "express-workflow-without-logs", "database-without-log-exports", "aurora-cluster-without-log-exports",
        "documentdb-cluster-without-log-exports", "firehose-without-error-logs", "kafka-cluster-without-broker-logs",
    ),
    (
        "disabled-access-log-block", "kms-encrypted-elb-log-bucket", "function-role-without-log-write", "execution-role-without-log-write",
        "mismatched-function-log-group", "log-destination-with-level-off", "state-machine-without-log-permission",
        "log-export-without-parameters", "documentdb-export-without-parameter", "neptune-export-without-parameter",
        "log-key-closed-to-cloudwatch",
    ),
    {**_APIS, **_SERVICES},
    ("function-role-without-log-write",),  # Lambda logs as long as it may
)  # fmt: skip
RETENTION = Column("retention", ("log-group-never-expires", "function-without-log-group"), ("mismatched-function-log-group",), _WITH_GROUPS)
TRACES = Column(
    "traces",
    ("function-without-tracing", "rest-stage-without-tracing", "state-machine-without-tracing"),
    ("tracing-without-write-permission",),
    _REST_APIS,
)
AUDIT = Column("audit", ("aurora-cluster-without-audit-logs", "neptune-cluster-without-audit-logs", "unrecorded-lambda-invocations"))

COLUMNS = ("symptom alarm", "saturation alarm", "logs", "retention", "traces", "audit", "dashboard", "owner", "runbook")

DASHBOARD_DEFECTS = ("dangling-dashboard-widget", "invalid-dashboard-body")
TRAIL_DEFECTS = (
    "stopped-trail", "trail-without-management-events", "trail-bucket-closed-to-cloudtrail", "trail-key-closed-to-cloudtrail",
    "partial-management-events",
)  # fmt: skip

PARTS: Mapping[str, tuple[str, ...]] = {
    "function": _GROUPS,
    "API": (*_STAGES, *_GROUPS),
    "service": (*_TASKS, *_GROUPS),
    "state machine": _GROUPS,
    "database": _GROUPS,
    "stream": _GROUPS,
}
"""The types of what belongs to a workload, by the word for that: what is said of them is said of it."""

GROUP_NAMES: Mapping[str, str] = {"function": "/aws/lambda/", "database": "/aws/rds/", "state machine": "/aws/vendedlogs/states/"}
"""How the log groups of workloads are called, before their own names."""

UNASKED = ("canary", "health check")
"""Words for what watches others and is no workload itself."""


def selected() -> tuple[str, ...]:
    """What has to be asked for a matrix."""
    columns = (LOGS, RETENTION, TRACES, AUDIT)
    named = (*(rule for column in columns for rule in column.rules), *TRAIL_DEFECTS)
    return tuple(dict.fromkeys((*named, *ALARM_FAMILIES)))
