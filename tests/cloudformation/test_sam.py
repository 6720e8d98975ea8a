"""SAM: what its resources and Globals become, where that stands in the text, and what edits of it touch."""

import pytest
from cfn_support import applied, image, load, resource, value_at

from obslint.cloudformation.writer import TemplateWriter
from obslint.model import Declined, Known, Unit, parse_path

HEAD = "Transform: AWS::Serverless-2016-10-31\n"


def sam(text: str, **parameters: str) -> Unit:
    return load(HEAD + text, **parameters)


def types(unit: Unit) -> dict[str, str]:
    return {found.address: found.type.removeprefix("AWS::") for found in unit.resources}


def one(properties: str, kind: str = "Function", rest: str = "") -> str:
    return f"Resources:\n  F: {{Type: AWS::Serverless::{kind}, Properties: {{{properties}}}}}\n{rest}"


GLOBALS = """Globals:
  Function:
    Timeout: 3
    Layers: [arn:shared]
    Environment: {Variables: {A: shared, B: shared}}
    Tracing: Active
Resources:
  One:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 9
      Layers: [arn:own]
      Environment: {Variables: {B: own, C: own}}
      Handler: a.b
  Two:
    Type: AWS::Serverless::Function
    Properties: {Environment: !If [X, a, b]}
  Three:
    Type: AWS::Serverless::Function
    IgnoreGlobals: [Timeout]
  Four:
    Type: AWS::Serverless::Function
    IgnoreGlobals: "*"
Conditions: {X: !Equals [!Ref "AWS::Region", x]}
"""


def test_globals_merge_by_the_rules_of_sam() -> None:
    unit = sam(GLOBALS)
    assert image(value_at(unit, "One.Timeout")) == 9
    assert image(value_at(unit, "One.Layers")) == ["arn:shared", "arn:own"]
    assert image(value_at(unit, "One.Environment.Variables")) == {"A": "shared", "B": "own", "C": "own"}
    assert image(value_at(unit, "Two.Environment")) == {"X is true": "a", "X is false": "b"}
    assert (image(value_at(unit, "Three.Timeout")), image(value_at(unit, "Three.TracingConfig.Mode"))) == (None, "Active")
    assert image(value_at(unit, "Four.TracingConfig")) is None
    assert unit.gaps == ()


def test_values_from_globals_stand_there() -> None:
    unit = sam(GLOBALS)
    tracing, timeout = value_at(unit, "Two.TracingConfig.Mode"), value_at(unit, "Two.Timeout")
    assert tracing.place is not None
    assert timeout.place is not None
    assert (tracing.place.line, timeout.place.line, resource(unit, "Two").header.line) == (7, 4, 16)


def edit(text: str, name: str, path: str, value: str | int | None) -> str:
    """The text after an attribute is set or, without a value, removed; the reason where that is declined."""
    unit = load(HEAD + text)
    found = resource(unit, name)
    writer = found.writer
    assert isinstance(writer, TemplateWriter)
    steps = parse_path(path)
    edits = writer.remove_attribute(found, steps) if value is None else writer.set_attribute(found, steps, value)
    return edits.reason if isinstance(edits, Declined) else applied(HEAD + text, edits).removeprefix(HEAD)


def test_edits_stay_in_the_resource_that_they_are_for() -> None:
    shared = "the Globals section has a part in the value, and other resources take it too"
    assert edit(GLOBALS, "Two", "Timeout", 5) == shared
    assert edit(GLOBALS, "One", "TracingConfig.Mode", "PassThrough") == shared
    assert edit(GLOBALS, "Four", "Timeout", 5) == GLOBALS.replace('"*"\n', '"*"\n    Properties:\n      Timeout: 5\n')
    assert edit(GLOBALS, "One", "Handler", "c.d") == GLOBALS.replace("a.b", "c.d")
    assert edit(GLOBALS, "One", "MemorySize", 512) == GLOBALS.replace("a.b\n", "a.b\n      MemorySize: 512\n")


