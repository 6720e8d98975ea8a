"""What each construct means. Every case is read as it stands, as long-form JSON, and as minified JSON; all must agree."""

from typing import Any

import pytest
from cfn_support import as_json, image, load, value_at

TEMPLATE = """
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Env: {{Type: String, Default: dev, AllowedValues: [dev, test, prod]}}
  Name: {{Type: String}}
  Days: {{Type: Number, Default: 30}}
  Size: {{Type: String, AllowedValues: [small, large]}}
  Zones: {{Type: CommaDelimitedList, Default: "a, b"}}
  Ids: {{Type: "List<AWS::EC2::Subnet::Id>"}}
  Image: {{Type: "AWS::SSM::Parameter::Value<String>", Default: /path}}
  Empty: {{Type: String, Default: ""}}
  Only: {{Type: String, Default: x, AllowedValues: [x]}}
Mappings:
  PerEnv:
    dev: {{Days: 7, Tags: [one, two]}}
    prod: {{Days: 365, Tags: [three]}}
  PerRegion:
    us-east-1: {{Bucket: a}}
    eu-west-1: {{Bucket: b}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Dev: !Equals [!Ref Env, dev]
  NotProd: !Not [!Condition Prod]
  Named: !Not [!Equals [!Ref Name, ""]]
  HasEmpty: !Not [!Equals [!Ref Empty, ""]]
  Both: !And [!Condition Prod, !Condition Named]
  Either: !Or [!Condition Prod, !Condition Dev]
  Always: !Equals [a, a]
  Never: !Equals [!Ref Env, staging]
  Sure: !Equals [!Ref Only, x]
  Here: !Equals [!Ref "AWS::Region", us-east-1]
Resources:
  Topic: {{Type: AWS::SNS::Topic}}
  Other:
    Type: AWS::SNS::Topic
    Condition: Prod
    Properties: {{TopicName: !If [Prod, yes-prod, no-prod], Stage: !Ref Env, Own: !Ref Name}}
  R:
    Type: AWS::S3::Bucket
    Properties:
      X: {expression}
"""

NOT_KNOWN = "parameter Name has no default; pass --parameters"

