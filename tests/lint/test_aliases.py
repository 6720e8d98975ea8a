"""Rules under the names that other tools and compliance frameworks have for them."""

import pytest
from toy_rules import Trail

from obslint.lint import UsageError
from obslint.policy import Persona, Severity, rule

TEXT = "trail a\ntrail b\n  days = 3\n"


@rule(Severity.ERROR, persona=Persona.AUDITOR, checkov="CKV_AWS_36", trivy="AWS-1 AWS-2", cis_aws_3_0="3.2")
def unset(trail: Trail):
    """The days are not set."""
    if trail.days.surely_absent():
        yield trail.days.finding("no days")


@rule(Severity.ERROR, cis_aws_3_0="3.2 3.10")
def unnamed(trail: Trail):
    """The trail has no name."""
    if trail.name.surely_absent():
        yield trail.name.finding("no name")


@pytest.fixture(autouse=True)
def rules(desk):
    desk.rules = (unset, unnamed)


def told(outcome) -> list[str]:
    return sorted(finding.rule for finding in outcome.report.findings)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ({"select": ("checkov:CKV_AWS_36",)}, ["unset"]),
        ({"select": ("trivy:AWS-2",)}, ["unset"]),
        ({"select": ("cis_aws_3_0:3.10",)}, ["unnamed", "unnamed"]),
        ({"select": ("cis_aws_3_0",)}, ["unnamed", "unnamed", "unset"]),
        ({"select": ("cis_aws_3_0",), "ignore": ("checkov:CKV_AWS_36",)}, ["unnamed", "unnamed"]),
        ({"select": ("unset",), "ignore": ("cis_aws_3_0",)}, ["unset"]),
        ({"ignore": ("cis_aws_3_0:3.2",)}, []),
    ],
)
def test_rules_are_named_as_others_call_them(desk, names, found):
    assert told(desk.run(TEXT, **names)) == found


def test_a_name_that_nobody_uses(desk):
    with pytest.raises(UsageError, match="no rule or family checkov:CKV_AWS_37; did you mean checkov:CKV_AWS_36"):
        desk.run(TEXT, select=("checkov:CKV_AWS_37",))


def test_an_exception_under_the_id_of_another_tool(desk):
    text = '# obslint: ignore[checkov:CKV_AWS_36] reason="known"\n' + TEXT
    outcome = desk.run(text, select=("all",), persona=Persona.AUDITOR)
    assert told(outcome) == ["unnamed", "unnamed"]
    assert [one.rule for one in outcome.report.suppressed] == ["unset"]


def test_an_exception_that_is_not_needed(desk):
    text = TEXT.replace("trail b", '# obslint: ignore[checkov:CKV_AWS_36] reason="known"\ntrail b')
    assert told(desk.run(text, persona=Persona.AUDITOR)) == ["unnamed", "unnamed", "unset", "unused-ignore"]


def test_an_exception_under_an_id_that_no_tool_has(desk):
    text = '# obslint: ignore[checkov:CKV_AWS_37] reason="known"\n' + TEXT
    (message,) = (f.message for f in desk.run(text).report.findings if f.rule == "malformed-ignore")
    assert message == "exception names checkov:CKV_AWS_37, which is no rule; did you mean checkov:CKV_AWS_36?"


def test_how_a_run_stands_to_a_framework(desk):
    text = TEXT + '# obslint: ignore[unset] reason="known"\ntrail c\n  name = x\n'
    controls = {one.id: one for one in desk.run(text, compliance="cis_aws_3_0").report.compliance.controls}
    assert (controls["3.2"].status, controls["3.2"].rules) == ("failed", ("unnamed", "unset"))
    assert (controls["3.2"].failed, controls["3.2"].accepted, controls["3.2"].passed, controls["3.2"].undecided) == (3, 1, 2, 0)
    assert (controls["3.10"].status, controls["3.10"].failed, controls["3.10"].passed) == ("failed", 2, 1)
    assert (controls["4.3"].status, controls["4.3"].rules) == ("not covered", ())
    assert list(controls).index("3.2") < list(controls).index("3.10")


def test_what_there_is_nothing_to_check_for(desk):
    controls = {one.id: one for one in desk.run("topic t\n", compliance="cis_aws_3_0").report.compliance.controls}
    assert controls["3.2"].status == "nothing to check"


def test_an_unknown_framework(desk):
    with pytest.raises(UsageError, match="there is no framework cis_aws_3_1; did you mean cis_aws_3_0"):
        desk.run(TEXT, compliance="cis_aws_3_1")