EDITS = [
    ("Function", "Handler: a.b", "F", "TracingConfig.Mode", "Active", "Handler: a.b, Tracing: Active"),
    ("Function", "Tracing: PassThrough", "F", "TracingConfig.Mode", "Active", "Tracing: Active"),
    ("Function", "Handler: a.b, Tracing: PassThrough", "F", "TracingConfig.Mode", None, "Handler: a.b"),
    ("Api", "StageName: live", "FliveStage", "TracingEnabled", "yes", 'StageName: live, TracingEnabled: "yes"'),
    ("Api", "StageName: live", "FliveStage", "AccessLogSetting.Format", "x", "StageName: live, AccessLogSetting: {Format: x}"),
    ("HttpApi", "Name: n", "FApiGatewayDefaultStage", "AccessLogSettings.Format", "x", "Name: n, AccessLogSettings: {Format: x}"),
    ("StateMachine", "Name: n", "F", "LoggingConfiguration.Level", "ALL", "Name: n, Logging: {Level: ALL}"),
    ("SimpleTable", "TableName: t", "F", "TableName", "u", "TableName: u"),
]


@pytest.mark.parametrize(("kind", "before", "name", "path", "value", "after"), EDITS)
def test_edits_are_written_as_sam_names_them(kind: str, before: str, name: str, path: str, value: str | None, after: str) -> None:
    assert edit(one(before, kind), name, path, value) == one(after, kind)


@pytest.mark.parametrize(
    ("name", "path"), [("F", "Code.ZipFile"), ("FRole", "Description"), ("FS", "State"), ("ServerlessRestApiProdStage", "TracingEnabled")]
)
def test_what_sam_makes_by_itself_is_not_edited(name: str, path: str) -> None:
    text = one("Handler: a.b, Events: {S: {Type: Schedule, Properties: {Schedule: rate(1 day)}}, A: {Type: Api}}")
    assert edit(text, name, path, "x").startswith("SAM makes the attribute from ")


def test_a_function_has_its_role_and_no_log_group() -> None:
    text = one(
        "Policies: [arn:aws:iam::aws:policy/X, Short, {Statement: []}, {SQSPollerPolicy: {Q: q}}], Tracing: Active, VpcConfig: {A: b}"
    )
    unit = sam(text)
    assert types(unit) == {"F": "Lambda::Function", "FRole": "IAM::Role"}
    assert image(value_at(unit, "F.Role")) == ("text", "${FRole.Arn}")
    managed, start = image(value_at(unit, "FRole.ManagedPolicyArns")), "arn:${AWS::Partition}:iam::aws:policy/"
    assert managed == [
        ("text", f"{start}service-role/AWSLambdaBasicExecutionRole"),
        ("text", f"{start}AWSXrayWriteOnlyAccess"),
        ("text", f"{start}service-role/AWSLambdaVPCAccessExecutionRole"),
        "arn:aws:iam::aws:policy/X",
        ("text", f"{start}Short"),
    ]
    assert image(value_at(unit, "FRole.Policies"))[0] == {"PolicyName": "FRolePolicy2", "PolicyDocument": {"Statement": []}}
    assert "FRole" not in types(sam(one("Role: arn:r")))


EVENTS = {
    "Schedule, Properties: {Schedule: rate(1 day), Enabled: false}": {"FE": "Events::Rule", "FEPermission": "Lambda::Permission"},
    "EventBridgeRule, Properties: {Pattern: {source: [x]}}": {"FE": "Events::Rule", "FEPermission": "Lambda::Permission"},
    "CloudWatchEvent, Properties: {DeadLetterConfig: {Type: SQS}}": {
        "FEQueue": "SQS::Queue", "FEQueuePolicy": "SQS::QueuePolicy", "FE": "Events::Rule", "FEPermission": "Lambda::Permission",
    },
    "SNS, Properties: {Topic: arn:t}": {"FE": "SNS::Subscription", "FEPermission": "Lambda::Permission"},
    "SNS, Properties: {Topic: arn:t, SqsSubscription: true}": {
        "FEQueue": "SQS::Queue", "FEQueuePolicy": "SQS::QueuePolicy", "FEEventSourceMapping": "Lambda::EventSourceMapping",
        "FE": "SNS::Subscription",
    },
    "SQS, Properties: {Queue: arn:q}": {"FE": "Lambda::EventSourceMapping"},
    "Kinesis, Properties: {Stream: arn:q}": {"FE": "Lambda::EventSourceMapping"},
    "S3, Properties: {Bucket: !Ref B}": {"FEPermission": "Lambda::Permission"},
    "CloudWatchLogs, Properties: {LogGroupName: g}": {"FEPermission": "Lambda::Permission", "FE": "Logs::SubscriptionFilter"},
    "IoTRule, Properties: {Sql: s}": {"FE": "IoT::TopicRule", "FEPermission": "Lambda::Permission"},
    "ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}": {"FE": "Scheduler::Schedule", "FERole": "IAM::Role"},
    "Api, Properties: {RestApiId: !Ref A}": {"FEPermissionStage": "Lambda::Permission"},
    "Api, Properties: {Path: /, Method: get}": {
        "FEPermissionProd": "Lambda::Permission", "ServerlessRestApi": "ApiGateway::RestApi",
        "ServerlessRestApiDeployment": "ApiGateway::Deployment", "ServerlessRestApiProdStage": "ApiGateway::Stage",
    },
    "HttpApi": {
        "FEPermission": "Lambda::Permission", "ServerlessHttpApi": "ApiGatewayV2::Api",
        "ServerlessHttpApiApiGatewayDefaultStage": "ApiGatewayV2::Stage",
    },
}  # fmt: skip


