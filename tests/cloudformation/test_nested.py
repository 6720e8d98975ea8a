"""Nested stacks are read as part of the stack that deploys them."""

from pathlib import Path
from textwrap import dedent

import pytest
from cfn_support import image, resource

from obslint.cloudformation import load_template
from obslint.lint.examine import base_assumptions
from obslint.lint.request import Request
from obslint.lint.runner import run
from obslint.model import Draft, Guard, Inputs, Symbolic, Unit, at_default, references
from obslint.source import Sources

PARENT = """
Parameters:
  Days: {Type: Number, Default: 30}
  Env: {Type: String, Default: dev}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
Resources:
  Key: {Type: AWS::KMS::Key}
  Child:
    Type: AWS::CloudFormation::Stack
    Condition: IsProd
    Properties:
      TemplateURL: child/child.yaml
      Parameters:
        Retention: !Ref Days
        Stage: !Ref Env
        KeyArn: !GetAtt Key.Arn
        Level: !If [IsProd, high, low]
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!GetAtt Child.Outputs.TopicArn]
      Period: !GetAtt Child.Outputs.Nothing
"""

CHILD = """
Parameters:
  Retention: {Type: Number}
  Stage: {Type: String, Default: test}
  KeyArn: {Type: String}
  Level: {Type: String}
  Left: {Type: Number, Default: 7}
  Missing: {Type: String}
Conditions:
  Big: !Equals [!Ref Stage, prod]
  Never: !Equals [!Ref Left, 8]
Resources:
  Group:
    Type: AWS::Logs::LogGroup
    DependsOn: Topic
    Properties:
      RetentionInDays: !Ref Retention
      KmsKeyId: !Ref KeyArn
      LogGroupName: !Sub "x-${Level}-${Left}"
      LogGroupClass: !If [Big, STANDARD, INFREQUENT_ACCESS]
  Other: {Type: AWS::Logs::LogGroup, Condition: Big, Properties: {Tags: !Ref Missing}}
  Gone: {Type: AWS::Logs::LogGroup, Condition: Never}
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  TopicArn: {Value: !Ref Topic}
"""


def tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_yaml", ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text))
    return root


def unit_of(root: Path, name: str = "parent.yaml", inputs: Inputs | None = None) -> Unit:
    return load_template(Sources(root), root / name, inputs)


@pytest.fixture
def unit(tmp_path: Path) -> Unit:
    return unit_of(tree(tmp_path, parent_yaml=PARENT, child__child_yaml=CHILD))


def part(unit: Unit, address: str, name: str):
    return resource(unit, address).fields[name]


def test_resources_of_a_child_are_those_of_the_unit(unit: Unit) -> None:
    assert [r.address for r in unit.resources] == ["Key", "Child", "Alarm", "Child.Group", "Child.Other", "Child.Gone", "Child.Topic"]
    assert [file.path for file in unit.files] == ["parent.yaml", "child/child.yaml"]
    assert unit.gaps == ()
    assert unit.problems == ()
    assert [reference.resource for reference in resource(unit, "Child.Group").depends_on] == [resource(unit, "Child.Topic")]


def test_parameters_flow_in_with_their_places(unit: Unit) -> None:
    value = part(unit, "Child.Group", "RetentionInDays")
    assert image(value) == 30
    assert [step.label for step in value.trail] == ["stack Child passes this", "parameter Days defaults to this"]
    assert [str(step.place.file.path) for step in value.trail] == ["parent.yaml", "parent.yaml"]
    key = part(unit, "Child.Group", "KmsKeyId")
    assert isinstance(key, Symbolic)
    assert resource(unit, "Key") in [reference.resource for reference in references(key)]
    assert image(part(unit, "Child.Group", "LogGroupName")) == "x-high-7"


def test_a_parameter_nobody_passes_is_at_its_default(unit: Unit) -> None:
    assert resource(unit, "Child.Gone").presence.data is False
    assert "stack Child does not pass it" in image(part(unit, "Child.Other", "Tags"))[1]


def test_guards_of_the_stack_add_up(tmp_path: Path) -> None:
    child = CHILD.replace("Big: !Equals [!Ref Stage, prod]", "Big: !Equals [!Ref AWS::Region, us-east-1]")
    unit = unit_of(tree(tmp_path, parent_yaml=PARENT, child__child_yaml=child))
    assert resource(unit, "Child.Topic").guards == (Guard("IsProd", True),)
    assert resource(unit, "Child.Other").guards == (Guard("IsProd", True), Guard("Child.Big", True))
    assert base_assumptions(unit, resource(unit, "Child.Other")) == {"IsProd": True, "Child.Big": True, "Child.Never": False}


