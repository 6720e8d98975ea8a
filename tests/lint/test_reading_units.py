"""A unit that takes values from another is looked at again when that one changes."""

from pathlib import Path

import pytest

from obslint.lint import registry
from obslint.lint.estate import load_estate
from obslint.lint.profile import Profiles
from obslint.lint.request import Request
from obslint.lint.scope import scope_of
from obslint.lint.session import Session, Snapshot
from obslint.lint.suppress import Calendar
from obslint.source import SourceFile

STATE = 'backend "s3" {\n    bucket = "b"\n    key    = "%s"\n    region = "eu-west-1"\n  }'
LOGS = 'resource "aws_cloudwatch_log_group" "a" {\n  retention_in_days = %s\n}\n'
REMOTE = (
    'data "terraform_remote_state" "x" {\n  backend = "s3"\n'
    '  config = {\n    bucket = "b"\n    key    = "days"\n    region = "eu-west-1"\n  }\n}\n'
)

TERRAFORM = {
    "days/main.tf": f'terraform {{\n  {STATE % "days"}\n}}\noutput "days" {{\n  value = 30\n}}\n',
    "logs/main.tf": f"terraform {{\n  {STATE % 'logs'}\n}}\n{REMOTE}{LOGS % 'data.terraform_remote_state.x.outputs.days'}",
    "other/main.tf": f"terraform {{\n  {STATE % 'other'}\n}}\n{LOGS % '30'}",
}
PARAMETER = {
    "days/main.tf": 'resource "aws_ssm_parameter" "p" {\n  name  = "/days"\n  type  = "String"\n  value = "30"\n}\n',
    "logs/main.tf": f'data "aws_ssm_parameter" "p" {{\n  name = "/days"\n}}\n{LOGS % "data.aws_ssm_parameter.p.value"}',
    "other/main.tf": LOGS % "30",
}
GROUP = "Resources: {A: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: %s}}}\n"
TEMPLATES = {
    "days.yaml": (GROUP % "7") + "Outputs: {Days: {Value: 30, Export: {Name: days}}}\n",
    "logs.yaml": GROUP % "!ImportValue days",
    "other.yaml": GROUP % "30",
}
CHAIN = {
    "days.yaml": (GROUP % "7") + "Outputs: {Days: {Value: 30, Export: {Name: first}}}\n",
    "logs.yaml": GROUP % "!ImportValue days",
    "middle.yaml": (GROUP % "7") + "Outputs: {Days: {Value: !ImportValue first, Export: {Name: days}}}\n",
    "other.yaml": GROUP % "30",
}


def begin(root: Path, files: dict[str, str]) -> tuple[Session, Snapshot]:
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    request = Request((root,), root)
    rules = registry.load()
    session = Session(rules, Profiles(request, rules), Calendar(frozenset(rules.cards), None))
    return session, session.begin(load_estate(request, scope_of(request)))


def found(snapshot: Snapshot) -> dict[str, list[str]]:
    return {entry.unit.path: [hit.rule.id for hit in entry.judged.kept] for entry in snapshot.entries}


@pytest.mark.parametrize(
    ("files", "before", "after"),
    [
        (TERRAFORM, "value = 30", "value = 0"),
        (PARAMETER, '"30"', '"0"'),
        (TEMPLATES, "Value: 30", "Value: !Ref AWS::NoValue"),
        (CHAIN, "Value: 30", "Value: !Ref AWS::NoValue"),
    ],
)
def test_who_reads_a_changed_value_is_asked_again(tmp_path: Path, files: dict[str, str], before: str, after: str) -> None:
    session, start = begin(tmp_path, files)
    assert not any(found(start).values())
    name = next(iter(files))
    assert before in files[name]
    overlay = {tmp_path / name: SourceFile(name, files[name].replace(before, after))}
    changed = session.changed(start, overlay)
    reader = next(path for path in found(start) if path.startswith("logs"))
    assert found(changed)[reader] == ["log-group-never-expires"]
    same = [old is new for old, new in zip(start.entries, changed.entries, strict=True) if old.unit.path.startswith("other")]
    assert same == [True]


def test_a_reader_keeps_what_it_reads_when_it_changes_itself(tmp_path: Path) -> None:
    session, start = begin(tmp_path, {**TERRAFORM, "days/main.tf": TERRAFORM["days/main.tf"].replace("30", "0")})
    assert found(start)["logs"] == ["log-group-never-expires"]
    text = TERRAFORM["logs/main.tf"] + "# end\n"
    changed = session.changed(start, {tmp_path / "logs/main.tf": SourceFile("logs/main.tf", text)})
    assert found(changed)["logs"] == ["log-group-never-expires"]
