"""Generated alarms: for every kind of resource with recommended alarms, in both dialects, and what is left out."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Literal

import pytest

from obslint.aws import facts
from obslint.lint import Request, run
from obslint.lint.generated import Generated, Watched
from obslint.lint.generating import Wishes, generate
from obslint.lint.request import UsageError
from obslint.lint.runner import examined
from obslint.policy import Persona

HERE = Path(__file__).parent / "generated"
PLUGINS, CFN_LINT = os.environ.get("OBSLINT_TF_PLUGINS", "/opt/tf-plugins"), os.environ.get("OBSLINT_CFN_LINT", "cfn-lint")
RUNBOOK = "https://wiki.acme.org/runbooks"
TEXTS = {"terraform": HERE / "kinds.tf", "cloudformation": HERE / "kinds.cfn.yaml"}
TOPICS = {"terraform": "aws_sns_topic.oncall", "cloudformation": "Oncall"}
Dialect = Literal["terraform", "cloudformation"]

NOT_IN_CLOUDFORMATION = {"AWS::Bedrock::ProvisionedModelThroughput"}
"""Types that CloudFormation does not have."""

REASONS = (
    "says little by itself", "is not there by itself", "only", "is not known here", "not published by these dimensions", "as a whole",
    "not known to be deployed there", "cannot be told through it", "there is an alarm on it",
)  # fmt: skip
"""What may keep an alarm back. That the linter would report it is none of them."""


def kinds(dialect: Dialect) -> list[facts.Watched]:
    found = [kind for kind in facts.watched() if kind.alarms and getattr(kind, dialect)]
    return [kind for kind in found if kind.cloudformation not in NOT_IN_CLOUDFORMATION or dialect == "terraform"]


class Estate:
    """The resources of every kind in one dialect, with the alarms written."""

    def __init__(self, place: Path, dialect: Dialect) -> None:
        self.place, self.dialect = place, dialect
        self.file = place / TEXTS[dialect].name
        shutil.copy(TEXTS[dialect], self.file)
        if dialect == "terraform":
            (place / "provider.tf").write_text('provider "aws" {\n  region = "us-east-1"\n}\n')
        self.made = self.generate(write=True)
        self.findings = self.scan()

    def generate(self, *, write: bool = False) -> Generated:
        return generate(Request((self.place,), self.place, write=write), Wishes(topic=TOPICS[self.dialect], runbook=RUNBOOK))

    def scan(self) -> tuple[tuple[str, str], ...]:
        """Rules with the addresses that they report; no fixes are tried."""
        entries = examined(Request((self.place,), self.place, persona=Persona.PEDANTIC)).snapshot.entries
        problems = tuple((problem.rule, str(problem.place)) for entry in entries for problem in entry.unit.problems)
        return (*problems, *((hit.rule.id, hit.finding.resource.address) for entry in entries for hit in entry.judged.kept))

    def resources(self, kind: facts.Watched) -> list[Watched]:
        return [one for one in self.made.resources if one.resource.type == getattr(kind, self.dialect)]


@pytest.fixture(scope="module")
def estates(tmp_path_factory: pytest.TempPathFactory) -> dict[Dialect, Estate]:
    dialects: tuple[Dialect, ...] = ("terraform", "cloudformation")
    return {dialect: Estate(tmp_path_factory.mktemp(dialect), dialect) for dialect in dialects}


def each_kind() -> list[tuple[Dialect, facts.Watched]]:
    dialects: tuple[Dialect, ...] = ("terraform", "cloudformation")
    return [(dialect, kind) for dialect in dialects for kind in kinds(dialect)]


def named(value: object) -> str:
    return f"{value.terraform}-{value.namespace}" if isinstance(value, facts.Watched) else str(value)


@pytest.mark.parametrize(("dialect", "kind"), each_kind(), ids=named)
def test_every_recommended_alarm_of_a_kind_is_written_or_left_out_for_a_reason(
    estates: dict[Dialect, Estate], dialect: Dialect, kind: facts.Watched
) -> None:
    if kind.terraform in ("aws_kms_key", "aws_budgets_budget"):
        return  # nothing in a resource tells whether the facts about it hold
    found = estates[dialect].resources(kind)
    spoken_of = [{alarm.metric for alarm in one.alarms} | {left.metric for left in one.left_out} for one in found]
    assert any({alarm.metric for alarm in kind.alarms} <= metrics for metrics in spoken_of)
    for left in (left for one in found for left in one.left_out):
        assert any(reason in left.reason for reason in REASONS), left


@pytest.mark.parametrize("dialect", ["terraform", "cloudformation"])
def test_generated_alarms_lint_clean_for_the_pedantic(estates: dict[Dialect, Estate], dialect: Dialect) -> None:
    estate = estates[dialect]
    written = {alarm.address for one in estate.made.resources for alarm in one.alarms}
    assert len(written) == estate.made.alarms > 140
    assert not [(rule, address) for rule, address in estate.findings if address in written or rule == "syntax-error"]
    assert estate.findings  # the resources beside them are reported


@pytest.mark.parametrize("dialect", ["terraform", "cloudformation"])
def test_what_was_generated_is_not_generated_again(estates: dict[Dialect, Estate], dialect: Dialect) -> None:
    again = estates[dialect].generate()
    assert (again.alarms, again.diff) == (0, "")


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("terraform") is None or not Path(PLUGINS).is_dir(), reason="needs terraform and its provider")
def test_terraform_finds_the_generated_alarms_valid(estates: dict[Dialect, Estate]) -> None:
    place = estates["terraform"].place
    wanted = '      source = "hashicorp/aws"\n'
    (place / "versions.tf").write_text(f"terraform {{\n  required_providers {{\n    aws = {{\n{wanted}    }}\n  }}\n}}\n")
    subprocess.run(["terraform", "init", f"-plugin-dir={PLUGINS}"], cwd=place, check=True, capture_output=True)
    found = json.loads(subprocess.run(["terraform", "validate", "-json"], cwd=place, check=False, capture_output=True).stdout)
    assert found["diagnostics"] == []
    formatted = subprocess.run(["terraform", "fmt", "-check", "-list=true"], cwd=place, check=False, capture_output=True)
    assert formatted.stdout == b""


@pytest.mark.peer
@pytest.mark.skipif(shutil.which(CFN_LINT) is None, reason="needs cfn-lint")
def test_cfn_lint_has_nothing_to_say_about_the_generated_alarms(estates: dict[Dialect, Estate]) -> None:
    estate = estates["cloudformation"]
    written = {alarm.address for one in estate.made.resources for alarm in one.alarms}
    ran = subprocess.run([CFN_LINT, "--format", "json", estate.file], check=False, capture_output=True)
    matches = json.loads(ran.stdout)
    assert matches  # the resources beside them lack most of their properties, so it has read the file
    assert not [match for match in matches if set(match["Location"]["Path"] or ()) & written]


FUNCTION = """\
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@acme.org"
}

