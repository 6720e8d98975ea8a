"""Values, paths into them, and questions about them."""

import pytest

from obslint.model import (
    Absent,
    Candidate,
    Guard,
    Known,
    Member,
    PlainFields,
    Reference,
    Resource,
    Step,
    Symbolic,
    Unknown,
    Value,
    assuming,
    parse_path,
    read,
    references,
    settle,
)
from obslint.model.compare import compare, equal, equal_to, is_set, matches, refers_to
from obslint.model.path import Pick
from obslint.source import Place, SourceFile, Span

FILE = SourceFile("x.tf", "resource a b {}\n")
HERE = Place(FILE, Span(0, 8))


def made(kind: str = "aws_sns_topic", name: str = "a") -> Resource:
    return Resource(f"{kind}.{name}", kind, "terraform", PlainFields({}, HERE), HERE, HERE)


TOPIC, OTHER = made(), made(name="b")
ARN = Reference("aws_sns_topic.a", "arn", TOPIC)
OTHER_ARN = Reference("aws_sns_topic.b", "arn", OTHER)
VARIABLE = Unknown('variable "x" has no value', symbol=Reference("var.x"))


def block(**members: Value) -> Known:
    return Known(PlainFields({name: Member(value, HERE) for name, value in members.items()}, HERE))


def test_a_value_cannot_be_tested_for_truth() -> None:
    for value in (Known(True), Absent(), VARIABLE, Symbolic((ARN,))):
        with pytest.raises(TypeError, match="surely"):
            bool(value)


@pytest.mark.parametrize(
    ("value", "wanted", "answer"),
    [
        (Known(True), True, True),
        (Known("true"), True, True),
        (Known("True"), True, True),
        (Known(False), True, False),
        (Known("yes"), True, False),
        (Known(60), 60, True),
        (Known("60"), 60, True),
        (Known(60.0), "60", True),
        (Known("a"), "A", False),
        (Known((Known("a"),)), "a", False),
        (Absent(), True, False),
        (VARIABLE, True, None),
        (Symbolic(("a-", ARN)), "b-1", False),
        (Symbolic(("a-", ARN, "-z")), "a-1-y", False),
        (Symbolic(("a-", ARN, "-z")), "a-1-z", None),
    ],
)
def test_equal_to(value: Value, wanted: str | bool | int, answer: bool | None) -> None:
    assert equal_to(value, wanted).known is answer


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (Symbolic((ARN,)), Symbolic((ARN,)), True),
        (Symbolic((ARN,)), Symbolic((OTHER_ARN,)), False),
        (Symbolic(("/aws/", ARN)), Symbolic(("/aws/", ARN)), True),
        (Symbolic(("/aws/", ARN)), Symbolic(("/other/", ARN)), False),
        (Symbolic(("/aws/", ARN)), Known("/aws/x"), None),
        (Symbolic(("/aws/", ARN)), Known("/gcp/x"), False),
        (VARIABLE, VARIABLE, True),
        (VARIABLE, Known("x"), None),
        (VARIABLE, Unknown("other", symbol=Reference("var.y")), None),
        (Symbolic(("p-", Reference("var.x"))), Symbolic(("p-", Reference("var.x"))), True),
        (Absent(), Absent(), True),
        (Absent(), Known(""), False),
    ],
)
def test_equal_is_symmetric(one: Value, other: Value, answer: bool | None) -> None:
    assert equal(one, other).known is answer
    assert equal(other, one).known is answer


def test_candidates_decide_when_they_agree() -> None:
    prod, dev = (Guard("Prod", True),), (Guard("Prod", False),)
    same = Unknown("Prod decides", candidates=(Candidate(Known(0), prod), Candidate(Absent(), dev)))
    assert compare(same, lambda n: n > 5).known is False
    mixed = Unknown("Prod decides", candidates=(Candidate(Known(365), prod), Candidate(Absent(), dev)))
    doubtful = is_set(mixed)
    assert doubtful.known is None
    assert {guard for doubt in doubtful.doubts for guard in doubt.guards} == {*prod, *dev}
    with assuming({"Prod": True}):
        assert is_set(mixed).known is True
        assert isinstance(settle(mixed), Known)
    with assuming({"Prod": False}):
        assert is_set(mixed).known is False


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (Absent(), False),
        (Known(""), False),
        (Known(()), False),
        (Known((Absent(),)), False),
        (Known((VARIABLE,)), None),
        (Known((VARIABLE, Known("a"))), True),
        (Known(0), True),
        (Known(False), True),
        (Symbolic((ARN,)), True),
        (VARIABLE, None),
        (block(), False),
        (block(a=Known(1)), True),
        (Known(PlainFields({}, HERE, "a spread may add members")), None),
    ],
)
def test_is_set(value: Value, answer: bool | None) -> None:
    assert is_set(value).known is answer


