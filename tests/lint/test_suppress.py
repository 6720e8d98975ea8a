"""Exceptions: where they count, when they do not, and what is said about them."""

from datetime import date

import pytest
from toy_language import FakeWriter
from toy_rules import seen

from obslint.lint import FixMode
from obslint.lint.ignores import file_ignores, parse_directive
from obslint.lint.suppress import Calendar, removal
from obslint.model import Known, Member, PlainFields, Unit
from obslint.source import Place, SourceFile, Span

ONLY = {"select": ("short-lived", "engine")}


@pytest.fixture(autouse=True)
def today(monkeypatch):
    class Today(date):
        @classmethod
        def today(cls):
            return cls(2026, 11, 21)

    monkeypatch.setattr("obslint.lint.runner.date", Today)


@pytest.mark.parametrize(
    ("text", "rules", "reason", "until"),
    [
        (' obslint: ignore[a] reason="why"', ("a",), "why", ""),
        (" obslint:ignore[ a , b-c,] reason='why not' until=2027-01-01 ", ("a", "b-c"), "why not", "2027-01-01"),
        ('obslint: ignore[a] until=2027-01-01 reason="say \\"hi\\""', ("a",), 'say "hi"', "2027-01-01"),
        ("obslint: ignore[a] reason=INFRA-412", ("a",), "INFRA-412", ""),
        ("obslint: ignore[a,a]", ("a",), "", ""),
        ("obslint: ignore", (), "", ""),
    ],
)
def test_an_exception_is_read(text, rules, reason, until):
    directive = parse_directive(text)
    assert directive
    assert (directive.rules, directive.reason, directive.until, directive.unclear) == (rules, reason, until, ())


@pytest.mark.parametrize("text", ["obslint is nice", "see obslint: it knows", "ignore[a]", "obslint: run it", " nolint"])
def test_other_comments_are_left_alone(text):
    assert parse_directive(text) is None


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("obslint: ignore[a] because I say so", 'because is not understood; write reason="..." or until=YYYY-MM-DD'),
        ("obslint: ignore[a] who=me", "who= is not understood; there are reason=, until=, owner= and scope="),
        ("obslint: ingore[a]", "ingore[...] is not understood; write ignore[...]"),
        (' obslint ignore[a] reason="x"', "a colon is missing; write obslint: ignore[...]"),
        ("obslint ignore-file[a]", "a colon is missing; write obslint: ignore-file[...]"),
    ],
)
def test_what_is_not_understood_is_said(text, unclear):
    directive = parse_directive(text)
    assert directive
    assert directive.unclear == (unclear,)


GOOD = '# obslint: ignore[short-lived] reason="test"'


@pytest.mark.parametrize(
    "text",
    [
        f"{GOOD}\ntrail a\n  days = 1\n",
        f"trail a {GOOD}\n  days = 1\n",
        f"trail a\n  days = 1 {GOOD}\n",
        f"trail a\n  {GOOD}\n  days = 1\n",
        f"{GOOD}\n# another comment\n// and one\ntrail a\n  days = 1\n",
        f"trail a\n  days = 1 {GOOD.replace('# ', '// ')}\n",
        f"/* {GOOD[2:]} */\ntrail a\n  days = 1\n",
        f"{GOOD} until=2026-11-21\ntrail a\n  days = 1\n",
        '# obslint: ignore[unstarred] reason="x"\n' + GOOD + "\ntrail a\n  days = 1\n",
    ],
)
def test_where_an_exception_counts(desk, text):
    outcome = desk.run(text, select=("short-lived",))
    assert seen(outcome) == []
    (accepted,) = outcome.report.suppressed
    assert (accepted.rule, accepted.reason, accepted.message) == ("short-lived", "test", "kept for 1 days")
    assert accepted.resource
    assert accepted.resource.address == "trail.a"
    assert outcome.report.summary.suppressed == 1


@pytest.mark.parametrize(
    "text",
    [
        f"{GOOD}\n\ntrail a\n  days = 1\n",
        f"trail a\n  name = x* {GOOD}\n  days = 1\n",
        f"trail a\n  days = 1\n{GOOD}\n",
        f'trail a\n  days = 1\n  name = "{GOOD[:-6]}\n',
        f"{GOOD}\ntrail b\n  days = 60\ntrail a\n  days = 1\n",
    ],
)
def test_where_it_does_not(desk, text):
    assert "short-lived" in [f.rule for f in desk.run(text, select=("short-lived",)).report.findings]


