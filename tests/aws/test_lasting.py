"""What stands beside the attributes of a resource: read alike in both dialects, and edited where it stands."""

import json
from pathlib import Path

import pytest

from obslint.aws import LogGroup
from obslint.cloudformation import load_template_file
from obslint.lint.proposing import _write
from obslint.model import Declined, Known, ledger, read, settle
from obslint.source import SourceFile, Sources

PREVENTED = (
    'resource "aws_cloudwatch_log_group" "a" {\n  lifecycle {\n    # never\n'
    '    prevent_destroy = true\n    ignore_changes  = [name, tags["a"]]\n  }\n}\n'
)


def written(group: LogGroup) -> str:
    fix = group.deletion.finding("x", fix=group.keeping_fix).fix
    edits = _write(group.resource.writer, fix)
    assert not isinstance(edits, Declined)
    text = group.resource.header.file.text
    for edit in reversed(sorted(edits, key=lambda edit: edit.span.start)):  # noqa: C413 - insertions at one place keep their order
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def one(text: str, path: str = "t.yaml") -> LogGroup:
    unit = load_template_file(Sources(Path("/nowhere")), SourceFile(path, text), {})
    return next(LogGroup(found) for found in unit.resources if found.type == "AWS::Logs::LogGroup")


@pytest.mark.parametrize(
    ("inside", "deleted"),
    [
        ("", True),
        ("  lifecycle {}\n", True),
        ("  lifecycle {\n    prevent_destroy = false\n  }\n", True),
        ("  lifecycle {\n    prevent_destroy = true\n  }\n", False),
    ],
)
def test_terraform_destroys_what_it_is_not_told_to_keep(terraform, inside, deleted):
    group = terraform(f'resource "aws_cloudwatch_log_group" "a" {{\n{inside}}}\n').all(LogGroup)[0]
    assert group.deleted_with_stack.known is deleted


@pytest.mark.parametrize(
    ("policy", "deleted"),
    [(None, True), ("Delete", True), ("Retain", False), ("RetainExceptOnCreate", False), ("Snapshot", False)],
)
def test_a_stack_deletes_what_it_is_not_told_to_keep(template, policy, deleted):
    line = f"  DeletionPolicy: {policy}\n" if policy else ""
    group = template(f"A:\n  Type: AWS::Logs::LogGroup\n{line}").all(LogGroup)[0]
    assert group.deleted_with_stack.known is deleted


def test_a_policy_that_a_parameter_sets_is_undecided():
    head = "Transform: AWS::LanguageExtensions\nParameters: {P: {Type: String}}\n"
    text = head + "Resources:\n  A: {Type: AWS::Logs::LogGroup, DeletionPolicy: !Ref P}\n"
    with ledger() as doubts:
        assert not one(text).deleted_with_stack
    assert doubts[0].reason == "parameter P has no default; pass --parameters"


def test_a_policy_under_a_condition_keeps_its_sides():
    text = (
        "Transform: AWS::LanguageExtensions\nParameters: {Env: {Type: String}}\nConditions: {IsProd: !Equals [!Ref Env, prod]}\n"
        "Resources:\n  A:\n    Type: AWS::Logs::LogGroup\n    DeletionPolicy: !If [IsProd, Retain, Delete]\n"
    )
    answer = one(text).deleted_with_stack
    assert answer.known is None
    assert [str(guard) for guard in answer.doubts[0].guards] == ["IsProd is true", "IsProd is false"]


def test_a_property_of_the_same_name_is_another_thing(template):
    group = template("A:\n  Type: AWS::Logs::LogGroup\n  Properties: {DeletionPolicy: Retain}\n").all(LogGroup)[0]
    assert group.deleted_with_stack.known is True


def test_it_stands_where_it_is_written(template):
    group = template("A:\n  Type: AWS::Logs::LogGroup\n  DeletionPolicy: Delete # yes\n").all(LogGroup)[0]
    found = group.deletion.finding("x")
    assert found.at.file.text[found.at.span.start : found.at.span.end] == "DeletionPolicy: Delete"
    assert found.attribute == "DeletionPolicy"


def test_names_in_a_lifecycle_block_are_words_and_no_expressions(terraform):
    group = terraform(PREVENTED).all(LogGroup)[0]
    value = read(group.resource.lifecycle, ("lifecycle", "ignore_changes")).value
    assert isinstance(value, Known)
    assert isinstance(value.data, tuple)
    assert [item.data for item in map(settle, value.data)] == ["name", 'tags["a"]']


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'resource "aws_cloudwatch_log_group" "a" {\n  name = "a" # n\n}\n',
            'resource "aws_cloudwatch_log_group" "a" {\n  name = "a" # n\n\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n',
        ),
        (
            'resource "aws_cloudwatch_log_group" "a" {\n  lifecycle {\n    create_before_destroy = true # c\n  }\n}\n',
            'resource "aws_cloudwatch_log_group" "a" {\n  lifecycle {\n    create_before_destroy = true # c\n'
            "    prevent_destroy       = true\n  }\n}\n",
        ),
        (PREVENTED.replace("= true", "= false"), PREVENTED),
    ],
)
def test_terraform_is_told_to_keep_it_in_its_lifecycle_block(terraform, before, after):
    assert written(terraform(before).all(LogGroup)[0]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Resources:\n  A:\n    Type: AWS::Logs::LogGroup # t\n    Properties:\n      RetentionInDays: 7\n",
            "Resources:\n  A:\n    Type: AWS::Logs::LogGroup # t\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n"
            "    Properties:\n      RetentionInDays: 7\n",
        ),
        (
            "Resources:\n  A:\n    DeletionPolicy: 'Delete' # d\n    Type: AWS::Logs::LogGroup\n",
            "Resources:\n  A:\n    DeletionPolicy: 'Retain' # d\n    Type: AWS::Logs::LogGroup\n    UpdateReplacePolicy: Retain\n",
        ),
        (
            "Resources: {A: {Type: AWS::Logs::LogGroup}}\n",
            "Resources: {A: {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}}\n",
        ),
        (
            '{"Resources":{"A":{"Type":"AWS::Logs::LogGroup","Properties":{}}}}',
            '{"Resources":{"A":{"Type":"AWS::Logs::LogGroup","DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain","Properties":{}}}}',
        ),
    ],
)
def test_a_template_is_told_to_keep_it_beside_its_type(before, after):
    assert written(one(before, "t.json" if before.startswith('{"') else "t.yaml")) == after


def test_json_with_tabs_gets_it_on_lines_of_their_own():
    before = json.dumps({"Resources": {"A": {"Type": "AWS::Logs::LogGroup", "Properties": {}}}}, indent="\t")
    after = {"Type": "AWS::Logs::LogGroup", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain", "Properties": {}}
    assert written(one(before, "t.json")) == json.dumps({"Resources": {"A": after}}, indent="\t")