def test_the_condition_of_the_stack_settles_what_it_passes(unit: Unit) -> None:
    assert resource(unit, "Child.Other").guards == (Guard("IsProd", True),)
    assert image(part(unit, "Child.Group", "LogGroupClass")) == "STANDARD"


def test_conditions_of_a_child_that_hang_on_parameters_of_the_parent(tmp_path: Path) -> None:
    root = tree(tmp_path, parent_yaml=PARENT.replace("    Condition: IsProd\n", ""), child__child_yaml=CHILD)
    unit = unit_of(root)
    assert image(part(unit, "Child.Group", "LogGroupClass")) == {"IsProd is true": "STANDARD", "IsProd is false": "INFREQUENT_ACCESS"}
    assert set(image(part(unit, "Child.Group", "LogGroupName"))) == {"IsProd is true", "IsProd is false"}
    given = unit_of(root, inputs=Inputs(variables=(("Env", "prod"),)))
    assert image(part(given, "Child.Group", "LogGroupClass")) == "STANDARD"
    assert image(part(given, "Child.Group", "LogGroupName")) == "x-high-7"


def test_outputs_flow_back(unit: Unit) -> None:
    (topic,) = part(unit, "Alarm", "AlarmActions").data
    assert [r.resource for r in references(topic) if r.attribute == "Ref"] == [resource(unit, "Child.Topic")]
    assert image(part(unit, "Alarm", "Period")) == ("text", "${Child.Outputs.Nothing}")
    assert unit.escape(resource(unit, "Child.Topic")) is None
    assert unit.escape(resource(unit, "Key")) is None


def test_an_output_with_an_export_leaves_the_unit(tmp_path: Path) -> None:
    child = CHILD.replace("{Value: !Ref Topic}", "{Value: !Ref Topic, Export: {Name: topic}}")
    unit = unit_of(tree(tmp_path, parent_yaml=PARENT, child__child_yaml=child))
    export = unit.escape(resource(unit, "Child.Topic"))
    assert export is not None
    assert export.label == "output Child.TopicArn"


def test_a_child_is_edited_in_its_own_file(unit: Unit) -> None:
    group = resource(unit, "Child.Group")
    (edit,) = group.writer.set_attribute(group, ("LogGroupClass2",), "x")
    assert edit.file.path == "child/child.yaml"
    declined = group.writer.set_attribute(group, ("RetentionInDays",), 7)
    assert declined.reason == "stack Child passes the value of parameter Retention"


def stack(url: str, name: str = "Child", **parameters: str) -> str:
    passed = "".join(f"\n        {key}: {value}" for key, value in parameters.items())
    return f"""
  {name}:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: {url}
      Parameters:{passed or " {}"}"""


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://s3.amazonaws.com/b/t.yaml", "its template is not a local file"),
        ("s3://b/t.yaml", "its template is not a local file"),
        ("!Sub https://${AWS::Region}/t", "its template is not a local file"),
        ("gone.yaml", "cannot be read"),
        ("parent.yaml", "nests itself"),
        (".", "cannot be read"),
    ],
)
def test_what_is_not_read_is_said(tmp_path: Path, url: str, reason: str) -> None:
    text = "Resources:\n  Topic: {Type: AWS::SNS::Topic}" + stack(url, Arn="!Ref Topic")
    unit = unit_of(tree(tmp_path, parent_yaml=text))
    (gap,) = unit.gaps
    assert gap.subject == "Child"
    assert reason in gap.reason
    assert unit.escape(resource(unit, "Topic")).label == "nested stack Child"


def test_a_circle_of_three_ends(tmp_path: Path) -> None:
    files = {f"{one}_yaml": "Resources:" + stack(f"{two}.yaml") for one, two in ("ab", "bc", "ca")}
    unit = unit_of(tree(tmp_path, **files), "a.yaml")
    assert [gap.subject for gap in unit.gaps] == ["Child.Child.Child"]


def test_stacks_nested_without_end_are_bounded(tmp_path: Path) -> None:
    for level in range(14):
        inner = "".join(stack(f"t{level + 1}.yaml", f"S{number}") for number in range(4))
        (tmp_path / f"t{level}.yaml").write_text("Resources:" + inner)
    (tmp_path / "t14.yaml").write_text("Resources: {Topic: {Type: AWS::SNS::Topic}}")
    unit = unit_of(tmp_path, "t0.yaml")
    assert any("at most" in gap.reason for gap in unit.gaps)
    assert len(unit.resources) < 2000


def test_outputs_in_a_circle_are_unknown(tmp_path: Path) -> None:
    child = """
        Parameters: {P: {Type: String}}
        Resources: {T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref P}}}
        Outputs: {O: {Value: !Ref P}}
    """
    parent = "Resources:" + stack("c.yaml", "A", P="!GetAtt B.Outputs.O") + stack("c.yaml", "B", P="!GetAtt A.Outputs.O")
    unit = unit_of(tree(tmp_path, parent_yaml=parent, c_yaml=child))
    assert "depends on itself" in image(part(unit, "A.T", "TopicName"))[1]


