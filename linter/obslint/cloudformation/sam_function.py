"""AWS::Serverless::Function: the function, its role, its alias, and what it is set up with.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_nodes import (
    Made,
    Sam,
    Shape,
    allowing,
    computed,
    get_att,
    is_map,
    mapping_of,
    members,
    ref,
    role,
    tag_list,
)
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, elements, function, text_of

SAME = (
    "Architectures",
    "CapacityProviderConfig",
    "CodeSigningConfigArn",
    "Description",
    "DurableConfig",
    "Environment",
    "EphemeralStorage",
    "FileSystemConfigs",
    "FunctionName",
    "Handler",
    "ImageConfig",
    "KmsKeyArn",
    "Layers",
    "LoggingConfig",
    "MemorySize",
    "PackageType",
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
    "TracingConfig.Mode": ("Tracing",),
    "DeadLetterConfig.TargetArn": ("DeadLetterQueue", "TargetArn"),
}

_POLICIES = "arn:${AWS::Partition}:iam::aws:policy/"


def invoked(sam: Sam) -> Shape:
    """What event sources call: the alias when SAM publishes one, the function otherwise."""
    alias = text_of(sam.get("AutoPublishAlias"))
    return ref(f"{sam.name}Alias{alias}") if alias else get_att(sam.name, "Arn")


def expand_function(sam: Sam) -> Iterator[Made]:
    """The function and what stands beside it; events are made elsewhere."""
    yield Made(sam.name, "AWS::Lambda::Function", mapping_of(_properties(sam), sam.key), sam.key, _PATHS, main=True)
    if sam.get("Role") is None:
        yield Made(f"{sam.name}Role", "AWS::IAM::Role", mapping_of(function_role(sam), sam.key), sam.key)
    yield from _published(sam)
    yield from _invoke_config(sam)
    yield from _url(sam)


def _properties(sam: Sam) -> dict[str, Shape]:
    made = sam.taken(*SAME)
    made["Code"] = _code(sam)
    role_pair, queue = sam.pair("Role"), sam.get("DeadLetterQueue")
    made["Role"] = role_pair if role_pair else get_att(f"{sam.name}Role", "Arn")
    made.update(tag_list(sam.pair("Tags"), "lambda:createdBy"))
    tracing = sam.pair("Tracing")
    if tracing is not None and text_of(tracing.value) != "Disabled":
        made["TracingConfig"] = {"Mode": tracing}
    if isinstance(queue, Mapping):
        target = queue.pair("TargetArn")
        made["DeadLetterConfig"] = {"TargetArn": target} if target else computed(queue)
    return made


def _code(sam: Sam) -> Shape:
    inline, image, uri = sam.pair("InlineCode"), sam.pair("ImageUri"), sam.get("CodeUri")
    if inline or image:
        return {"ZipFile": inline} if inline else {"ImageUri": image} if image else {}
    if isinstance(uri, Mapping) and is_map(uri):
        names = {"Bucket": "S3Bucket", "Key": "S3Key", "Version": "S3ObjectVersion"}
        return {names.get(pair.key.text, pair.key.text): pair for pair in uri.pairs}
    return computed(*([uri] if uri is not None else []))


def function_role(sam: Sam) -> dict[str, Shape]:
    """The role that SAM makes for a function which has none."""
    managed = [_managed("service-role/AWSLambdaBasicExecutionRole")]
    tracing = text_of(sam.get("Tracing"))
    if tracing in ("Active", "PassThrough"):
        managed.append(_managed("AWSXrayWriteOnlyAccess"))
    if sam.get("VpcConfig") is not None:
        managed.append(_managed("service-role/AWSLambdaVPCAccessExecutionRole"))
    inline: list[Shape] = []
    queue = sam.get("DeadLetterQueue")
    if isinstance(queue, Mapping) and (target := queue.get("TargetArn")) is not None:
        action = "sns:Publish" if text_of(queue.get("Type")) == "SNS" else "sqs:SendMessage"
        inline.append(allowing("DeadLetterQueuePolicy", action, target))
    made = role("lambda.amazonaws.com", *add_policies(sam, managed, inline))
    made.update(sam.taken("PermissionsBoundary", AssumeRolePolicyDocument="AssumeRolePolicyDocument", RolePath="Path"))
    return {**made, **tag_list(sam.pair("Tags"), "lambda:createdBy")}


def _managed(name: str) -> Shape:
    return {"Fn::Sub": _POLICIES + name}


def add_policies(sam: Sam, managed: list[Shape], inline: list[Shape]) -> tuple[list[Shape], list[Shape]]:
    """The `Policies` property: managed policies by name or ARN, documents, and SAM's policy templates, which stay unknown."""
    node = sam.get("Policies")
    managed, inline = list(managed), list(inline)
    for number, item in enumerate(elements(node) if isinstance(node, Sequence) else [node] if node is not None else []):
        name = f"{sam.name}RolePolicy{number}"
        if isinstance(item, Scalar):
            managed.append(item if item.text.startswith("arn:") else computed(item))
        elif function(item):
            managed.append(item)
        elif isinstance(item, Mapping) and item.get("Statement") is not None:
            inline.append({"PolicyName": name, "PolicyDocument": item})
        else:
            inline.append({"PolicyName": name, "PolicyDocument": computed(item)})
    return managed, inline


