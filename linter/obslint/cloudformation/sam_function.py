"""AWS::Serverless::Function: the function, its role, its alias, and its URL.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
"""

from collections.abc import Callable, Iterable, Iterator

from obslint.cloudformation.sam_destinations import Sending
from obslint.cloudformation.sam_nodes import (
    Made,
    Sam,
    Shape,
    Texts,
    computed,
    get_att,
    mapping_of,
    members,
    ref,
    role,
    s3_place,
    tag_list,
)
from obslint.cloudformation.sam_policies import Grants
from obslint.cloudformation.tree import Mapping, Node, Scalar, elements, function, text_of

SAME = (
    "Architectures",
    "CodeSigningConfigArn",
    "Description",
    "DurableConfig",
    "Environment",
    "EphemeralStorage",
    "FileSystemConfigs",
    "FunctionName",
    "FunctionScalingConfig",
    "Handler",
    "ImageConfig",
    "KmsKeyArn",
    "Layers",
    "LoggingConfig",
    "MemorySize",
    "PackageType",
    "PublishToLatestPublished",
    "RecursiveLoop",
    "ReservedConcurrentExecutions",
    "Runtime",
    "RuntimeManagementConfig",
    "SnapStart",
    "TenancyConfig",
    "Timeout",
    "VpcConfig",
)
"""Properties that mean the same on AWS::Lambda::Function."""

_PATHS = {
    **{name: (name,) for name in SAME},
    "Role": ("Role",),
    "TracingConfig.Mode": ("Tracing",),
    "DeadLetterConfig.TargetArn": ("DeadLetterQueue", "TargetArn"),
}
_CAPACITY = {
    "Arn": "CapacityProviderArn",
    "PerExecutionEnvironmentMaxConcurrency": "PerExecutionEnvironmentMaxConcurrency",
    "ExecutionEnvironmentMemoryGiBPerVCpu": "ExecutionEnvironmentMemoryGiBPerVCpu",
}


def alias_of(sam: Sam, texts: Texts) -> str | None:
    """The name of the alias that SAM publishes."""
    node = sam.get("AutoPublishAlias")
    return texts(node) if node is not None else None


def alias_id(sam: Sam, alias: str) -> str:
    """The logical id of the alias."""
    return f"{sam.name}Alias{alias.replace('-', 'D').replace('_', 'U')}"


def invoked(sam: Sam, texts: Texts) -> Shape:
    """What event sources call: the alias when SAM publishes one, the function otherwise."""
    alias = alias_of(sam, texts)
    return ref(alias_id(sam, alias)) if alias else get_att(sam.name, "Arn")


def named(sam: Sam, texts: Texts) -> Shape:
    """What permissions name: the alias when there is one, the function by its name otherwise."""
    alias = alias_of(sam, texts)
    return ref(alias_id(sam, alias)) if alias else ref(sam.name)


def expand_function(sam: Sam, texts: Texts, grants: Grants, sending: Iterable[Sending]) -> Iterator[Made]:
    """The function and what stands beside it; events are made elsewhere. `grants` are what its events need."""
    own, properties = function_grants(sam, texts, sending), _properties(sam, texts)
    yield from _roles(sam, properties, lambda: _role(sam, own, grants))
    yield Made(sam.name, "AWS::Lambda::Function", mapping_of(properties, sam.key), sam.key, _PATHS, main=True)
    yield from _published(sam, texts)
    yield from _url(sam, texts)


def _properties(sam: Sam, texts: Texts) -> dict[str, Shape]:
    made = sam.taken(*SAME)
    made["Code"] = _code(sam)
    role_pair, queue = sam.pair("Role"), sam.get("DeadLetterQueue")
    made["Role"] = role_pair if role_pair else get_att(f"{sam.name}Role", "Arn")
    made.update(tag_list(sam.pair("Tags"), "lambda:createdBy"))
    tracing = sam.pair("Tracing")
    if tracing is not None and texts(tracing.value) != "Disabled":
        made["TracingConfig"] = {"Mode": tracing}
    if isinstance(queue, Mapping):
        target = queue.pair("TargetArn")
        made["DeadLetterConfig"] = {"TargetArn": target} if target else computed(queue)
    if config := sam.get("CapacityProviderConfig"):
        moved: dict[str, Shape] = {_CAPACITY[pair.key.text]: pair for pair in members(config) if pair.key.text in _CAPACITY}
        made["CapacityProviderConfig"] = {"LambdaManagedInstancesCapacityProviderConfig": moved} if moved else computed(config)
    sha = sam.get("AutoPublishCodeSha256")
    if sha is not None and sam.get("AutoPublishAlias") is not None:
        made["Description"] = {"Fn::Join": [" ", [sam.get("Description") or ref("AWS::NoValue"), sha]]}
    return made


def _code(sam: Sam) -> Shape:
    inline, image, uri = sam.pair("InlineCode"), sam.pair("ImageUri"), sam.get("CodeUri")
    if inline:
        return {"ZipFile": inline}
    if image:
        return {"ImageUri": image}
    found, key = s3_place(uri, "S3Bucket", "S3Key", "S3ObjectVersion"), sam.pair("SourceKMSKeyArn")
    if isinstance(found, dict):
        return {**found, "SourceKMSKeyArn": key} if key else found
    return computed(*([uri] if uri is not None else []))