def test_one_template_used_twice_keeps_its_names_apart(tmp_path: Path) -> None:
    child = """
        Parameters: {P: {Type: String}}
        Resources:
          T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref P}}
          U: {Type: AWS::SNS::Topic, Properties: {TopicName: !GetAtt T.TopicName}}
    """
    parent = "Resources:" + stack("c.yaml", "A", P="one") + stack("c.yaml", "B", P="two")
    unit = unit_of(tree(tmp_path, parent_yaml=parent, c_yaml=child))
    assert (image(part(unit, "A.T", "TopicName")), image(part(unit, "B.T", "TopicName"))) == ("one", "two")
    assert image(part(unit, "B.U", "TopicName")) == ("text", "${B.T.TopicName}")
    assert len(unit.files) == 2


def test_an_application_of_sam_and_a_stack_of_the_cdk(tmp_path: Path) -> None:
    parent = """
        Resources:
          App: {Type: AWS::Serverless::Application, Properties: {Location: app.yaml, Parameters: {Days: "3"}}}
          Cdk:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: !Sub "https://s3.${AWS::URLSuffix}/x.json"
              Parameters: {Days: 5}
            Metadata: {"aws:asset:path": app.yaml, "aws:asset:property": TemplateURL}
    """
    app = "Parameters: {Days: {Type: Number}}\nResources: {G: {Type: AWS::Logs::LogGroup, Properties: {RetentionInDays: !Ref Days}}}"
    unit = unit_of(tree(tmp_path, parent_yaml=parent, app_yaml=app))
    assert image(part(unit, "App.G", "RetentionInDays")) == "3"
    assert image(part(unit, "Cdk.G", "RetentionInDays")) == 5


def test_lists_that_are_passed(tmp_path: Path) -> None:
    child = (
        "Parameters: {L: {Type: CommaDelimitedList}}\nResources: {A: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: !Ref L}}}"
    )
    unit = unit_of(tree(tmp_path, parent_yaml="Resources:" + stack("c.yaml", L='"a, b"'), c_yaml=child))
    assert image(part(unit, "Child.A", "AlarmActions")) == ["a", "b"]


TYING = """
Parameters:
  Env: {Type: String}
  Region2: {Type: String}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsTest: !Equals [!Ref Env, test]
  Elsewhere: !Equals [!Ref Region2, eu-west-1]
Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: child.yaml
      Parameters: {Keep: %s, Other: !Ref Region2}
"""

TIED = """
Parameters:
  Keep: {Type: String}
  Other: {Type: String}
  Own: {Type: String, Default: x}
Conditions:
  Kept: !Equals [!Ref Keep, 'true']
  Lost: !Not [!Condition Kept]
  Both: !And [!Condition Kept, !Equals [!Ref Other, us-east-1]]
Resources:
  Group:
    Type: AWS::Logs::LogGroup
    Properties: {RetentionInDays: !If [%s, 7, !Ref AWS::NoValue]}
"""


def tied(root: Path, passed: str, condition: str = "Kept") -> Unit:
    return unit_of(tree(root, parent_yaml=TYING % passed, child_yaml=TIED % condition))


@pytest.mark.parametrize(
    ("passed", "condition", "sides"),
    [
        ("!If [IsProd, 'true', 'false']", "Kept", {"IsProd is true": 7, "IsProd is false": None}),
        ("!If [IsProd, 'true', 'false']", "Lost", {"IsProd is false": 7, "IsProd is true": None}),
        ("!If [IsProd, 'false', 'true']", "Kept", {"IsProd is false": 7, "IsProd is true": None}),
        ("!If [IsProd, true, false]", "Kept", {"IsProd is true": 7, "IsProd is false": None}),
        ("!Sub ['tr${A}', {A: !If [IsProd, ue, uly]}]", "Kept", {"IsProd is true": 7, "IsProd is false": None}),
        ("!If [IsProd, 'true', !Ref Env]", "Kept", {"Child.Kept is true": 7, "Child.Kept is false": None}),
        ("!If [IsProd, 'true', 'false']", "Both", {"Child.Both is true": 7, "Child.Both is false": None}),
        ("!If [IsProd, 'true', !If [IsTest, 'true', 'no']]", "Kept", {"Child.Kept is true": 7, "Child.Kept is false": None}),
        ("!Ref Env", "Kept", {"Child.Kept is true": 7, "Child.Kept is false": None}),
    ],
)
def test_a_condition_that_is_the_parents_bears_its_name(tmp_path: Path, passed: str, condition: str, sides: dict[str, object]) -> None:
    assert image(part(tied(tmp_path, passed, condition), "Child.Group", "RetentionInDays")) == sides


