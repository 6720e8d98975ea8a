"""Comparisons with checkov, by hand: OBSLINT_CASES=cases.jsonl OBSLINT_CHECKOV=PYTHON pytest -m peer tests/test_peers.py."""

import os
import sys
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
CASES, CHECKOV = os.environ.get("OBSLINT_CASES"), os.environ.get("OBSLINT_CHECKOV", sys.executable)


def module(path: str) -> ModuleType:
    spec = spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec
    assert spec.loader
    found = module_from_spec(spec)
    sys.modules[spec.name] = found
    spec.loader.exec_module(found)
    return found


def verdicts() -> list[dict[str, str]]:
    return tomllib.loads((ROOT / "bench/peers/verdicts.toml").read_text(encoding="utf-8"))["verdict"]


def test_every_verdict_says_who_is_right_and_why() -> None:
    for verdict in verdicts():
        assert verdict["kind"] in ("label", "checkov", "repository")
        assert len(verdict["why"]) > 20
        assert verdict["kind"] == "repository" or verdict["right"] in ("obslint", "the label", "checkov", "both")


def test_rows_without_a_verdict_are_named() -> None:
    page = module("scripts/peers_page.py")
    row = {"case": "a", "check": "CKV_1", "resource": "r", "theirs": "fail", "ours": "pass"}
    results = {"labels": {"topics": {}, "unheld": [row], "checkov": []}}
    verdict = {"kind": "label", "check": "CKV_*", "right": "obslint", "why": "because"}
    assert page.unexplained(results, []) == ["label: a CKV_1 r (theirs fail, ours pass)"]
    assert page.unexplained(results, [verdict]) == []
    assert page.idle(results, [verdict, {**verdict, "check": "W1"}]) == ["label: because"]


@pytest.mark.peer
@pytest.mark.skipif(CASES is None, reason="OBSLINT_CASES names no labelled inputs")
def test_every_disagreement_with_checkov_and_every_label_that_does_not_hold_is_explained() -> None:
    compare, page = module("bench/peers/compare.py"), module("scripts/peers_page.py")
    assert CASES is not None
    assert page.unexplained({"labels": compare.examine(Path(CASES), CHECKOV)}, verdicts()) == []