@pytest.mark.parametrize("event", EVENTS)
def test_events_become_resources_that_stand_at_the_event(event: str) -> None:
    unit = sam(one(f"Role: r, Events: {{E: {{Type: {event}}}}}"))
    assert types(unit) == {"F": "Lambda::Function", **EVENTS[event]}
    assert {found.header.text for found in unit.resources if found.address != "F"} == {"E"}
    assert unit.gaps == ()


def test_events_refer_to_what_they_join() -> None:
    unit = sam(
        "Resources:\n  T: {Type: AWS::SNS::Topic}\n  F:\n    Type: AWS::Serverless::Function\n    Condition: C\n"
        "    Properties: {AutoPublishAlias: live, Events: {E: {Type: SNS, Properties: {Topic: !Ref T}}}}\n"
        "Conditions: {C: !Equals [!Ref 'AWS::Region', x]}\n"
    )
    topic, endpoint = value_at(unit, "FE.TopicArn"), value_at(unit, "FE.Endpoint")
    assert (image(topic), image(endpoint)) == (("text", "${T.Ref}"), ("text", "${FAliaslive.Ref}"))
    assert [str(guard) for guard in resource(unit, "FE").guards] == ["C is true"]
    assert resource(unit, "FE") in unit.mentions(resource(unit, "T"))
    assert unit.escape(resource(unit, "T")) is None


def test_alarms_of_a_deployment_are_watched() -> None:
    unit = sam(
        one("AutoPublishAlias: live, DeploymentPreference: {Type: Canary, Alarms: [!Ref A]}", rest="  A: {Type: AWS::CloudWatch::Alarm}\n")
    )
    assert image(value_at(unit, "FDeploymentGroup.AlarmConfiguration")) == {"Enabled": True, "Alarms": [{"Name": ("text", "${A.Ref}")}]}
    off = sam(one("AutoPublishAlias: live, DeploymentPreference: {Enabled: false, Alarms: [!Ref A]}"))
    assert "FDeploymentGroup" not in types(off)


def test_a_rest_api_has_one_stage_with_its_settings() -> None:
    unit = sam(
        "Globals: {Api: {TracingEnabled: true, MethodSettings: [{LoggingLevel: INFO}]}}\nParameters: {P: {Type: String, Default: dev}}\n"
        + one("StageName: !Ref P, AccessLogSetting: {Format: x}", "Api")
    )
    assert types(unit) == {"F": "ApiGateway::RestApi", "FDeployment": "ApiGateway::Deployment", "FStage": "ApiGateway::Stage"}
    assert image(value_at(unit, "FStage.AccessLogSetting.Format")) == "x"
    assert image(value_at(unit, "FStage.TracingEnabled")) is True
    assert image(value_at(unit, "FStage.MethodSettings")) == [{"LoggingLevel": "INFO"}]
    assert "FStage" in types(sam("Parameters: {P: {Type: String}}\n" + one("StageName: !Ref P", "Api"), P="prod"))
    assert "FprodStage" in types(sam(one("StageName: prod", "Api")))
    assert "FStage34fafddda8" in types(sam(one("StageName: a-b", "Api")))
    assert "FStage" in types(sam(one("StageName: !Ref AWS::Region", "Api")))


