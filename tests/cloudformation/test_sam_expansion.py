"""What SAM makes of each construct, fixed; `test_sam_peer.py` asks SAM's translator whether that still holds."""

import pytest
from cfn_support import image, load, resource, value_at
from sam_expected import EXPECTED
from sam_templates import TEMPLATES
from test_sam import edit, sam

from obslint.model import Unit

HEAD = "Transform: AWS::Serverless-2016-10-31\n"


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_becomes_what_sam_makes_of_it(name: str) -> None:
    unit = load(HEAD + TEMPLATES[name])
    assert {found.address: found.type.removeprefix("AWS::") for found in unit.resources} == EXPECTED[name]
    assert unit.gaps == ()
    assert unit.problems == ()


def test_every_template_has_its_expectation() -> None:
    assert EXPECTED.keys() == TEMPLATES.keys()


def made(name: str) -> Unit:
    return load(HEAD + TEMPLATES[name])


def actions(unit: Unit, path: str) -> list[object]:
    """What the inline policies of a role allow."""
    policies = image(value_at(unit, path))
    return [statement["Action"] for policy in policies for statement in policy["PolicyDocument"]["Statement"]]


START = "arn:${AWS::Partition}:iam::aws:policy/"


def test_a_role_may_do_what_the_function_and_its_events_need() -> None:
    assert actions(made("a dead letter queue"), "FRole.Policies") == ["sqs:SendMessage"]
    assert actions(made("a dead letter topic"), "FRole.Policies") == ["sns:Publish"]
    assert actions(made("destinations that SAM makes"), "FRole.Policies") == ["sqs:SendMessage", "sns:publish"]
    assert actions(made("destinations that exist"), "FRole.Policies") == ["events:PutEvents", "lambda:InvokeFunction"]
    assert actions(made("a stream with a destination"), "FRole.Policies") == ["sqs:SendMessage"]
    assert actions(made("a policy template"), "FRole.Policies")[-1] == ["cloudwatch:PutMetricData"]
    managed = image(value_at(made("a queue"), "FRole.ManagedPolicyArns"))
    assert managed[-1] == ("text", f"{START}service-role/AWSLambdaSQSQueueExecutionRole")
    assert image(value_at(made("tracing by a parameter"), "F.TracingConfig")) is None
    assert image(value_at(made("tracing"), "FRole.ManagedPolicyArns"))[-1] == ("text", f"{START}AWSXrayWriteOnlyAccess")


def test_a_role_that_is_named_on_one_side_is_made_on_the_other() -> None:
    one, other = made("a role by a condition"), made("a role on the other side")
    assert [str(guard) for guard in resource(one, "FRole").guards] == ["NOTC is true"]
    assert [str(guard) for guard in resource(other, "FRole").guards] == ["C is true"]
    assert image(value_at(one, "F.Role")) == {"C is true": "arn:aws:iam::1:role/r", "C is false": ("text", "${FRole.Arn}")}


def test_events_are_written_onto_the_resources_they_name() -> None:
    bucket, pool = made("a bucket"), made("a user pool")
    found = image(value_at(bucket, "B.NotificationConfiguration.LambdaConfigurations"))
    assert found == [{"Function": ("text", "${F.Arn}"), "Event": f"s3:Object{word}:*"} for word in ("Created", "Removed")]
    assert image(value_at(pool, "U.LambdaConfig")) == dict.fromkeys(("PreSignUp", "CustomMessage"), ("text", "${F.Arn}"))


def test_a_graph_logs_unless_that_is_turned_off() -> None:
    assert image(value_at(made("graph"), "G.LogConfig")) == {
        "FieldLogLevel": "ALL",
        "CloudWatchLogsRoleArn": ("text", "${GCloudWatchRole.Arn}"),
    }
    assert image(value_at(made("a silent graph"), "G.LogConfig")) is None


def test_an_event_sets_its_route() -> None:
    found = image(value_at(made("settings of a route"), "AliveStage.RouteSettings"))
    assert found == {"GET /a": {"DataTraceEnabled": True, "LoggingLevel": "INFO", "DetailedMetricsEnabled": True}}


