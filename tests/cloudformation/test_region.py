"""The region that is given from outside is that of the stack and of all nested in it."""

from pathlib import Path

import pytest
from cfn_support import image, resource

from obslint.cloudformation import load_template
from obslint.model import Absent, Guard, Inputs, Unit
from obslint.model.compare import doubt
from obslint.source import Sources

PARENT = """
Conditions: {East: !Equals [!Ref AWS::Region, us-east-1]}
Mappings: {M: {us-east-1: {Days: 7}, eu-west-1: {Days: 30}}}
Resources:
  A: {Type: T, Condition: East, Properties: {R: !Sub "x-${AWS::Region}", D: !FindInMap [M, !Ref AWS::Region, Days]}}
  Child: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: c.yaml}}
"""


@pytest.fixture
def load(tmp_path: Path):
    (tmp_path / "p.yaml").write_text(PARENT)
    (tmp_path / "c.yaml").write_text("Resources: {B: {Type: T, Properties: {R: !Ref AWS::Region}}}")

    def load(region: str) -> Unit:
        return load_template(Sources(tmp_path), tmp_path / "p.yaml", Inputs(region=region))

    return load


def test_a_given_region_is_known_everywhere(load) -> None:
    unit = load("us-east-1")
    first, nested = resource(unit, "A"), resource(unit, "Child.B")
    assert (image(first.fields["R"]), image(first.fields["D"]), image(nested.fields["R"])) == ("x-us-east-1", 7, "us-east-1")
    assert image(first.region) == image(nested.region) == "us-east-1"
    assert first.guards == ()
    assert resource(load("eu-west-1"), "A").presence.data is False


def test_without_one_it_stays_symbolic(load) -> None:
    first = resource(load(""), "A")
    assert first.guards == (Guard("East", True),)
    assert isinstance(first.region, Absent)
    assert image(resource(load(""), "Child.B").fields["R"]) == ("text", "${AWS::Region}")


def test_what_the_region_decides_says_how_to_give_it(load) -> None:
    value = resource(load(""), "Child.B").fields["R"]
    assert doubt(value).doubts[0].reason == "AWS::Region is known only at deployment; pass --region"
