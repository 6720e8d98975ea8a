"""Whatever stands in a SAM resource, it is read, and everything in it can be evaluated and edited or declined."""

import json

from cfn_support import image, load
from hypothesis import given, settings
from hypothesis import strategies as st

from obslint.model import Declined, Known, parse_path

KINDS = ["Function", "Api", "HttpApi", "StateMachine", "SimpleTable", "LayerVersion", "Application", "Connector", "New",
         "WebSocketApi", "GraphQLApi", "CapacityProvider"]  # fmt: skip
NAMES = [
    "Events", "Policies", "Tags", "Tracing", "VpcConfig", "DeadLetterQueue", "EventInvokeConfig", "DestinationConfig", "OnFailure", "Type",
    "AutoPublishAlias", "DeploymentPreference", "Alarms", "FunctionUrlConfig", "StageName", "Auth", "UsagePlan", "Domain", "PrimaryKey",
    "Routes", "Destination", "Permissions", "Source", "Id", "Logging", "DataSources", "Lambda", "Functions", "Resolvers", "Pipeline",
    "Bucket", "UserPool", "Trigger", "Route53", "BasePath", "RouteSettings",
    "Location", "CodeUri", "Role", "Properties", "Topic", "SqsSubscription", "DeadLetterConfig", "Environment", "Layers",
]  # fmt: skip
EVENTS = ["Schedule", "ScheduleV2", "EventBridgeRule", "SNS", "SQS", "S3", "Api", "HttpApi", "CloudWatchLogs", "IoTRule", "Cognito", "New"]
WORDS = st.sampled_from(["a", "F", "live", "SQS", *EVENTS, "*", ""]) | st.booleans() | st.none() | st.integers(0, 9)
SHAPES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=3),
        st.builds(lambda kind, body: {"E": {"Type": kind, "Properties": body}}, st.sampled_from(EVENTS), inner),
        st.builds(lambda one, two: {"Fn::If": ["C", one, two]}, inner, inner),
        st.builds(lambda name: {"Ref": name}, st.sampled_from(["F", "G", "P", "AWS::NoValue"])),
    ),
    max_leaves=8,
)
PROPERTIES = st.dictionaries(st.sampled_from(NAMES), SHAPES, max_size=5) | SHAPES
RESOURCE = st.fixed_dictionaries(
    {"Type": st.sampled_from(KINDS).map("AWS::Serverless::{}".format), "Properties": PROPERTIES},
    optional={"Condition": st.sampled_from(["C", "D"]), "IgnoreGlobals": SHAPES, "Connectors": SHAPES},
)


@settings(max_examples=150, deadline=None)
@given(RESOURCE, RESOURCE, st.dictionaries(st.sampled_from(KINDS), PROPERTIES, max_size=3) | SHAPES)
def test_any_sam_resource_is_read(one: object, two: object, shared: object) -> None:
    template = {
        "Transform": "AWS::Serverless-2016-10-31",
        "Globals": shared,
        "Parameters": {"P": {"Type": "String", "Default": "p"}},
        "Conditions": {"C": {"Fn::Equals": [{"Ref": "P"}, "q"]}, "D": {"Fn::Equals": [{"Ref": "AWS::Region"}, "q"]}},
        "Resources": {"F": one, "G": two},
    }
    unit = load(json.dumps(template), "t.json")
    assert {"F", "G"} <= {found.address for found in unit.resources}
    assert len({found.address for found in unit.resources}) == len(unit.resources)
    assert unit.exports_of() is not None
    for found in unit.resources:
        assert image(Known(found.fields)) is not None
        assert found.writer is not None
        for path in ("TracingConfig.Mode", "AccessLogSetting.Format", "Tags"):
            edits = found.writer.set_attribute(found, parse_path(path), "x")
            assert isinstance(edits, Declined) or all(edit.file.path == "t.json" for edit in edits)