def test_an_implicit_api_takes_globals_and_the_conditions_of_its_events() -> None:
    function = "{{Type: AWS::Serverless::Function, Condition: {}, Properties: {{Events: {{E: {{Type: Api}}}}}}}}"
    text = (
        "Globals: {Api: {TracingEnabled: true}}\n"
        "Conditions: {X: !Equals [!Ref 'AWS::Region', x], Y: !Equals [!Ref 'AWS::Region', y]}\n"
        f"Resources:\n  F: {function.format('X')}\n  G: {function.format('Y')}\n"
    )
    stage = resource(sam(text), "ServerlessRestApiProdStage")
    assert image(Known(stage.fields))["TracingEnabled"] is True
    assert [str(guard) for guard in stage.guards] == ["ServerlessRestApiCondition is true"]
    assert [str(guard) for guard in resource(sam(text.replace("Condition: Y", "Condition: X")), "ServerlessRestApiProdStage").guards] == [
        "X is true"
    ]
    written = "  ServerlessRestApi: {Type: AWS::ApiGateway::RestApi}\n"
    assert "ServerlessRestApiProdStage" not in types(sam(text + written))


def test_machines_tables_layers_and_urls() -> None:
    unit = sam(
        "Resources:\n"
        "  M: {Type: AWS::Serverless::StateMachine, Properties: {Logging: {Level: ALL}, Tracing: {Enabled: true}, "
        "Events: {E: {Type: Schedule}}}}\n"
        "  T: {Type: AWS::Serverless::SimpleTable, Properties: {PrimaryKey: {Name: k, Type: Number}}}\n"
        "  L: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: {Bucket: b, Key: k}}}\n"
    )
    assert types(unit) == {
        "MRole": "IAM::Role", "M": "StepFunctions::StateMachine", "MERole": "IAM::Role", "ME": "Events::Rule",
        "T": "DynamoDB::Table", "L": "Lambda::LayerVersion",
    }  # fmt: skip
    assert image(value_at(unit, "M.LoggingConfiguration.Level")) == "ALL"
    assert image(value_at(unit, "M.TracingConfiguration.Enabled")) is True
    assert image(value_at(unit, "T.AttributeDefinitions")) == [{"AttributeName": "k", "AttributeType": "N"}]
    assert image(value_at(unit, "L.Content")) == {"S3Bucket": "b", "S3Key": "k"}


_CONNECTOR = "the permissions that this SAM connector adds are not analysed: "
GAPS = {
    "F: {Type: AWS::Serverless::Newest}": ("F", "AWS::Serverless::Newest is not understood; what SAM makes of it is not analysed"),
    "F: {Type: AWS::Serverless::Connector}": ("F", f"{_CONNECTOR}its source to its destination is not understood"),
    "F: {Type: AWS::SQS::Queue, Connectors: {C: {Properties: {Destination: {Id: X}}}}}": (
        "F", f"{_CONNECTOR}AWS::SQS::Queue to its destination is not understood",
    ),
    "F: {Type: AWS::Serverless::Function, Properties: !If [C, {}, {}]}": (
        "F", "its Properties are known only at deployment; what SAM makes of it is not analysed",
    ),
    "F: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: New}}}}": ("F.E", "SAM's events of this kind are not understood"),
    "F: {Type: AWS::Serverless::Function, Properties: {Events: !If [C, {}, {}]}}": (
        "F.Events", "SAM's events of this kind are not understood",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line", GAPS)
def test_what_is_not_understood_is_named(line: str) -> None:
    assert [(gap.subject, gap.reason) for gap in sam(f"Resources:\n  {line}\n").gaps] == [GAPS[line]]


def test_events_that_are_not_understood_leave_the_stack_open() -> None:
    unit = sam("Resources:\n  T: {Type: AWS::SNS::Topic}\n  F: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: New}}}}\n")
    assert unit.escape(resource(unit, "T")) is not None


def test_without_the_transform_nothing_is_made() -> None:
    assert types(load(one("Events: {E: {Type: SNS}}"))) == {"F": "Serverless::Function"}


def test_what_sam_makes_is_referred_to_by_its_names() -> None:
    unit = sam(
        "Resources:\n  A: {Type: AWS::Serverless::Api, Properties: {StageName: live}}\n"
        "  F: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: now, Events: {E: {Type: HttpApi}}}}\n"
        "  X: {Type: AWS::SQS::Queue, Properties: {R: [!Ref A.Stage, !Sub '${F.Alias}', !Ref ServerlessHttpApi.Stage, !GetAtt F.Arn]}}\n"
    )
    names = ["${AliveStage.Ref}", "${FAliasnow.Ref}", "${ServerlessHttpApiApiGatewayDefaultStage.Ref}", "${F.Arn}"]
    assert image(value_at(unit, "X.R")) == [("text", name) for name in names]
    assert resource(unit, "X") in unit.mentions(resource(unit, "AliveStage"))