def _published(sam: Sam) -> Iterator[Made]:
    """The alias, and the deployment group when traffic is to be shifted by alarms."""
    alias = sam.pair("AutoPublishAlias")
    name = text_of(alias.value) if alias else None
    if alias is None or not name:
        return
    version = f"{sam.name}Version"
    shape: dict[str, Shape] = {"FunctionName": ref(sam.name)}
    yield Made(version, "AWS::Lambda::Version", mapping_of(shape, alias.key), alias.key)
    shape = {"Name": alias, "FunctionName": ref(sam.name), "FunctionVersion": get_att(version, "Version")}
    shape.update(sam.taken("ProvisionedConcurrencyConfig"))
    yield Made(f"{sam.name}Alias{name}", "AWS::Lambda::Alias", mapping_of(shape, alias.key), alias.key)
    preference = sam.pair("DeploymentPreference")
    if preference is not None:
        yield from _deployment(sam, preference.key, preference.value)


def _deployment(sam: Sam, key: Scalar, preference: Node) -> Iterator[Made]:
    enabled = preference.get("Enabled") if isinstance(preference, Mapping) else None
    if isinstance(enabled, Scalar) and enabled.value is False:
        return
    shape: dict[str, Shape] = {"DeploymentStyle": {"DeploymentType": "BLUE_GREEN", "DeploymentOption": "WITH_TRAFFIC_CONTROL"}}
    alarms = preference.get("Alarms") if isinstance(preference, Mapping) else preference
    if alarms is not None:
        named: Shape = [{"Name": alarm} for alarm in elements(alarms)] if isinstance(alarms, Sequence) else computed(alarms)
        shape["AlarmConfiguration"] = {"Enabled": True, "Alarms": named}
    yield Made(f"{sam.name}DeploymentGroup", "AWS::CodeDeploy::DeploymentGroup", mapping_of(shape, key), key)


def _invoke_config(sam: Sam) -> Iterator[Made]:
    config = sam.pair("EventInvokeConfig")
    if config is None or not is_map(config.value):
        return
    shape: dict[str, Shape] = {"FunctionName": ref(sam.name), "Qualifier": sam.pair("AutoPublishAlias") or "$LATEST"}
    for pair in members(config.value):
        if pair.key.text != "DestinationConfig":
            shape[pair.key.text] = pair
            continue
        targets: dict[str, Shape] = {}
        for side in members(pair.value):
            target = side.value.pair("Destination") if isinstance(side.value, Mapping) else None
            kind = text_of(side.value.get("Type")) if isinstance(side.value, Mapping) else None
            if target is None and kind in ("SQS", "SNS"):
                made = f"{sam.name}EventInvokeConfig{side.key.text}{'Queue' if kind == 'SQS' else 'Topic'}"
                yield Made(made, "AWS::SQS::Queue" if kind == "SQS" else "AWS::SNS::Topic", mapping_of({}, side.key), side.key)
                targets[side.key.text] = {"Destination": get_att(made, "Arn") if kind == "SQS" else ref(made)}
            else:
                targets[side.key.text] = {"Destination": target if target else computed(side.value)}
        shape["DestinationConfig"] = targets if is_map(pair.value) else computed(pair.value)
    yield Made(f"{sam.name}EventInvokeConfig", "AWS::Lambda::EventInvokeConfig", mapping_of(shape, config.key), config.key)


def _url(sam: Sam) -> Iterator[Made]:
    config = sam.pair("FunctionUrlConfig")
    if config is None:
        return
    shape: dict[str, Shape] = {"TargetFunctionArn": invoked(sam), **{pair.key.text: pair for pair in members(config.value)}}
    yield Made(f"{sam.name}Url", "AWS::Lambda::Url", mapping_of(shape, config.key), config.key)
