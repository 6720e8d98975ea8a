"""Edits: each is exact, in the style of the file, and reads back as what was wanted."""

import json
from random import Random
from typing import Any

import pytest
from cfn_support import applied, image, images, load, resource, value_at
from hypothesis import given, settings
from hypothesis import strategies as st
from test_yaml_and_json import DATA, TEXTS, WORDS, Emitter

from obslint.cloudformation.render import as_item
from obslint.model import Declined, Draft, Known, Link, Plain, Symbolic, Unit, assuming, parse_path
from obslint.model.compare import plain


def wanted(value: Any) -> Any:
    """What a written value reads back as."""
    if isinstance(value, Link):
        return ("text", f"${{{value.resource.address}.{value.cloudformation}}}")
    if isinstance(value, dict):
        return {key: wanted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [wanted(inner) for inner in value]
    return value


def edited(unit: Unit, operation: str, path: str, *arguments: Any) -> str:
    """The text after an operation on the first resource."""
    first = unit.resources[0]
    edits = getattr(first.writer, operation)(first, parse_path(path), *arguments)
    assert not isinstance(edits, Declined), edits.reason
    return applied(unit.files[0].text, edits)


def declined(unit: Unit, operation: str, path: str, *arguments: Any) -> str:
    first = unit.resources[0]
    edits = getattr(first.writer, operation)(first, parse_path(path), *arguments)
    assert isinstance(edits, Declined)
    return edits.reason


BLOCK = """\
Resources:
  Group:  # the group
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: 'app'   # its name
      Deep:
        Inner: "false"
      Tags:
        - Key: 'a'
          Value: b
      Empty: {}

  # another
  Topic:
    Type: AWS::SNS::Topic
"""

SETS = [
    # replaced in place, quotes and comments kept
    ("LogGroupName", "it's", "'app' ", "'it''s' "),
    ("Deep.Inner", "true", '"false"', '"true"'),
    ("Tags[Key=a].Value", 5, "Value: b", "Value: '5'"),
    ("Tags.Value", "x: y", "Value: b", "Value: 'x: y'"),
    ("Tags[Key=a].Value", "true", "Value: b", "Value: 'true'"),
    ("Tags[Key=a].Value", "2020-01-01", "Value: b", "Value: '2020-01-01'"),
    # inserted after the last sibling
    ("RetentionInDays", 365, "      Empty: {}\n", "      Empty: {}\n      RetentionInDays: 365\n"),
    ("Deep.More", "x y", '"false"\n', '"false"\n        More: x y\n'),
    ("Deep.A.B", False, '"false"\n', '"false"\n        A:\n          B: false\n'),
    ("Empty.A", 1, "Empty: {}\n", "Empty:\n        A: 1\n"),
    ("Tags[Key=a].More", 1, "          Value: b\n", "          Value: b\n          More: 1\n"),
    ("Tags[Key=c.d].Value", "true", "          Value: b\n", "          Value: b\n        - Key: c.d\n          Value: 'true'\n"),
    ("New[Key=k].Value", True, "      Empty: {}\n", "      Empty: {}\n      New:\n        - Key: k\n          Value: 'true'\n"),
    ("List", ["a", 1], "      Empty: {}\n", "      Empty: {}\n      List:\n        - a\n        - 1\n"),
    ("Arn", "AWS::x:*", "      Empty: {}\n", "      Empty: {}\n      Arn: AWS::x:*\n"),
]


@pytest.mark.parametrize(("path", "value", "before", "after"), SETS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_setting_in_block_yaml(path: str, value: Plain, before: str, after: str, newline: str) -> None:
    text = BLOCK.replace("\n", newline)
    assert BLOCK.count(before) == 1
    result = edited(load(text), "set_attribute", path, value)
    assert result == BLOCK.replace(before, after).replace("\n", newline)
    assert image(value_at(load(result), f"Group.{path}")) == as_item(parse_path(path), value)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("L: [a] # kept", "L: [a, b, c] # kept"),
        ("L:\n        - a # first", "L:\n        - a # first\n        - b\n        - c"),
    ],
)
def test_a_list_that_keeps_its_items_grows(before: str, after: str) -> None:
    text = "Resources:\n  Group:\n    Type: T\n    Properties:\n      {}\n      X: 1\n"
    assert edited(load(text.format(before)), "set_attribute", "L", ["a", "b", "c"]) == text.format(after)


