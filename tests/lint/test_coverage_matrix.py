"""The matrix of coverage: each state of each cell, and what counts."""

from pathlib import Path

import pytest

from obslint.lint.coverage import COVERAGE_SCHEMA_VERSION, Cell, Coverage, Row, percent
from obslint.lint.coverage_rules import ALARM_FAMILIES, COLUMNS, selected
from obslint.lint.covering import cover
from obslint.lint.registry import load
from obslint.lint.request import Request

PROVIDER = 'provider "aws" {\n  region = "eu-west-1"\n}\n\n'
FUNCTION = 'resource "aws_lambda_function" "api" {\n  function_name = "api"\n}\n'
TOPIC = 'resource "aws_sns_topic" "oncall" {\n  name = "oncall"\n}\n'
MAIL = """\
resource "aws_sns_topic_subscription" "a" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "a@acme.org"
}
"""
ACTION = "  alarm_actions = [aws_sns_topic.oncall.arn]\n"


def alarm(metric: str = "Errors", *, actions: str = ACTION, description: str = "", name: str = "errors") -> str:
    return f"""\
resource "aws_cloudwatch_metric_alarm" "{name}" {{
  alarm_name          = "{name}"
  namespace           = "AWS/Lambda"
  metric_name         = "{metric}"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
{description}{actions}  dimensions = {{
    FunctionName = aws_lambda_function.api.function_name
  }}
}}
"""