def test_a_reason_is_required(desk):
    outcome = desk.run("# obslint: ignore[short-lived]\ntrail a\n  days = 1\n", **ONLY)
    assert seen(outcome) == [
        "1 malformed-ignore exception for short-lived gives no reason, so it does not count",
        "3 short-lived kept for 1 days",
    ]
    found = outcome.report.findings[0]
    assert (found.severity, found.location.column, found.location.end_column) == ("warning", 1, 31)
    assert found.fix
    assert found.fix.title == 'add reason="..."'


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ('ignore[short-live] reason="x"', "exception names short-live, which is no rule; did you mean short-lived?"),
        ('ignore reason="x"', "exception names no rule, so it does not count"),
        ('ignore[short-lived] reason="x" until=2026-11-20', "exception expired on 2026-11-20"),
        ('ignore[short-lived] reason="x" until=tomorrow', "exception does not count: until=tomorrow is not a day"),
        ('ignore[short-lived] reason="x" until=20261231', "exception does not count: until=20261231 is not a day"),
        ("ignore[short-lived] why not", 'exception does not count: why is not understood; write reason="..." or until=YYYY-MM-DD'),
    ],
)
def test_defects_of_exceptions(desk, comment, message):
    outcome = desk.run(f"trail a\n  days = 1 # obslint: {comment}\n", ignore=("unvalidated",))
    assert seen(outcome) == ["2 short-lived kept for 1 days", f"2 malformed-ignore {message}"]


def test_a_family_is_no_rule():
    file = SourceFile("a.tf", '# obslint: ignore[toys] reason="x"\ntrail a\n')
    (ignore,) = file_ignores(file, "terraform")
    (defect,) = Calendar(frozenset({"short-lived"}), date(2026, 11, 21), dict, lambda: {"toys"}).defects(ignore)
    assert defect.message == "exception names toys, which is a family, and no rule"
    assert "per-path" in defect.remedy


def test_a_selection_is_silent_about_exceptions_of_other_rules(desk):
    text = "trail a # obslint: ignore[unstarred]\n  days = 90\n"
    assert seen(desk.run(text, select=("short-lived",))) == []
    assert [f.rule for f in desk.run(text).report.findings] == ["unvalidated", "malformed-ignore"]


def test_an_unused_exception_is_reported_with_a_fix(desk):
    text = f"{GOOD}\ntrail a\n  days = 60\n"
    outcome = desk.run(text, **ONLY)
    (found,) = outcome.report.findings
    assert (found.rule, found.severity, found.message) == (
        "unused-ignore", "warning", "exception for short-lived is not needed, nothing is reported here",
    )  # fmt: skip
    assert found.fix
    assert (found.fix.applicability, found.fix.title) == ("safe", "delete the exception")
    desk.run(fix=FixMode.SAFE, write=True, **ONLY)
    assert desk.read() == "trail a\n  days = 60\n"


def test_an_exception_beside_its_finding_is_told_where_that_is_and_stays(desk):
    text = f"trail a\n  name = x {GOOD}\n  days = 1\n"
    outcome = desk.run(text, **ONLY)
    moved = "exception for short-lived covers nothing: the finding is on line 3"
    assert seen(outcome) == [f"2 unused-ignore {moved}", "3 short-lived kept for 1 days"]
    assert outcome.report.findings[0].fix.title == "move it to line 3, or above that"
    desk.run(fix=FixMode.SAFE, write=True, **ONLY)
    assert desk.read() == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("trail a\n  days = 60  {}\n", "trail a\n  days = 60\n"),
        ("trail a\r\n  {}\r\n  days = 60\r\n", "trail a\r\n  days = 60\r\n"),
    ],
)
def test_deleting_an_exception_leaves_the_rest(desk, before, after):
    text = before.format(GOOD)
    desk.run(text, fix=FixMode.SAFE, write=True, **ONLY)
    assert desk.read() == after


def test_deleting_a_comment_before_code():
    (ignore,) = file_ignores(SourceFile("a.tf", f"x {{\n  /* {GOOD[2:]} */  days = 60\n}}\n"), "terraform")
    edit = removal(ignore, ("short-lived",))
    assert edit
    assert edit.file.text[: edit.span.start] + edit.file.text[edit.span.end :] == "x {\n  days = 60\n}\n"


