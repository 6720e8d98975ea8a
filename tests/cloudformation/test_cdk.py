"""Cloud assemblies of the AWS CDK: stacks by their manifest, constructs by their paths."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from obslint.cloudformation import load_template
from obslint.lint.request import Request
from obslint.lint.result import Report
from obslint.lint.runner import run
from obslint.model import Accepted, Inputs, Known
from obslint.source import Sources

GROUP = {"Type": "AWS::Logs::LogGroup", "Properties": {"Tags": [{"Key": "r", "Value": {"Ref": "AWS::Region"}}]}}


def write(root: Path, **files: Any) -> Path:
    for name, content in files.items():
        path = root / name.replace("__", "/").replace("_json", ".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=1))
    return root


def stack(file: str, *, name: str = "", environment: str = "aws://unknown-account/unknown-region", **metadata: str) -> dict[str, Any]:
    marks = {f"/{path}": [{"type": "aws:cdk:logicalId", "data": logical}] for logical, path in metadata.items()}
    properties = {"templateFile": file, **({"stackName": name} if name else {})}
    return {"type": "aws:cloudformation:stack", "environment": environment, "properties": properties, "metadata": marks}


def assembly(**artifacts: Any) -> dict[str, Any]:
    return {"version": "48.0.0", "artifacts": {"Tree": {"type": "cdk:tree", "properties": {"file": "tree.json"}}, **artifacts}}


def template(**resources: Any) -> dict[str, Any]:
    return {"Resources": resources or {"G": GROUP}}


@pytest.fixture
def app(tmp_path: Path) -> Path:
    files = {
        "out__manifest_json": assembly(
            Logs=stack("Logs.template.json", name="team-logs", environment="aws://123456789012/eu-west-1", G="Logs/Group/Resource"),
            Stage={"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Stage"}},
        ),
        "out__Logs.template_json": template(
            G=GROUP,
            Named={**GROUP, "Metadata": {"aws:cdk:path": "Logs/Named/Resource"}},
            Nested={
                "Type": "AWS::CloudFormation::Stack",
                "Metadata": {"aws:asset:path": "Nested.nested.template.json", "aws:asset:property": "TemplateURL"},
                "Properties": {"TemplateURL": {"Fn::Sub": "https://s3.${AWS::Region}/x.json"}},
            },
        ),
        "out__Nested.nested.template_json": template(),
        "out__Old.template_json": template(),
        "out__asset.1234__template_json": template(),
        "out__assembly-Stage__manifest_json": assembly(StageLogs=stack("StageLogs.template.json")),
        "out__assembly-Stage__StageLogs.template_json": template(),
        "out__assembly-Stage__asset.5678__template_json": template(),
        "out__tree_json": {"version": "tree-0.1", "tree": {"id": "App", "Resources": {"Type": "AWS::S3::Bucket"}}},
        "web__manifest_json": {"name": "an app", "icons": []},
        "web__t_json": template(),
    }
    write(tmp_path, **files)
    for directory in ("out", "out/assembly-Stage"):
        (tmp_path / directory / "cdk.out").write_text('{"version":"48.0.0"}')
    return tmp_path


def report(root: Path, *paths: str) -> Report:
    return run(Request(tuple(root / path for path in paths) or (root,), root, select=("log-group-never-expires",))).report


def test_the_manifest_says_what_is_a_stack(app: Path) -> None:
    found = report(app)
    assert {(f.resource.unit, f.resource.address, f.resource.construct) for f in found.findings if f.resource} == {
        ("out/Logs.template.json", "G", "Logs/Group/Resource"),
        ("out/Logs.template.json", "Named", "Logs/Named/Resource"),
        ("out/Logs.template.json", "Nested.G", ""),
        ("out/assembly-Stage/StageLogs.template.json", "G", ""),
        ("web/t.json", "G", ""),
    }
    assert [(missed.path, missed.reason.partition(";")[0]) for missed in found.not_analysed] == [
        ("out/Old.template.json", "the CDK's manifest.json beside it does not name it")
    ]


def test_a_template_that_is_named_is_analysed_anyway(app: Path) -> None:
    assert [f.location.path for f in report(app, "out/Old.template.json").findings] == ["out/Old.template.json"]
    assert [f.location.path for f in report(app, "out/Nested.nested.template.json").findings] == ["out/Nested.nested.template.json"]


def test_a_stack_has_the_name_and_the_region_of_the_manifest(app: Path) -> None:
    sources = Sources(app)
    logs = load_template(sources, app / "out/Logs.template.json")
    assert (logs.path, logs.name) == ("out/Logs.template.json", "team-logs")
    region = logs.resources[0].fields["Tags"].data[0].data["Value"]
    assert isinstance(region, Known)
    assert region.data == "eu-west-1"
    other = load_template(sources, app / "out/Logs.template.json", Inputs(region="us-east-1"))
    assert other.resources[0].fields["Tags"].data[0].data["Value"].data == "us-east-1"
    stage = load_template(sources, app / "out/assembly-Stage/StageLogs.template.json")
    assert stage.name == "StageLogs"
    assert not isinstance(stage.resources[0].fields["Tags"].data[0].data["Value"], Known)


def test_constructs_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    one = stack("A.template.json")
    del one["metadata"]
    one["properties"]["additionalMetadataFile"] = "A.metadata.json"
    write(
        tmp_path,
        manifest_json=assembly(A=one),
        **{"A.metadata_json": {"/A/G/Resource": [{"type": "aws:cdk:logicalId", "data": "G"}]}, "A.template_json": template()},
    )
    assert load_template(Sources(tmp_path), tmp_path / "A.template.json").resources[0].construct == "A/G/Resource"


@pytest.mark.parametrize(
    "manifest", ["{", "[]", '{"artifacts": 3}', '{"artifacts": {"a": {"type": "aws:cloudformation:stack"}}}', "[" * 9999]
)
def test_a_manifest_that_makes_no_sense_hurts_nobody(tmp_path: Path, manifest: str) -> None:
    write(tmp_path, t_json=template())
    (tmp_path / "manifest.json").write_text(manifest)
    unit = load_template(Sources(tmp_path), tmp_path / "t.json")
    assert unit.name == ""
    report(tmp_path)


def test_what_other_tools_accept_is_told(tmp_path: Path) -> None:
    hidden = base64.b64encode("größer".encode()).decode()
    nag = {
        "cdk_nag": {
            "rules_to_suppress": [
                {"id": "AwsSolutions-L1", "reason": "old"},
                {"id": "AwsSolutions-IAM5", "reason": hidden, "is_reason_encoded": True, "applies_to": ["Resource::*", {"regex": "x"}]},
                {"reason": "no id"},
                "nonsense",
            ]
        },
        "cfn_nag": {"rules_to_suppress": [{"id": "W84", "reason": "no key"}]},
    }
    data = {
        "Metadata": {"cdk_nag": {"rules_to_suppress": [{"id": "All", "reason": "everywhere"}]}},
        **template(G={**GROUP, "Metadata": nag}),
    }
    write(tmp_path, t_json=data)
    unit = load_template(Sources(tmp_path), tmp_path / "t.json")
    first, *others = unit.resources[0].accepted()
    assert isinstance(first, Accepted)
    text = first.place.file.text[first.place.span.start : first.place.span.end]
    assert json.loads(text) == {"id": "AwsSolutions-L1", "reason": "old"}
    assert [(a.tool, a.rule, a.reason, a.applies_to) for a in (first, *others)] == [
        ("cdk_nag", "AwsSolutions-L1", "old", ()),
        ("cdk_nag", "AwsSolutions-IAM5", "größer", ("Resource::*",)),
        ("cfn_nag", "W84", "no key", ()),
    ]
    assert [(a.rule, a.reason) for a in unit.accepted()] == [("All", "everywhere")]
