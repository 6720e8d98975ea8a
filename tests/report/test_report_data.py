"""The formats for machines: concise and JSON."""

import json

from obslint.lint.result import NotAnalysed, Subject
from obslint.report import Style, render
from obslint.report.schema import report_schema


def test_concise_is_one_line_for_each_finding(trail):
    assert render("concise", trail, Style()) == (
        "modules/audit/trail.tf:6:3: error trail-without-log-validation [*] log files are not validated"
        ' (module.audit["eu"].aws_cloudtrail.main +1)\n'
    )


def test_concise_says_what_cannot_be_fixed_or_was_not_read(desk):
    desk.add("a.tf", "a = 1\n")
    finding = desk.finding(desk.at("a.tf", "a"), severity="info", message="two\nlines", resource=None)
    outcome = desk.outcome(finding, not_analysed=(NotAnalysed("m", "module was not read"),))
    assert render("concise", outcome, Style()).splitlines() == [
        "a.tf:1:1: info trail-without-log-validation [-] two lines",
        "m: not analysed: module was not read",
    ]


def test_concise_with_undecided_and_statistics(trail):
    lines = render("concise", trail, Style(undecided=True, statistics=True)).splitlines()
    assert lines[1] == (
        'modules/audit/trail.tf:2:1: undecided single-region-trail variable "multi" has no value; pass --var-file'
        ' (module.audit["eu"].aws_cloudtrail.main)'
    )
    assert lines[2] == "1  error    trail-without-log-validation"


def test_concise_of_a_clean_run_is_empty(desk):
    assert render("concise", desk.outcome(), Style()) == ""


def test_json_has_the_promised_shape(trail, snapshot):
    assert render("json", trail, Style()) == snapshot


def test_json_of_a_clean_run_has_the_same_keys(trail, desk):
    def keys(outcome):
        return list(json.loads(render("json", outcome, Style())))

    assert keys(desk.outcome()) == keys(trail)


def test_json_holds_every_text_unharmed(desk):
    desk.add("ä.tf", "a = 1\n")
    outcome = desk.outcome(desk.finding(desk.at("ä.tf", "a"), message='"quoted" ☃ \x1b', resource=Subject("a\udc80", "t", ".")))
    shown = render("json", outcome, Style(colour=True))
    assert shown.isascii()
    assert json.loads(shown)["findings"][0]["message"] == '"quoted" ☃ \x1b'


def test_reports_obey_their_schema(trail, desk, violations):
    schema = report_schema()
    for outcome in (trail, desk.outcome()):
        assert violations(json.loads(render("json", outcome, Style())), schema) == []


def test_the_schema_refuses_what_is_not_a_report(trail, violations):
    schema = report_schema()
    data = json.loads(render("json", trail, Style()))
    data["schema_version"] = 2
    data["findings"][0]["severity"] = "fatal"
    data["findings"][0]["fix"]["edits"][0]["location"]["line"] = "3"
    data["findings"][0]["surprise"] = True
    del data["summary"]["files"]
    assert sorted(violations(data, schema)) == [
        "findings/0/fix: matches none of the alternatives",
        "findings/0/severity: not one of ['error', 'warning', 'info']",
        "findings/0: unknown key surprise",
        "schema_version: not 1",
        "summary: files is missing",
    ]
