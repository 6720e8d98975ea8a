"""Templates as units: resources, provenance, what leaves the stack, what was not understood."""

from pathlib import Path

import pytest
from cfn_support import image, load, resource, value_at

from obslint.cloudformation import load_template
from obslint.model import Reference, Symbolic, Unknown
from obslint.source import SourceFile, Sources

STACK = """\
Parameters:
  Days:
    Type: Number
    Default: 7
  Env: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Mappings:
  M: {dev: {Days: 3}, prod: {Days: 400}}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Never: !Equals [a, b]
  Always: !Not [!Condition Never]
Resources:
  Group:
    Type: AWS::Logs::LogGroup
    DependsOn: Topic
    Metadata:
      aws:cdk:path: Stack/Group
    Properties:
      RetentionInDays: !Ref Days
      Tags:
        - Key: days
          Value: !FindInMap [M, !Ref Env, Days]
      Deep:
        Deeper: {A: 1}
  Topic:
    Type: AWS::SNS::Topic
    Condition: Prod
  Ghost:
    Type: AWS::SNS::Topic
    Condition: Never
  Real:
    Type: AWS::SNS::Topic
    Condition: Always
    DependsOn: [Group, Elsewhere]
    Properties:
"""


def test_resources_know_their_place() -> None:
    unit = load(STACK)
    group, topic = resource(unit, "Group"), resource(unit, "Topic")
    assert (unit.path, unit.dialect, [found.type for found in unit.resources][:2]) == (
        "t.yaml", "cloudformation", ["AWS::Logs::LogGroup", "AWS::SNS::Topic"],
    )  # fmt: skip
    assert (str(group.header), group.header.text) == ("t.yaml:13:3", "Group")
    assert group.extent.text.startswith("Group:\n")
    assert group.extent.text.endswith("Deeper: {A: 1}")
    assert group.fields.header.text == "Group"
    assert group.fields.entry("RetentionInDays").text == "RetentionInDays: !Ref Days"
    assert group.fields.entry("Deep").text == "Deep"
    assert group.fields["Deep"].data.header.text == "Deep"
    assert group.fields["Deep"].data.entry("Deeper").text == "Deeper: {A: 1}"
    assert topic.fields.header.text == "Topic"
    assert len(topic.fields) == len(resource(unit, "Real").fields) == 0
    assert image(group.metadata) == {"aws:cdk:path": "Stack/Group"}


def test_depends_on_names_resources() -> None:
    unit = load(STACK)
    assert resource(unit, "Group").depends_on == (Reference("Topic"),)
    assert resource(unit, "Group").depends_on[0].resource is resource(unit, "Topic")
    real = resource(unit, "Real").depends_on
    assert [(found.target, found.resource) for found in real] == [("Group", resource(unit, "Group")), ("Elsewhere", None)]


def test_conditions_decide_existence() -> None:
    unit = load(STACK)
    assert [str(guard) for guard in resource(unit, "Topic").guards] == ["Prod is true"]
    assert resource(unit, "Topic").presence.data is True
    assert (resource(unit, "Ghost").guards, resource(unit, "Ghost").presence.data) == ((), False)
    assert (resource(unit, "Real").guards, resource(unit, "Real").presence.data) == ((), True)


def test_a_value_remembers_what_decides_it() -> None:
    unit = load(STACK)
    days = value_at(unit, "Group.RetentionInDays")
    assert days.place is not None
    assert (str(days.place), days.place.text) == ("t.yaml:4:14", "7")
    assert [step.label for step in days.trail] == ["parameter Days defaults to this"]
    mapped = value_at(unit, "Group.Tags[Key=days].Value")
    assert mapped.place is not None
    assert str(mapped.place) == "t.yaml:7:19"
    assert [step.label for step in mapped.trail] == ["parameter Env defaults to this", "mapping M decides this"]


