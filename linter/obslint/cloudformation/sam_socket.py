"""AWS::Serverless::WebSocketApi: the API, its stage, and a route with its integration and permission for each key.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_apis import authorizer_permission
from obslint.cloudformation.sam_domains import Zones, http_domain
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, Texts, computed, mapping_of, members, ref
from obslint.cloudformation.tree import Mapping, Pair, text_of

_API = (
    "ApiKeySelectionExpression",
    "Description",
    "DisableExecuteApiEndpoint",
    "DisableSchemaValidation",
    "IpAddressType",
    "Name",
    "RouteSelectionExpression",
)
_STAGE = ("AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "StageName", "StageVariables")
_ROUTE = (
    "ApiKeyRequired",
    "ModelSelectionExpression",
    "OperationName",
    "RequestModels",
    "RequestParameters",
    "RouteResponseSelectionExpression",
)
_FUNCTION = "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${FunctionArn}/invocations"


def expand_socket(sam: Sam, texts: Texts, zones: Zones) -> Iterator[Made]:
    """The API and what stands around it."""
    own: dict[str, Shape] = {**{pair.key.text: pair for pair in members(sam.get("Tags"))}, "websocketapi:createdBy": "SAM"}
    shape: dict[str, Shape] = {"Name": sam.name, **sam.taken(*_API), "ProtocolType": "WEBSOCKET", "Tags": own}
    yield Made(sam.name, "AWS::ApiGatewayV2::Api", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _API}, main=True)
    name = sam.get("StageName")
    text = text_of(name) if name else "default"
    stage: dict[str, Shape] = {"ApiId": ref(sam.name), "AutoDeploy": True, "StageName": "default", **sam.taken(*_STAGE)}
    stage["Tags"] = {"websocketapi:createdBy": "SAM"}
    middle = "Default" if text == "default" else text or ""
    paths = {name: (name,) for name in _STAGE}
    yield Made(f"{sam.name}{middle}Stage", "AWS::ApiGatewayV2::Stage", mapping_of(stage, sam.key), sam.key, paths)
    for pair in members(sam.get("Routes")):
        yield from _route(sam, pair, text)
    yield from _authorizer(sam)
    yield from http_domain(sam, texts, zones, "websocketapi:createdBy")


def _route(sam: Sam, pair: Pair, stage: str | None) -> Iterator[Made]:
    start = sam.name + pair.key.text.replace("$", "").capitalize()
    written = Sam(sam.name, pair.key, pair.value if isinstance(pair.value, Mapping) else mapping_of({}, pair.key))
    shape: dict[str, Shape] = {"ApiId": ref(sam.name), "RouteKey": pair.key.text, **written.taken(*_ROUTE)}
    shape["Target"] = {"Fn::Join": ["/", ["integrations", ref(f"{start}Integration")]]}
    if pair.key.text == "$connect":
        shape.update(_asked(sam))
    yield Made(f"{start}Route", "AWS::ApiGatewayV2::Route", mapping_of(shape, pair.key), pair.key)
    arn: Shape = written.get("FunctionArn") or computed(pair.value)
    shape = {"ApiId": ref(sam.name), "IntegrationType": "AWS_PROXY", "IntegrationUri": {"Fn::Sub": [_FUNCTION, {"FunctionArn": arn}]}}
    shape.update(written.taken(IntegrationTimeout="TimeoutInMillis"))
    yield Made(f"{start}Integration", "AWS::ApiGatewayV2::Integration", mapping_of(shape, pair.key), pair.key)
    source = (
        f"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{{sam.name}.ApiId}}/${{__StageName__}}/{pair.key.text}"
    )
    called: Shape = stage if stage else sam.get("StageName") or "default"
    shape = {"Action": "lambda:InvokeFunction", "FunctionName": arn, "Principal": "apigateway.amazonaws.com"}
    shape["SourceArn"] = {"Fn::Sub": [source, {"__StageName__": called}]}
    yield Made(f"{start}Permission", "AWS::Lambda::Permission", mapping_of(shape, pair.key), pair.key)


def _asked(sam: Sam) -> dict[str, Shape]:
    """Who may connect."""
    auth = sam.get("Auth")
    kind = text_of(auth.get("AuthType")) if isinstance(auth, Mapping) else None
    if kind is None:
        return {}
    return {"AuthorizationType": kind, **({"AuthorizerId": ref(f"{sam.name}ConnectAuthorizer")} if kind == "CUSTOM" else {})}


def _authorizer(sam: Sam) -> Iterator[Made]:
    pair = sam.pair("Auth")
    if pair is None or not isinstance(pair.value, Mapping) or text_of(pair.value.get("AuthType")) != "CUSTOM":
        return
    written, name = Sam(sam.name, pair.key, pair.value), f"{sam.name}ConnectAuthorizer"
    arn = written.get("AuthArn")
    shape: dict[str, Shape] = {"ApiId": ref(sam.name), "AuthorizerType": "REQUEST", "Name": name}
    shape.update(written.taken("IdentitySource", "Name", InvokeRole="AuthorizerCredentialsArn"))
    if arn is not None:
        shape["AuthorizerUri"] = {"Fn::Sub": [_FUNCTION.replace("${FunctionArn}", "${AuthArn}"), {"AuthArn": arn}]}
    yield Made(name, "AWS::ApiGatewayV2::Authorizer", mapping_of(shape, pair.key), pair.key)
    if arn is not None and written.get("InvokeRole") is None:
        yield authorizer_permission(sam, f"{sam.name}AuthorizerPermission", arn, pair)
