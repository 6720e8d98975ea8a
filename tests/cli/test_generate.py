"""`obslint generate alarms` as a command: what it writes where, and its exit codes."""

import json
from pathlib import Path

import pytest
from conftest import Desk

TOPIC = "arn:aws:sns:eu-west-1:123456789012:alerts"
QUEUE = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n'


@pytest.fixture
def queue(obslint_: Desk) -> Desk:
    Path("main.tf").write_text(QUEUE)
    return obslint_


def test_the_diff_goes_to_standard_output_and_the_notes_to_standard_error(queue: Desk) -> None:
    result = queue("generate", "alarms", "--topic", TOPIC)
    assert result.exit_code == 0
    assert result.stdout.startswith("--- a/main.tf\n+++ b/main.tf\n")
    assert "  - NumberOfMessagesSent: how much there is of it says little by itself\n" in result.stderr
    assert result.stderr.endswith("3 alarms for 1 resource to write; --write does it; 1 recommended alarm left out\n")
    assert Path("main.tf").read_text() == QUEUE


def test_quiet_says_nothing_of_what_is_left_out(queue: Desk) -> None:
    assert "NumberOfMessagesSent" not in queue("generate", "alarms", "--topic", TOPIC, "--quiet").stderr


def test_write_writes(queue: Desk) -> None:
    result = queue("generate", "alarms", "--topic", TOPIC, "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("main.tf").read_text().count("aws_cloudwatch_metric_alarm") == 3
    assert queue("generate", "alarms", "--topic", TOPIC).stderr.endswith("no alarm to write; 4 recommended alarms left out\n")


def test_json_has_everything(queue: Desk) -> None:
    data = json.loads(queue("generate", "alarms", "--topic", TOPIC, "--format", "json").stdout)
    assert (data["alarms"], data["written"], data["resources"][0]["resource"]["address"]) == (3, False, "aws_sqs_queue.jobs")
    assert data["diff"].startswith("--- a/main.tf")


def test_a_wrong_address_is_2_with_a_hint(queue: Desk) -> None:
    result = queue("generate", "alarms", "--workload", "aws_sqs_queue.job")
    assert result.exit_code == 2
    assert "there is no resource aws_sqs_queue.job; did you mean aws_sqs_queue.jobs?" in result.stderr


def test_nothing_to_analyse_is_3(queue: Desk) -> None:
    Path("main.tf").unlink()
    result = queue("generate", "alarms")
    assert result.exit_code == 3
    assert "nothing to analyse" in result.stderr
