"""Paths of signals, hop by hop, in both dialects."""

from collections.abc import Callable

import pytest

from obslint.aws import Unit
from obslint.model import NO, YES
from obslint.signals import Edge, Graph, Node, graph_of

Make = Callable[..., Unit]


def one(graph: Graph, what: str, name: str = "") -> Node:
    """The only stage of a kind."""
    found = [node for node in graph.nodes if node.what == what and node.name.startswith(name)]
    assert len(found) == 1, [node.shown for node in graph.nodes]
    return found[0]


def lines(edges: tuple[Edge, ...]) -> list[str]:
    """Hops in words, those that do not hold with their faults and the lines these stand in."""
    said = {True: "", None: " ?", False: " x"}
    return [
        f"{edge.source.shown} {edge.verb} {edge.target.shown}{said[edge.holds.known]}"
        + "".join(f" | {fault.why} ({fault.place.text.split()[0] if fault.place else ''})" for fault in edge.faults)
        for edge in edges
    ]


DEAD = {
    "dead/main.tf": (
        "function orders-api writes its log to log group /aws/lambda/orders-api-… x"
        " | a suffix is added to this name, and Lambda writes to /aws/lambda/orders-api (name_prefix)",
        "metric_name", "namespace", "function_name", "resource", "/aws/lambda/orders-api-…",
    ),
    "dead.cfn.yaml": (
        "function orders-api writes its log to log group /aws/lambda/orders-api-… x"
        " | this is another group: Lambda writes to /aws/lambda/orders-api (LogGroupName:)",
        "MetricName:", "Namespace:", "Name:", "", "/aws/lambda/orders-api-…",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEAD)
def test_each_hop_that_is_broken_is_named_with_its_place(stored: Make, name: str) -> None:
    graph = graph_of(stored(name))
    first, metric, namespace, dimension, header, group = DEAD[name]
    topic, mute = ("Oncall", "LambdaAlarm") if name.endswith("yaml") else (header, header)
    assert [lines(route) for route in graph.routes(one(graph, "alarm", "orders-errors"))] == [
        [
            first,
            f"log group {group} is read by metric filter errors",
            "metric filter errors counts into metric orders Errors",
            "metric orders Errors is read by alarm orders-errors x"
            f" | the metric is called Errors, this reads errors, the name of the filter ({metric})"
            f" | the filter writes to the namespace orders, this reads Orders ({namespace})",
            "alarm orders-errors notifies topic oncall",
            f"topic oncall is sent to nobody x | nothing is subscribed to it ({topic})",
        ]
    ]
    assert [lines(route) for route in graph.routes(one(graph, "alarm", "orders-lambda-errors"))] == [
        [
            "function orders-api publishes metric AWS/Lambda Errors",
            "metric AWS/Lambda Errors is read by alarm orders-lambda-errors x"
            f" | AWS publishes it with FunctionName, this reads it with function_name ({dimension})",
            f"alarm orders-lambda-errors is sent to nobody x | it has no action ({mute})",
        ]
    ]
    function = one(graph, "function")
    assert graph.reaches_receiver(function) == NO
    assert graph.has_producer(one(graph, "alarm", "orders-errors")) == NO


@pytest.mark.parametrize("name", ["alive/main.tf", "alive.cfn.yaml"])
def test_repaired_paths_reach_somebody(stored: Make, name: str) -> None:
    graph = graph_of(stored(name))
    assert [edge for edge in graph.edges if edge.holds is not YES] == []
    for node in graph.nodes:
        assert (graph.reaches_receiver(node), graph.has_producer(node)) == (YES, YES), node


TOPIC = """
    resource "aws_sns_topic" "t" {
      name = "pages"
    }
"""
ALARM = """
    resource "aws_cloudwatch_metric_alarm" "a" {
      alarm_name    = "a"
      namespace     = "AWS/EC2"
      metric_name   = "CPUUtilization"
      alarm_actions = [aws_sns_topic.t.arn]
    }
"""


MAIL = """
    resource "aws_sns_topic_subscription" "s" {
      topic_arn = aws_sns_topic.t.arn
      protocol  = "email"
      endpoint  = "a@b.example"
    }
"""


def test_a_topic_that_leaves_the_unit_may_have_subscribers_elsewhere(hcl: Make) -> None:
    graph = graph_of(hcl(TOPIC + ALARM + 'output "t" {\n  value = aws_sns_topic.t.arn\n}\n'))
    answer = graph.reaches_receiver(one(graph, "alarm"))
    assert answer.known is None
    assert "hands aws_sns_topic.t to code" in answer.doubts[0].reason


def test_a_topic_in_the_open_reaches_nobody(hcl: Make) -> None:
    graph = graph_of(hcl(TOPIC + ALARM))
    assert graph.reaches_receiver(one(graph, "alarm")) == NO


@pytest.mark.parametrize(
    ("more", "known", "why"),
    [
        ("actions_enabled = false", False, "its actions are switched off"),
        ("count = length(var.pages)", None, "aws_cloudwatch_metric_alarm.a may not exist"),
    ],
)
def test_what_is_off_cuts_the_way_and_what_may_not_exist_is_undecided(hcl: Make, more: str, known: bool | None, why: str) -> None:
    alarm = ALARM.replace("alarm_name ", f"{more}\n      alarm_name ")
    graph = graph_of(hcl(TOPIC + alarm + MAIL + 'variable "pages" {}\n'))
    notified = [edge for edge in graph.edges if edge.verb == "notifies"]
    assert [fault.why.startswith(why) for edge in notified for fault in edge.faults] == [True]
    assert graph.reaches_receiver(one(graph, "topic")) == YES
    assert graph.reaches_receiver(one(graph, "alarm")).known is known


def test_a_key_that_admits_nobody_cuts_the_way(hcl: Make) -> None:
    graph = graph_of(hcl(TOPIC.replace('"pages"', '"pages"\n      kms_master_key_id = "alias/aws/sns"') + ALARM))
    edge = next(edge for edge in graph.edges if edge.verb == "notifies")
    assert edge.holds == NO
    assert [fault.why for fault in edge.faults] == ["the key alias/aws/sns admits no other service"]
    assert "alarm-topic-with-aws-key" in edge.cuts


def test_names_that_are_certain_join_units(hcl: Make) -> None:
    alarms = hcl(ALARM.replace("aws_sns_topic.t.arn", '"arn:aws:sns:eu-west-1:123456789012:pages"'), "alarms.tf")
    alone = graph_of(alarms)
    assert alone.reaches_receiver(one(alone, "alarm")).known is None
    both = graph_of([alarms, hcl(TOPIC + MAIL, "topics.tf")])
    assert both.reaches_receiver(one(both, "alarm")) == YES


RULE = """
    Rule:
      Type: AWS::Events::Rule
      Properties:
        EventPattern: {source: [aws.guardduty]}
        State: STATE
        Targets: [{Id: t, Arn: !Ref Topic}]
    Topic:
      Type: AWS::SNS::Topic
      Properties: {Subscription: [{Protocol: email, Endpoint: a@b.example}]}
"""
POLICY = """
    Policy:
      Type: AWS::SNS::TopicPolicy
      Properties:
        Topics: [!Ref Topic]
        PolicyDocument:
          Statement: [{Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: "sns:Publish", Resource: !Ref Topic}]
"""


@pytest.mark.parametrize(
    ("state", "policy", "faults"),
    [
        ("ENABLED", POLICY, []),
        ("DISABLED", POLICY, ["the rule is switched off"]),
        ("ENABLED", "", ["the policy of the topic does not let EventBridge in"]),
    ],
)
def test_event_rules_need_to_be_on_and_let_in(stack: Make, state: str, policy: str, faults: list[str]) -> None:
    graph = graph_of(stack(RULE.replace("STATE", state).rstrip() + policy))
    assert [fault.why for edge in graph.edges for fault in edge.faults] == faults
    assert graph.reaches_receiver(one(graph, "events of")).known is not bool(faults)


def test_what_a_function_does_cannot_be_seen(hcl: Make) -> None:
    text = """
        resource "aws_lambda_function" "pager" { function_name = "pager" }
        resource "aws_lambda_permission" "p" {
          function_name = aws_lambda_function.pager.function_name
          action        = "lambda:InvokeFunction"
          principal     = "sns.amazonaws.com"
          source_arn    = aws_sns_topic.t.arn
        }
        resource "aws_sns_topic_subscription" "s" {
          topic_arn = aws_sns_topic.t.arn
          protocol  = "lambda"
          endpoint  = aws_lambda_function.pager.arn
        }
    """
    graph = graph_of(hcl(text + TOPIC + ALARM))
    answer = graph.reaches_receiver(one(graph, "alarm"))
    assert answer.known is None
    assert answer.doubts[0].reason == "what the function does with it stands in its code"


def test_a_value_of_which_nothing_is_known_stands_for_no_resource(hcl: Make) -> None:
    graph = graph_of(hcl('variable "topic" {}\n' + TOPIC + ALARM.replace("aws_sns_topic.t.arn", "var.topic")))
    alarm = one(graph, "alarm")
    assert [edge.target.resource for edge in graph.out_of(alarm)] == [None]
    assert graph.reaches_receiver(alarm).known is None


def test_what_only_scales_tells_nobody(hcl: Make) -> None:
    scaling = 'resource "aws_autoscaling_policy" "p" {\n  name = "p"\n}\n'
    graph = graph_of(hcl(scaling + ALARM.replace("aws_sns_topic.t.arn", "aws_autoscaling_policy.p.arn")))
    assert graph.reaches_receiver(one(graph, "alarm")) == NO


def test_a_metric_of_something_else_has_no_hop_from_it(stack: Make) -> None:
    text = """
        Service: {Type: AWS::ECS::Service}
        Alarm:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/ApplicationELB
            MetricName: HTTPCode_ELB_5XX_Count
            Dimensions: [{Name: ECSService, Value: !Ref Service}]
    """
    graph = graph_of(stack(text))
    assert [edge.verb for edge in graph.edges] == ["is read by", "is sent to"]
    assert graph.edges[0].holds == NO


def test_a_circle_ends(stack: Make) -> None:
    members = "".join(
        f"\n    {name}:\n      Type: AWS::CloudWatch::CompositeAlarm\n      Properties: {{AlarmName: {name}, AlarmRule: ALARM({other})}}"
        for name, other in (("One", "Two"), ("Two", "One"))
    )
    graph = graph_of(stack(members.lstrip("\n")))
    assert graph.reaches_receiver(one(graph, "composite alarm", "One")) == NO
    assert graph.routes(one(graph, "composite alarm", "One"))


def test_a_subscription_that_may_not_exist_is_undecided(hcl: Make) -> None:
    text = """
        variable "mails" {
          type = set(string)
        }
        resource "aws_sns_topic" "oncall" {}
        resource "aws_sns_topic_subscription" "oncall" {
          for_each  = var.mails
          topic_arn = aws_sns_topic.oncall.arn
          protocol  = "email"
          endpoint  = each.value
        }
    """
    graph = graph_of(hcl(text))
    assert graph.reaches_receiver(one(graph, "topic")).known is None


ROLED = """
Oncall:
  Type: AWS::SNS::Topic
  Properties:
    KmsMasterKeyId: alias/aws/sns
    Subscription: [{Protocol: email, Endpoint: oncall@acme.dev}]
Rule:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [aws.guardduty]}
    Targets:
      - {Id: topic, Arn: !Ref Oncall, ROLE}
"""


@pytest.mark.parametrize(("role", "known"), [("RoleArn: !Sub 'arn:aws:iam::1:role/x'", True), ("InputPath: '$.detail'", False)])
def test_a_target_with_a_role_is_reached_with_that(stack: Make, role: str, known: bool) -> None:
    graph = graph_of(stack(ROLED.replace("ROLE", role)))
    (sent,) = (edge for edge in graph.edges if edge.verb == "sends to")
    assert sent.holds.known is known
    assert "queue-closed-to-eventbridge" not in sent.cuts  # that of a dead-letter queue cuts nothing here
