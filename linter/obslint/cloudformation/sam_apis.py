"""AWS::Serverless::Api and HttpApi, and the two APIs that SAM makes for events which name none.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
"""

from collections.abc import Callable, Iterator

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, is_map, mapping_of, members, ref, tag_list
from obslint.cloudformation.tree import Mapping, Node, text_of

Texts = Callable[[Node], "str | None"]
"""The text of a node as SAM knows it before deployment: parameters are taken at their value."""

_REST = (
    "ApiKeySourceType",
    "BinaryMediaTypes",
    "Description",
    "DisableExecuteApiEndpoint",
    "FailOnWarnings",
    "MinimumCompressionSize",
    "Mode",
    "Name",
    "Policy",
)
_REST_STAGE = (
    "AccessLogSetting",
    "CacheClusterEnabled",
    "CacheClusterSize",
    "CanarySetting",
    "MethodSettings",
    "StageName",
    "TracingEnabled",
    "Variables",
)
_HTTP = ("Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Name")
_HTTP_STAGE = ("AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageName", "StageVariables")


def expand_rest(sam: Sam, texts: Texts) -> Iterator[Made]:
    """A REST API, its deployment and its stage."""
    shape = sam.taken(*_REST, DefinitionBody="Body", DefinitionUri="BodyS3Location")
    endpoint = sam.pair("EndpointConfiguration")
    if endpoint:
        shape["EndpointConfiguration"] = endpoint if is_map(endpoint.value) else {"Types": [endpoint.value]}
    if not shape.keys() & {"Body", "BodyS3Location"}:
        shape["Body"] = computed(sam.name)
    shape.update(tag_list(sam.pair("Tags")))
    yield Made(sam.name, "AWS::ApiGateway::RestApi", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _REST}, main=True)
    deployment = f"{sam.name}Deployment"
    made: dict[str, Shape] = {"RestApiId": ref(sam.name), "StageName": "Stage"}
    yield Made(deployment, "AWS::ApiGateway::Deployment", mapping_of(made, sam.key), sam.key)
    stage: dict[str, Shape] = {"RestApiId": ref(sam.name), "DeploymentId": ref(deployment), **sam.taken(*_REST_STAGE)}
    stage.update(tag_list(sam.pair("Tags")))
    name = sam.get("StageName")
    paths = {name: (name,) for name in _REST_STAGE}
    stage_id = f"{sam.name}{_in_id(texts(name) if name else None)}Stage"
    yield Made(stage_id, "AWS::ApiGateway::Stage", mapping_of(stage, sam.key), sam.key, paths)
    yield from _usage_plan(sam, stage_id)


def _usage_plan(sam: Sam, stage_id: str) -> Iterator[Made]:
    auth = sam.get("Auth")
    plan = auth.pair("UsagePlan") if isinstance(auth, Mapping) else None
    wanted = text_of(plan.value.get("CreateUsagePlan")) if plan and isinstance(plan.value, Mapping) else None
    if plan is None or wanted in (None, "NONE", "SHARED"):
        return
    shape: dict[str, Shape] = {"ApiStages": [{"ApiId": ref(sam.name), "Stage": ref(stage_id)}]}
    yield Made(f"{sam.name}UsagePlan", "AWS::ApiGateway::UsagePlan", mapping_of(shape, plan.key), plan.key)


def _in_id(stage: str | None) -> str:
    return stage if stage and stage.isalnum() else ""


def expand_http(sam: Sam, texts: Texts) -> Iterator[Made]:
    """An HTTP API and its stage."""
    shape = sam.taken(*_HTTP, DefinitionBody="Body", DefinitionUri="BodyS3Location")
    if not shape.keys() & {"Body", "BodyS3Location"}:
        shape["Body"] = computed(sam.name)
    yield Made(sam.name, "AWS::ApiGatewayV2::Api", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _HTTP}, main=True)
    name = sam.get("StageName")
    text = texts(name) if name else "$default"
    stage: dict[str, Shape] = {"ApiId": ref(sam.name), "AutoDeploy": True, "StageName": "$default", **sam.taken(*_HTTP_STAGE, "Tags")}
    middle = "ApiGatewayDefault" if text == "$default" else _in_id(text)
    paths = {name: (name,) for name in (*_HTTP_STAGE, "Tags")}
    yield Made(f"{sam.name}{middle}Stage", "AWS::ApiGatewayV2::Stage", mapping_of(stage, sam.key), sam.key, paths)


def has_domain(sam: Sam) -> bool:
    """Whether SAM makes domain names, mappings and DNS records for the API too."""
    return bool(members(sam.get("Domain"))) or sam.get("Domain") is not None