class Desk:
    """A root, and its matrix."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def matrix(self, *parts: str, name: str = "main.tf", complete: bool = False) -> Coverage:
        (self.place / name).write_text("\n".join(parts))
        made = cover(Request((self.place,), self.place, complete=complete))
        assert made.errors == ()
        assert made.coverage is not None
        return made.coverage

    def cell(self, column: str, *parts: str, complete: bool = False, row: int = 0) -> Cell:
        return self.matrix(PROVIDER, *parts, complete=complete).rows[row].cells[COLUMNS.index(column)]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_mapping_names_rules_and_families_that_exist() -> None:
    rules = load()
    assert [name for name in selected() if name not in rules.cards and name not in rules.families] == []
    assert set(ALARM_FAMILIES) <= rules.families


def test_an_alarm_on_what_users_feel_that_reaches_somebody_covers(desk: Desk) -> None:
    cell = desk.cell("symptom alarm", FUNCTION, TOPIC, MAIL, alarm())
    assert (cell.state, cell.why) == ("covered", "aws_cloudwatch_metric_alarm.errors watches Errors")


def test_an_alarm_that_tells_nobody_is_broken_at_the_hop(desk: Desk) -> None:
    cell = desk.cell("symptom alarm", FUNCTION, TOPIC, alarm())
    assert (cell.state, cell.rule) == ("broken", "alarm-topic-without-subscriber")
    alone = desk.cell("symptom alarm", FUNCTION, alarm(actions=""))
    assert (alone.state, alone.rule) == ("broken", "alarm-without-action")


def test_an_alarm_that_cannot_fire_is_broken(desk: Desk) -> None:
    cell = desk.cell("symptom alarm", FUNCTION, TOPIC, MAIL, alarm(actions=ACTION + "  actions_enabled = false\n"))
    assert cell.state == "broken"
    wrong = alarm().replace("threshold           = 1", "threshold = 1\n  datapoints_to_alarm = 9")
    assert desk.cell("symptom alarm", FUNCTION, TOPIC, MAIL, wrong).rule == "impossible-datapoints"


def test_one_alarm_that_works_is_enough(desk: Desk) -> None:
    cell = desk.cell("symptom alarm", FUNCTION, TOPIC, MAIL, alarm(actions="", name="dead"), alarm())
    assert cell.state == "covered"


def test_an_alarm_on_a_cause_alone_is_no_symptom_and_the_cell_says_so(desk: Desk) -> None:
    matrix = desk.matrix(PROVIDER, FUNCTION, TOPIC, MAIL, alarm("ConcurrentExecutions"))
    symptom, saturation = matrix.rows[0].cells[:2]
    assert (symptom.state, symptom.rule) == ("missing", "cause-only-alarms")
    assert symptom.why.startswith("alarms watch causes only (ConcurrentExecutions)")
    assert (saturation.state, saturation.why) == ("covered", "aws_cloudwatch_metric_alarm.errors watches ConcurrentExecutions")


def test_what_is_not_declared_is_missing_only_where_it_would_be_here(desk: Desk) -> None:
    assert desk.cell("symptom alarm", FUNCTION).state == "undecided"
    assert "--complete" in desk.cell("symptom alarm", FUNCTION).why
    assert desk.cell("symptom alarm", FUNCTION, complete=True).state == "missing"
    other = FUNCTION.replace('"api"', '"jobs"')
    assert desk.cell("symptom alarm", FUNCTION, other, TOPIC, MAIL, alarm(), row=1).state == "missing"


def test_an_exception_exempts(desk: Desk) -> None:
    accepted = '# obslint: ignore[function-without-alarm] reason="a batch job, looked at by hand"\n'
    cell = desk.cell("symptom alarm", accepted + FUNCTION, complete=True)
    assert (cell.state, cell.why) == ("exempt", "accepted: a batch job, looked at by hand")


def test_code_that_may_watch_it_leaves_the_cell_open(desk: Desk) -> None:
    monitor = 'resource "datadog_monitor" "a" {\n  query = aws_lambda_function.api.function_name\n}\n'
    assert desk.cell("symptom alarm", FUNCTION, monitor, complete=True).state == "undecided"


def test_traces_and_retention_follow_their_rules(desk: Desk) -> None:
    assert (desk.cell("traces", FUNCTION).state, desk.cell("traces", FUNCTION).rule) == ("missing", "function-without-tracing")
    group = 'resource "aws_cloudwatch_log_group" "api" {\n  name = "/aws/lambda/api"\n'
    assert desk.cell("retention", FUNCTION).rule == "function-without-log-group"
    assert desk.cell("retention", FUNCTION, group + "}\n").rule == "log-group-never-expires"
    assert desk.cell("retention", FUNCTION, group + "  retention_in_days = 30\n}\n").state == "covered"


def test_what_does_not_apply_is_exempt(desk: Desk) -> None:
    queue = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n'
    assert {column: desk.cell(column, queue).state for column in ("logs", "retention", "traces")} == dict.fromkeys(
        ("logs", "retention", "traces"), "exempt"
    )


def test_what_is_said_of_a_stage_is_said_of_its_api(desk: Desk) -> None:
    api = 'resource "aws_api_gateway_rest_api" "a" {\n  name = "a"\n}\n'
    stage = 'resource "aws_api_gateway_stage" "a" {\n  rest_api_id = aws_api_gateway_rest_api.a.id\n  stage_name = "live"\n}\n'
    cell = desk.cell("logs", api, stage)
    assert (cell.state, cell.rule) == ("missing", "rest-stage-without-access-logs")
    assert desk.cell("logs", api).why == "no stage of it is declared beside it"


def test_a_dashboard_that_names_it_shows_it(desk: Desk) -> None:
    board = 'resource "aws_cloudwatch_dashboard" "a" {\n  dashboard_name = "a"\n  dashboard_body = jsonencode({ widgets = [%s] })\n}\n'
    widget = '{ type = "metric", properties = { region = "eu-west-1", metrics = [["AWS/Lambda", "Errors", "FunctionName", "api"]] } }'
    assert desk.cell("dashboard", FUNCTION, board % widget).state == "covered"
    assert desk.cell("dashboard", FUNCTION, board % "").state == "missing"
    assert desk.cell("dashboard", FUNCTION).state == "undecided"


@pytest.mark.parametrize("key", ["Owner", "team", "OwnedBy", "service-owner", "ContactEmail"])
def test_a_tag_names_the_owner(desk: Desk, key: str) -> None:
    tagged = FUNCTION.replace("}\n", f'  tags = {{\n    "{key}" = "payments"\n  }}\n}}\n')
    assert desk.cell("owner", tagged).state == "covered"
    assert desk.cell("owner", tagged.replace(key, "env")).state == "missing"


def test_tags_of_the_provider_count(desk: Desk) -> None:
    provider = 'provider "aws" {\n  region = "eu-west-1"\n  default_tags {\n    tags = {\n      Owner = "payments"\n    }\n  }\n}\n'
    assert desk.matrix(provider, FUNCTION).rows[0].cells[COLUMNS.index("owner")].state == "covered"


def test_a_trail_is_the_audit_and_a_stopped_one_is_broken(desk: Desk) -> None:
    trail = 'resource "aws_cloudtrail" "a" {\n  name = "a"\n  s3_bucket_name = "logs"\n%s}\n'
    assert desk.cell("audit", FUNCTION, trail % "").state == "covered"
    assert (desk.cell("audit", FUNCTION, trail % "  enable_logging = false\n").rule) == "stopped-trail"


def test_a_placeholder_is_no_runbook(desk: Desk) -> None:
    link, none = '  alarm_description = "https://wiki.acme.org/api"\n', '  alarm_description = "Errors. Runbook: to be written."\n'
    assert desk.cell("runbook", FUNCTION, TOPIC, MAIL, alarm(description=link)).state == "covered"
    assert desk.cell("runbook", FUNCTION, TOPIC, MAIL, alarm(description=none)).state == "missing"


def test_instances_of_one_place_share_a_row_with_the_gravest_cell(desk: Desk) -> None:
    each = '{\n  for_each = { a = "Active", b = "PassThrough" }\n  tracing_config {\n    mode = each.value\n  }\n'
    many = FUNCTION.replace("{\n", each, 1)
    (row,) = desk.matrix(PROVIDER, many).rows
    assert row.resource.instances == ('aws_lambda_function.api["a"]', 'aws_lambda_function.api["b"]')
    assert row.cells[COLUMNS.index("traces")].state == "missing"


def test_servers_of_a_cluster_and_canaries_are_no_rows(desk: Desk) -> None:
    canary = 'resource "aws_synthetics_canary" "a" {\n  name = "a"\n}\n'
    assert desk.matrix(PROVIDER, FUNCTION, canary).rows[0].resource.address == "aws_lambda_function.api"
    assert len(desk.matrix(PROVIDER, FUNCTION, canary).rows) == 1


def test_a_template_has_the_same_matrix(desk: Desk) -> None:
    own, same = desk.matrix(PROVIDER, FUNCTION, complete=True).rows[0], Desk(desk.place / "template")
    same.place.mkdir()
    text = "Resources:\n  Api:\n    Type: AWS::Lambda::Function\n    Properties:\n      FunctionName: api\n"
    (row,) = same.matrix(text, name="t.yaml", complete=True).rows
    assert [(cell.state, cell.rule) for cell in row.cells] == [(cell.state, cell.rule) for cell in own.cells]
    assert row.kind == own.kind == "function"


def test_the_share_is_of_what_is_decided_and_never_rounded_up() -> None:
    assert percent({"covered": 199, "broken": 1, "missing": 0, "undecided": 50, "exempt": 7}) == 99
    assert percent({"covered": 0, "broken": 0, "missing": 0, "undecided": 5, "exempt": 5}) is None
    assert COVERAGE_SCHEMA_VERSION == 1
    assert Row.__slots__