resource "aws_lambda_function" "api" {
  function_name = "api" # the front
}
"""


class Place:
    """A directory with one file, for which alarms are generated."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def generate(self, text: str = FUNCTION, wishes: Wishes | None = None, *, write: bool = False) -> Generated:
        (self.path / "main.tf").write_text(text)
        return generate(Request((self.path,), self.path, write=write), wishes or Wishes())

    def read(self) -> str:
        return (self.path / "main.tf").read_text()

    def reasons(self, made: Generated) -> set[str]:
        return {left.reason for one in made.resources for left in one.left_out}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_the_files_are_left_alone_unless_it_is_told_to_write(place: Place) -> None:
    made = place.generate()
    assert place.read() == FUNCTION
    assert '+resource "aws_cloudwatch_metric_alarm" "api_errors" {' in made.diff
    assert not made.written
    assert place.generate(write=True).written
    assert place.read().startswith(FUNCTION)
    assert 'alarm_name          = "${aws_lambda_function.api.function_name}-errors"' in place.read()


def test_without_a_link_the_linter_asks_for_every_runbook(place: Place) -> None:
    made = place.generate(write=True)
    found = run(Request((place.path,), place.path, persona=Persona.PEDANTIC, select=("alarm-without-runbook",))).report.findings
    asked = {one.resource.address for one in found if one.resource}
    assert asked == {alarm.address for one in made.resources for alarm in one.alarms}
    assert {one.message for one in found} == {"runbook is still to be written"}


def test_the_only_topic_is_told_and_of_several_one_has_to_be_named(place: Place) -> None:
    two = FUNCTION + '\nresource "aws_sns_topic" "other" {\n  name = "other"\n}\n'
    api = Wishes("aws_lambda_function.api")
    assert place.generate(two, api).alarms == place.generate(wishes=api).alarms == 5  # only one of the topics has a receiver
    both = two + FUNCTION.split("\n\n")[1].replace("oncall", "other") + "\n"
    assert "whom it tells is not known, there are 2 topics; give --topic" in place.reasons(place.generate(both))
    assert "alarm_actions       = [aws_sns_topic.other.arn]" in place.generate(both, Wishes(topic="aws_sns_topic.other")).diff


