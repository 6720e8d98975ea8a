"""The engine with the real front-ends and the built-in rules."""

import subprocess
from pathlib import Path

import pytest

from obslint.lint import FixMode, Request, run

TRAIL = """\
resource "aws_cloudtrail" "main" {
  name           = "main" # the only one
  s3_bucket_name = "logs"
}
"""

TEMPLATE = """\
AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties:
      S3BucketName: logs # the only one
      IsLogging: true
"""

SAFE = {"fix": FixMode.SAFE, "write": True}


@pytest.fixture
def scan(tmp_path):
    def scan(files=None, paths=(".",), **request):
        for name, text in (files or {}).items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        return run(Request(tuple(tmp_path / path for path in paths), tmp_path, **request))

    return scan


def rules(outcome) -> set[str]:
    return {finding.rule for finding in outcome.report.findings}


def test_a_directory_of_unreadable_files_only_is_not_analysed(scan, tmp_path):
    (tmp_path / "main.tf").write_bytes(b'resource "aws_sns_topic" "a" {} # \xff')
    outcome = scan()
    assert [(one.path, one.reason[:14]) for one in outcome.report.not_analysed] == [("main.tf", "not UTF-8 text")]


ON_A_VARIABLE = """\
variable "long" {
  default = %s
}
resource "aws_cloudwatch_log_group" "a" {
  name              = "a"
  retention_in_days = %s
}
"""


@pytest.mark.parametrize("value", ["null", '"maybe"'])
@pytest.mark.parametrize("expression", ["var.long ? 400 : 7", "[for days in [400] : days if var.long][0]"])
def test_a_condition_that_is_none_names_the_variable(scan, value, expression):
    found = scan({"main.tf": ON_A_VARIABLE % (value, expression)}).report
    reasons = {one.reason for one in found.undecided if "neither true nor false" in one.reason}
    assert len(reasons) == 1
    assert reasons.pop().endswith(f"is neither true nor false: var.long is {value.strip(chr(34))}; pass --var-file")


@pytest.mark.parametrize(("name", "text"), [("main.tf", TRAIL), ("template.yaml", TEMPLATE)])
def test_defects_are_found_fixed_and_stay_fixed(scan, tmp_path, name, text):
    before = scan({name: text})
    assert before.errors == ()
    assert {"single-region-trail", "trail-without-log-validation"} <= rules(before)
    fixable = {f.rule for f in before.report.findings if f.fix and f.fix.applicability == "safe"}
    assert fixable
    after = scan(**SAFE)
    assert rules(after) == rules(before) - fixable
    assert after.report.summary.fixed == len(fixable)
    fixed = (tmp_path / name).read_text()
    assert {" ".join(line.split()) for line in text.splitlines()} <= {" ".join(line.split()) for line in fixed.splitlines()}
    assert len(fixed.splitlines()) == len(text.splitlines()) + len(fixable)
    assert scan(**SAFE).report.summary.fixed == 0
    assert (tmp_path / name).read_text() == fixed


def test_both_dialects_agree(scan):
    terraform = scan({"tf/main.tf": TRAIL}, ("tf",))
    template = scan({"cfn/template.yaml": TEMPLATE}, ("cfn",))
    assert rules(terraform) == rules(template)


@pytest.mark.parametrize(("name", "text"), [("main.tf", TRAIL), ("template.yaml", TEMPLATE)])
def test_line_ends_and_wide_characters_survive(scan, tmp_path, name, text):
    text = "\ufeff" + text.replace("only one", "ønly 漢 😀").replace("\n", "\r\n")
    scan({name: text}, **SAFE)
    fixed = (tmp_path / name).read_bytes().decode()
    assert fixed.startswith("\ufeff")
    assert "ønly 漢 😀\r\n" in fixed
    assert fixed.count("\n") == fixed.count("\r\n") > text.count("\n")


def test_a_module_is_fixed_once_for_all_of_its_instances(scan, tmp_path):
    call = 'module "{0}" {{\n  source = "./trail"\n}}\n'
    outcome = scan({"main.tf": call.format("a") + call.format("b"), "trail/main.tf": TRAIL})
    found = next(f for f in outcome.report.findings if f.rule == "trail-without-log-validation")
    assert found.location.path == "trail/main.tf"
    assert found.resource
    assert found.resource.instances == ("module.a.aws_cloudtrail.main", "module.b.aws_cloudtrail.main")
    scan(**SAFE)
    assert (tmp_path / "trail/main.tf").read_text().count("enable_log_file_validation") == 1


def test_the_line_that_decides_is_the_one_that_is_fixed(scan, tmp_path):
    trail = TRAIL.replace("}", "  is_multi_region_trail = var.everywhere\n}")
    variable = 'variable "everywhere" {\n  default = false\n}\n'
    outcome = scan({"main.tf": trail, "variables.tf": variable}, select=("single-region-trail",))
    (found,) = outcome.report.findings
    assert (found.location.path, found.location.line) == ("main.tf", 4)
    assert [place.location.path for place in found.related] == ["variables.tf"]
    assert "variables.tf" in outcome.files