def test_links_are_written_as_references() -> None:
    unit = load(BLOCK)
    topic = resource(unit, "Topic")
    result = edited(unit, "set_attribute", "A", Link(topic, "arn", "Ref"))
    assert "      A: !Ref Topic\n" in result
    result = edited(unit, "set_attribute", "A", [Link(topic, "arn", "TopicArn")])
    assert "      A:\n        - !GetAtt Topic.TopicArn\n" in result
    assert image(value_at(load(result), "Group.A")) == [("text", "${Topic.TopicArn}")]


PLACES = {
    "no properties": ("Resources:\n  A:\n    Type: T\n", "Resources:\n  A:\n    Type: T\n    Properties:\n      X: 1\n"),
    "no line end": ("Resources:\n  A:\n    Type: T", "Resources:\n  A:\n    Type: T\n    Properties:\n      X: 1"),
    "empty properties": (
        "Resources:\n   A:\n      Properties: # none\n      Type: T\n",
        "Resources:\n   A:\n      Properties: # none\n         X: 1\n      Type: T\n",
    ),
    "null properties": ("Resources:\n A:\n  Properties: ~\n  Type: T\n", "Resources:\n A:\n  Properties:\n   X: 1\n  Type: T\n"),
    "comment at the end": (
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: 1 # one\n      # more\n",
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: 1 # one\n      X: 1\n      # more\n",
    ),
    "block text at the end": (
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: |\n        a\n\n        b\n\nOutputs: {}\n",
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: |\n        a\n\n        b\n      X: 1\n\nOutputs: {}\n",
    ),
    "block text that keeps its end": (
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: |+\n        a\n\nOutputs: {}\n",
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y: |+\n        a\n\n      X: 1\nOutputs: {}\n",
    ),
    "dashes at the key": (
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y:\n      - a\n      - b # b\n",
        "Resources:\n  A:\n    Type: T\n    Properties:\n      Y:\n      - a\n      - b # b\n      X: 1\n",
    ),
    "flow": ("Resources: {A: {Type: T, Properties: {Y: a}}}\n", "Resources: {A: {Type: T, Properties: {Y: a, X: 1}}}\n"),
    "flow without properties": ("Resources: {A: {Type: T}}\n", "Resources: {A: {Type: T, Properties: {X: 1}}}\n"),
    "flow with a comma at the end": ("Resources: { A: { Type: T, } }\n", "Resources: { A: { Type: T, Properties: {X: 1}, } }\n"),
    "flow over lines": (
        "Resources:\n  A: {\n    Type: T # type\n  }\n",
        "Resources:\n  A: {\n    Type: T, # type\n    Properties: {X: 1}\n  }\n",
    ),
    "quoted flow": ('Resources:\n  A: {"Type": "T"}\n', 'Resources:\n  A: {"Type": "T", "Properties": {"X": 1}}\n'),
    "minified json": ('{"Resources":{"A":{"Type":"T"}}}', '{"Resources":{"A":{"Type":"T","Properties":{"X":1}}}}'),
    "spaced json": ('{"Resources": {"A": {"Type": "T"}}}', '{"Resources": {"A": {"Type": "T", "Properties": {"X": 1}}}}'),
    "empty json": ('{"Resources":{"A":{"Type":"T","Properties":{}}}}', '{"Resources":{"A":{"Type":"T","Properties":{"X":1}}}}'),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_a_new_attribute_goes(name: str) -> None:
    before, after = PLACES[name]
    assert edited(load(before), "set_attribute", "X", 1) == after
    assert image(value_at(load(after), "A.X")) == 1


@pytest.mark.parametrize("indent", [2, 4, "\t"])
def test_inserting_into_indented_json(indent: Any) -> None:
    data: dict[str, Any] = {"Resources": {"A": {"Type": "T", "Properties": {"Y": {}}}, "B": {"Type": "T"}}}
    text = json.dumps(data, indent=indent)
    value: Any = {"List": [{"Key": "k", "On": True}], "Ref": {"Ref": "B"}}
    data["Resources"]["A"]["Properties"]["Y"] = {"Deep": {"X": value}}
    assert edited(load(text), "set_attribute", "Y.Deep.X", value) == json.dumps(data, indent=indent)
    assert json.loads(edited(load(text), "set_attribute", "L[Key=a].V", "x"))["Resources"]["A"]["Properties"]["L"] == [
        {"Key": "a", "V": "x"}
    ]


ELSEWHERE = """\
Parameters:
  Once: {Type: Number, Default: 0, AllowedValues: [0, 7, 365]}
  Twice: {Type: Number, Default: 0}
  None: {Type: Number}
  Stored: {Type: "AWS::SSM::Parameter::Value<Number>", Default: /x}
Mappings:
  M: {a: {Days: 0}, b: {Days: 1}}
  N: {a: {Days: 0}}
Conditions:
  Prod: !Equals [!Ref "AWS::Region", x]
  Sure: !Equals [a, a]
Resources:
  A:
    Type: AWS::Logs::LogGroup
    Properties:
      Once: !Ref Once
      Twice: !Ref Twice
      Sum: !Sub "${Twice}"
      None: !Ref None
      Stored: !Ref Stored
      Mapped: !FindInMap [M, a, Days]
      Shared: [!FindInMap [N, a, Days], !FindInMap [N, !Ref "AWS::Region", Days]]
      Item: !FindInMap [N, a, Days]
      Choice: !If [Prod, 365, !Ref AWS::NoValue]
      Certain: !If [Sure, 1, 2]
      Other: !GetAtt A.Arn
      Imported: !ImportValue x
      Anchor: &x 5
      Alias: *x
      <<: {Merged: 1}
  Fn::ForEach::L: [N, [One], {"R${N}": {Type: AWS::Logs::LogGroup}}]
"""


def test_the_text_that_decides_is_edited_when_nothing_else_uses_it() -> None:
    unit = load(ELSEWHERE)
    assert edited(unit, "set_attribute", "Once", 365) == ELSEWHERE.replace("Default: 0, A", "Default: 365, A")
    assert edited(unit, "set_attribute", "Mapped", 30) == ELSEWHERE.replace("M: {a: {Days: 0}", "M: {a: {Days: 30}")
    assert edited(unit, "set_attribute", "Certain", 3) == ELSEWHERE.replace("[Sure, 1, 2]", "[Sure, 3, 2]")
    assert edited(unit, "set_attribute", "Other", "x") == ELSEWHERE.replace("!GetAtt A.Arn", "x")
    with assuming({"Prod": False}):
        result = edited(unit, "set_attribute", "Choice", 30)
    assert result == ELSEWHERE.replace("[Prod, 365, !Ref AWS::NoValue]", "[Prod, 365, 30]")
    with assuming({"Prod": True}):
        result = edited(unit, "remove_attribute", "Choice")
    assert result == ELSEWHERE.replace("[Prod, 365, ", '[Prod, !Ref "AWS::NoValue", ')


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("Twice", "parameter Twice is used in 2 places; a new default would change them all"),
        ("None", "parameter None has no default; its value comes from outside the template"),
        ("Stored", "parameter Stored is of type AWS::SSM::Parameter::Value<Number>"),
        ("Item", "mapping N is read in several places"),
        ("Choice", "the value depends on condition Prod"),
        ("Imported", "the export x of another stack is known only at deployment; scan the directory of the template that exports it"),
        ("Imported.Deep", "Fn::ImportValue decides the value"),
        ("Anchor", "the value has an anchor and is used elsewhere too"),
        ("Alias", "Alias stands under an anchor that is used elsewhere too"),
        ("Merged", "Merged stands under an anchor that is used elsewhere too"),
        ("Shared.X", "X can be written in 2 places"),
        ("Once.X", "Ref decides the value"),
    ],
)
def test_what_cannot_be_edited_alone_is_declined(path: str, reason: str) -> None:
    assert declined(load(ELSEWHERE), "set_attribute", path, 30) == reason