def test_a_reference_carries_its_resource() -> None:
    unit = load("Resources:\n  A: {Type: AWS::SNS::Topic}\n  B: {Type: AWS::SNS::Topic, Properties: {X: !GetAtt A.TopicArn, Y: !Ref A}}\n")
    for path, attribute in (("B.X", "TopicArn"), ("B.Y", "Ref")):
        value = value_at(unit, path)
        assert isinstance(value, Symbolic)
        (part,) = value.parts
        assert part == Reference("A", attribute)
        assert isinstance(part, Reference)
        assert part.resource is resource(unit, "A")


def test_candidates_stand_at_their_own_text() -> None:
    unit = load("""
Parameters: {P: {Type: String}}
Conditions: {C: !Equals [!Ref P, x]}
Resources: {A: {Type: AWS::SNS::Topic, Properties: {X: !If [C, 365, !Ref AWS::NoValue]}}}
""")
    value = value_at(unit, "A.X")
    assert isinstance(value, Unknown)
    assert value.why == "it depends on condition C"
    assert [candidate.value.place.text for candidate in value.candidates if candidate.value.place] == ["365", "!Ref AWS::NoValue"]


def test_loops_make_resources_whose_places_are_in_the_body() -> None:
    unit = load("""
Transform: AWS::LanguageExtensions
Mappings: {M: {a: {Names: [One, Two]}}}
Resources:
  Fn::ForEach::Groups:
    - Name
    - !FindInMap [M, a, Names]
    - Group${Name}:
        Type: AWS::Logs::LogGroup
        Properties:
          LogGroupName: !Sub "/app/${Name}"
          Peer: !Ref Group${Name}
  Fn::ForEach::Later: [N, !Ref Unknown, {"X${N}": {Type: AWS::SNS::Topic}}]
Outputs:
  Fn::ForEach::Out: [N, [One], {"Out${N}": {Value: !Ref "Group${N}"}}]
""")
    assert [(found.address, found.header.line) for found in unit.resources] == [("GroupOne", 8), ("GroupTwo", 8)]
    assert image(value_at(unit, "GroupTwo.LogGroupName")) == "/app/Two"
    assert image(value_at(unit, "GroupTwo.Peer")) == ("text", "${GroupTwo.Ref}")
    name = value_at(unit, "GroupOne.LogGroupName")
    assert name.place is not None
    assert name.place.line == 11
    (gap,) = unit.gaps
    assert (gap.subject, gap.reason) == ("Fn::ForEach::Later", "the collection of Fn::ForEach::Later is known only at deployment")
    assert "output OutOne" in [export.label for export in unit.exports_of()]


def test_a_loop_bomb_is_cut_short() -> None:
    body = "{X: {Type: AWS::SNS::Topic}}"
    for level in range(8):
        body = f"{{Fn::ForEach::L{level}: [N{level}, [{', '.join('abcdefghij')}], {body}]}}"
    unit = load(f"Resources: {body}\n")
    assert any("hold more than" in gap.reason for gap in unit.gaps)