def function_grants(sam: Sam, texts: Texts, sending: Iterable[Sending]) -> Grants:
    """What SAM allows the role of a function, its events aside."""
    grants = Grants()
    durable = sam.get("DurableConfig") is not None
    grants.manage("service-role/AWSLambdaBasicDurableExecutionRolePolicy" if durable else "AWSLambdaBasicExecutionRole")
    tracing = sam.get("Tracing")
    if tracing is not None and texts(tracing) != "Disabled":
        grants.manage("AWSXrayWriteOnlyAccess")
    if sam.get("VpcConfig") is not None:
        grants.manage("AWSLambdaVPCAccessExecutionRole")
    queue = sam.get("DeadLetterQueue")
    if isinstance(queue, Mapping) and (target := queue.get("TargetArn")) is not None:
        action = "sns:Publish" if text_of(queue.get("Type")) == "SNS" else "sqs:SendMessage"
        grants.allow("DeadLetterQueuePolicy", {"Action": action, "Resource": target, "Effect": "Allow"}, version=True)
    for found in sending:
        grants.allow(found.policy, *found.statements)
    grants.add_written(sam)
    return grants


def _role(sam: Sam, own: Grants, events: Grants) -> dict[str, Shape]:
    own.join(events)
    made = role("lambda.amazonaws.com", own.managed, own.inline)
    made.update(sam.taken("PermissionsBoundary", AssumeRolePolicyDocument="AssumeRolePolicyDocument", RolePath="Path"))
    return {**made, **tag_list(sam.pair("Tags"), "lambda:createdBy")}


def _roles(sam: Sam, properties: dict[str, Shape], make: Callable[[], dict[str, Shape]]) -> Iterator[Made]:
    """The role, unless another is named; under a condition, when it is named on one side of that only."""
    node, name = sam.get("Role"), f"{sam.name}Role"
    if node is None:
        yield Made(name, "AWS::IAM::Role", mapping_of(make(), sam.key), sam.key, _ROLE_PATHS)
        return
    call = function(node)
    parts = elements(call[1]) if call and call[0] == "Fn::If" else []
    condition = text_of(parts[0]) if len(parts) == 3 else None
    if condition is None or _no_value(parts[1]) == _no_value(parts[2]):
        if condition is not None and _no_value(parts[1]):
            properties["Role"] = get_att(name, "Arn")
            yield Made(name, "AWS::IAM::Role", mapping_of(make(), sam.key), sam.key, _ROLE_PATHS)
        return
    own: Shape = get_att(name, "Arn")
    sides: list[Shape] = [own if _no_value(part) else part for part in parts[1:]]
    properties["Role"] = {"Fn::If": [condition, *sides]}
    wanted = condition if _no_value(parts[1]) else f"NOT{condition}"
    needed: dict[str, Shape] = {} if wanted == condition else {wanted: {"Fn::Not": [{"Condition": condition}]}}
    yield Made(name, "AWS::IAM::Role", mapping_of(make(), sam.key), sam.key, _ROLE_PATHS, condition=wanted, needed=needed)


_ROLE_PATHS = {"PermissionsBoundary": ("PermissionsBoundary",), "Path": ("RolePath",)}


def _no_value(node: Node) -> bool:
    call = function(node)
    return call is not None and call[0] == "Ref" and text_of(call[1]) == "AWS::NoValue"


def _published(sam: Sam, texts: Texts) -> Iterator[Made]:
    """The version and the alias."""
    alias, name = sam.pair("AutoPublishAlias"), alias_of(sam, texts)
    if alias is None or not name:
        return
    version = f"{sam.name}Version"
    shape: dict[str, Shape] = {"FunctionName": ref(sam.name), **sam.taken(VersionDescription="Description")}
    if sam.get("CapacityProviderConfig") is not None:
        shape.update(sam.taken("FunctionScalingConfig"))
    yield Made(version, "AWS::Lambda::Version", mapping_of(shape, alias.key), alias.key)
    shape = {"Name": alias, "FunctionName": ref(sam.name), "FunctionVersion": get_att(version, "Version")}
    shape.update(sam.taken("ProvisionedConcurrencyConfig"))
    yield Made(alias_id(sam, name), "AWS::Lambda::Alias", mapping_of(shape, alias.key), alias.key)


def _url(sam: Sam, texts: Texts) -> Iterator[Made]:
    """The URL and, when it asks nobody who they are, the permissions for everybody."""
    config = sam.pair("FunctionUrlConfig")
    if config is None:
        return
    called = named(sam, texts)
    names = ("AuthType", "Cors", "InvokeMode")
    shape: dict[str, Shape] = {pair.key.text: pair for pair in members(config.value) if pair.key.text in names}
    shape["TargetFunctionArn"] = called
    paths = {name: ("FunctionUrlConfig", name) for name in names}
    yield Made(f"{sam.name}Url", "AWS::Lambda::Url", mapping_of(shape, config.key), config.key, paths)
    auth = config.value.pair("AuthType") if isinstance(config.value, Mapping) else None
    if auth is None or not isinstance(auth.value, Scalar) or auth.value.text != "NONE":
        return
    shape = {"Action": "lambda:InvokeFunctionUrl", "FunctionName": called, "Principal": "*", "FunctionUrlAuthType": auth}
    yield Made(f"{sam.name}UrlPublicPermissions", "AWS::Lambda::Permission", mapping_of(shape, auth.key), auth.key)
    shape = {"Action": "lambda:InvokeFunction", "FunctionName": called, "Principal": "*", "InvokedViaFunctionUrl": True}
    yield Made(f"{sam.name}URLInvokeAllowPublicAccess", "AWS::Lambda::Permission", mapping_of(shape, auth.key), auth.key)
