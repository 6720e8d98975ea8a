"""Exceptions for other tools: which count, where, and what the ledger says of them."""

from datetime import date

import pytest

from obslint.lint import run
from obslint.lint.ledger import ledger
from obslint.lint.request import Request

GROUP = 'resource "aws_s3_bucket" "a" {{\n{inside}  bucket = "a"\n}}\n'
RULE = "bucket-without-access-logs"
IDS = {}
M = "    Metadata:\n      "


@pytest.fixture(autouse=True, scope="module")
def ids():
    """An id that each tool has for a rule about buckets."""
    from obslint.lint import registry

    card = registry.load().cards[RULE]
    IDS.update({tool: names[0] for tool, names in card.peers.items()})


@pytest.fixture(autouse=True)
def today(monkeypatch):
    class Today(date):
        @classmethod
        def today(cls):
            return cls(2026, 11, 21)

    monkeypatch.setattr("obslint.lint.runner.date", Today)


def scan(place, **request):
    outcome = run(Request((place,), place, select=(RULE, "engine"), **request))
    assert outcome.errors == ()
    return outcome.report


def terraform(place, *, before="", inside="", **request):
    text = before.format(**IDS) + GROUP.format(inside=inside.format(**IDS))
    (place / "main.tf").write_text(text)
    return scan(place, **request)


def test_without_an_exception(tmp_path):
    assert [one.rule for one in terraform(tmp_path).findings] == [RULE]


@pytest.mark.parametrize(
    ("before", "inside", "tool", "reason"),
    [
        ("", "  # checkov:skip={checkov}:no logs of logs\n", "checkov", "no logs of logs"),
        ("", "  #checkov:skip=CKV_AWS_1,{checkov}: both\n", "checkov", "both"),
        ("#trivy:ignore:AVD-{trivy}\n", "", "trivy", "trivy:ignore:AVD-AWS-0089"),
        ("# trivy:ignore:AWS-0001 trivy:ignore:{trivy}\n", "", "trivy", "trivy:ignore:AWS-0089"),
        ("#trivy:ignore:*\n", "", "trivy", "trivy:ignore:*"),
        ("#tfsec:ignore:aws-s3-enable-bucket-logging\n", "", "tfsec", "tfsec:ignore:aws-s3-enable-bucket-logging"),
        ("#trivy:ignore:{trivy}:exp:2026-11-21\n", "", "trivy", "trivy:ignore:AWS-0089:exp:2026-11-21"),
        ("# kics-scan ignore-block\n", "", "kics", "kics-scan ignore-block"),
        ("# kics-scan ignore-line\n", "", "kics", "kics-scan ignore-line"),
        ("# kics-scan disable={kics}-0000-0000\n\n", "", "kics", "kics-scan disable="),
    ],
)
def test_comments_that_count(tmp_path, before, inside, tool, reason):
    report = terraform(tmp_path, before=before, inside=inside)
    assert report.findings == ()
    (one,) = report.suppressed
    assert one.tool == tool
    assert one.reason.startswith(reason)


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("", "  # checkov:skip={checkov}\n"),
        ("", "  # checkov:skip=CKV_AWS_1:another\n"),
        ("# checkov:skip={checkov}:outside of the block\n\n", ""),
        ("#trivy:ignore:{trivy}:exp:2026-11-20\n", ""),
        ("#trivy:ignore:{trivy}:ws:dev\n", ""),
        ("#trivy:ignore:{trivy}[bucket=b]\n", ""),
        ("#trivy:ignore:{trivy}\n\n", ""),
        ("locals {{\n  a = 1\n}}\n# kics-scan disable={kics}-0000\n\n", ""),
        ('locals {{\n  a = "#trivy:ignore:{trivy}"\n}}\n', ""),
    ],
)
def test_comments_that_do_not(tmp_path, before, inside):
    report = terraform(tmp_path, before=before, inside=inside)
    assert [one.rule for one in report.findings] == [RULE]


def test_a_block_covers_itself_only(tmp_path):
    (tmp_path / "main.tf").write_text(
        GROUP.format(inside="  # checkov:skip={checkov}:x\n".format(**IDS)) + GROUP.format(inside="").replace('"a"', '"b"')
    )
    assert [one.resource.address for one in scan(tmp_path).findings] == ["aws_s3_bucket.b"]


def template(place, metadata="", comment="", top=""):
    text = f"{top}Resources:\n  A:\n    Type: AWS::S3::Bucket\n{comment}{metadata}    Properties:\n      BucketName: a\n"
    (place / "t.yaml").write_text(text.format(**IDS))
    return scan(place)


