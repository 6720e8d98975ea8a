"""API Gateway: APIs, their stages and deployments."""

import json
from collections.abc import Callable, Sequence

from obslint.aws.attribute import Attribute
from obslint.aws.drafts import new_log_group
from obslint.aws.logs import ManagedLogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Json, Known, Plain, Truth, truth
from obslint.policy import Finding, Fix, add_resource, set_to

EXECUTION_LOGS = "API-Gateway-Execution-Logs_"
"""How the log group starts that API Gateway makes for execution logs; the API's id, a slash and the stage's name follow."""

ACCOUNT_ROLE = "the account needs a CloudWatch role for API Gateway, or the update is refused; logs are billed by volume"
"""Why logs of REST and WebSocket APIs are not switched on unread."""

_GROUPS = "/aws/vendedlogs/apigateway/"

_FIELDS = ("requestId", "identity.sourceIp", "requestTime", "httpMethod", "path", "status", "responseLatency", "integrationErrorMessage")


class RestStage(View, terraform="aws_api_gateway_stage", cloudformation="AWS::ApiGateway::Stage|AWS::Serverless::Api"):
    """A deployed stage of a REST API."""

    named_by = ("name",)
    handles = ("stage_name",)
    name = attribute("stage_name", "StageName")
    rest_api = reference("rest_api_id", "RestApiId")
    deployment = reference("deployment_id", "DeploymentId")
    canary_deployment = reference("canary_settings.deployment_id", "CanarySetting.DeploymentId")
    log_destination = reference("access_log_settings.destination_arn", "AccessLogSetting.DestinationArn")
    log_format = attribute("access_log_settings.format", "AccessLogSetting.Format")
    tracing = attribute("xray_tracing_enabled", "TracingEnabled", default=False)

    @property
    def access_log_fix(self) -> Fix:
        """Writes access logs to a new log group."""
        return _access_log_fix(self, self.log_format, ACCOUNT_ROLE)

    def runs(self, deployment: View) -> Truth:
        """Whether it serves a deployment."""
        return self.deployment.refers_to(deployment) | self.canary_deployment.refers_to(deployment)

    def lacks_execution_logs(self, unit: Unit) -> Truth:
        """Whether they are on for no method at all. To log some methods only is a choice."""
        return unit.none(MethodSettings, lambda one: one.belongs_to(self) & one.entries.any(lambda entry: entry.logs), of=self)

    def lacks(self, unit: Unit, holds: "Callable[[_MethodSetting], Truth]") -> Truth:
        """Whether nothing sets something for all its methods."""
        return unit.none(MethodSettings, lambda one: one.belongs_to(self) & one.set_for_all(holds), of=self)

    def writes_execution_logs(self, unit: Unit) -> Truth:
        """Whether they are switched on for any method."""
        return unit.any(MethodSettings, lambda one: one.belongs_to(self) & one.entries.any(lambda entry: entry.logs))

    def fills(self, group: ManagedLogGroup) -> Truth:
        """Whether its execution logs go to a log group."""
        named = group.name.starts_with(EXECUTION_LOGS) & group.name.refers_to(self)
        return named | group.name.is_made_of(EXECUTION_LOGS, self.rest_api, "/", self.name)

    @property
    def execution_group_fix(self) -> Fix:
        """Shows the log group for its execution logs."""
        api, stage = (
            one.shown if isinstance(one.value, Known) else blank for one, blank in ((self.rest_api, "API_ID"), (self.name, "STAGE"))
        )
        draft = new_log_group(self, name=f"{EXECUTION_LOGS}{api}/{stage}")
        return add_resource(draft, "declare the log group", manual="a group that exists already has to be imported first")

    def method_finding(self, unit: Unit, message: str, wanted: "MethodWish") -> Finding:
        """A finding about what should be set for all methods, where that stands or would stand."""
        settings = unit.only(MethodSettings, self, lambda one: one.belongs_to(self) & one.is_general)
        if settings is None:
            return self.finding(message, fix=wanted.added(self))
        attribute = wanted.attribute(settings)
        if settings.resource is self.resource:
            return attribute.finding(message, fix=wanted.written(settings))
        fix = wanted.written(settings).on(settings.resource, attribute.path)
        return self.finding(message, fix=fix, related=(settings.label("these are its settings for all methods"),))


class _MethodSetting(View):
    """What a stage does about some methods, or all."""

    resource_path = attribute(None, "ResourcePath")
    http_method = attribute(None, "HttpMethod")
    logging_level = attribute("logging_level", "LoggingLevel")
    metrics = attribute("metrics_enabled", "MetricsEnabled", default=False)
    full_requests = attribute("data_trace_enabled", "DataTraceEnabled", default=False)

    @property
    def logs(self) -> Truth:
        """Whether execution logs are on."""
        return self.logging_level.surely_in(("ERROR", "INFO"))


class MethodSettings(
    View, terraform="aws_api_gateway_method_settings", cloudformation="AWS::ApiGateway::Stage|AWS::Serverless::Api"
):  # fmt: skip
    """The settings for methods of a stage: a resource of their own in Terraform, a list in the stage in CloudFormation."""

    stage = reference("stage_name", None)
    rest_api = reference("rest_api_id", None)
    method_path = attribute("method_path", None)
    entries = blocks("settings", "MethodSettings", _MethodSetting)
    general_method = attribute(None, "MethodSettings[ResourcePath=/*].HttpMethod")
    general_level = attribute("settings.logging_level", "MethodSettings[ResourcePath=/*].LoggingLevel")
    general_metrics = attribute("settings.metrics_enabled", "MethodSettings[ResourcePath=/*].MetricsEnabled")

    def belongs_to(self, stage: RestStage) -> Truth:
        """Whether they are those of a stage."""
        apart = self.stage.refers_to(stage) & self.rest_api.same_as(stage.rest_api)
        return truth(self.resource is stage.resource) | apart

    @property
    def is_general(self) -> Truth:
        """Whether they hold for all methods, or may say so (a list does)."""
        return truth(self.resource.dialect == "cloudformation") | self.method_path.surely("*/*")

    def set_for_all(self, holds: Callable[[_MethodSetting], Truth]) -> Truth:
        """Whether something is set for all methods."""
        apart = self.method_path.surely("*/*")
        return self.entries.any(lambda one: holds(one) & (apart | one.http_method.surely("*") & one.resource_path.surely_in(("/*", "*"))))


