"""SARIF as the standard wants it: by a strict model here, and by the published schema where that is at hand.

The schema of OASIS is not part of this repository. To validate against it, in a Python that has jsonschema:
OBSLINT_SARIF_SCHEMA=sarif-schema-2.1.0.json OBSLINT_JSONSCHEMA=PYTHON pytest -m peer tests/report/test_sarif_shape.py
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sarif_shape import Log, problems

from obslint.lint import Outcome, Request, run
from obslint.policy import Persona
from obslint.report.sarif import render_sarif

SCHEMA, PYTHON = os.environ.get("OBSLINT_SARIF_SCHEMA"), os.environ.get("OBSLINT_JSONSCHEMA", sys.executable)
VALIDATE = "import json, jsonschema, sys; jsonschema.validate(json.load(sys.stdin), json.load(open(sys.argv[1])))"


TERRAFORM = """\
locals {
  validate = false
}

resource "aws_cloudtrail" "a" {
  name                       = "a"
  s3_bucket_name             = aws_s3_bucket.b.id
  enable_log_file_validation = local.validate
}

resource "aws_s3_bucket" "b" {
}

# obslint: ignore[log-group-never-expires] reason="kept for the auditors"
resource "aws_cloudwatch_log_group" "g" {
  name = "g"
}
"""
TEMPLATE = """\
Resources:
  Group:
    Type: AWS::Logs::LogGroup
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: {S3BucketName: b, IsLogging: true}
"""


@pytest.fixture
def examples(tmp_path: Path) -> Outcome:
    (tmp_path / "main.tf").write_text(TERRAFORM)
    (tmp_path / "stack.yaml").write_text(TEMPLATE)
    return run(Request((tmp_path,), tmp_path, persona=Persona.AUDITOR))


def test_the_examples_have_the_shape(examples: Outcome) -> None:
    log = Log.model_validate_json(render_sarif(examples, suppressed=True))
    assert problems(log) == []
    (only,) = log.runs
    assert len(only.results) == len(examples.report.findings) + len(examples.report.suppressed) > 5
    assert any(one.fixes for one in only.results)
    assert any(one.related_locations for one in only.results)
    assert any(one.suppressions for one in only.results)


def test_odd_names_and_files_that_do_not_parse(tmp_path: Path) -> None:
    (tmp_path / "ü [1](2) #?%.tf").write_text('resource "aws_cloudtrail" "a" {\n  name = "[x](1)"\n  s3_bucket_name = "b"\n}\n')
    (tmp_path / "b.tf").write_text("resource {\n")
    outcome = run(Request((tmp_path,), tmp_path, persona=Persona.AUDITOR))
    log = Log.model_validate_json(render_sarif(outcome))
    assert problems(log) == []
    assert {one.rule_id for one in log.runs[0].results} >= {"syntax-error", "trail-without-log-validation"}


def test_the_model_refuses_what_is_wrong(examples: Outcome) -> None:
    data = json.loads(render_sarif(examples))
    data["runs"][0]["results"][0]["ruleIndex"] = len(data["runs"][0]["tool"]["driver"]["rules"]) - 1
    assert problems(Log.model_validate_json(json.dumps(data))) == ["result 0: ruleIndex leads to another rule"]
    data["runs"][0]["results"][0]["locations"] = []
    with pytest.raises(ValueError, match="locations"):
        Log.model_validate_json(json.dumps(data))


@pytest.mark.peer
@pytest.mark.skipif(not SCHEMA, reason="OBSLINT_SARIF_SCHEMA names no file")
def test_the_published_schema_agrees(examples: Outcome) -> None:
    done = subprocess.run(
        [PYTHON, "-c", VALIDATE, str(SCHEMA)], input=render_sarif(examples, suppressed=True), text=True, capture_output=True
    )
    assert done.returncode == 0, done.stderr
