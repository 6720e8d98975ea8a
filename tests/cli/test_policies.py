"""Policies in YAML, through the command line: what each condition means, that doubt stays doubt, and what is said about mistakes."""

import json
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from click.testing import CliRunner, Result

from obslint.cli import main

Run = Callable[..., Result]

GROUPS = """\
variable "any" {}

resource "aws_kms_key" "logs" {}

resource "aws_cloudwatch_log_group" "yes" {
  name              = "/shop/orders"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_group" "no" {
  name              = "other"
  retention_in_days = 400
}

resource "aws_cloudwatch_log_group" "unknown" {
  name              = var.any
  retention_in_days = var.any
  kms_key_id        = var.any
}
"""
TEMPLATE = """\
Parameters:
  Any: {Type: String}
Resources:
  Logs: {Type: AWS::KMS::Key}
  yes:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: /shop/orders, RetentionInDays: 30, KmsKeyId: !GetAtt Logs.Arn}
  no:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: other, RetentionInDays: 400}
  unknown:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Ref Any, RetentionInDays: !Ref Any, KmsKeyId: !Ref Any}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), env={"NO_COLOR": "1", "COLUMNS": "100"})


def policy(when: str, **more: str) -> str:
    """A file with one policy."""
    keys = {"id": "a-policy", "summary": "Something is wrong.", "view": "LogGroup", "message": "is wrong"} | more
    lines = "".join(f"    {key.replace('_', '-')}: {value}\n" for key, value in keys.items())
    return f"policies:\n  -\n{lines}    when:\n{indent(dedent(when).strip(), '      ')}\n"


def verdicts(run: Run, text: str, when: str) -> dict[str, str]:
    """What a condition says about each group of a text, by the last part of its address."""
    name = "a.tf" if text.startswith("variable") else "a.yaml"
    Path(name).write_text(text)
    Path("rules").mkdir(exist_ok=True)
    Path("rules/policy.yaml").write_text(policy(when))
    found = run("scan", name, "--rules", "rules/policy.yaml", "--select", "a-policy", "--format", "json")
    assert found.exit_code in (0, 1), found.stderr
    report = json.loads(found.stdout)
    said = {one["resource"]["address"].rpartition(".")[2]: "yes" for one in report["findings"]}
    open_ = {one["resource"]["address"].rpartition(".")[2]: "unknown" for one in report["undecided"]}
    return {name: (said | open_).get(name, "no") for name in ("yes", "no", "unknown")}


@pytest.mark.parametrize("text", [GROUPS, TEMPLATE], ids=["terraform", "cloudformation"])
@pytest.mark.parametrize(
    "when",
    [
        "{attribute: retention, equals: 30}",
        "{attribute: retention, in: [7, 30]}",
        '{attribute: retention, compares: "< 100"}',
        '{attribute: retention, compares: "<= 30"}',
        '{not: {attribute: retention, compares: ">= 31"}}',
        '{not: {attribute: retention, compares: "!= 30"}}',
        '{attribute: name, matches: "^/shop/.*s$"}',
        "{attribute: name, starts-with: /shop/}",
        "{attribute: name, ends-with: orders}",
        "{attribute: name, includes: /shop/orders}",
        "{attribute: kms_key, present: true}",
        "{not: {attribute: kms_key, absent: true}}",
        "{all: [{attribute: retention, equals: 30}, {attribute: name, starts-with: /}]}",
        "{any: [{attribute: retention, equals: 30}, {attribute: retention, equals: 31}]}",
    ],
)
def test_a_condition_is_true_false_or_undecided(run: Run, text: str, when: str) -> None:
    assert verdicts(run, text, when) == {"yes": "yes", "no": "no", "unknown": "unknown"}


def test_a_doubt_that_does_not_matter_is_none(run: Run) -> None:
    either = "{any: [{attribute: retention, equals: 30}, {attribute: log_class, equals: STANDARD}]}"
    assert verdicts(run, GROUPS, either) == {"yes": "yes", "no": "yes", "unknown": "yes"}


def test_attributes_are_compared_with_each_other(run: Run) -> None:
    Path("a.tf").write_text(
        'variable "any" {}\n'
        + "".join(
            f'resource "aws_cloudwatch_metric_alarm" "{name}" {{\n  evaluation_periods = {periods}\n  datapoints_to_alarm = {points}\n}}\n'
            for name, periods, points in (("more", 2, 3), ("same", 3, 3), ("less", 3, 2), ("open", "var.any", 3))
        )
    )
    for sign, expected in ((">", {"more"}), (">=", {"more", "same"}), ("<", {"less"}), ("==", {"same"}), ("!=", {"more", "less"})):
        Path("p.yaml").write_text(policy(f'{{attribute: datapoints_to_alarm, compares: "{sign} evaluation_periods"}}', view="MetricAlarm"))
        report = json.loads(run("scan", "a.tf", "--rules", "p.yaml", "--select", "a-policy", "--format", "json").stdout)
        assert {one["resource"]["address"].rpartition(".")[2] for one in report["findings"]} == expected
        assert [one["resource"]["address"].rpartition(".")[2] for one in report["undecided"]] == ["open"]


FILTER = 'resource "aws_cloudwatch_log_subscription_filter" "f" {{\n  log_group_name = {group}\n  filter_pattern = "{pattern}"\n}}\n'


def test_what_refers_to_the_subject_is_looked_for(run: Run) -> None:
    yes = FILTER.format(group="aws_cloudwatch_log_group.yes.name", pattern="ERROR")
    exists = "{exists: {view: SubscriptionFilter, refers: group, where: {attribute: pattern, equals: ERROR}}}"
    assert verdicts(run, GROUPS + yes, exists) == {"yes": "yes", "no": "no", "unknown": "no"}
    by_name = yes.replace("aws_cloudwatch_log_group.yes.name", '"/shop/orders"')
    assert verdicts(run, GROUPS + by_name, exists) == {"yes": "yes", "no": "no", "unknown": "unknown"}
    none = "{none: {view: SubscriptionFilter, refers: group}}"
    assert verdicts(run, GROUPS + yes, none) == {"yes": "no", "no": "yes", "unknown": "yes"}
    leaving = GROUPS + yes + 'output "o" {\n  value = aws_cloudwatch_log_group.no.name\n}\n'
    assert verdicts(run, leaving, none) == {"yes": "no", "no": "unknown", "unknown": "yes"}


def test_a_reference_may_stand_in_blocks(run: Run) -> None:
    Path("a.tf").write_text(
        'resource "aws_s3_bucket" "a" {}\n\n'
        + "".join(f'resource "aws_sns_topic" "{name}" {{\n  name = "{name}"\n}}\n\n' for name in ("used", "idle"))
        + 'resource "aws_s3_bucket_notification" "n" {\n  bucket = aws_s3_bucket.a.id\n  topic {\n'
        '    topic_arn = aws_sns_topic.used.arn\n    events    = ["s3:ObjectCreated:*"]\n  }\n}\n'
    )
    for kind, address in (("exists", "aws_sns_topic.used"), ("none", "aws_sns_topic.idle")):
        Path("p.yaml").write_text(policy(f"{{{kind}: {{view: Publisher, refers: objects.arn}}}}", view="Topic"))
        report = json.loads(run("scan", "a.tf", "--rules", "p.yaml", "--select", "a-policy", "--format", "json").stdout)
        assert [one["resource"]["address"] for one in report["findings"]] == [address]
    for name in ("objcts.arn", "objects.arm"):
        Path("p.yaml").write_text(policy(f"{{none: {{view: Publisher, refers: {name}}}}}", view="Topic"))
        assert "did you mean" in run("scan", "a.tf", "--rules", "p.yaml", "--select", "trails").stderr


def test_a_reference_can_ask_about_what_it_names(run: Run) -> None:
    # a variable cannot hold the ARN of a key that this very module creates
    assert verdicts(run, GROUPS, "{attribute: kms_key, refers-to: Key}") == {"yes": "yes", "no": "no", "unknown": "no"}
    when = "{attribute: kms_key, refers-to: {view: Key, where: {attribute: document, present: true}}}"
    assert verdicts(run, GROUPS, when)["yes"] == "no"
    assert verdicts(run, GROUPS.replace('"logs" {}', '"logs" {\n  policy = "{}"\n}'), when)["yes"] == "yes"


def test_blocks_are_asked(run: Run) -> None:
    Path("a.tf").write_text(
        'resource "aws_cloudtrail" "a" {\n  insight_selector {\n    insight_type = "ApiCallRateInsight"\n  }\n}\n'
        'resource "aws_cloudtrail" "b" {}\n'
    )
    for kind, expected in (("some", ["aws_cloudtrail.a"]), ("every", ["aws_cloudtrail.a", "aws_cloudtrail.b"])):
        when = f"{{{kind}: {{blocks: insights, where: {{attribute: type, equals: ApiCallRateInsight}}}}}}"
        Path("p.yaml").write_text(policy(when, view="Trail"))
        report = json.loads(run("scan", "a.tf", "--rules", "p.yaml", "--select", "a-policy", "--format", "json").stdout)
        assert [one["resource"]["address"] for one in report["findings"]] == expected


SHORT = policy(
    '{attribute: retention, compares: "< 365"}',
    message='"{address} keeps {retention} days"',
    why="Audits ask for a year.",
    severity="error",
    persona="pedantic",
    fix="{set: {retention: 365}, safety: unsafe, reason: storage costs}",
    references="[https://acme.example/retention]",
    equivalents="{checkov: CKV_AWS_338}",
)


def test_a_policy_is_a_rule_like_any_other(run: Run) -> None:
    Path("a.tf").write_text('resource "aws_cloudwatch_log_group" "a" {\n  retention_in_days = 30 # why\n}\n')
    Path("acme.yaml").write_text(SHORT)
    assert run("scan", "--rules", "acme.yaml", "--select", "acme", "--format", "concise").stdout == ""
    found = run("scan", "--rules", "acme.yaml", "--select", "acme", "--persona", "pedantic", "--format", "concise").stdout
    assert found == "a.tf:2:3: error a-policy [!] aws_cloudwatch_log_group.a keeps 30 days (aws_cloudwatch_log_group.a)\n"
    explained = run("explain", "a-policy", "--rules", "acme.yaml").stdout
    for part in ("error, persona pedantic", "unsafe fix", "Audits ask for a year.", "RetentionInDays", "Checkov", "CKV_AWS_338"):
        assert part in explained
    run("scan", "--rules", "acme.yaml", "--select", "a-policy", "--fix", "--unsafe-fixes")
    assert "retention_in_days = 365 # why" in Path("a.tf").read_text()


def test_a_policy_needs_no_permission_and_settings_can_tune_it(run: Run) -> None:
    Path(".git").mkdir()
    Path("a.tf").write_text('resource "aws_cloudwatch_log_group" "a" {\n  retention_in_days = 30\n}\n')
    Path("pack/policies").mkdir(parents=True)
    Path("pack/policies/acme.yaml").write_text(SHORT)
    Path("obslint.toml").write_text('rule-packs = ["pack"]\npersona = "pedantic"\n[rules.a-policy]\nseverity = "info"\n')
    assert "info a-policy" in run("scan", "--format", "concise", "--select", "pack").stdout


def test_a_pack_tries_its_policies_on_fixtures(run: Run) -> None:
    Path("acme/policies").mkdir(parents=True)
    Path("acme/policies/a.yaml").write_text(SHORT)
    folder = Path("acme/tests/acme/a-policy")
    folder.mkdir(parents=True)
    for kind, value in (("bad", "30"), ("good", "400"), ("unknown", "var.x")):
        head = 'variable "x" {}\n' if kind == "unknown" else ""
        (folder / f"{kind}.tf").write_text(f'{head}resource "aws_cloudwatch_log_group" "a" {{\n  retention_in_days = {value}\n}}\n')
        parameters = "Parameters:\n  X:\n    Type: Number\n" if kind == "unknown" else ""
        value = "!Ref X" if kind == "unknown" else value
        body = f"Resources:\n  a:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      RetentionInDays: {value}\n"
        (folder / f"{kind}.cfn.yaml").write_text(parameters + body)
    found = run("rules", "test", "acme", "--update")
    assert "give other messages in one dialect" in found.stdout  # the addresses differ
    Path("acme/policies/a.yaml").write_text(SHORT.replace("{address} ", ""))
    assert run("rules", "test", "acme").exit_code == 0
    assert "acme/policies/a.yaml:3" in run("rules", "test", "acme").stdout


MISTAKES = """\
family: acme
policies:
  - id: wrong-names
    summary: x
    view: LogGruop
    when: {attribute: retention, absent: true}
    message: x
  - id: wrong-inside
    summary: x
    view: LogGroup
    when:
      all:
        - attribute: retntion
          present: true
        - {attribute: name, matches: "("}
        - some: {blocks: parts, where: {attribute: y, absent: true}}
        - none: {view: SubscriptionFilter, refers: grup}
    message: "keeps {retension} days"
    equivalents: {chekov: CKV_1}
    fix: {set: {retenton: 3}}
  - id: wrong-shape
    when:
      attribute: name
      equals: 3
      absent: true
    mesage: x
    severity: bad
    fix: {safety: unsafe, set: {retention: 3}}
  - id: still-here
    summary: x
    view: LogGroup
    when: {attribute: retention, absent: true}
    message: still found
