"""Dead monitoring: every hop is written, none works. Each defect is found at its place, and by a rule that the trace names."""

from pathlib import Path

import pytest

from obslint.lint.request import Request
from obslint.lint.runner import run
from obslint.lint.trace import Trace
from obslint.lint.tracing import trace

HERE = Path(__file__).parent
DEFECTS = {
    "mismatched-function-log-group": ("name_prefix", "LogGroupName: !Sub"),
    "filter-on-unwritten-log-group": ("log_group_name = aws", "LogGroupName: !Ref"),
    "alarm-on-unwritten-metric": ("metric_name         = aws", "MetricName: !Ref"),
    "unpublished-dimension-set": ("function_name = aws", "Name: function_name"),
    "alarm-topic-without-subscriber": ('resource "aws_sns_topic"', "Oncall:"),
}
"""The defects, and how the line starts that each is found on, in either dialect."""

FILES = {"dead/main.tf": 0, "dead.cfn.yaml": 1}


def found(name: str) -> list[tuple[str, str]]:
    report = run(Request((HERE / name,), HERE)).report
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(one.rule, lines[one.location.line - 1][one.location.column - 1 :]) for one in report.findings]


def traced(name: str, address: str) -> Trace:
    result = trace(Request((HERE / name,), HERE), address)
    assert result.trace is not None
    return result.trace


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("rule", DEFECTS)
def test_each_defect_is_found_at_its_place(name: str, rule: str) -> None:
    assert any(one == rule and text.startswith(DEFECTS[rule][FILES[name]]) for one, text in found(name))


@pytest.mark.parametrize("name", FILES)
def test_the_namespace_is_found_too(name: str) -> None:
    places = [text.split()[0].rstrip(":").lower() for rule, text in found(name) if rule == "alarm-on-unwritten-metric"]
    assert sorted(place.replace("_", "") for place in places) == ["metricname", "namespace"]


@pytest.mark.parametrize("name", ["alive/main.tf", "alive.cfn.yaml"])
def test_the_repaired_twin_has_none_of_them(name: str) -> None:
    assert not set(DEFECTS) & {rule for rule, _ in found(name)}


@pytest.mark.parametrize("name", FILES)
def test_both_paths_are_shown_and_every_broken_hop_has_its_rule(name: str) -> None:
    result = traced(name, "aws_lambda_function.api" if name.endswith(".tf") else "Api")
    assert [path.broken for path in result.paths] == [4, 2]
    broken = [hop for hop in result.hops if hop.state == "broken"]
    assert all(reason.rule and reason.location for hop in broken for reason in hop.reasons)
    assert set(DEFECTS) <= {reason.rule for hop in broken for reason in hop.reasons}
