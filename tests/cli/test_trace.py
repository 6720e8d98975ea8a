"""`obslint trace` as a command: what it writes where, and its exit codes."""

import json
import re
from pathlib import Path

import pytest
from conftest import Desk

DEAD = 'resource "aws_cloudwatch_metric_alarm" "a" {\n  alarm_name  = "a"\n  namespace   = "N"\n  metric_name = "M"\n}\n'


def test_a_broken_hop_is_1_and_can_be_forgiven(obslint_: Desk) -> None:
    Path("main.tf").write_text(DEAD)
    result = obslint_("trace", "aws_cloudwatch_metric_alarm.a")
    assert result.exit_code == 1
    assert "error[alarm-without-action] it has no action" in result.output or "[alarm-without-action] it has no action" in result.output
    assert obslint_("trace", "aws_cloudwatch_metric_alarm.a", "--exit-zero").exit_code == 0


def test_a_path_that_holds_is_0(obslint_: Desk) -> None:
    mail = '  topic_arn = aws_sns_topic.a.arn\n  protocol  = "email"\n  endpoint  = "a@orders.dev"\n'
    Path("mail.tf").write_text(f'resource "aws_sns_topic_subscription" "m" {{\n{mail}}}\n')
    result = obslint_("trace", "aws_sns_topic.a", ".")
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "trace aws_sns_topic.a: somebody is told")


def test_a_wrong_address_is_2_with_a_hint(obslint_: Desk) -> None:
    result = obslint_("trace", "aws_sns_topic.aa")
    assert result.exit_code == 2
    assert "there is no resource aws_sns_topic.aa; did you mean aws_sns_topic.a?" in result.stderr


def test_nothing_to_analyse_is_3(obslint_: Desk) -> None:
    Path("main.tf").unlink()
    assert obslint_("trace", "aws_sns_topic.a").exit_code == 3


def test_the_page_goes_to_a_file(obslint_: Desk) -> None:
    result = obslint_("trace", "aws_sns_topic.a", "--format", "html", "--output-file", "trace.html")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("trace.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stderr == "1 path: broken\n"


@pytest.mark.parametrize("choice", ["always", "never"])
def test_only_text_has_colours(obslint_: Desk, choice: str) -> None:
    text = obslint_("trace", "aws_sns_topic.a", "--color", choice).stdout
    assert bool(re.search(r"\x1b\[", text)) is (choice == "always")
    assert json.loads(obslint_("trace", "aws_sns_topic.a", "--color", choice, "--format", "json").stdout)["broken"] == 1


def test_instances_are_traced_together(obslint_: Desk) -> None:
    Path("main.tf").write_text('resource "aws_sns_topic" "a" {\n  for_each = toset(["x", "y"])\n  name     = each.key\n}\n')
    data = json.loads(obslint_("trace", "aws_sns_topic.a", "--format", "json").stdout)
    assert [data["stages"][number]["address"] for number in data["subjects"]] == ['aws_sns_topic.a["x"]', 'aws_sns_topic.a["y"]']


def addresses(obslint_: Desk, address: str, *paths: str) -> set[str]:
    data = json.loads(obslint_("trace", address, *paths, "--format", "json").stdout)
    assert data["subject"] == address
    return {data["stages"][number]["address"] for number in data["subjects"]}


def test_a_module_and_what_is_in_it_are_traced_without_keys(obslint_: Desk) -> None:
    Path("m").mkdir()
    Path("m/main.tf").write_text('resource "aws_sns_topic" "t" {\n  count = 1\n  name  = "t"\n}\n')
    Path("main.tf").write_text('module "m" {\n  for_each = toset(["x.y", "z"])\n  source   = "./m"\n}\n')
    both = {'module.m["x.y"].aws_sns_topic.t[0]', 'module.m["z"].aws_sns_topic.t[0]'}
    assert addresses(obslint_, "module.m") == addresses(obslint_, "module.m.aws_sns_topic.t") == both
    assert addresses(obslint_, 'module.m["z"]') == {'module.m["z"].aws_sns_topic.t[0]'}
    assert obslint_("trace", "module.m").output.startswith("trace module.m (2 resources): nobody is told")


def test_an_address_in_several_roots_is_all_of_them(obslint_: Desk) -> None:
    for root in ("one", "two"):
        Path(root).mkdir()
        Path(root, "main.tf").write_text(f'resource "aws_sns_topic" "{root}" {{\n  name = "t"\n}}\nresource "aws_sns_topic" "t" {{}}\n')
    data = json.loads(obslint_("trace", "aws_sns_topic.t", "one", "two", "--format", "json").stdout)
    assert sorted(data["stages"][number]["unit"] for number in data["subjects"]) == ["one", "two"]


SAM = """
Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Runtime: python3.12
      InlineCode: "def b(*_): pass"
      Events:
        Alerts: {Type: SNS, Properties: {Topic: !Ref Pages}}
  Pages: {Type: AWS::SNS::Topic}
"""


def test_what_sam_writes_has_an_address(obslint_: Desk) -> None:
    Path("template.yaml").write_text(SAM)
    said = obslint_("trace", "FnAlerts", "template.yaml").output
    assert "topic Pages" in said
    assert "what the function does with it stands in its code" in said


def test_a_plan_is_traced_by_its_addresses(obslint_: Desk) -> None:
    plan = Path(__file__).parent.parent / "terraform/plan/recorded/plan.json"
    result = obslint_("trace", "aws_sns_topic.t", str(plan))
    assert (result.exit_code, result.output.splitlines()[0]) == (1, "trace aws_sns_topic.t: nobody is told: 1 hop is broken")


BACKUP = """
variable "on" {}
resource "aws_cloudwatch_metric_alarm" "b" {
  count = var.on ? 1 : 0
  alarm_name = "b"
  namespace = "AWS/Backup"
  metric_name = "Errors"
}
"""


def test_what_a_rule_finds_breaks_a_hop_of_which_something_else_is_not_known(obslint_: Desk) -> None:
    Path("main.tf").write_text(BACKUP)
    hops = json.loads(obslint_("trace", "aws_cloudwatch_metric_alarm.b", "--format", "json").stdout)["hops"]
    (reason,) = next(hop["reasons"] for hop in hops if hop["state"] == "broken" and hop["verb"] == "is read by")
    assert reason["rule"] == "unknown-metric-name"
    assert reason["text"] == "AWS/Backup has no metric Errors"


CLOSED = (Path(__file__).parents[1] / "rules/notifications/topic-closed-to-cloudwatch/bad_each.tf").read_text()


def test_a_defect_of_all_instances_is_one_reason(obslint_: Desk) -> None:
    Path("main.tf").write_text(CLOSED)
    hops = json.loads(obslint_("trace", 'aws_sns_topic.alarms["shop"]', "--format", "json").stdout)["hops"]
    (reason,) = next(hop["reasons"] for hop in hops if hop["verb"] == "notifies" and hop["state"] == "broken")
    assert reason["rule"] == "topic-closed-to-cloudwatch"
    assert "data.aws_iam_policy_document.alarms" in CLOSED.splitlines()[reason["location"]["line"] - 1]