def test_only_the_idle_rule_is_taken_out(desk):
    desk.run(
        'trail a\n  days = 1 # obslint: ignore[unstarred, short-lived] reason="x"\n', fix=FixMode.SAFE, write=True, ignore=("unvalidated",)
    )
    assert desk.read() == 'trail a\n  days = 1 # obslint: ignore[short-lived] reason="x"\n'


@pytest.mark.parametrize(
    "text",
    [
        f"trail a\n  days = $DAYS {GOOD}\n",
        f"{GOOD}\ntrail a\n  days = 60\n  exists = false\n",
        f"trail a\n  days = 60 {GOOD}\nbroken\n",
        f"{GOOD}\n// only a comment follows\n{GOOD}\nvariable\n",
    ],
)
def test_an_exception_that_may_be_needed_is_not_called_unused(desk, text):
    assert "unused-ignore" not in [f.rule for f in desk.run(text, **ONLY).report.findings]


def test_an_exception_for_a_rule_that_is_off_is_not_called_unused(desk):
    text = f"trail a\n  validate = true\n  days = 60 {GOOD}\n"
    assert seen(desk.run(text, select=("unvalidated",))) == []
    assert seen(desk.run(text, ignore=("short-lived",))) == []
    assert [f.rule for f in desk.run(text).report.findings] == ["unused-ignore"]
    assert seen(desk.run(text, ignore=("unused-ignore",))) == []


def test_a_comment_that_stands_nowhere_is_unused(desk):
    assert [f.rule for f in desk.run(f"{GOOD}\n\ntrail a\n  days = 60\n", **ONLY).report.findings] == ["unused-ignore"]


def metadata(*items: object) -> Known:
    def value(item: object) -> Known:
        if isinstance(item, dict):
            return Known(PlainFields({key: Member(value(inner)) for key, inner in item.items()}))
        return Known(tuple(map(value, item)) if isinstance(item, list) else item)  # type: ignore[arg-type]

    return value({"obslint": {"ignore": list(items)}})


@pytest.mark.parametrize(
    ("items", "found", "accepted"),
    [
        (({"rule": "short-lived", "reason": "x"},), [], 1),
        (({"id": "short-lived", "reason": "x", "until": "2026-11-21"},), [], 1),
        (({"rule": ["unstarred", "short-lived"], "reason": "x"},), ["unused-ignore"], 1),
        (({"rule": "short-lived"},), ["malformed-ignore", "short-lived"], 0),
        (("short-lived",), ["malformed-ignore", "short-lived"], 0),
        (({"rule": "short-lived", "reason": "x", "until": "2020-01-01"},), ["malformed-ignore", "short-lived"], 0),
        (({"rule": "unstarred", "reason": "x"},), ["short-lived", "unused-ignore"], 0),
        (({"rul": "short-lived", "reason": "x"},), ["malformed-ignore", "short-lived"], 0),
    ],
)
def test_metadata_of_a_resource(desk, monkeypatch, items, found, accepted):
    def unit(sources, directories, inputs) -> Unit:
        loaded = desk.front_end.__class__.terraform_units(desk.front_end, sources, directories, inputs)
        loaded[0].resources[0].metadata = metadata(*items)
        return loaded

    monkeypatch.setattr("obslint.lint.loading.terraform_units", unit)
    outcome = desk.run("trail a\n  days = 1\n", ignore=("unvalidated",))
    assert sorted(f.rule for f in outcome.report.findings) == found
    assert len(outcome.report.suppressed) == accepted


def test_the_note_of_terraform_json(desk):
    text = '{"resource": {"trail": {"a": {"//": "obslint: ignore[short-lived] reason=\\"x\\"", "days": 1, "s": "\\"//\\": \\"no\\""}}}}'
    file = SourceFile("a.tf.json", text)
    (ignore,) = file_ignores(file, "terraform")
    assert (ignore.directive.rules, ignore.directive.reason, ignore.surrounding) == (("short-lived",), "x", True)
    inside, outside = Place(file, Span(10, len(text))), Place(file, Span(0, 10))
    resource = next(iter(load(file, inside)))
    assert ignore.covers(resource, inside)
    assert not ignore.covers(next(iter(load(file, outside))), inside)


def load(file, extent):
    from obslint.model import Resource

    yield Resource("trail.a", "trail", "terraform", PlainFields({}), extent, extent, FakeWriter())  # type: ignore[arg-type]
