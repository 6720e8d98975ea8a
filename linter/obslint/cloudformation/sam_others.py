"""State machines, tables, layers and nested applications of SAM.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_function import add_policies
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, get_att, is_map, mapping_of, ref, role, tag_list
from obslint.cloudformation.tree import Mapping, Scalar, text_of

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


def expand_machine(sam: Sam) -> Iterator[Made]:
    """A state machine and the role that it runs with."""
    shape = sam.taken(**{path[0]: name for name, path in _MACHINE_PATHS.items()})
    shape.update(sam.taken(Definition="Definition"))
    if (uri := sam.get("DefinitionUri")) is not None:
        shape["DefinitionS3Location"] = uri if is_map(uri) else computed(uri)
    if sam.get("Role") is None:
        shape["RoleArn"] = get_att(f"{sam.name}Role", "Arn")
        made = role("states.amazonaws.com", *_policies(sam))
        made.update(sam.taken("PermissionsBoundary", RolePath="Path"))
        made.update(tag_list(sam.pair("Tags"), "stateMachine:createdBy"))
        yield Made(f"{sam.name}Role", "AWS::IAM::Role", mapping_of(made, sam.key), sam.key)
    shape.update(tag_list(sam.pair("Tags"), "stateMachine:createdBy"))
    yield Made(sam.name, "AWS::StepFunctions::StateMachine", mapping_of(shape, sam.key), sam.key, _MACHINE_PATHS, main=True)
    alias = sam.pair("AutoPublishAlias")
    if alias is not None and (name := text_of(alias.value)):
        version = f"{sam.name}Version"
        made = {"StateMachineArn": ref(sam.name)}
        yield Made(version, "AWS::StepFunctions::StateMachineVersion", mapping_of(made, alias.key), alias.key)
        made = {"Name": alias}
        yield Made(f"{sam.name}Alias{name}", "AWS::StepFunctions::StateMachineAlias", mapping_of(made, alias.key), alias.key)


def _policies(sam: Sam) -> tuple[list[Shape], list[Shape]]:
    managed, inline = add_policies(sam, [], [])
    tracing = sam.get("Tracing")
    enabled = tracing.get("Enabled") if isinstance(tracing, Mapping) else None
    if isinstance(enabled, Scalar) and enabled.value is True:
        managed.append({"Fn::Sub": "arn:${AWS::Partition}:iam::aws:policy/AWSXrayWriteOnlyAccess"})
    return managed, inline


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
    if isinstance(uri, Mapping) and is_map(uri):
        names = {"Bucket": "S3Bucket", "Key": "S3Key", "Version": "S3ObjectVersion"}
        shape["Content"] = {names.get(pair.key.text, pair.key.text): pair for pair in uri.pairs}
    else:
        shape["Content"] = computed(*([uri] if uri is not None else []))
    paths = {name: (name,) for name in _LAYER}
    yield Made(sam.name, "AWS::Lambda::LayerVersion", mapping_of(shape, sam.key), sam.key, paths, main=True)


def expand_application(sam: Sam) -> Iterator[Made]:
    """A nested stack; whether its template can be read is seen where nested stacks are."""
    shape = sam.taken("NotificationARNs", "Parameters", "TimeoutInMinutes")
    where = sam.pair("Location")
    shape["TemplateURL"] = computed(where.value) if where and is_map(where.value) else where or computed(sam.name)
    shape.update(tag_list(sam.pair("Tags")))
    paths = {"Parameters": ("Parameters",), "NotificationARNs": ("NotificationARNs",)}
    yield Made(sam.name, "AWS::CloudFormation::Stack", mapping_of(shape, sam.key), sam.key, paths, main=True)