class MethodWish:
    """A setting that all methods of a stage should have, and how it gets there."""

    def __init__(self, name: str, value: Plain, title: str, unsafe: str) -> None:
        self.name, self.value, self.title, self.unsafe = name, value, title, unsafe

    def attribute(self, settings: MethodSettings) -> Attribute:
        """Where it stands."""
        found: Attribute = getattr(settings, self.name)
        return found

    def written(self, settings: MethodSettings) -> Fix:
        """Writes it into settings that there are."""
        listed: Sequence[tuple[Attribute, Plain]] = ((settings.general_method, "*"),)
        also = listed if settings.resource.dialect == "cloudformation" else ()
        return set_to(self.value, also=also, title=self.title, unsafe=self.unsafe)

    def added(self, stage: RestStage) -> Fix:
        """Adds settings."""
        api, name = stage.link("rest_api_id", "RestApiId"), stage.link("stage_name", "Ref")
        draft = MethodSettings.draft(stage, rest_api=api, stage=name, method_path="*/*", **{self.name: self.value})
        return add_resource(draft, self.title, unsafe=self.unsafe)


class Deployment(View, terraform="aws_api_gateway_deployment", cloudformation="AWS::ApiGateway::Deployment"):
    """A snapshot of a REST API. It can make a stage of its own, which in Terraform cannot have logs."""

    handles = ("id", "Ref", "DeploymentId")
    rest_api = reference("rest_api_id", "RestApiId")
    stage_name = attribute("stage_name", "StageName")
    log_destination = reference(None, "StageDescription.AccessLogSetting.DestinationArn")
    log_format = attribute(None, "StageDescription.AccessLogSetting.Format")

    @property
    def makes_bare_stage(self) -> Truth:
        """Whether it makes a stage that cannot have access logs."""
        return truth(self.resource.dialect == "terraform") & self.stage_name.surely_set()

    @property
    def stage_fix(self) -> Fix:
        """Switches access logs on for the stage that it makes in CloudFormation, or shows a stage of its own."""
        if self.resource.dialect == "cloudformation" and self.stage_name.surely_set().known:
            return _access_log_fix(self, self.log_format, ACCOUNT_ROLE)
        api: Plain = self.link("rest_api_id", "") if self.resource.dialect == "terraform" else "REST_API"
        group = new_log_group(self, prefix=_GROUPS)
        stage = RestStage.draft(
            self, rest_api=api, deployment=self.link("id", "Ref"), name="NAME", log_destination=group.link("arn", "Arn"),
            log_format="$context.requestId $context.status",
        )  # fmt: skip
        return add_resource(stage, "serve it with a stage of its own", manual="the name of the stage has to be decided", needs=(group,))


class HttpApi(View, terraform="aws_apigatewayv2_api", cloudformation="AWS::ApiGatewayV2::Api"):
    """An HTTP or WebSocket API."""

    protocol = attribute("protocol_type", "ProtocolType")


class RouteSetting(View):
    """What a stage does about one route."""

    logging_level = attribute("logging_level", "LoggingLevel", default="OFF")


class HttpStage(View, terraform="aws_apigatewayv2_stage", cloudformation="AWS::ApiGatewayV2::Stage|AWS::Serverless::HttpApi"):
    """A deployed stage of an HTTP or WebSocket API."""

    name = attribute("name", "StageName")
    api = reference("api_id", "ApiId")
    log_destination = reference("access_log_settings.destination_arn", "AccessLogSettings.DestinationArn")
    log_format = attribute("access_log_settings.format", "AccessLogSettings.Format")
    route_level = attribute("default_route_settings.logging_level", "DefaultRouteSettings.LoggingLevel", default="OFF")
    routes = blocks("route_settings", None, RouteSetting)
    routes_by_name = attribute(None, "RouteSettings")

    @property
    def access_log_fix(self) -> Fix:
        """Writes access logs to a new log group."""
        return _access_log_fix(self, self.log_format, "logs are billed by volume")

    @property
    def logs_routes(self) -> Truth:
        """Whether execution logs are on for any route. What CloudFormation sets for single routes counts as such."""
        single = self.routes.any(lambda one: one.logging_level.surely_not("OFF")) | self.routes_by_name.surely_set()
        return self.route_level.surely_not("OFF") | single

    def is_websocket(self, unit: Unit) -> Truth:
        """Whether it is one of a WebSocket API; HTTP APIs have no execution logs."""
        return unit.any(HttpApi, lambda api: self.api.refers_to(api) & api.protocol.surely("WEBSOCKET"))


def _access_log_fix(stage: View, text: Attribute, unsafe: str) -> Fix:
    """A new log group, and a JSON object for each request."""
    group = new_log_group(stage, prefix=_GROUPS)
    fields = {field.rpartition(".")[2]: f"$context.{field}" for field in _FIELDS}
    layout: Plain = Json(fields) if stage.resource.dialect == "terraform" else json.dumps(fields)
    return set_to(group.link("arn", "Arn"), also=((text, layout),), title="log to a new log group", unsafe=unsafe, needs=(group,))