"""


def test_mistakes_are_told_with_their_line_and_the_rest_goes_on(run: Run) -> None:
    Path("a.tf").write_text('resource "aws_cloudwatch_log_group" "a" {}\n')
    Path("bad.yaml").write_text(MISTAKES)
    found = run("scan", "--rules", "bad.yaml", "--select", "acme", "--format", "concise")
    assert found.exit_code == 2
    assert "still found" in found.stdout
    expected = {
        5: "there is no view LogGruop; did you mean LogGroup?",
        13: "there is no attribute of LogGroup called retntion; did you mean retention?",
        15: "is no regular expression",
        16: "there is no group of blocks of LogGroup called parts",
        17: "there is no attribute of SubscriptionFilter called grup; did you mean group?",
        18: "there is no attribute of LogGroup called retension; did you mean retention?",
        19: "there is no tool or framework chekov; did you mean checkov?",
        20: "there is no attribute of LogGroup called retenton; did you mean retention?",
        21: "policies[2].summary: is missing",
        22: "an attribute is asked exactly one of",
        26: "there is no such key; did you mean message?",
        27: "input should be 'error', 'warning' or 'info'",
        28: "a fix that is unsafe says why in reason:",
    }
    for line, message in expected.items():
        assert any(f"bad.yaml:{line}: " in one and message in one for one in found.stderr.splitlines()), (line, message, found.stderr)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("policies: [\n", "bad.yaml:2: "),
        ("policies:\n  - id: a\n    id: b\n", "bad.yaml:3: "),
        ("- a\n", "bad.yaml:1: "),
        ("policies: [{id: a}]\n", "error: policy is left out: bad.yaml:1: policies[0].summary: is missing"),
        ("policies: []\n", "policies: should have at least one item"),
        ("policies: {id: a}\n", "policies: should be a list"),
        ("- a\n", "bad.yaml:1: should be a mapping of keys and values"),
        ("policies: [{id: A b}]\n", "policies[0].id: 'A b' is not understood; write it as in log-group-under-a-year"),
        ("", "bad.yaml:1: "),
        ("a: &x [*x]\n", "bad.yaml"),
        ("family: Acme\npolicies: 3\n", "family: 'Acme' is not understood; write it as in log_groups"),
    ],
)
def test_what_is_no_file_of_policies_is_said(run: Run, text: str, message: str) -> None:
    Path("a.tf").write_text('resource "aws_cloudwatch_log_group" "a" {}\n')
    Path("bad.yaml").write_text(text)
    found = run("scan", "a.tf", "--rules", "bad.yaml", "--select", "trails")
    assert (found.exit_code, message in found.stderr) == (2, True), found.stderr
    assert "Traceback" not in found.stderr
    assert ("at least one item" in found.stderr) == (text == "policies: []\n")
    assert "please report" not in found.stderr.splitlines()[0]


def test_a_policy_that_is_left_out_is_told_to_who_selects_it(run: Run) -> None:
    Path("a.tf").write_text('resource "aws_cloudwatch_log_group" "a" {}\n')
    Path("bad.yaml").write_text(MISTAKES)
    found = run("scan", "a.tf", "--rules", "bad.yaml", "--select", "wrong-names")
    assert found.exit_code == 2
    assert "there is no rule or family wrong-names" in found.stderr
    assert "bad.yaml:5: policies[0].view: there is no view LogGruop; did you mean LogGroup?" in found.stderr


def test_the_views_are_listed(run: Run) -> None:
    listed = run("rules", "views").stdout
    assert "LogGroup " in listed
    one = run("rules", "views", "LogGroup").stdout.splitlines()
    assert [line.split() for line in one if line.startswith("retention ")] == [["retention", "retention_in_days", "RetentionInDays", "0"]]
    trail = json.loads(run("rules", "views", "Trail", "--format", "json").stdout)[0]
    assert {"name": "type", "paths": {"terraform": "insight_type", "cloudformation": "InsightType"}, "default": None} in trail["blocks"][
        "insights"
    ]["attributes"]
    assert "did you mean LogGroup?" in run("rules", "views", "LogGruop").stderr


def test_the_schema_is_printed_and_knows_every_key(run: Run) -> None:
    schema = json.loads(run("schema", "policies").stdout)
    condition = schema["$defs"]["Condition"]["properties"]
    assert {"all", "any", "not", "attribute", "in", "refers-to", "starts-with", "none"} <= condition.keys()
    assert all(part.get("description") for part in condition.values())
