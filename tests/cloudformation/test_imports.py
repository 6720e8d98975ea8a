"""Fn::ImportValue gives what another template of the scan exports under a certain name."""

from pathlib import Path

from cfn_support import image, resource

from obslint.cloudformation import join_templates, load_template
from obslint.model import Inputs, Symbolic, Unit
from obslint.source import Sources

NETWORK = """
Parameters:
  Env: {Type: String, Default: dev}
  Days: {Type: Number, Default: 30}
Conditions: {IsProd: !Equals [!Ref Env, prod]}
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Topic: {Value: !Ref Topic, Export: {Name: !Sub "${Env}-topic"}}
  Days: {Value: !Ref Days, Export: {Name: days}}
  Choice: {Value: !If [IsProd, a, b], Export: {Name: choice}}
  Stack: {Value: x, Export: {Name: !Sub "${AWS::StackName}-x"}}
  Round: {Value: !ImportValue round, Export: {Name: round}}
  Plain: {Value: x}
"""

APP = """
Parameters: {Days: {Type: Number, Default: 1}}
Resources:
  Topic: {Type: AWS::SNS::Topic}
  A:
    Type: T
    Properties:
      Topic: !ImportValue dev-topic
      Own: !Ref Topic
      Days: !ImportValue days
      Choice: !ImportValue choice
      Stack: !ImportValue {"Fn::Sub": "${AWS::StackName}-x"}
      Round: !ImportValue round
      Gone: !ImportValue gone
"""


def app(root: Path, inputs: Inputs | None = None, **more: str) -> Unit:
    files = {"network": NETWORK, "app": APP, **more}
    for name, text in files.items():
        (root / f"{name}.yaml").write_text(text)
    sources = Sources(root)
    joins = join_templates(sources, [root / f"{name}.yaml" for name in files] + [root / "not-there.yaml"], inputs)
    return load_template(sources, root / "app.yaml", inputs, joins)


def test_values_keep_their_references_and_places(tmp_path: Path) -> None:
    fields = resource(app(tmp_path), "A").fields
    topic = fields["Topic"]
    assert isinstance(topic, Symbolic)
    assert [(str(part), part.resource.type) for part in topic.parts] == [("network.yaml:Topic.Ref", "AWS::SNS::Topic")]
    assert topic.parts != fields["Own"].parts
    days = fields["Days"]
    assert image(days) == 30
    assert [step.label for step in days.trail] == ["export days of network.yaml", "parameter Days defaults to this"]
    assert image(fields["Choice"]) == {"network.yaml:IsProd is true": "a", "network.yaml:IsProd is false": "b"}


def test_inputs_hold_for_all_templates(tmp_path: Path) -> None:
    fields = resource(app(tmp_path, Inputs(variables=(("Env", "prod"), ("Days", "90")))), "A").fields
    assert image(fields["Days"]) == "90"
    assert image(fields["Choice"]) == "a"
    assert image(fields["Topic"])[0] == "unknown"


def test_what_is_not_certain_stays_unknown(tmp_path: Path) -> None:
    fields = resource(app(tmp_path), "A").fields
    assert image(fields["Stack"])[0] == "unknown"
    assert image(fields["Gone"]) == ("unknown", "the export gone of another stack is known only at deployment")
    assert image(fields["Round"]) == ("unknown", "export round depends on itself")


def test_a_name_that_two_templates_export_is_none(tmp_path: Path) -> None:
    fields = resource(
        app(tmp_path, other="Resources: {T: {Type: AWS::SNS::Topic}}\nOutputs: {O: {Value: 5, Export: {Name: days}}}"), "A"
    ).fields
    assert image(fields["Days"])[0] == "unknown"
    assert image(fields["Topic"])[0] == "text"
