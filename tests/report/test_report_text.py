"""The report for people, as it is printed."""

from dataclasses import replace

from obslint.lint.result import FixOffer, Location, NotAnalysed, RelatedPlace, Subject, Summary, Suppressed, TextEdit, Undecided
from obslint.report import Style, render


def text(outcome, **style) -> str:
    return render("text", outcome, Style(**style))


def test_a_finding_with_everything(trail, snapshot):
    assert text(trail) == snapshot


def test_in_colour(trail, snapshot):
    assert text(trail, colour=True) == snapshot


def test_colour_changes_nothing_but_colour(trail):
    import click

    assert click.unstyle(text(trail, colour=True)) == text(trail)


def test_undecided_and_statistics_on_demand(trail, snapshot):
    assert text(trail, undecided=True, statistics=True) == snapshot


def test_a_clean_run_takes_one_line(desk):
    assert text(desk.outcome()) == "no findings: 12 resources in 2 files, 1 unit, 0.3 s\n"


def test_what_was_fixed_is_counted(desk):
    outcome = desk.outcome(summary=Summary(1, 1, 1, fixed=3))
    assert text(outcome) == "3 fixed, no findings: 1 resource in 1 file, 1 unit, 0.0 s\n"


def test_summary_counts_by_severity_and_fix(desk):
    desk.add("a.tf", "a\n")
    at = desk.at("a.tf", "a")
    fixes = [FixOffer("do", applicability, "in-place") for applicability in ("safe", "safe", "unsafe", "manual")]
    findings = [
        desk.finding(at, severity=severity, fix=fix) for severity, fix in zip(["warning", "error", "warning", "info"], fixes, strict=True)
    ]
    last = text(desk.outcome(*findings)).splitlines()[-2:]
    assert last == [
        "1 error, 2 warnings, 1 info (2 safe fixes: --fix, 1 unsafe: --fix --unsafe-fixes)",
        "12 resources in 2 files, 1 unit, 0.3 s",
    ]


def test_what_was_not_analysed_is_named_up_to_ten(desk):
    at = Location("a.tf", 1, 1, 1, 1)
    missed = tuple(NotAnalysed(f"m{n}.tf", "module source is a registry; run terraform init") for n in range(12))
    outcome = desk.outcome(not_analysed=missed, suppressed=(Suppressed("r", None, at, "m", "because"),))
    lines = text(outcome).splitlines()
    assert lines[1] == "1 suppressed, 12 not analysed:"
    assert lines[2] == "  m0.tf: module source is a registry; run terraform init"
    assert lines[12:] == ["  and 2 more"]


def test_undecided_are_grouped_by_reason(desk):
    subject = Subject("aws_sns_topic.a", "aws_sns_topic", ".")
    at = Location("a.tf", 3, 1, 3, 5)
    reasons = ("x is not known", "y is not known", "y is not known")
    outcome = desk.outcome(undecided=tuple(Undecided("some-rule", subject, at, reason) for reason in reasons))
    shown = text(outcome, undecided=True)
    row = "    a.tf:3:1  some-rule  aws_sns_topic.a"
    assert shown.startswith("\n".join(["undecided", "  y is not known  (2 times)", row, row, "  x is not known", row, ""]))
    assert "3 undecided\n" in shown


def test_an_unsafe_fix_says_why_and_what_a_plan_shows(desk, snapshot):
    desk.add("logs.tf", 'resource "aws_cloudwatch_log_group" "a" {\n  name_prefix = "/aws/lambda/orders-"\n}\n')
    line = desk.at("logs.tf", 'name_prefix = "/aws/lambda/orders-"')
    edits = (TextEdit(desk.at("logs.tf", "name_prefix"), "name       "), TextEdit(desk.at("logs.tf", 'orders-"'), 'orders"'))
    fix = FixOffer("name the group as Lambda does", "unsafe", "replacement", edits, reason="the old group and its records are deleted")
    finding = desk.finding(
        line, rule="misnamed-log-group", severity="warning", fix=fix, resource=Subject("aws_cloudwatch_log_group.a", "x", ".")
    )
    assert text(desk.outcome(finding)) == snapshot


def test_a_manual_fix_shows_its_snippet(desk, snapshot):
    desk.add("stack.yaml", "Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n")
    fix = FixOffer(
        "add a subscription", "manual", "new-resource", reason="only you know who is on call",
        snippet="Subscription:\n  Type: AWS::SNS::Subscription\n  Properties:\n    TopicArn: !Ref Topic\n",
    )  # fmt: skip
    finding = desk.finding(
        desk.at("stack.yaml", "Topic"), rule="topic-without-subscriber", fix=fix, resource=Subject("Topic", "AWS::SNS::Topic", ".")
    )
    assert text(desk.outcome(finding)) == snapshot