CASES: dict[str, tuple[str, Any]] = {
    # scalars as CloudFormation takes them
    "text": ("hello", "hello"),
    "number": ("42", 42),
    "negative": ("-1", -1),
    "hexadecimal": ("0x1F", 31),
    "fraction": ("1.5", 1.5),
    "version": ("8.0", "8.0"),
    "trailing zero": ("1.10", "1.10"),
    "octal": ("0644", 420),
    "octal with a sign": ("-017", -15),
    "no octal, for its 9": ("033677994240", "033677994240"),
    "octal of YAML 1.2": ("0o17", "0o17"),
    "binary": ("0b101", 5),
    "underscores": ("1_000", 1000),
    "quoted octal": ("'0644'", "0644"),
    "letters are no booleans": ("[y, n, Y, N]", ["y", "n", "Y", "N"]),
    "mixed case is no boolean": ("yEs", "yEs"),
    "exponent": ("1e3", "1e3"),
    "base 60": ("12:30", 750),
    "base 60 with seconds": ("1:30:00", 5400),
    "base 60 never starts with 0": ("01:30", "01:30"),
    "base 60 has no 60": ("12:75", "12:75"),
    "a window of time": ("03:00-04:00", "03:00-04:00"),
    "date": ("2010-09-09", "2010-09-09"),
    "true": ("true", True),
    "on": ("on", True),
    "No": ("No", False),
    "quoted boolean": ("'true'", "true"),
    "quoted number": ('"42"', "42"),
    "forced text": ("!!str 42", "42"),
    "null": ("null", None),
    "tilde": ("~", None),
    "empty text": ("''", ""),
    "list": ("[a, 1]", ["a", 1]),
    "map": ("{A: 1, B: [2]}", {"A": 1, "B": [2]}),
    "non-ASCII": ("größe 😀", "größe 😀"),
    # Ref
    "parameter with default": ("!Ref Env", "dev"),
    "number parameter": ("!Ref Days", 30),
    "parameter without default": ("!Ref Name", ("unknown", NOT_KNOWN)),
    "parameter with allowed values": ("!Ref Size", {"#0": "small", "#1": "large"}),
    "list parameter": ("!Ref Zones", ["a", "b"]),
    "list parameter without default": ("!Ref Ids", ("unknown", "parameter Ids has no default; pass --parameters")),
    "stored parameter": ("!Ref Image", ("unknown", "parameter Image is read from the Systems Manager parameter store")),
    "empty default": ("!Ref Empty", ""),
    "resource": ("!Ref Topic", ("text", "${Topic.Ref}")),
    "undeclared": ("!Ref Gone", ("unknown", "Gone is not declared in this template")),
    "region": ("!Ref AWS::Region", ("text", "${AWS::Region}")),
    "no value": ("!Ref AWS::NoValue", None),
    "no value in a list": ("[a, !Ref AWS::NoValue, b]", ["a", "b"]),
    "notification topics": ("!Ref AWS::NotificationARNs", ("unknown", "the notification topics are given at deployment")),
    # GetAtt
    "attribute": ("!GetAtt Topic.TopicArn", ("text", "${Topic.TopicArn}")),
    "attribute as a list": ("!GetAtt [Topic, TopicArn]", ("text", "${Topic.TopicArn}")),
    "deep attribute": ("!GetAtt Topic.Outputs.Name", ("text", "${Topic.Outputs.Name}")),
    "attribute by parameter": ("!GetAtt [Topic, !Ref Env]", ("text", "${Topic.dev}")),
    "attribute by unknown parameter": ("!GetAtt [Topic, !Ref Name]", ("unknown", "which attribute Fn::GetAtt takes is not known")),
    # Sub
    "sub literal": ("!Sub plain", "plain"),
    "sub parameter": ("!Sub 'x-${Env}-y'", "x-dev-y"),
    "sub number": ("!Sub '${Days} days'", "30 days"),
    "sub resource": ("!Sub '${Topic}/a'", ("text", "${Topic.Ref}/a")),
    "sub attribute": ("!Sub '${Topic.TopicArn}:*'", ("text", "${Topic.TopicArn}:*")),
    "sub pseudo": ("!Sub 'arn:${AWS::Partition}:s3:::x'", ("text", "arn:${AWS::Partition}:s3:::x")),
    "sub escaped": ("!Sub '${!NotAHole} ${Env}'", "${NotAHole} dev"),
    "sub of an unknown alone": ("!Sub '${Name}'", ("unknown", NOT_KNOWN)),
    "sub of an unknown": ("!Sub 'a-${Name}'", ("text", "a-${Name}")),
    "sub with variables": ("!Sub ['${A}/${B}', {A: 1, B: !Ref Topic}]", ("text", "1/${Topic.Ref}")),
    "sub variable hides parameter": ("!Sub ['${Env}', {Env: mine}]", "mine"),
    "sub of a choice": ("!Sub ['${A}!', {A: !If [Prod, p, d]}]", {"Prod is true": "p!", "Prod is false": "d!"}),
    "sub of a choice within": ("!If [Prod, !Sub '${Env}-a', !Sub '${Env}-b']", {"Prod is true": "prod-a", "Prod is false": "dev-b"}),
    "sub dollar": ("!Sub 'cost $5 ${Env}'", "cost $5 dev"),
    # Join
    "join": ("!Join ['-', [a, !Ref Env, 1]]", "a-dev-1"),
    "join references": ("!Join ['', [!GetAtt Topic.TopicArn, ':*']]", ("text", "${Topic.TopicArn}:*")),
    "join list parameter": ("!Join [',', !Ref Zones]", "a,b"),
    "join unknown list": ("!Join [',', !Ref Ids]", ("unknown", "parameter Ids has no default; pass --parameters")),
    "join without value": ("!Join [',', [a, !Ref AWS::NoValue, b]]", "a,b"),
    "join of a choice": ("!Join ['-', [a, !If [Prod, b, !Ref AWS::NoValue]]]", {"Prod is true": "a-b", "Prod is false": "a"}),
    "join of two choices": (
        "!Join ['', [!If [Prod, a, b], !If [Prod, c, d]]]",
        {"Prod is true": "ac", "Prod is false": "bd"},
    ),
    "join nothing": ("!Join ['-', []]", ""),
    # Split, Select, Length, Base64, ToJsonString
    "split": ("!Split [',', 'a,b']", ["a", "b"]),
    "split unknown": ("!Split [',', !Ref Topic]", ("unknown", "Fn::Split of a text that is known only at deployment")),
    "split a choice": ("!Split ['-', !If [Prod, a-b, c]]", {"Prod is true": ["a", "b"], "Prod is false": ["c"]}),
    "select": ("!Select [1, [a, b]]", "b"),
    "select by text": ("!Select ['0', [a, b]]", "a"),
    "select from a parameter": ("!Select [1, !Ref Zones]", "b"),
    "select from a split": ("!Select [0, !Split ['/', 'x/y']]", "x"),
    "select beyond": ("!Select [5, [a]]", ("unknown", "Fn::Select from a list that is known only at deployment")),
    "length": ("!Length [a, b, c]", 3),
    "length of a parameter": ("{Fn::Length: !Ref Zones}", 2),
    "base64": ("!Base64 hello", "aGVsbG8="),
    "base64 of a reference": ("!Base64 {Ref: Topic}", ("unknown", "Fn::Base64 of a text that is known only at deployment")),
    "json text": ("!ToJsonString {A: 1, B: [true, x]}", '{"A":1,"B":[true,"x"]}'),
    "json text with a reference": ("!ToJsonString {A: !Ref Topic}", ("text", '{"A":"${Topic.Ref}"}')),
    # settled at deployment
    "import": (
        "!ImportValue vpc",
        ("unknown", "the export vpc of another stack is known only at deployment; scan the directory of the template that exports it"),
    ),
    "zones": ("!GetAZs ''", ("unknown", "the availability zones are known only at deployment")),
    "cidr": ("!Cidr [10.0.0.0/16, 2, 8]", ["10.0.0.0/24", "10.0.1.0/24"]),
    "cidr with text for numbers": ('!Cidr ["192.168.0.0/24", "3", "5"]', ["192.168.0.0/27", "192.168.0.32/27", "192.168.0.64/27"]),
    "cidr of IPv6": ("!Cidr ['2001:db8::/56', 2, 64]", ["2001:db8::/64", "2001:db8:0:1::/64"]),
    "cidr of all there is": ("!Cidr [10.0.0.0/31, 1, 1]", ["10.0.0.0/31"]),
    "cidr that is picked": ("!Select [1, !Cidr [10.0.0.0/16, 2, 8]]", "10.0.1.0/24"),
    "cidr under a condition": (
        "!Select [1, !Cidr [!If [Prod, 10.0.0.0/16, 10.1.0.0/16], 2, 8]]",
        {"Prod is true": "10.0.1.0/24", "Prod is false": "10.1.1.0/24"},
    ),
    "cidr whose count depends on a condition": (
        "!Length {'Fn::Cidr': [10.0.0.0/16, !If [Prod, 3, 2], 8]}",
        {"Prod is true": 3, "Prod is false": 2},
    ),
    "cidr of what is known later": ("!Cidr [!GetAtt Vpc.CidrBlock, 2, 8]", ("unknown", "Fn::Cidr of what is known only at deployment")),
    "cidr without bits": ("!Cidr [10.0.0.0/16, 2]", ("unknown", "Fn::Cidr of what is known only at deployment")),
    "transform": ("!Transform {Name: AWS::Include}", ("unknown", "a macro computes this at deployment")),
    "unheard of": ("!Rain::Embed x.sh", ("unknown", "Fn::Rain::Embed is not understood")),
    "import in a text": ("!Join ['', [a, !ImportValue vpc]]", ("text", "a${*}")),
    "secret": ("'{{resolve:secretsmanager:S:SecretString:p}}'", ("unknown", "a dynamic reference is read at deployment")),
    # FindInMap
    "map by literal": ("!FindInMap [PerEnv, prod, Days]", 365),
    "map by parameter": ("!FindInMap [PerEnv, !Ref Env, Days]", 7),
    "map list": ("!FindInMap [PerEnv, dev, Tags]", ["one", "two"]),
    "map by region": ("!FindInMap [PerRegion, !Ref AWS::Region, Bucket]", {"#0": "a", "#1": "b"}),
    "map without key": ("!FindInMap [PerEnv, qa, Days]", ("unknown", "mapping PerEnv has no such key")),
    "map with default": ("!FindInMap [PerEnv, qa, Days, {DefaultValue: 1}]", 1),
    "map by a choice": ("!FindInMap [PerEnv, !If [Prod, prod, dev], Days]", {"Prod is true": 365, "Prod is false": 7}),
    "map undeclared": ("!FindInMap [Nowhere, a, b]", ("unknown", "mapping Nowhere is not declared in this template")),
    # If
    "choice": ("!If [Prod, 365, 7]", {"Prod is true": 365, "Prod is false": 7}),
    "choice of nothing": ("!If [Prod, 365, !Ref AWS::NoValue]", {"Prod is true": 365, "Prod is false": None}),
    "choice that is certain": ("!If [Always, a, b]", "a"),
    "choice that cannot be": ("!If [Never, a, b]", "b"),
    "choice by the only allowed value": ("!If [Sure, a, b]", "a"),
    "choice by region": ("!If [Here, a, b]", {"Here is true": "a", "Here is false": "b"}),
    "choice in a choice": (
        "!If [Prod, a, !If [Dev, b, c]]",
        {"Prod is true": "a", "Prod is false": {"Dev is true": "b", "Dev is false": "c"}},
    ),
    "the same choice within": ("!If [Prod, !If [Prod, a, b], !If [NotProd, c, d]]", {"Prod is true": "a", "Prod is false": "c"}),
    "excluded choice within": ("!If [Prod, !If [Dev, a, b], c]", {"Prod is true": "b", "Prod is false": "c"}),
    "choice by and": ("!If [Both, !If [Prod, a, b], c]", {"Both is true": "a", "Both is false": "c"}),
    "choice by or": ("!If [Either, c, !If [Prod, a, b]]", {"Either is true": "c", "Either is false": "b"}),
    "choice fixes the parameter": ("!If [Prod, !Ref Env, x]", {"Prod is true": "prod", "Prod is false": "x"}),
    "choice frees the parameter": (
        "!If [HasEmpty, !Ref Empty, x]",
        {"HasEmpty is true": ("unknown", "parameter Empty is not at its default when HasEmpty is true"), "HasEmpty is false": "x"},
    ),
    "choice undeclared": ("!If [Nope, a, b]", ("unknown", "condition Nope is not declared")),
    "choice in a list": ("[a, !If [Prod, b, !Ref AWS::NoValue]]", ["a", {"Prod is true": "b", "Prod is false": None}]),
    "choice of maps": ("!If [Prod, {A: 1}, {B: 2}]", {"Prod is true": {"A": 1}, "Prod is false": {"B": 2}}),
    # loops in properties
    "loop": (
        "{Fn::ForEach::L: [N, [a, b], {'K${N}': {V: !Sub 'v-${N}', R: !Ref N}}]}",
        {"Ka": {"V": "v-a", "R": "a"}, "Kb": {"V": "v-b", "R": "b"}},
    ),
    "loop over a parameter": ("{Fn::ForEach::L: [N, !Ref Zones, {'K${N}': 1}]}", {"Ka": 1, "Kb": 1}),
    "loop in a loop": (
        "{Fn::ForEach::L: [N, [a, b], {Fn::ForEach::M: [O, [x, y], {'${N}${O}': '&{O}'}]}]}",
        {"ax": "x", "ay": "y", "bx": "x", "by": "y"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_meaning(case: str) -> None:
    expression, wanted = CASES[case]
    text = TEMPLATE.format(expression=expression)
    unit = load(text)
    assert not unit.problems
    assert image(value_at(unit, "R.X")) == wanted
    for written in (as_json(text), as_json(text, 2), as_json(text, "\t")):
        again = load(written, "t.json")
        assert not again.problems
        assert image(value_at(again, "R.X")) == wanted


def test_a_resource_with_a_condition_is_read_where_it_holds() -> None:
    unit = load(TEMPLATE.format(expression="x"))
    assert image(value_at(unit, "Other.TopicName")) == "yes-prod"
    assert image(value_at(unit, "Other.Stage")) == "prod"
    assert image(value_at(unit, "Other.Own")) == ("unknown", NOT_KNOWN)


def test_given_parameters_decide_conditions() -> None:
    unit = load(TEMPLATE.format(expression="!If [Prod, !Ref Name, b]"), Env="prod", Name="mine")
    assert image(value_at(unit, "R.X")) == "mine"
    assert not next(found for found in unit.resources if found.address == "Other").guards


def test_a_dynamic_reference_is_told_apart_and_never_printed() -> None:
    unit = load(TEMPLATE.format(expression="['{{resolve:ssm:a}}', '{{resolve:ssm:a}}', 'x{{resolve:ssm:b}}']"))
    values = value_at(unit, "R.X").data  # type: ignore[attr-defined]
    assert values[0].symbol == values[1].symbol != values[2].parts[1]
    assert "ssm" not in str(image(values[2])) + str(values[0].symbol)