@pytest.mark.parametrize(
    ("metadata", "tool", "reason"),
    [
        (
            M + "checkov:\n        skip:\n          - id: {checkov}\n            comment: it is fine\n",
            "checkov",
            "it is fine",
        ),
        (
            M + "cfn_nag:\n        rules_to_suppress:\n          - id: {cfn_nag}\n            reason: old\n",
            "cfn_nag",
            "old",
        ),
        (
            M + "cdk_nag:\n        rules_to_suppress:\n          - id: HIPAA.Security-{cdk_nag}\n            reason: old\n",
            "cdk_nag",
            "old",
        ),
        (M + "guard:\n        SuppressedRules:\n          - {guard}\n", "guard", "named in SuppressedRules"),
        ("    # checkov:skip={checkov}:in a comment\n", "checkov", "in a comment"),
    ],
)
def test_metadata_that_counts(tmp_path, metadata, tool, reason):
    report = template(tmp_path, metadata)
    assert report.findings == ()
    assert [(one.tool, one.reason) for one in report.suppressed] == [(tool, reason)]


def test_the_numbers_of_the_pack_that_most_cdk_apps_use(tmp_path):
    nag = M + "cdk_nag:\n        rules_to_suppress:\n          - id: {}\n            reason: old\n"
    assert template(tmp_path, nag.format("AwsSolutions-S1")).findings == ()
    assert [one.rule for one in template(tmp_path, nag.format("AwsSolutions-S10")).findings] == [RULE]
    assert [one.rule for one in template(tmp_path, nag.format("Other-S1")).findings] == [RULE]


def test_every_number_is_a_name_that_some_rule_has():
    from obslint.lint import registry
    from obslint.lint.foreign_names import CDK_NAG_NUMBERS

    aliases = registry.load().aliases
    assert [name for name in CDK_NAG_NUMBERS.values() if f"cdk_nag:{name}" not in aliases] == []


def test_metadata_of_a_whole_template(tmp_path):
    top = "Metadata:\n  cfn_nag:\n    rules_to_suppress:\n      - id: {cfn_nag}\n        reason: old\n"
    assert template(tmp_path, top=top).findings == ()


@pytest.mark.parametrize(
    "metadata",
    [
        M + "checkov:\n        skip:\n          - id: {checkov}\n",
        M + "cfn_nag:\n        rules_to_suppress:\n          - id: {cfn_nag}\n",
        M + "cdk_nag:\n        rules_to_suppress:\n          - id: X-{cdk_nag}\n            reason: x\n            applies_to: [a]\n",
        M + "guard:\n        SuppressedRules: {guard}\n",
    ],
)
def test_metadata_that_does_not(tmp_path, metadata):
    assert [one.rule for one in template(tmp_path, metadata).findings] == [RULE]


@pytest.mark.parametrize(("setting", "found"), [("[]", 1), ('["trivy"]', 1), ('["checkov"]', 0)])
def test_the_setting_chooses_the_tools(tmp_path, setting, found):
    (tmp_path / "obslint.toml").write_text(f"foreign-ignores = {setting}\n")
    report = terraform(tmp_path, inside="  # checkov:skip={checkov}:x\n", settings=True)
    assert len(report.findings) == found


def test_what_may_not_be_ignored_is_not(tmp_path):
    (tmp_path / "obslint.toml").write_text(f'unignorable = ["{RULE}"]\n')
    assert len(terraform(tmp_path, inside="  # checkov:skip={checkov}:x\n", settings=True).findings) == 1


def test_the_ledger_names_the_tool_and_leaves_out_what_obslint_has_no_rule_for(tmp_path):
    (tmp_path / "main.tf").write_text(
        GROUP.format(inside="  # checkov:skip={checkov}:x\n  # checkov:skip=CKV_AWS_999999:y\n  # checkov:skip={checkov}\n".format(**IDS))
        + "#trivy:ignore:AWS-0017:exp:2020-01-01\nlocals {}\n#trivy:ignore:AWS-0017\nlocals {}\n"
    )
    found = ledger(Request((tmp_path,), tmp_path, settings=True, given=frozenset()))
    assert [(line.line, line.tool, line.rule, line.state) for line in found.lines] == [
        (2, "checkov", f"checkov:{IDS['checkov']}", "in force"),
        (4, "checkov", f"checkov:{IDS['checkov']}", "malformed"),
        (7, "trivy", "trivy:AWS-0017", "expired"),
        (9, "trivy", "trivy:AWS-0017", "unused"),
    ]