def test_everybody_may_call_a_public_url() -> None:
    unit = made("a public url")
    assert image(value_at(unit, "FUrlPublicPermissions.Principal")) == "*"
    assert image(value_at(unit, "FURLInvokeAllowPublicAccess.InvokedViaFunctionUrl")) is True


def test_a_connector_grants_on_what_it_connects() -> None:
    unit = made("a connector")
    assert image(value_at(unit, "XPolicy.Roles")) == [("text", "${FRole.Ref}")]
    statements = image(value_at(unit, "XPolicy.PolicyDocument.Statement"))
    assert statements[0]["Resource"][0] == ("text", "${T.Arn}")
    assert resource(unit, "XPolicy").header.text == "X"
    several = made("a connector in a resource")
    assert image(value_at(several, "TXQueuePolicyDestination0.Queues")) == [("text", "${Q.Ref}")]


LOOPS = """Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Globals: {Function: {Tracing: Active}}
Resources:
  Fn::ForEach::Each:
    - Name
    - [A, B]
    - "Fn${Name}":
        Type: AWS::Serverless::Function
        Properties: {Handler: !Sub "${Name}.b", Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}}
"""


def test_loops_make_sam_resources() -> None:
    unit = load(LOOPS)
    assert {found.address for found in unit.resources} == {f"Fn{n}{rest}" for n in "AB" for rest in ("", "Role", "E", "EPermission")}
    assert image(value_at(unit, "FnB.TracingConfig.Mode")) == "Active"
    assert resource(unit, "FnBE").header.line == 9


def test_a_condition_goes_to_all_that_is_made() -> None:
    unit = made("a condition")
    assert {str(guard) for found in unit.resources for guard in found.guards} == {"C is true"}
    assert all(found.guards for found in unit.resources)


EDITS = [
    ("WebSocketApi", "Name: n", "FDefaultStage", "AccessLogSettings.Format", "x", "Name: n, AccessLogSettings: {Format: x}"),
    ("GraphQLApi", "Logging: {FieldLogLevel: NONE}", "F", "LogConfig.FieldLogLevel", "ALL", "Logging: {FieldLogLevel: ALL}"),
    ("GraphQLApi", "Name: n", "F", "XrayEnabled", "yes", 'Name: n, XrayEnabled: "yes"'),
    ("StateMachine", "Name: n", "F", "TracingConfiguration.Enabled", "x", "Name: n, Tracing: {Enabled: x}"),
    ("Function", "Handler: a.b", "F", "LoggingConfig.LogFormat", "JSON", "Handler: a.b, LoggingConfig: {LogFormat: JSON}"),
    ("Function", "Handler: a.b", "FRole", "PermissionsBoundary", "arn:b", "Handler: a.b, PermissionsBoundary: arn:b"),
    ("Api", "StageName: s", "FsStage", "MethodSettings", "x", "StageName: s, MethodSettings: x"),
]


@pytest.mark.parametrize(("kind", "before", "name", "path", "value", "after"), EDITS)
def test_edits_are_written_where_sam_has_the_property(kind: str, before: str, name: str, path: str, value: str, after: str) -> None:
    text = "Resources:\n  F: {{Type: AWS::Serverless::{}, Properties: {{{}}}}}\n"
    assert edit(text.format(kind, before), name, path, value) == text.format(kind, after)


@pytest.mark.parametrize(
    ("template", "name", "path"),
    [
        ("a connector", "XPolicy", "PolicyDocument"),
        ("a gradual deployment", "ServerlessDeploymentApplication", "ApplicationName"),
        ("a shared usage plan", "ServerlessUsagePlan", "Description"),
        ("a public url", "FUrlPublicPermissions", "Principal"),
        ("a bucket", "B", "NotificationConfiguration.TopicConfigurations"),
    ],
)
def test_what_has_no_place_in_the_text_is_declined(template: str, name: str, path: str) -> None:
    assert edit(TEMPLATES[template], name, path, "x").startswith("SAM makes the attribute from ")


def test_a_bucket_with_events_is_edited_as_any_other() -> None:
    text = TEMPLATES["a bucket"]
    changed = edit(text, "B", "BucketName", "logs")
    assert changed == text.replace("AWS::S3::Bucket}", "AWS::S3::Bucket, Properties: {BucketName: logs}}")
    assert image(value_at(sam(changed), "B.BucketName")) == "logs"