EXPORTS = [
    ("Outputs: {O: {Value: !Ref A}}", "output O"),
    ("Outputs: {O: {Value: !Join [',', [!GetAtt A.TopicArn]], Export: {Name: x}}}", "output O"),
    ("N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: u, Parameters: {P: !Ref A}}}", "nested stack N"),
    ("N: {Type: AWS::Serverless::Application, Properties: {Location: u, Parameters: {P: !Ref A}}}", "nested stack N"),
    ("N: {Type: Custom::Thing, Properties: {ServiceToken: t, Topic: !Ref A}}", "custom resource N"),
    ("N: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: t, Topic: !Ref A}}", "custom resource N"),
    ("N: {Type: Datadog::Monitors::Monitor, Properties: {Topic: !Ref A}}", "Datadog::Monitors::Monitor resource N"),
    ("N: {Type: Org::Team::Thing::MODULE, Properties: {Topic: !Ref A}}", "Org::Team::Thing::MODULE resource N"),
    ("Transform: MyMacro", "transform MyMacro"),
    ("Transform: [AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {Location: s3://x}}]", "transform AWS::Include"),
    ("Fn::Transform: {Name: AWS::Include}", "Fn::Transform"),
    ("N: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref A}}", None),
    ("N: {Type: Custom::Thing, Properties: {ServiceToken: !Ref A}}", None),
    ("N: {Type: AWS::Serverless::Function, Properties: {Events: {E: {Type: SNS, Properties: {Topic: !Ref A}}}}}", "events of N"),
    ("N: {Type: AWS::Serverless::Function, Properties: {Environment: {Variables: {T: !Ref A}}}}", None),
    ("Transform: AWS::LanguageExtensions", None),
    ("Transform: AWS::SecretsManager-2020-07-23", None),
    ("Transform: AWS::Serverless-2016-10-31", None),
]


@pytest.mark.parametrize(("line", "label"), EXPORTS)
def test_what_leaves_the_stack(line: str, label: str | None) -> None:
    inside = line.startswith(("N:", "Fn::"))
    unit = load(f"Resources:\n  A: {{Type: AWS::SNS::Topic}}\n{'  ' if inside else ''}{line}\n")
    export = unit.escape(resource(unit, "A"))
    assert (export and export.label) == label


def test_macros_are_gaps() -> None:
    unit = load("Transform: [AWS::LanguageExtensions, Own]\nResources: {A: {Type: AWS::SNS::Topic}}\n")
    assert [(gap.subject, gap.reason) for gap in unit.gaps] == [
        ("Own", "a macro changes the template at deployment; what it makes is not analysed"),
    ]


def test_sam_by_itself_leaves_no_gap() -> None:
    unit = load("Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: AWS::SNS::Topic}, F: {Type: AWS::Serverless::Function}}\n")
    assert unit.gaps == ()
    assert unit.escape(resource(unit, "A")) is None


def test_a_type_that_a_tool_fills_in_is_a_gap() -> None:
    for written in ("!Rain::Module x.yml", "{'Rain::Module': x.yml}"):
        unit = load(f"Resources:\n  M: {{Type: {written}}}\n  A: {{Type: AWS::SNS::Topic}}\n")
        assert [(gap.subject, gap.reason) for gap in unit.gaps] == [("M", "a tool fills it in before deployment")]
    assert unit.escape(resource(unit, "A")) is not None


def test_properties_with_a_macro_inside_are_open() -> None:
    unit = load("Resources:\n  A: {Type: AWS::SNS::Topic, Properties: {X: 1, Fn::Transform: {Name: AWS::Include}}}\n")
    fields = resource(unit, "A").fields
    assert (list(fields), fields.open_end) == (["X"], "Fn::Transform adds members at deployment")


def test_properties_that_are_computed_are_open() -> None:
    unit = load(
        "Resources:\n  A: {Type: AWS::SNS::Topic, Properties: !Transform {Name: M}}\n  B: {Type: AWS::SNS::Topic, Properties: [1]}\n"
    )
    assert resource(unit, "A").fields.open_end == "a macro computes this at deployment"
    assert resource(unit, "B").fields.open_end == "Properties is not a mapping"