def test_named_files_bring_their_root_and_only_they_are_reported_on(scan):
    files = {
        "main.tf": 'module "a" {\n  source = "./modules/trail"\n  everywhere = true\n}\n' + TRAIL,
        "modules/trail/main.tf": TRAIL.replace("}", "  is_multi_region_trail = var.everywhere\n}"),
        "modules/trail/variables.tf": 'variable "everywhere" {}\n',
        ".git/HEAD": "",
    }
    outcome = scan(files, ("modules/trail/main.tf",))
    assert {f.location.path for f in outcome.report.findings} == {"modules/trail/main.tf"}
    assert "single-region-trail" not in rules(outcome)
    assert outcome.report.undecided == ()


def test_exceptions_in_all_their_forms(scan):
    names = "single-region-trail, trail-without-log-validation"
    metadata = f"    Metadata: {{obslint: {{ignore: [{{rule: [{names}], reason: demo}}]}}}}\n    Properties:"
    outcome = scan(
        {
            "tf/main.tf": f'# obslint: ignore[{names}] reason="demo"\n{TRAIL}',
            "cfn/above.yaml": TEMPLATE.replace("  Trail:", f'  # obslint: ignore[{names}] reason="demo"\n  Trail:'),
            "cfn/metadata.yaml": TEMPLATE.replace("    Properties:", metadata),
            "json/main.tf.json": '{"resource": {"aws_cloudtrail": {"a": {\n'
            f'"//": "obslint: ignore[{names}] reason=\\"demo\\"", "name": "a", "s3_bucket_name": "b"}}}}}}}}',
        },
        select=tuple(names.split(", ")),
    )
    assert outcome.report.findings == ()
    assert [one.reason for one in outcome.report.suppressed] == ["demo"] * 8


def test_an_exception_in_a_module_outside_may_be_needed_elsewhere(scan):
    files = {
        "live/main.tf": 'module "a" {\n  source = "../trail"\n  days = 30\n}\n',
        "trail/main.tf": 'variable "days" {}\nresource "aws_cloudwatch_log_group" "a" {\n  name = "a"\n'
        '  retention_in_days = var.days # obslint: ignore[log-group-never-expires] reason="x"\n}\n',
    }
    assert rules(scan(files, ("live",))) == set()
    assert rules(scan()) == {"unused-ignore"}


def test_comments_inside_text_are_no_exceptions(scan):
    text = 'resource "aws_cloudtrail" "main" {\n  name = "# obslint: ignore[single-region-trail] reason=x"\n  s3_bucket_name = "logs"\n}\n'
    assert "single-region-trail" in rules(scan({"main.tf": text}))


def test_a_condition_of_a_template_is_said(scan):
    text = TEMPLATE.replace("Resources:", 'Conditions:\n  IsProd: !Equals [!Ref "AWS::AccountId", "1"]\nResources:').replace(
        "IsLogging: true", "IsLogging: true\n      IsMultiRegionTrail: !If [IsProd, true, false]"
    )
    (found,) = scan({"template.yaml": text}, select=("single-region-trail",)).report.findings
    assert found.message.endswith("when IsProd is false")


def test_a_broken_file_is_a_finding_at_its_place(scan):
    outcome = scan(
        {"main.tf": 'resource "aws_cloudtrail" "main" {\n  name = \n', "t.yaml": "Resources:\n  A:\n    Type: AWS::SNS::Topic\n   B: [\n"}
    )
    broken = [f for f in outcome.report.findings if f.rule == "syntax-error"]
    assert {f.location.path for f in broken} == {"main.tf", "t.yaml"}
    assert outcome.errors == ()


def test_a_diff_applies(scan, tmp_path):
    outcome = scan({"main.tf": TRAIL, "t.yaml": TEMPLATE}, fix=FixMode.SAFE)
    assert (tmp_path / "main.tf").read_text() == TRAIL
    subprocess.run(["git", "apply", "-"], input=outcome.diff, text=True, cwd=tmp_path, check=True)
    assert scan(**SAFE).report.summary.fixed == 0


def test_standard_input_in_both_dialects(scan):
    for name, text in (("main.tf", TRAIL), ("t.yaml", TEMPLATE), ("<stdin>", TRAIL), ("<stdin>", TEMPLATE)):
        outcome = scan(paths=(), stdin=text.encode(), stdin_name=name)
        assert "single-region-trail" in rules(outcome)
        assert outcome.report.findings[0].location.path == name
        fixed = scan(paths=(), stdin=text.encode(), stdin_name=name, **SAFE)
        assert len(fixed.files[name].text) > len(text) or fixed.report.summary.fixed == 0


def test_the_examples_are_fixed_and_stay_fixed(tmp_path):
    import shutil

    shutil.copytree(Path(__file__).parents[2] / "examples", tmp_path / "examples")
    request = Request((tmp_path / "examples",), tmp_path, fix=FixMode.SAFE, write=True)
    first = run(request)
    assert first.errors == ()
    before = {path: path.read_bytes() for path in (tmp_path / "examples").rglob("*") if path.is_file()}
    second = run(request)
    assert second.report.summary.fixed == 0
    assert before == {path: path.read_bytes() for path in (tmp_path / "examples").rglob("*") if path.is_file()}
    assert [f.fingerprint for f in second.report.findings] == [f.fingerprint for f in first.report.findings]
