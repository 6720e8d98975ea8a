"""The findings in real repositories that were read one by one."""

import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
FINDING = {"at": "a/main.tf:3", "rule": "muted-alarm", "address": "aws_cloudwatch_metric_alarm.a", "message": "alarm is muted"}
REPOSITORY = {"commit": "0" * 40, "persona": "auditor", "resources": 1, "undecided": 0, "findings": [FINDING]}
READINGS = {"shop": REPOSITORY}


@pytest.fixture
def pages() -> ModuleType:
    spec = spec_from_file_location("readings_page", ROOT / "scripts" / "readings_page.py")
    assert spec
    assert spec.loader
    found = module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_every_verdict_says_why(pages: ModuleType) -> None:
    for verdict in tomllib.loads((ROOT / "bench/peers/readings.toml").read_text(encoding="utf-8"))["reading"]:
        assert verdict["verdict"] in pages.VERDICTS
        assert len(verdict["why"]) > 20
        assert verdict.keys() <= {"repository", "rule", "at", "address", "verdict", "why"}


def test_what_is_unread_or_wrong_is_named(pages: ModuleType) -> None:
    right = {"rule": "muted-*", "verdict": "right", "why": "because"}
    assert pages.faults(READINGS, []) == ["unread: shop a/main.tf:3 muted-alarm aws_cloudwatch_metric_alarm.a"]
    assert pages.faults(READINGS, [{**right, "verdict": "wrong"}]) == ["wrong: shop a/main.tf:3 muted-alarm aws_cloudwatch_metric_alarm.a"]
    assert pages.faults(READINGS, [right]) == []
    assert pages.faults(READINGS, [{**right, "repository": "other"}, right]) == ["reads nothing: because"]


def test_the_page_lists_each_finding_under_its_verdict(pages: ModuleType) -> None:
    text = pages.page(READINGS, [{"at": "a/*", "verdict": "right", "why": "it is so"}])
    assert "| shop | auditor | 1 | 1 | 1 | 0 | 0 |" in text
    assert "**Right.** it is so\n\n- `a/main.tf:3 muted-alarm aws_cloudwatch_metric_alarm.a`: alarm is muted" in text