def test_more_reasons_to_decline() -> None:
    unit = load(ELSEWHERE)
    assert declined(unit, "set_attribute", "Once", 30) == "parameter Once does not allow 30"
    assert declined(unit, "remove_attribute", "Gone") == "it is not written"
    assert declined(unit, "append_text", "Gone", ":*") == "it is not written"
    assert declined(load(ELSEWHERE, Once="7"), "set_attribute", "Once", 365).startswith("the value of parameter Once comes from outside")


LOOP = """\
Resources:
  Fn::ForEach::Groups:
    - Name
    - [One, Two]
    - "Group${Name}":
        Type: AWS::Logs::LogGroup
        Properties:
          LogGroupName: !Sub "/app/${Name}"
          KmsKeyId: same
"""


def test_a_loop_body_is_edited_where_all_rounds_are_alike() -> None:
    unit = load(LOOP)
    assert edited(unit, "set_attribute", "RetentionInDays", 30) == LOOP + "          RetentionInDays: 30\n"
    assert edited(unit, "set_attribute", "KmsKeyId", "other") == LOOP.replace("same", "other")
    reason = "Fn::ForEach makes the resource, and the value differs from round to round"
    assert declined(unit, "set_attribute", "LogGroupName", "x") == reason
    first = unit.resources[0]
    edits = first.writer.add_resource(first, Draft("AWS::SNS::Topic", "new", {}))
    assert not isinstance(edits, Declined)
    assert applied(LOOP, edits) == LOOP + "  New:\n    Type: AWS::SNS::Topic\n"


