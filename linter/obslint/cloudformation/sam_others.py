"""State machines, tables, layers and nested applications of SAM.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_facts import managed
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, get_att, is_map, mapping_of, members, ref, role, s3_place, tag_list
from obslint.cloudformation.sam_policies import Grants
from obslint.cloudformation.tree import Mapping, Pair, Scalar, text_of

_MACHINE_PATHS = {
    "StateMachineName": ("Name",),
    "StateMachineType": ("Type",),
    "LoggingConfiguration": ("Logging",),
    "TracingConfiguration": ("Tracing",),
    "RoleArn": ("Role",),
    "DefinitionSubstitutions": ("DefinitionSubstitutions",),
}
_TABLE = ("PointInTimeRecoverySpecification", "ProvisionedThroughput", "SSESpecification", "TableName")
_LAYER = ("CompatibleArchitectures", "CompatibleRuntimes", "Description", "LicenseInfo")


def machine_alias(sam: Sam) -> str | None:
    """The logical id of the alias that SAM publishes for a state machine."""
    name = text_of(sam.get("AutoPublishAlias"))
    return f"{sam.name}Alias{name}" if name else None


def started(sam: Sam) -> Shape:
    """What events start: the state machine, or its alias when that is asked for."""
    alias = machine_alias(sam)
    return ref(alias if alias and text_of(sam.get("UseAliasAsEventTarget")) == "true" else sam.name)


def expand_machine(sam: Sam) -> Iterator[Made]:
    """A state machine and the role that it runs with."""
    shape = sam.taken(**{path[0]: name for name, path in _MACHINE_PATHS.items()})
    shape.update(sam.taken(Definition="Definition"))
    if (uri := sam.get("DefinitionUri")) is not None:
        found = s3_place(uri, "Bucket", "Key", "Version")
        shape["DefinitionS3Location"] = found if found is not None else computed(uri)
    if sam.get("Role") is None:
        shape["RoleArn"] = get_att(f"{sam.name}Role", "Arn")
        grants = _machine_grants(sam)
        made = role("states.amazonaws.com", grants.managed, grants.inline)
        made.update(sam.taken("PermissionsBoundary", RolePath="Path"))
        made.update(tag_list(sam.pair("Tags"), "stateMachine:createdBy"))
        paths = {"PermissionsBoundary": ("PermissionsBoundary",), "Path": ("RolePath",)}
        yield Made(f"{sam.name}Role", "AWS::IAM::Role", mapping_of(made, sam.key), sam.key, paths)
    shape.update(tag_list(sam.pair("Tags"), "stateMachine:createdBy"))
    yield Made(sam.name, "AWS::StepFunctions::StateMachine", mapping_of(shape, sam.key), sam.key, _MACHINE_PATHS, main=True)
    alias, name = sam.pair("AutoPublishAlias"), machine_alias(sam)
    if alias is not None and name:
        version = f"{sam.name}Version"
        made = {"StateMachineArn": ref(sam.name), "StateMachineRevisionId": get_att(sam.name, "StateMachineRevisionId")}
        yield Made(version, "AWS::StepFunctions::StateMachineVersion", mapping_of(made, alias.key), alias.key)
        preference: dict[str, Shape] = {pair.key.text: pair for pair in members(sam.get("DeploymentPreference"))} or {"Type": "ALL_AT_ONCE"}
        made = {"Name": alias, "DeploymentPreference": {**preference, "StateMachineVersionArn": ref(version)}}
        yield Made(name, "AWS::StepFunctions::StateMachineAlias", mapping_of(made, alias.key), alias.key)


def _machine_grants(sam: Sam) -> Grants:
    grants = Grants()
    grants.add_written(sam)
    tracing = sam.get("Tracing")
    enabled = tracing.get("Enabled") if isinstance(tracing, Mapping) else None
    if isinstance(enabled, Scalar) and enabled.value is True:
        grants.manage("AWSXrayWriteOnlyAccess")
    return grants


def expand_table(sam: Sam) -> Iterator[Made]:
    """A DynamoDB table with a key and nothing else."""
    shape = sam.taken(*_TABLE)
    key = sam.get("PrimaryKey")
    name = (key.pair("Name") if isinstance(key, Mapping) else None) or "id"
    kind = text_of(key.get("Type")) if isinstance(key, Mapping) else None
    letter: Shape = {None: "S", "String": "S", "Number": "N", "Binary": "B"}.get(kind) or computed(sam.name)
    shape["AttributeDefinitions"] = [{"AttributeName": name, "AttributeType": letter}]
    shape["KeySchema"] = [{"AttributeName": name, "KeyType": "HASH"}]
    if "ProvisionedThroughput" not in shape:
        shape["BillingMode"] = "PAY_PER_REQUEST"
    shape.update(tag_list(sam.pair("Tags")))
    yield Made(sam.name, "AWS::DynamoDB::Table", mapping_of(shape, sam.key), sam.key, {name: (name,) for name in _TABLE}, main=True)


def expand_layer(sam: Sam) -> Iterator[Made]:
    """A layer. SAM adds a hash of its content to the logical id, and turns references to the written one."""
    shape = sam.taken(*_LAYER)
    shape["LayerName"] = sam.pair("LayerName") or sam.name
    uri = sam.get("ContentUri")
    found = s3_place(uri, "S3Bucket", "S3Key", "S3ObjectVersion")
    shape["Content"] = found if found is not None else computed(*([uri] if uri is not None else []))
    paths = {name: (name,) for name in _LAYER}
    yield Made(sam.name, "AWS::Lambda::LayerVersion", mapping_of(shape, sam.key), sam.key, paths, main=True)


def expand_application(sam: Sam) -> Iterator[Made]:
    """A nested stack; whether its template can be read is seen where nested stacks are."""
    shape = sam.taken("NotificationARNs", "Parameters", "TimeoutInMinutes")
    where = sam.pair("Location")
    shape["TemplateURL"] = computed(where.value) if where and is_map(where.value) else where or computed(sam.name)
    shape.update(_application_tags(sam))
    paths = {"Parameters": ("Parameters",), "NotificationARNs": ("NotificationARNs",)}
    yield Made(sam.name, "AWS::CloudFormation::Stack", mapping_of(shape, sam.key), sam.key, paths, main=True)


def _application_tags(sam: Sam) -> dict[str, Shape]:
    """The tags, after those by which SAM marks applications of its repository."""
    location = sam.get("Location")
    own: list[Shape] = [{"Key": "lambda:createdBy", "Value": "SAM"}]
    for name, key in (("ApplicationId", "serverlessrepo:applicationId"), ("SemanticVersion", "serverlessrepo:semanticVersion")):
        if isinstance(location, Mapping) and (value := location.get(name)) is not None:
            own.append({"Key": key, "Value": value})
    written = tag_list(sam.pair("Tags")).get("Tags")
    return {"Tags": [*own, *written] if isinstance(written, list) else written if written is not None else own}


def expand_provider(sam: Sam) -> Iterator[Made]:
    """A capacity provider and, unless one is named, the role with which it runs instances."""
    shape = sam.taken("CapacityProviderName", "KmsKeyArn")
    network = sam.get("VpcConfig")
    shape["VpcConfig"] = {pair.key.text: pair for pair in members(network) if pair.key.text in ("SubnetIds", "SecurityGroupIds")}
    role_name = f"{sam.name}OperatorRole"
    named = sam.pair("OperatorRole")
    shape["PermissionsConfig"] = {"CapacityProviderOperatorRoleArn": named or get_att(role_name, "Arn")}
    tags: list[Shape] = [{"Key": pair.key.text, "Value": pair.value} for pair in members(sam.get("Tags"))]
    shape["Tags"] = [*tags, {"Key": "lambda:createdBy", "Value": "SAM"}]
    if sam.get("InstanceRequirements") is not None:
        renamed = {"AllowedTypes": "AllowedInstanceTypes", "ExcludedTypes": "ExcludedInstanceTypes", "Architectures": "Architectures"}
        found = {renamed[pair.key.text]: pair for pair in members(sam.get("InstanceRequirements")) if pair.key.text in renamed}
        shape["InstanceRequirements"] = dict(found)
    if (scaling := sam.get("ScalingConfig")) is not None:
        shape["CapacityProviderScalingConfig"] = _scaling({pair.key.text: pair for pair in members(scaling)})
    yield Made(sam.name, "AWS::Lambda::CapacityProvider", mapping_of(shape, sam.key), sam.key, _PROVIDER, main=True)
    if named is None:
        made = role("lambda.amazonaws.com", [managed("AWSLambdaManagedEC2ResourceOperator")], [])
        made["Tags"] = [{"Key": "lambda:createdBy", "Value": "SAM"}]
        yield Made(role_name, "AWS::IAM::Role", mapping_of(made, sam.key), sam.key)


_PROVIDER = {"CapacityProviderName": ("CapacityProviderName",), "KmsKeyArn": ("KmsKeyArn",)}


def _scaling(given: dict[str, Pair]) -> dict[str, Shape]:
    shape: dict[str, Shape] = {name: pair for name, pair in given.items() if name == "MaxVCpuCount"}
    target = given.get("AverageCPUUtilization")
    if target is None:
        return {**shape, "ScalingMode": "Auto"}
    policy: dict[str, Shape] = {"PredefinedMetricType": "LambdaCapacityProviderAverageCPUUtilization", "TargetValue": target}
    return {**shape, "ScalingMode": "Manual", "ScalingPolicies": [policy]}