def test_what_a_side_says_goes_through_stacks_both_ways(tmp_path: Path) -> None:
    unit = tied(tmp_path, "!If [IsProd, 'true', 'false']", "Both")
    both = unit.implied(Guard("Child.Both", True))
    assert both is not None
    assert {name: both.get(name) for name in ("IsProd", "IsTest", "Elsewhere", "Child.Kept")} == {
        "IsProd": True, "IsTest": False, "Elsewhere": False, "Child.Kept": True
    }  # fmt: skip
    test = unit.implied(Guard("IsTest", True))
    assert test is not None
    assert (test["IsProd"], test["Child.Both"], test["Child.Lost"]) == (False, False, True)
    nothing = {at_default("Child.Keep"): False, at_default("Child.Other"): False}
    assert unit.implied(Guard("Child.Both", False)) == {"Child.Both": False, **nothing}


def test_a_condition_handed_down_twice_bears_the_name_of_the_first(tmp_path: Path) -> None:
    middle = """
        Parameters: {Flag: {Type: String}}
        Conditions: {Flagged: !Equals [!Ref Flag, 'yes']}
        Resources:
          Inner:
            Type: AWS::CloudFormation::Stack
            Condition: Flagged
            Properties:
              TemplateURL: inner.yaml
              Parameters: {Keep: !If [Flagged, 'true', 'false'], Other: x}
          Left:
            Type: AWS::CloudFormation::Stack
            Properties:
              TemplateURL: inner.yaml
              Parameters: {Keep: !If [Flagged, 'true', 'false'], Other: x}
    """
    outer = (TYING % "x").replace("Parameters: {Keep: x, Other: !Ref Region2}", "Parameters: {Flag: !If [IsProd, 'yes', 'no']}")
    unit = unit_of(tree(tmp_path, parent_yaml=outer, child_yaml=middle, inner_yaml=TIED % "Kept"))
    assert resource(unit, "Child.Inner").guards == (Guard("IsProd", True),)
    assert image(part(unit, "Child.Inner.Group", "RetentionInDays")) == 7
    assert image(part(unit, "Child.Left.Group", "RetentionInDays")) == {"IsProd is true": 7, "IsProd is false": None}


def test_a_resource_added_beside_a_tied_one_gets_the_condition_of_its_own_template(tmp_path: Path) -> None:
    child = (TIED % "Kept").replace("    Type: AWS::Logs::LogGroup\n", "    Type: AWS::Logs::LogGroup\n    Condition: Kept\n")
    unit = unit_of(tree(tmp_path, parent_yaml=TYING % "!If [IsProd, 'true', 'false']", child_yaml=child))
    group = resource(unit, "Child.Group")
    assert group.guards == (Guard("IsProd", True),)
    (edit,) = group.writer.add_resource(group, Draft("AWS::SNS::Topic", "Added", {}))
    assert "    Condition: Kept\n" in edit.text + "\n"


def test_a_finding_in_a_child_names_the_condition_of_the_parent(tmp_path: Path) -> None:
    tree(tmp_path, parent_yaml=TYING % "!If [IsProd, 'true', 'false']", child_yaml=TIED % "Kept")
    report = run(Request((tmp_path,), tmp_path)).report
    (finding,) = [found for found in report.findings if found.rule == "log-group-never-expires"]
    assert finding.message.endswith("when IsProd is false")
    assert finding.location.path == "child.yaml"


@pytest.mark.parametrize("inside", ["", "  Mail: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref Arn, Protocol: email}}\n"])
def test_a_topic_handed_to_a_stack_that_is_read_is_looked_for_there(tmp_path: Path, inside: str) -> None:
    parent = """
        Resources:
          Topic: {Type: AWS::SNS::Topic}
          Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Topic], MetricName: a}}
          Child:
            Type: AWS::CloudFormation::Stack
            Properties: {TemplateURL: child.yaml, Parameters: {Arn: !Ref Topic}}
    """
    child = "Parameters: {Arn: {Type: String}}\nResources:\n  Queue: {Type: AWS::SQS::Queue}\n" + inside
    tree(tmp_path, parent_yaml=parent, child_yaml=child)
    report = run(Request((tmp_path,), tmp_path, select=("alarm-topic-without-subscriber",))).report
    assert [found.location.path for found in report.findings] == ([] if inside else ["parent.yaml"])
    (tmp_path / "child.yaml").unlink()
    assert not run(Request((tmp_path,), tmp_path, select=("alarm-topic-without-subscriber",))).report.findings