def test_matches_uses_what_is_literal() -> None:
    starts = {"holds": lambda text: text.startswith("/aws/lambda/"), "prefix": "/aws/lambda/"}
    assert matches(Symbolic(("/aws/lambda/", ARN)), **starts).known is True
    assert matches(Symbolic(("/app/", ARN)), **starts).known is False
    assert matches(Symbolic(("/aws/", ARN)), **starts).known is None
    assert matches(Symbolic((ARN, ":*")), lambda text: text.endswith(":*"), suffix=":*").known is True


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (Symbolic((ARN,)), True),
        (Symbolic((ARN, ":*")), True),
        (Known((Symbolic((OTHER_ARN,)), Symbolic((ARN,)))), True),
        (Symbolic((OTHER_ARN,)), False),
        (Known("alerts", trail=(Step("aws_sns_topic.a.name", HERE, Reference("aws_sns_topic.a", "name", TOPIC)),)), True),
        (Known("alerts"), True),
        (Known("arn:aws:sns:us-east-1:123456789012:alerts"), None),
        (Known("arn:aws:sns:us-east-1:123456789012:other"), False),
        (VARIABLE, None),
        (Absent(), False),
    ],
)
def test_refers_to(value: Value, answer: bool | None) -> None:
    assert refers_to(value, TOPIC, (Known("alerts"),)).known is answer


def test_the_id_of_an_attachment_may_be_that_of_its_target() -> None:
    versioning = made("aws_s3_bucket_versioning")
    versioning.fields = PlainFields({"bucket": Member(Symbolic((Reference("aws_sns_topic.a", "id", TOPIC),)))}, HERE)
    through = Symbolic((Reference("aws_s3_bucket_versioning.a", "id", versioning),))
    assert refers_to(through, TOPIC).known is None
    assert refers_to(through, OTHER).known is False


def test_references_go_deep() -> None:
    hidden = Symbolic(("x", Reference("?", "1", None, "a call", (ARN,))))
    value = block(a=Known((hidden, Unknown("why", mentions=(OTHER_ARN,)))))
    assert {r.resource for r in references(value) if r.resource} == {TOPIC, OTHER}


def test_paths_step_through_a_list_of_one() -> None:
    fields = PlainFields({"access_logs": Member(Known((block(enabled=Known(True)),)), HERE)}, HERE)
    assert equal_to(read(fields, parse_path("access_logs.enabled")).value, True).known is True
    missing = read(fields, parse_path("access_logs.bucket"))
    assert isinstance(missing.value, Absent)
    assert not missing.written


def test_a_path_into_several_blocks_is_not_guessed() -> None:
    two = Known((block(a=Known(1)), block(a=Known(2))))
    assert isinstance(read(PlainFields({"x": Member(two)}, HERE), parse_path("x.a")).value, Unknown)


def test_a_path_into_an_unknown_block_keeps_its_candidates() -> None:
    maybe = Unknown("Prod decides", candidates=(Candidate(block(a=Known(1)), (Guard("Prod", True),)), Candidate(Absent())))
    value = read(PlainFields({"x": Member(maybe)}, HERE), parse_path("x.a")).value
    assert isinstance(value, Unknown)
    with assuming({"Prod": False}):
        assert isinstance(settle(value), Absent)


def test_picks_find_the_item_with_a_key() -> None:
    path = parse_path("Attributes[Key=access_logs.s3.enabled].Value")
    assert path == ("Attributes", Pick("Key", "access_logs.s3.enabled"), "Value")
    items = Known((block(Value=Known("x"), Key=Known("other")), block(Key=Known("access_logs.s3.enabled"), Value=Known("true"))))
    assert equal_to(read(PlainFields({"Attributes": Member(items)}, HERE), path).value, True).known is True


def test_a_pick_among_unknown_keys_is_unknown_only_without_a_match() -> None:
    path = parse_path("A[Key=x].Value")
    match, unsure = block(Key=Known("x"), Value=Known(1)), block(Key=VARIABLE, Value=Known(2))
    assert equal_to(read(PlainFields({"A": Member(Known((unsure, match)))}, HERE), path).value, 1).known is True
    assert isinstance(read(PlainFields({"A": Member(Known((unsure,)))}, HERE), path).value, Unknown)
    assert isinstance(read(PlainFields({"A": Member(Known((block(Key=Known("y")),)))}, HERE), path).value, Absent)


def test_an_open_map_does_not_lack_anything() -> None:
    fields = PlainFields({}, HERE, "merge() with a variable")
    found = read(fields, ("anything",))
    assert isinstance(found.value, Unknown)
    assert found.value.why == "merge() with a variable"