REMOVALS = {
    "line": ("    Properties:\n      X: 1\n      Y: 2\n", "X", "    Properties:\n      Y: 2\n"),
    "last line without end": ("    Properties:\n      Y: 2\n      X: 1", "X", "    Properties:\n      Y: 2\n"),
    "comment stays": ("    Properties:\n      X: 1 # why\n      Y: 2\n", "X", "    Properties:\n      # why\n      Y: 2\n"),
    "block": ("    Properties:\n      X:\n        - a: 1\n          b: 2\n      Y: 2\n", "X", "    Properties:\n      Y: 2\n"),
    "block text": ("    Properties:\n      X: |\n        a\n        b\n      Y: 2\n", "X", "    Properties:\n      Y: 2\n"),
    "only attribute": ("    Properties:\n      X: 1\n    Metadata: {}\n", "X", "    Metadata: {}\n"),
    "parents left empty": ("    Properties:\n      X:\n        Y:\n          Z: 1\n      A: 1\n", "X.Y.Z", "    Properties:\n      A: 1\n"),
    "beside the dash": (
        "    Properties:\n      X:\n        - A: 1\n          B: 2\n",
        "X.A",
        "    Properties:\n      X:\n        - B: 2\n",
    ),
    "list item": (
        "    Properties:\n      X:\n        - Key: a\n          Value: 1\n        - Key: b\n          Value: 2\n",
        "X[Key=a].Value",
        "    Properties:\n      X:\n        - Key: b\n          Value: 2\n",
    ),
    "flow first": ("    Properties: {X: 1, Y: 2}\n", "X", "    Properties: {Y: 2}\n"),
    "flow last": ("    Properties: {Y: 2, X: 1}\n", "X", "    Properties: {Y: 2}\n"),
    "flow only": ("    Properties: {X: 1}\n", "X", ""),
    "flow item": ("    Properties: {X: [{Key: a, V: 1}, {Key: b, V: 2}]}\n", "X[Key=b].V", "    Properties: {X: [{Key: a, V: 1}]}\n"),
}


@pytest.mark.parametrize("name", REMOVALS)
def test_removing(name: str) -> None:
    before, path, after = REMOVALS[name]
    head = "Resources:\n  A:\n    Type: T\n"
    assert edited(load(head + before), "remove_attribute", path) == head + after


