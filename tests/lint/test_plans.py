"""Plans in a run: when they are read, where their findings stand, and how fixes reach the source."""

import json
from pathlib import Path

import pytest

from obslint.lint import FixMode, Request, run
from obslint.lint.request import UsageError

SOURCE = """\
variable "days" {
  default = 0
}

resource "aws_cloudwatch_log_group" "g" {
  name              = "/orders"
  retention_in_days = var.days
}

module "m" {
  source = "../modules/trail"
}
"""

MODULE = """\
resource "aws_cloudtrail" "t" {
  name           = "main" # the only one
  s3_bucket_name = "logs"
}
"""


def resource(address: str, after: dict[str, object], module: str = "") -> dict[str, object]:
    kind, name = address.rpartition("module.m.")[2].split(".")
    found = {"address": address, "mode": "managed", "type": kind, "name": name, **({"module_address": module} if module else {})}
    return {**found, "change": {"actions": ["create"], "after": after, "after_unknown": {"arn": True}}}


def configured(kind: str, name: str, /, **expressions: object) -> dict[str, object]:
    return {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name, "expressions": expressions}


TRAIL = {"name": "main", "s3_bucket_name": "logs", "enable_log_file_validation": False, "is_multi_region_trail": True}
GROUP = configured("aws_cloudwatch_log_group", "g", name={"constant_value": "/orders"}, retention_in_days={"references": ["var.days"]})
INSIDE = configured("aws_cloudtrail", "t", name={"constant_value": "main"}, s3_bucket_name={"constant_value": "logs"})
PLAN = {
    "format_version": "1.2",
    "terraform_version": "1.9.5",
    "variables": {"days": {"value": 0}},
    "planned_values": {"root_module": {}},
    "resource_changes": [
        resource("aws_cloudwatch_log_group.g", {"name": "/orders", "retention_in_days": 0}),
        resource("module.m.aws_cloudtrail.t", TRAIL, "module.m"),
    ],
    "configuration": {
        "root_module": {
            "resources": [GROUP],
            "module_calls": {"m": {"source": "../modules/trail", "module": {"resources": [INSIDE]}}},
            "variables": {"days": {"default": 0}},
        }
    },
}

FOUND = {"log-group-never-expires", "trail-without-log-validation"}


@pytest.fixture
def scan(tmp_path):
    for name, text in (("code/main.tf", SOURCE), ("modules/trail/main.tf", MODULE), ("plan.json", json.dumps(PLAN))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def scan(*paths, **request):
        return run(Request(tuple(map(Path, paths)), tmp_path, **{"select": tuple(FOUND), **request}))

    return scan


def places(outcome):
    assert outcome.errors == ()
    return {(one.rule, one.location.path, one.location.line) for one in outcome.report.findings}


def test_a_plan_that_is_named_is_read(scan):
    outcome = scan("plan.json")
    assert places(outcome) == {(rule, "plan.json", 1) for rule in FOUND}
    assert outcome.report.not_analysed == ()


def test_its_findings_stand_in_the_source(scan):
    outcome = scan("plan.json", source=Path("code"))
    assert places(outcome) == {
        ("log-group-never-expires", "code/main.tf", 7),
        ("trail-without-log-validation", "modules/trail/main.tf", 1),
    }
    related = {place.location.path for one in outcome.report.findings for place in one.related}
    assert related == {"code/main.tf"}


def test_fixes_reach_the_source(scan, tmp_path):
    (tmp_path / ".git").mkdir()
    outcome = scan("plan.json", source=Path("code"), fix=FixMode.UNSAFE, write=True)
    assert places(outcome) == set()
    assert outcome.report.summary.fixed == 2
    assert "default = 365" in (tmp_path / "code/main.tf").read_text()
    fixed = (tmp_path / "modules/trail/main.tf").read_text()
    assert "enable_log_file_validation = true" in fixed
    assert "# the only one" in fixed
    assert json.loads((tmp_path / "plan.json").read_text()) == PLAN


def test_a_plan_alone_has_nothing_to_write_to(scan):
    outcome = scan("plan.json", fix=FixMode.UNSAFE, write=True)
    assert len(places(outcome)) == 2
    assert outcome.report.summary.fixed == 0


def test_exceptions_in_the_source_count(scan, tmp_path):
    path = tmp_path / "modules/trail/main.tf"
    path.write_text('# obslint: ignore[trail-without-log-validation] reason="demo"\n' + MODULE, encoding="utf-8")
    assert places(scan("plan.json", source=Path("code"))) == {("log-group-never-expires", "code/main.tf", 7)}
    assert len(places(scan("plan.json"))) == 2


def test_a_plan_that_is_only_found_is_said(scan):
    outcome = scan(".")
    assert [(one.path, one.reason) for one in outcome.report.not_analysed] == [
        ("plan.json", "a Terraform plan or state; name the file to have it analysed")
    ]
    assert {path for _, path, _ in places(outcome)} == {"code/main.tf", "modules/trail/main.tf"}


@pytest.mark.parametrize("name", ["<stdin>", "plan.json", "plan"])
def test_a_plan_on_standard_input(scan, name):
    outcome = scan(stdin=json.dumps(PLAN).encode(), stdin_name=name)
    assert places(outcome) == {(rule, name, 1) for rule in FOUND}
    laid = scan(stdin=json.dumps(PLAN).encode(), stdin_name=name, source=Path("code"))
    assert {path for _, path, _ in places(laid)} == {"code/main.tf", "modules/trail/main.tf"}


def test_a_plan_that_is_cut_off_is_a_finding(scan, tmp_path):
    (tmp_path / "plan.json").write_text(json.dumps(PLAN)[:300], encoding="utf-8")
    (found,) = scan("plan.json").report.findings
    assert (found.rule, found.location.line, found.location.column) == ("syntax-error", 1, 300)
    assert "the plan is cut off" in found.message


@pytest.mark.parametrize(
    ("paths", "source", "complaint"),
    [(("code",), "code", "--source goes with a plan"), (("plan.json",), "plan.json", "is not a directory")],
)
def test_sources_that_make_no_sense(scan, paths, source, complaint):
    with pytest.raises(UsageError, match=complaint):
        scan(*paths, source=Path(source))


def test_a_plan_that_breaks_us_does_not_end_the_run(scan, monkeypatch):
    def broken(*_):
        raise KeyError("surprise")

    monkeypatch.setattr("obslint.lint.loading.plan_unit", broken)
    outcome = scan("plan.json", "code")
    assert [error.split(" (")[0] for error in outcome.errors] == ["loading plan.json: KeyError: 'surprise'"]
    assert len(outcome.report.findings) == 2
