"""Templates that are nested in others are reported once, and found with those that nest them."""

import subprocess
from pathlib import Path

import pytest

from obslint.lint import FixMode, Outcome, Request, run

GROUP = "Resources:\n  Group:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: x\n"
WITH_DAYS = "Parameters: {Days: {Type: Number, Default: 0}}\n" + GROUP + "      RetentionInDays: !Ref Days\n"


def stack(url: str, name: str = "Child", parameters: str = "{}") -> str:
    properties = f"{{TemplateURL: {url}, Parameters: {parameters}}}"
    return f"Resources:\n  {name}: {{Type: AWS::CloudFormation::Stack, Properties: {properties}}}\n"


@pytest.fixture
def scan(tmp_path: Path):
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    def scan(files: dict[str, str], *paths: str, **request: object) -> Outcome:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text)
        return run(Request(tuple(tmp_path / path for path in paths or (".",)), tmp_path, **request))

    return scan


def found(outcome: Outcome) -> list[tuple[str, str, str]]:
    assert outcome.errors == ()
    return [(f.resource.unit, f.resource.address, f.location.path) for f in outcome.report.findings if f.rule == "log-group-never-expires"]


def test_a_nested_template_is_no_unit_of_its_own(scan) -> None:
    outcome = scan({"p.yaml": stack("child/c.yaml"), "child/c.yaml": GROUP})
    assert found(outcome) == [("p.yaml", "Child.Group", "child/c.yaml")]
    assert outcome.report.summary.units == 1


def test_what_the_parent_passes_decides(scan) -> None:
    files = {"p.yaml": stack("c.yaml", parameters="{Days: 30}"), "c.yaml": WITH_DAYS}
    assert found(scan(files)) == []
    assert found(scan(files, "c.yaml")) == []
    assert [path for _, _, path in found(scan({"p.yaml": stack("c.yaml", parameters="{Days: 0}")}))] != []


def test_a_changed_template_is_read_with_all_that_nest_it(scan) -> None:
    files = {"top.yaml": stack("p.yaml"), "p.yaml": stack("child/c.yaml"), "child/c.yaml": GROUP}
    files["other.yaml"] = stack("elsewhere/c.yaml")
    files["elsewhere/c.yaml"] = GROUP
    outcome = scan(files, "child/c.yaml")
    assert found(outcome) == [("top.yaml", "Child.Child.Group", "child/c.yaml")]
    assert outcome.report.summary.units == 1


def test_templates_in_a_circle_are_reported_once(scan) -> None:
    files = {"a.yaml": stack("b.yaml"), "b.yaml": GROUP + stack("a.yaml", "Back").removeprefix("Resources:\n")}
    outcome = scan(files)
    assert found(outcome) == [("a.yaml", "Child.Group", "b.yaml")]
    assert [one.reason for one in outcome.report.not_analysed] == ["Child.Back: its template a.yaml nests itself"]


def test_a_template_nested_by_two_is_reported_once_for_each_place(scan) -> None:
    outcome = scan({"p.yaml": stack("c.yaml"), "q.yaml": stack("c.yaml", "Same"), "c.yaml": GROUP})
    assert len(found(outcome)) == 1
    assert outcome.report.summary.units == 2


def test_a_fix_is_written_into_the_nested_template(scan, tmp_path: Path) -> None:
    files = {"p.yaml": stack("c.yaml"), "c.yaml": GROUP}
    assert found(scan(files, fix=FixMode.UNSAFE, write=True)) == []
    assert (tmp_path / "c.yaml").read_text() == GROUP + "      RetentionInDays: 365\n"
    assert (tmp_path / "p.yaml").read_text() == files["p.yaml"]


def test_exports_are_joined_between_the_templates_of_a_scan(scan) -> None:
    exporting = "Resources: {T: {Type: AWS::SNS::Topic}}\nOutputs: {O: {Value: 0, Export: {Name: days}}}\n"
    importing = GROUP + "      RetentionInDays: !ImportValue days\n"
    files = {"a.yaml": exporting.replace("0", "30"), "b.yaml": importing}
    assert [one.rule for one in scan(files).report.undecided] == []
    assert [one.rule for one in scan({}, "b.yaml").report.undecided] == ["log-group-never-expires"]


def test_findings_of_the_cdk_carry_the_path_of_their_construct(scan) -> None:
    group = '"Type": "AWS::Logs::LogGroup", "Properties": {}, "Metadata": {"aws:cdk:path": "Main/Logs/Resource", "cdk_nag": {}}'
    asset = '"Metadata": {"aws:asset:path": "x.nested.template.json", "aws:asset:property": "TemplateURL"}'
    url = '"Properties": {"TemplateURL": {"Fn::Sub": "https://s3.${AWS::URLSuffix}/a"}}'
    files = {
        "cdk.out/x.nested.template.json": f'{{"Resources": {{"Inner": {{{group}}}}}}}',
        "cdk.out/Main.template.json": f'{{"Resources": {{"Nested": {{"Type": "AWS::CloudFormation::Stack", {url}, {asset}}}}}}}',
        "cdk.out/asset.1/t.template.json": f'{{"Resources": {{"Left": {{{group}}}}}}}',
    }
    outcome = scan(files)
    assert found(outcome) == [("cdk.out/Main.template.json", "Nested.Inner", "cdk.out/x.nested.template.json")]
    assert {f.resource.construct for f in outcome.report.findings} == {"Main/Logs/Resource"}