def test_a_file_that_cannot_be_read_is_a_gap(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_bytes(b"\xff\xfe")
    for name in ("t.yaml", "gone.yaml"):
        unit = load_template(Sources(tmp_path), tmp_path / name)
        assert unit.path == name
        assert [gap.subject for gap in unit.gaps] == [name]


def test_parsing_is_kept_between_runs(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("Resources: {A: {Type: AWS::SNS::Topic}}\n")
    sources = Sources(tmp_path)
    one = load_template(sources, tmp_path / "t.yaml")

    def parse_again(_: SourceFile) -> object:
        raise AssertionError("parsed twice")

    file = one.files[0]
    assert sources.over({}).derived(file, "cloudformation", parse_again)
    two = load_template(sources.over({}), tmp_path / "t.yaml")
    assert one.resources[0].header.file is two.resources[0].header.file
    assert one.resources[0] is not two.resources[0]


def test_empty_sections_and_empty_files() -> None:
    for text in ("", "# nothing\n", "Resources:\n", "Resources: {}\nParameters:\nOutputs:\nConditions:\n", "{}"):
        unit = load(text)
        assert (unit.resources, unit.problems, unit.exports_of()) == ((), (), ())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("[10.0.0.0/16, 0, 8]", "it gives 1 to 256 blocks, not 0"),
        ("[10.0.0.0/16, 257, 4]", "it gives 1 to 256 blocks, not 257"),
        ("[10.0.0.0/16, 2, 17]", "blocks with 17 bits for hosts do not fit into 10.0.0.0/16"),
        ("[10.0.0.0/16, 2, 0]", "blocks with 0 bits for hosts do not fit into 10.0.0.0/16"),
        ("[10.0.0.0/24, 3, 7]", "10.0.0.0/24 has room for 2 blocks with 7 bits for hosts, not for 3"),
        ("[ten, 3, 7]", "ten is not a block of addresses"),
    ],
)
def test_a_cidr_that_cannot_be_cut_is_a_problem(arguments: str, said: str) -> None:
    text = f"Resources:\n  R:\n    Type: AWS::EC2::VPC\n    Properties: {{X: !Cidr {arguments}}}\n"
    (problem,) = load(text).problems
    assert problem.message == f"Fn::Cidr: {said}"
    assert problem.place.line == 4


def test_a_cidr_that_may_be_cut_is_no_problem() -> None:
    text = "Parameters: {P: {Type: String}}\nResources:\n  R:\n    Type: AWS::EC2::VPC\n    Properties: {X: !Cidr [!Ref P, 999, 99]}\n"
    assert not load(text).problems


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("AWS::CloudFormation::StackSet", "a stack set deploys its template to other accounts or regions; what it deploys is not analysed"),
        (
            "AWS::ServiceCatalog::CloudFormationProvisionedProduct",
            "the Service Catalog holds its template; what it deploys is not analysed",
        ),
        ("Org::Team::Thing::MODULE", "it is a module of the CloudFormation registry; what it deploys is not analysed"),
        ("AWS::CloudFormation::Stack", "its template is not a local file"),
    ],
)
def test_what_deploys_more_than_is_written_is_named(kind: str, reason: str) -> None:
    unit = load(
        f"Resources:\n  A:\n    Type: {kind}\n    Properties: {{TemplateURL: https://s3.amazonaws.com/x, Parameters: {{T: !Ref T}}}}\n"
        "  T: {Type: AWS::SNS::Topic}\n"
    )
    assert [(gap.subject, gap.reason) for gap in unit.gaps] == [("A", reason)]
    handed_on = kind != "AWS::ServiceCatalog::CloudFormationProvisionedProduct"  # whose parameters have another name
    assert (unit.escape(resource(unit, "T")) is not None) is handed_on


def test_places_in_the_body_of_a_loop() -> None:
    text = (
        "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Logs:\n    - N\n    - [x, y]\n"
        "    - 'Log${N}':\n        Type: AWS::Logs::LogGroup\n        Properties: {LogGroupName: !Sub 'a-${N}', RetentionInDays: 0}\n"
    )
    unit = load(text)
    assert [found.address for found in unit.resources] == ["Logx", "Logy"]
    for found in unit.resources:
        place = found.fields["RetentionInDays"].place
        assert (place.line, text[place.span.start : place.span.end]) == (8, "0")
        assert text[found.header.span.start : found.header.span.end] == "'Log${N}'"
    assert [image(found.fields["LogGroupName"]) for found in unit.resources] == ["a-x", "a-y"]