def test_a_variable_is_named_where_there_is_one(place: Place) -> None:
    wishes = Wishes("aws_lambda_function.api", "var.topic")
    assert "there is no var.topic in its module" in place.reasons(place.generate(wishes=wishes))
    made = place.generate(FUNCTION + '\nvariable "topic" {\n  type = string\n}\n', wishes)
    assert made.diff.count("= [var.topic]") == 2 * made.alarms == 10


def test_an_arn_is_written_as_it_is(place: Place) -> None:
    arn = "arn:aws:sns:eu-west-1:123456789012:alerts"
    assert f'alarm_actions       = ["{arn}"]' in place.generate(wishes=Wishes(topic=arn)).diff


def test_only_one_workload_is_asked_for(place: Place) -> None:
    two = FUNCTION + '\nresource "aws_lambda_function" "jobs" {\n  function_name = "jobs"\n}\n'
    made = place.generate(two, Wishes(workload="aws_lambda_function.jobs"))
    assert [one.resource.address for one in made.resources] == ["aws_lambda_function.jobs"]


def test_symptoms_come_alone_on_request(place: Place) -> None:
    made = place.generate(wishes=Wishes(only_felt=True))
    assert {alarm.metric for one in made.resources for alarm in one.alarms} == {"Errors", "Throttles", "Duration", "AsyncEventsDropped"}


def test_alarms_of_two_resources_with_one_name_are_told_apart(place: Place) -> None:
    same = 'resource "aws_ecs_service" "api" {\n  name = "api"\n}\n\nresource "aws_ecs_cluster" "api" {\n  name = "api"\n}\n'
    instance = 'resource "aws_instance" "api" {\n}\n\nresource "aws_neptune_cluster" "api" {\n  cluster_identifier = "api"\n}\n'
    diff = place.generate(FUNCTION + same + instance).diff
    titles = [line for line in diff.splitlines() if "alarm_name" in line]
    blocks = [line for line in diff.splitlines() if line.startswith('+resource "aws_cloudwatch_metric_alarm"')]
    assert any("neptune-cluster" in line or "api-cpu-utilization" in line for line in titles)
    assert len(set(titles)) == len(titles)
    assert len(set(blocks)) == len(blocks)


@pytest.mark.parametrize(
    ("wishes", "hint"),
    [
        (Wishes(workload="aws_lambda_function.apy"), "there is no resource aws_lambda_function.apy; did you mean aws_lambda_function.api?"),
        (Wishes(topic="aws_sns_topic.onkall"), "there is no resource aws_sns_topic.onkall; did you mean aws_sns_topic.oncall?"),
        (Wishes(topic="aws_lambda_function.api"), "aws_lambda_function.api is aws_lambda_function, and alarms tell topics"),
        (Wishes(topic="arn:aws:sqs:eu-west-1:1:q"), "is no ARN of a topic"),
    ],
)
def test_wrong_addresses_are_refused_with_a_hint(place: Place, wishes: Wishes, hint: str) -> None:
    with pytest.raises(UsageError, match=hint.replace("?", r"\?")):
        place.generate(wishes=wishes)


def test_instances_and_topics_out_of_reach_are_left_out(place: Place) -> None:
    many = FUNCTION.replace('  function_name = "api"', '  count         = 2\n  function_name = "api-${count.index}"')
    assert "aws_lambda_function.api[0] is one of several instances" in place.reasons(place.generate(many))
    alone = 'resource "aws_lambda_function" "api" {\n  function_name = "api"\n}\n'
    assert "whom it tells is not known, no topic is declared beside it; give --topic" in place.reasons(place.generate(alone))


def test_an_alarm_that_would_be_reported_is_left_out_with_the_rule(place: Place) -> None:
    provider = 'provider "aws" {\n  region = "eu-central-1"\n}\n\n'
    made = place.generate(provider + FUNCTION, Wishes(topic="arn:aws:sns:eu-west-1:123456789012:alerts"))
    assert made.alarms == 0
    assert any(reason.startswith("alarm-topic-in-other-region would be reported on it") for reason in place.reasons(made))
