"""AWS::Serverless::Api and HttpApi, and the two APIs that SAM makes for events which name none.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_domains import Zones, http_domain, rest_domain
from obslint.cloudformation.sam_nodes import (
    Made,
    Sam,
    Shape,
    Texts,
    computed,
    in_id,
    is_map,
    mapping_of,
    members,
    ref,
    s3_place,
    tag_list,
)
from obslint.cloudformation.sam_plans import Plans, usage_plan
from obslint.cloudformation.tree import Mapping, Pair, text_of

_REST = (
    "ApiKeySourceType",
    "BinaryMediaTypes",
    "Description",
    "DisableExecuteApiEndpoint",
    "EndpointAccessMode",
    "FailOnWarnings",
    "MinimumCompressionSize",
    "Mode",
    "Name",
    "Policy",
    "SecurityPolicy",
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


def expand_rest(sam: Sam, texts: Texts, plans: Plans, zones: Zones) -> Iterator[Made]:
    """A REST API, its deployment and its stage, and what stands around them."""
    shape = {**sam.taken(*_REST), **_body(sam), **_endpoint(sam)}
    yield Made(sam.name, "AWS::ApiGateway::RestApi", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _REST}, main=True)
    deployment = f"{sam.name}Deployment"
    made: dict[str, Shape] = {"RestApiId": ref(sam.name), **({} if sam.get("OpenApiVersion") else {"StageName": "Stage"})}
    yield Made(deployment, "AWS::ApiGateway::Deployment", mapping_of(made, sam.key), sam.key)
    stage: dict[str, Shape] = {"RestApiId": ref(sam.name), "DeploymentId": ref(deployment), **sam.taken(*_REST_STAGE)}
    stage.update(tag_list(sam.pair("Tags")))
    paths = {name: (name,) for name in _REST_STAGE}
    stage_id = _stage_id(sam, text_of(sam.get("StageName")))
    yield Made(stage_id, "AWS::ApiGateway::Stage", mapping_of(stage, sam.key), sam.key, paths)
    yield from _authorizers(sam, default=True)
    yield from rest_domain(sam, texts, zones)
    yield from usage_plan(sam, stage_id, plans, texts)


def _stage_id(sam: Sam, stage: str | None) -> str:
    """Letters and digits go into the middle of the logical id, another text makes a digest at its end. Parameters are not looked up."""
    return f"{sam.name}{stage}Stage" if stage and stage.isalnum() else f"{sam.name}Stage{in_id(stage)}"


def _body(sam: Sam) -> dict[str, Shape]:
    """The definition. What SAM writes for the events of functions stays unknown."""
    uri, body = sam.get("DefinitionUri"), sam.pair("DefinitionBody")
    if uri is not None:
        found = s3_place(uri, "Bucket", "Key", "Version")
        return {"BodyS3Location": found if found is not None else computed(uri)}
    changed = any(sam.get(name) is not None for name in _CHANGING)
    return {"Body": body if body and not changed else computed(sam.name, *([body.value] if body else []))}


_CHANGING = ("Auth", "Cors", "CorsConfiguration", "GatewayResponses", "MergeDefinitions", "Models", "OpenApiVersion")
"""Properties that SAM works into the definition."""


def _endpoint(sam: Sam) -> dict[str, Shape]:
    pair = sam.pair("EndpointConfiguration")
    if pair is None:
        return {}
    if not is_map(pair.value) or not isinstance(pair.value, Mapping):
        return {"EndpointConfiguration": {"Types": [pair.value]}}
    shape: dict[str, Shape] = {
        "VpcEndpointIds" if found.key.text == "VPCEndpointIds" else found.key.text: found for found in members(pair.value)
    }
    kind = pair.value.get("Type")
    shape.pop("Type", None)
    return {"EndpointConfiguration": {"Types": [kind], **shape} if kind is not None else shape}


def _authorizers(sam: Sam, *, default: bool) -> Iterator[Made]:
    """The permission to call each function that says who may use the API. `default` is whether it is given unasked."""
    auth = sam.get("Auth")
    listed = auth.get("Authorizers") if isinstance(auth, Mapping) else None
    for pair in members(listed):
        arn = pair.value.get("FunctionArn") if isinstance(pair.value, Mapping) else None
        if arn is None or not isinstance(pair.value, Mapping):
            continue
        word = "DisableFunctionDefaultPermissions" if default else "EnableFunctionDefaultPermissions"
        asked = text_of(pair.value.get(word)) == "true"
        if asked == default:
            continue
        yield authorizer_permission(sam, f"{sam.name}{pair.key.text}AuthorizerPermission", arn, pair)


def authorizer_permission(sam: Sam, name: str, arn: Shape, at: Pair) -> Made:
    """The permission of an API to call the function that says who may use it."""
    source = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*"
    shape: dict[str, Shape] = {
        "Action": "lambda:InvokeFunction",
        "FunctionName": arn,
        "Principal": "apigateway.amazonaws.com",
        "SourceArn": {"Fn::Sub": [source, {"__ApiId__": ref(sam.name)}]},
    }
    return Made(name, "AWS::Lambda::Permission", mapping_of(shape, at.key), at.key)


def expand_http(sam: Sam, texts: Texts, zones: Zones) -> Iterator[Made]:
    """An HTTP API and its stage, and what stands around them."""
    shape = {**sam.taken(*_HTTP), **_body(sam)}
    yield Made(sam.name, "AWS::ApiGatewayV2::Api", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _HTTP}, main=True)
    name = sam.get("StageName")
    text = text_of(name) if name else "$default"
    stage: dict[str, Shape] = {"ApiId": ref(sam.name), "AutoDeploy": True, "StageName": "$default", **sam.taken(*_HTTP_STAGE)}
    own: dict[str, Shape] = {} if sam.get("DefinitionUri") is not None else {"httpapi:createdBy": "SAM"}
    if tags := {**{pair.key.text: pair for pair in members(sam.get("Tags"))}, **own}:
        stage["Tags"] = tags
    stage_id = f"{sam.name}ApiGatewayDefaultStage" if text == "$default" else _stage_id(sam, text)
    paths = {name: (name,) for name in _HTTP_STAGE}
    yield Made(stage_id, "AWS::ApiGatewayV2::Stage", mapping_of(stage, sam.key), sam.key, paths)
    yield from _authorizers(sam, default=False)
    yield from http_domain(sam, texts, zones, "httpapi:createdBy")
