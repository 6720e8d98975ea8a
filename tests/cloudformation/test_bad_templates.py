"""Whatever is written, reading, evaluating and editing it raises nothing."""

import json
from typing import Any

from cfn_support import applied, image, load
from hypothesis import given, settings
from hypothesis import strategies as st

from obslint.model import Declined, Draft, Guard, Known, references

NAMES = [
    "A",
    "B",
    "P",
    "L",
    "C",
    "M",
    "AWS::Region",
    "AWS::NoValue",
    "Gone",
    "",
    "A.Arn",
    "k",
    "${P}-${A.Arn}",
    "{{resolve:ssm:x}}",
    "1",
    "-",
]
FUNCTIONS = [
    "Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Split", "Fn::Select", "Fn::If", "Fn::FindInMap", "Fn::Base64", "Fn::Length",
    "Fn::ToJsonString", "Fn::ImportValue", "Fn::GetAZs", "Fn::Cidr", "Fn::Transform", "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals",
    "Condition", "Fn::ForEach::X", "Fn::Unheard", "DefaultValue",
]  # fmt: skip
SCALARS = st.sampled_from(NAMES) | st.integers(-1, 2) | st.booleans() | st.none()
SHAPES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["k", "Key", "Value", "Deep"]), inner, max_size=3)
        | st.builds(lambda name, argument: {name: argument}, st.sampled_from(FUNCTIONS), inner)
    ),
    max_leaves=12,
)
SECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "Parameters": st.dictionaries(
            st.sampled_from("PL"), st.fixed_dictionaries({"Type": SHAPES, "Default": SHAPES}) | SHAPES, max_size=2
        ),
        "Mappings": st.fixed_dictionaries({"M": SHAPES}) | SHAPES,
        "Conditions": st.dictionaries(st.sampled_from("CD"), SHAPES, max_size=2) | SHAPES,
        "Transform": SHAPES,
        "Outputs": st.fixed_dictionaries({"O": st.fixed_dictionaries({"Value": SHAPES}) | SHAPES}) | SHAPES,
    },
)


@settings(max_examples=150, deadline=None)
@given(SECTIONS, SHAPES, SHAPES, st.sampled_from([*NAMES, None]))
def test_any_template_is_read_and_edited(sections: dict[str, Any], properties: Any, part: Any, condition: Any) -> None:
    body = {
        "Type": "AWS::SNS::Topic",
        "Properties": {"k": part, "Deep": {"k": part}},
        "Condition": condition,
        "DependsOn": part,
        "Metadata": part,
    }
    whole = {**sections, "Resources": {"A": body, "B": {"Type": "Custom::X", "Properties": properties}, "Fn::ForEach::R": part}}
    for text in (json.dumps(whole), json.dumps(whole, indent=2)):
        unit = load(text, "t.json")
        for found in unit.resources:
            image(Known(found.fields))
            list(references(found.metadata))
            assert found.writer is not None
            answers = [found.writer.add_resource(found, Draft("AWS::SNS::Topic", "x", {("k",): "v"}))]
            for path in (("k",), ("Deep", "k"), ("Deep", "New"), ("Key",)):
                answers += [
                    found.writer.set_attribute(found, path, "x"),
                    found.writer.append_text(found, path, "x"),
                    found.writer.remove_attribute(found, path),
                ]
            for edits in answers:
                assert isinstance(edits, Declined) or json.loads(applied(text, edits))
        unit.exports_of()
        for side in (True, False):
            unit.implied(Guard("C", side))
