"""AWS::Serverless::GraphQLApi: the API with its logging, and what it is made of.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_appsync import expand_sources
from obslint.cloudformation.sam_facts import managed
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, get_att, is_map, mapping_of, members, role
from obslint.cloudformation.tree import Mapping, Pair, Scalar, text_of

_API = ("IntrospectionConfig", "Name", "OwnerContact", "QueryDepthLimit", "ResolverCountLimit", "Visibility", "XrayEnabled")
_CACHE = ("ApiCachingBehavior", "AtRestEncryptionEnabled", "TransitEncryptionEnabled", "Ttl", "Type")
_AUTH = {
    "LambdaAuthorizer": "LambdaAuthorizerConfig",
    "OpenIDConnect": "OpenIDConnectConfig",
    "UserPool": "UserPoolConfig",
    "Type": "AuthenticationType",
}
_PATHS = {
    **{name: (name,) for name in _API},
    "LogConfig.FieldLogLevel": ("Logging", "FieldLogLevel"),
    "LogConfig.ExcludeVerboseContent": ("Logging", "ExcludeVerboseContent"),
    "LogConfig.CloudWatchLogsRoleArn": ("Logging", "CloudWatchLogsRoleArn"),
}


def expand_graphql(sam: Sam) -> Iterator[Made]:
    """The API, which logs unless that is turned off, with its schema, keys, cache and domain."""
    shape: dict[str, Shape] = {"Name": sam.name, **sam.taken(*_API), **_auth(sam)}
    tags: list[Shape] = [{"Key": pair.key.text, "Value": pair.value} for pair in members(sam.get("Tags"))]
    shape["Tags"] = [*tags, {"Key": "graphqlapi:createdBy", "Value": "SAM"}]
    logging = sam.pair("Logging")
    role_name = f"{sam.name}CloudWatchRole"
    config = _logging(logging, role_name)
    shape.update({"LogConfig": config} if config is not None else {})
    yield Made(sam.name, "AWS::AppSync::GraphQLApi", mapping_of(shape, sam.key), sam.key, _PATHS, main=True)
    if config is not None and not (logging and isinstance(logging.value, Mapping) and logging.value.get("CloudWatchLogsRoleArn")):
        made = role("appsync.amazonaws.com", [managed("AWSAppSyncPushToCloudWatchLogs")], [])
        yield Made(role_name, "AWS::IAM::Role", mapping_of(made, sam.key), (logging.key if logging else sam.key))
    yield from _schema(sam)
    yield from _small_parts(sam)
    yield from expand_sources(sam)


def _logging(logging: Pair | None, role_name: str) -> dict[str, Shape] | None:
    """What is logged and with which role; None when logging is off."""
    if logging is not None and isinstance(logging.value, Scalar) and logging.value.value is False:
        return None
    written = logging.value if logging is not None and is_map(logging.value) and isinstance(logging.value, Mapping) else None
    kept: dict[str, Shape] = {pair.key.text: pair for pair in members(written)}
    return {"FieldLogLevel": "ALL", "CloudWatchLogsRoleArn": get_att(role_name, "Arn"), **kept}


def _auth(sam: Sam) -> dict[str, Shape]:
    auth = sam.get("Auth")
    shape: dict[str, Shape] = {_AUTH[pair.key.text]: pair for pair in members(auth) if pair.key.text in _AUTH}
    if isinstance(auth, Mapping) and (more := auth.get("Additional")) is not None:
        shape["AdditionalAuthenticationProviders"] = computed(more)
    return shape


def _schema(sam: Sam) -> Iterator[Made]:
    shape: dict[str, Shape] = {"ApiId": get_att(sam.name, "ApiId"), **sam.taken(SchemaInline="Definition")}
    uri = sam.get("SchemaUri")
    if uri is not None:
        shape["DefinitionS3Location"] = uri if "://" in (text_of(uri) or "") else computed(uri)
    yield Made(f"{sam.name}Schema", "AWS::AppSync::GraphQLSchema", mapping_of(shape, sam.key), sam.key)


def _small_parts(sam: Sam) -> Iterator[Made]:
    api = get_att(sam.name, "ApiId")
    for pair in members(sam.get("ApiKeys")):
        shape: dict[str, Shape] = {"ApiId": api}
        shape.update({found.key.text: found for found in members(pair.value)})
        if (expires := shape.pop("ExpiresOn", None)) is not None:
            shape["Expires"] = expires
        yield Made(f"{sam.name}{pair.key.text}", "AWS::AppSync::ApiKey", mapping_of(shape, pair.key), pair.key)
    if cache := sam.pair("Cache"):
        shape = {"ApiId": api, **{pair.key.text: pair for pair in members(cache.value) if pair.key.text in _CACHE}}
        yield Made(f"{sam.name}ApiCache", "AWS::AppSync::ApiCache", mapping_of(shape, cache.key), cache.key)
    if domain := sam.pair("DomainName"):
        name = f"{sam.name}DomainName"
        shape = {pair.key.text: pair for pair in members(domain.value)}
        yield Made(name, "AWS::AppSync::DomainName", mapping_of(shape, domain.key), domain.key)
        shape = {"ApiId": api, "DomainName": get_att(name, "DomainName")}
        yield Made(f"{name}ApiAssociation", "AWS::AppSync::DomainNameApiAssociation", mapping_of(shape, domain.key), domain.key)