def test_a_file_that_does_not_parse(desk, snapshot):
    desk.add("bad.tf", 'resource "aws_sns_topic" "a" {\n  name = \n')
    finding = desk.finding(
        desk.at("bad.tf", "name = ", empty_after=True), rule="syntax-error", message="an expression is missing", resource=None
    )
    assert text(desk.outcome(finding)) == snapshot


def test_without_the_text_of_the_file_the_place_is_still_named(desk):
    shown = text(
        desk.outcome(desk.finding(Location("gone.tf", 3, 2, 3, 9), related=(RelatedPlace("passed here", Location("m.tf", 1, 2, 1, 3)),)))
    )
    assert shown.splitlines()[1:4] == ["  --> gone.tf:3:2      aws_cloudtrail.main", "   |", "  ::: m.tf:1:2  passed here"]


def test_a_far_place_in_the_same_file_is_shown_apart(desk):
    desk.add("a.tf", "first = 1\n" + "\n" * 20 + "second = first\n")
    finding = desk.finding(desk.at("a.tf", "second"), related=(RelatedPlace("this decides", desk.at("a.tf", "first")),))
    assert "   ::: a.tf:1:1\n    |\n  1 | first = 1\n    | ----- this decides\n    |\n" in text(desk.outcome(finding))


def test_an_added_line_is_shown_with_its_new_number(desk):
    desk.add("t.tf", 'resource "aws_cloudtrail" "t" {\n  name = "t"\n}\n')
    edit = TextEdit(desk.at("t.tf", 'name = "t"', empty_after=True), "\n  enable_logging = true")
    fix = FixOffer("set enable_logging", "safe", "in-place", (edit,))
    shown = text(desk.outcome(desk.finding(desk.at("t.tf", "resource"), fix=fix)))
    assert "   |   plan effect: in-place update\n 3 | +   enable_logging = true\n   |\n" in shown


def test_a_long_addition_is_cut(desk):
    desk.add("t.tf", "a = 1\n")
    fix = FixOffer(
        "add", "unsafe", "new-resource", (TextEdit(desk.at("t.tf", "a = 1", empty_after=True), "\nb = 1" * 30),), reason="costs money"
    )
    shown = text(desk.outcome(desk.finding(desk.at("t.tf", "a"), fix=fix)))
    assert "\n 21 | + b = 1\n    | ... 10 more lines\n" in shown


def test_many_instances_are_counted(desk):
    desk.add("t.tf", "a = 1\n")
    instances = tuple(f'aws_sns_topic.a["{n}"]' for n in range(5))
    shown = text(desk.outcome(desk.finding(desk.at("t.tf", "a"), resource=Subject(instances[0], "aws_sns_topic", ".", instances))))
    assert shown.splitlines()[1].endswith('aws_sns_topic.a["0"], aws_sns_topic.a["1"], aws_sns_topic.a["2"], +2 more')


def test_long_addresses_are_counted_sooner(desk):
    desk.add("t.tf", "a = 1\n")
    instances = tuple(f'module.monitoring["{name * 20}"].aws_sns_topic.a' for name in "abc")
    shown = text(desk.outcome(desk.finding(desk.at("t.tf", "a"), resource=Subject(instances[0], "aws_sns_topic", ".", instances))))
    assert shown.splitlines()[1] == f"  --> t.tf:1:1      {instances[0]}, +2 more"


def test_nothing_from_a_file_can_steer_the_terminal(desk):
    hostile = "name = \x1b[2J\x9b1m\u202e"
    desk.add("t.tf", hostile + "\n")
    finding = desk.finding(desk.at("t.tf", "name"), message="\x1b]0;owned\x07 and\na second line", related=())
    finding = replace(finding, resource=Subject("a\x1b[0m", "t", "."))
    shown = text(desk.outcome(finding))
    assert all(character.isprintable() or character == "\n" for character in shown)
    assert "␛[2J" in shown
    assert "and a second line" in shown


def test_json_has_no_comments_so_metadata_is_advised_in_templates(desk):
    desk.add("t.json", '{"a": 1}\n')
    terraform = desk.finding(desk.at("t.json", '"a"'))
    template = replace(terraform, resource=Subject("Trail", "AWS::CloudTrail::Trail", "."))
    assert "ignore:" not in text(desk.outcome(terraform))
    advised = '"Metadata": {"obslint": {"ignore": [{"rule": "trail-without-log-validation", "reason": "..."}]}}'
    assert f"ignore: {advised}\n" in text(desk.outcome(template))


def test_the_path_of_a_cdk_construct_stands_after_the_address(desk):
    desk.add("t.tf", "a\n")
    resource = Subject("Topic1A", "AWS::SNS::Topic", "a.template.json", construct="Stack/Topic/Resource")
    shown = text(desk.outcome(desk.finding(desk.at("t.tf", "a"), resource=resource)))
    assert shown.splitlines()[1] == "  --> t.tf:1:1      Topic1A (Stack/Topic/Resource)"