def test_removing_from_json() -> None:
    data: dict[str, Any] = {"Resources": {"A": {"Type": "T", "Properties": {"X": 1, "Y": {"Z": [1]}, "W": 2}}}}
    for indent in (None, 2):
        for path in ("X", "Y", "Y.Z", "W"):
            left = json.loads(json.dumps(data))
            del left["Resources"]["A"]["Properties"][path.partition(".")[0]]
            assert edited(load(json.dumps(data, indent=indent), "t.json"), "remove_attribute", path) == json.dumps(left, indent=indent)


def test_a_comment_inside_is_not_lost() -> None:
    unit = load("Resources:\n  A:\n    Type: T\n    Properties:\n      L:\n        - X: 1\n          # about Y\n          Y: 2\n")
    assert declined(unit, "remove_attribute", "L.X") == "a comment would be lost"
    unit = load("Resources:\n  A:\n    Type: T\n    Properties:\n      X: !Join\n        - ''\n        # why\n        - [a]\n")
    assert declined(unit, "set_attribute", "X", "b") == "a comment would be lost"


APPENDS = [
    ("!GetAtt A.Arn", '!Sub "${A.Arn}:*"'),
    ("!GetAtt [A, Arn]", '!Sub "${A.Arn}:*"'),
    ("!Ref A", '!Sub "${A}:*"'),
    ("{Ref: P}", '!Sub "${P}:*"'),
    ("{Fn::GetAtt: [A, Arn]}", '!Sub "${A.Arn}:*"'),
    ("!Sub '${A.Arn}'", "!Sub '${A.Arn}:*'"),
    ('!Sub ["${B}", {B: !Ref A}]', '!Sub ["${B}:*", {B: !Ref A}]'),
    ("!Join ['', [!Ref A, x]]", "!Join ['', [!Ref A, x:*]]"),
    ("!Join ['', [x, !Ref A]]", "!Join ['', [x, !Ref A, ':*']]"),
    (
        "!Join\n        - ''\n        - - x\n          - !Ref A # c",
        "!Join\n        - ''\n        - - x\n          - !Ref A # c\n          - ':*'",
    ),
    ("arn:aws:logs:x", "arn:aws:logs:x:*"),
    ("'arn'  # note", "'arn:*'  # note"),
    ('"arn"', '"arn:*"'),
    (">-\n        a\n        b", ">-\n        a\n        b:*"),
    ("!If [Sure, a, b]", "!If [Sure, a:*, b]"),
]


@pytest.mark.parametrize(("before", "after"), APPENDS)
def test_appending(before: str, after: str) -> None:
    head = (
        "Parameters: {P: {Type: String, Default: x}}\nConditions: {Sure: !Equals [a, a]}\nResources:\n  A:\n    Type: T\n    Properties:\n"
    )
    unit = load(f"{head}      X: {before}\n      Y: 1\n")
    result = edited(unit, "append_text", "X", ":*")
    assert result == f"{head}      X: {after}\n      Y: 1\n"
    value = value_at(load(result), "A.X")
    assert isinstance(value, Known | Symbolic)
    last = value.data if isinstance(value, Known) else value.parts[-1]
    assert isinstance(last, str)
    assert last.endswith(":*")


@pytest.mark.parametrize("suffix", ["'", '"', " # x", ": y", "\\", "${A}", "é"])
@pytest.mark.parametrize("before", ["plain", "'single'", '"double"', "!Sub 'sub'", "!Sub plain"])
def test_any_suffix_can_be_appended(before: str, suffix: str) -> None:
    text = f"Resources:\n  A:\n    Type: T\n    Properties: {{X: {before}}}\n"
    old = image(value_at(load(text), "A.X"))
    assert image(value_at(load(edited(load(text), "append_text", "X", suffix)), "A.X")) == old + suffix


