"""A plan as Terraform 1.11.4 and the AWS provider 5.100 wrote it: `terraform plan -out=p.bin`, `terraform show -json p.bin`.

Recorded offline from the configuration beside it, with credentials that are none.
"""

from pathlib import Path

import pytest

from obslint.lint import Request, run
from obslint.model import Known, Symbolic, Value, read, settle
from obslint.source import Sources
from obslint.terraform.plan import load_plan

RECORDED = Path(__file__).with_name("recorded")
GROUP, BALANCER = "aws_cloudwatch_log_group.this", "aws_lb.x"

EXPECTED = [
    (f"module.a[0].{GROUP}", "retention_in_days", 0),  # null in the configuration; the provider plans its default
    (f'module.b["x"].{GROUP}', "retention_in_days", 30),
    (f'module.b["y"].{GROUP}', "retention_in_days", 0),
    (f"module.a[0].{GROUP}", "name", "g"),
    (f'module.b["y"].{GROUP}', "kms_key_id", "arn:aws:kms:us-east-1:123456789012:key/abc"),
    ("aws_cloudwatch_metric_alarm.m", "actions_enabled", True),
    ("aws_cloudwatch_metric_alarm.m", "period", 60),
]


def value(address: str, attribute: str, source: Path | None) -> Value:
    unit = load_plan(Sources(RECORDED), RECORDED / "plan.json", source)
    resource = next(found for found in unit.resources if found.address == address)
    return settle(read(resource.fields, (attribute,)).value)


@pytest.mark.parametrize(("address", "attribute", "expected"), EXPECTED)
def test_values_are_those_of_the_plan(address: str, attribute: str, expected: object) -> None:
    found = value(address, attribute, None)
    assert isinstance(found, Known)
    assert found.data == expected


def test_what_is_known_after_apply_refers_to_its_resource() -> None:
    actions = value("aws_cloudwatch_metric_alarm.m", "alarm_actions", RECORDED)
    assert isinstance(actions, Known)
    assert isinstance(actions.data, tuple)
    (action,) = actions.data
    assert isinstance(action, Symbolic)
    assert [str(part) for part in action.parts] == ["aws_sns_topic.t.arn"]


@pytest.mark.parametrize("source", [None, RECORDED])
def test_findings_are_those_of_the_configuration(source: Path | None) -> None:
    plan = run(Request(paths=(RECORDED / "plan.json",), base=RECORDED, source=source)).report
    written = run(Request(paths=(RECORDED / "main.tf", RECORDED / "prov.tf", RECORDED / "m" / "main.tf"), base=RECORDED)).report
    by_plan = {(f.rule, address) for f in plan.findings for address in (f.resource.instances if f.resource else ())}
    by_text = {(f.rule, address) for f in written.findings for address in (f.resource.instances if f.resource else ())}
    assert by_plan == by_text
    assert ("load-balancer-without-access-logs", f'module.b["y"].{BALANCER}') in by_plan
    assert ("load-balancer-without-access-logs", f'module.b["x"].{BALANCER}') not in by_plan
    if source is not None:
        assert {(f.location.path, f.location.line) for f in plan.findings} == {(f.location.path, f.location.line) for f in written.findings}