def test_appending_in_json() -> None:
    for before, after in (
        ('{"Fn::GetAtt":["A","Arn"]}', '{"Fn::Sub":"${A.Arn}:*"}'),
        ('{"Fn::GetAtt":"A.Arn"}', '{"Fn::Sub":"${A.Arn}:*"}'),
        ('"x"', '"x:*"'),
        ('{"Fn::Join":["",["x",{"Ref":"A"}]]}', '{"Fn::Join":["",["x",{"Ref":"A"},":*"]]}'),
    ):
        text = '{"Resources":{"A":{"Type":"T","Properties":{"X":%s}}}}'
        assert edited(load(text % before, "t.json"), "append_text", "X", ":*") == text % after


def test_appending_is_declined_where_there_is_no_single_text() -> None:
    unit = load(ELSEWHERE)
    assert declined(unit, "append_text", "Shared", "x") == "the value is not a text"
    assert declined(unit, "append_text", "Imported", "x") == "Fn::ImportValue makes the text"
    assert declined(unit, "append_text", "Choice", "x") == "the value depends on condition Prod"


def draft(unit: Unit) -> Draft:
    attributes: dict[Any, Plain] = {
        parse_path("LogGroupName"): "/aws/x",
        parse_path("Deep.A"): Link(unit.resources[0], "arn", "Arn"),
        parse_path("Deep.B"): [Link(unit.resources[0], "arn", "Ref")],
        parse_path("L[Key=a].V"): "true",
        parse_path("L[Key=b].V"): 2,
    }
    return Draft("AWS::Logs::LogGroup", "app-logs", attributes)


def test_adding_a_resource_in_block_yaml() -> None:
    unit = load(BLOCK)
    first = unit.resources[0]
    assert first.writer is not None
    edits = first.writer.add_resource(first, draft(unit))
    assert not isinstance(edits, Declined)
    snippet = """\
  AppLogs:
    Type: AWS::Logs::LogGroup
    Properties:
      LogGroupName: /aws/x
      Deep:
        A: !GetAtt Group.Arn
        B:
          - !Ref Group
      L:
        - Key: a
          V: 'true'
        - Key: b
          V: 2
"""
    assert applied(BLOCK, edits) == BLOCK.replace("      Empty: {}\n", "      Empty: {}\n\n" + snippet)
    lines = first.writer.render_resource(draft(unit)).splitlines()
    assert [f"  {line}" for line in lines] == snippet.splitlines()


@pytest.mark.parametrize(
    "text",
    [
        '{"Resources":{"Group":{"Type":"T"},"Z":{"Type":"T"}}}',
        json.dumps({"Resources": {"Group": {"Type": "T"}}}, indent=4),
        "Resources: {Group: {Type: T}}\n",
        "Resources:\n  AppLogs: {Type: T}\n  Group: {Type: T} # c\n",
        "Conditions: {C: !Equals [!Ref AWS::Region, x]}\nResources:\n  Group:\n    Type: T\n    Condition: C\nOutputs: {}\n",
    ],
)
def test_adding_a_resource(text: str) -> None:
    unit = load(text)
    beside = resource(unit, "Group")
    edits = beside.writer.add_resource(beside, Draft("AWS::SNS::Topic", "app-logs", {("TopicName",): "x"}))
    result = load(applied(text, edits))
    assert not result.problems
    old = images(unit)
    new = images(result)
    (name,) = new.keys() - old.keys()
    assert name.startswith("AppLogs")
    assert new == {**old, name: {"TopicName": "x"}}
    assert resource(result, name).guards == beside.guards


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Resources:\n  rGroup: {Type: T}\n  rTopic: {Type: T}\n", "rGroupLogs"),
        ("Resources:\n  rGroup: {Type: T}\n  Topic: {Type: T}\n", "RGroupLogs"),
    ],
)
def test_a_new_name_starts_as_most_others_do(text: str, name: str) -> None:
    beside = resource(load(text), "rGroup")
    assert beside.writer.free_name(beside, Draft("AWS::SNS::Topic", "rGroup-logs", {})) == name


def test_snippets() -> None:
    for text, wanted_text in (
        (BLOCK, "Deep:\n  A: true\n  B: x\nC: 'true'"),
        ('{\n  "Resources": {"A": {"Type": "T"}}\n}', '"Deep": {\n  "A": true,\n  "B": "x"\n},\n"C": "true"'),
    ):
        unit = load(text)
        writer = unit.resources[0].writer
        assert writer is not None
        attributes: dict[Any, Plain] = {parse_path("Deep.A"): True, parse_path("Deep.B"): "x", ("C",): "true"}
        assert writer.render_attributes(attributes) == wanted_text


VALUES = (
    st.booleans()
    | st.integers(-5, 5000)
    | TEXTS
    | st.lists(TEXTS, min_size=1, max_size=2)
    | st.fixed_dictionaries({"A": TEXTS, "B": st.booleans()})
)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(WORDS, DATA, min_size=1, max_size=3),
    st.randoms(use_true_random=False),
    st.sampled_from(["yaml", "crlf", "minified", "indented"]),
    st.sampled_from(["set", "insert", "remove"]),
    VALUES,
)
def test_an_edit_changes_what_it_means_and_nothing_else(
    data: dict[str, Any], random: Random, kind: str, operation: str, value: Any
) -> None:
    text = template_text(data, random, kind)
    unit = load(text)
    assert not unit.problems
    first = unit.resources[0]
    assert first.writer is not None
    before = image(Known(first.fields))
    names: list[str] = [random.choice(sorted(before))]
    while isinstance(inner := at(before, names), dict) and random.random() < 0.5:
        names.append(random.choice(sorted(inner)))
    if operation == "insert":
        names[-1] = "New"
    path = tuple(names)
    edits = first.writer.remove_attribute(first, path) if operation == "remove" else first.writer.set_attribute(first, path, value)
    if isinstance(edits, Declined):
        assert operation != "insert"
        return
    result = applied(text, edits)
    again = load(result)
    assert not again.problems
    assert images(again)["Z"] == images(unit)["Z"]
    assert as_texts(image(Known(again.resources[0].fields))) == as_texts(changed(before, names, operation, value))
    assert result.count("note") >= text.count("note") - "".join(edit.file.text[edit.span.start : edit.span.end] for edit in edits).count(
        "note"
    )
    if operation != "remove":
        assert not isinstance(again.resources[0].writer, type(None))
        twice = again.resources[0].writer.set_attribute(again.resources[0], path, value)
        assert not isinstance(twice, Declined)
        assert image(Known(load(applied(result, twice)).resources[0].fields)) == image(Known(again.resources[0].fields))


def template_text(data: dict[str, Any], random: Random, kind: str) -> str:
    whole = {"Resources": {"R": {"Type": "T", "Properties": data}, "Z": {"Type": "T", "Properties": {"K": "v"}}}}
    if kind in ("minified", "indented"):
        return json.dumps(whole, indent=None if kind == "minified" else 2, ensure_ascii=random.random() < 0.5)
    emitter = Emitter(random, "\r\n" if kind == "crlf" else "\n")
    lines = ["Resources:", "  R:", "    Type: T", "    Properties:", *emitter.block(data, 6), "  Z: {Type: T, Properties: {K: v}}"]
    return emitter.newline.join(lines)


def at(data: Any, names: list[str]) -> Any:
    for name in names:
        data = data[name]
    return data


def changed(data: Any, names: list[str], operation: str, value: Any) -> Any:
    """The data after the operation; containers left empty by a removal go too."""
    result = dict(data)
    name, rest = names[0], names[1:]
    if rest:
        result[name] = changed(data[name], rest, operation, value)
        if result[name] == {}:
            del result[name]
    elif operation == "remove":
        del result[name]
    else:
        result[name] = value
    return result


def as_texts(data: Any) -> Any:
    """Data with numbers and booleans as the text they stand for: a value that replaces a quoted one stays quoted."""
    if isinstance(data, dict):
        return {key: as_texts(value) for key, value in data.items()}
    return [as_texts(value) for value in data] if isinstance(data, list) else plain(data)
