"""The ledger of exceptions, and exceptions for whole files."""

from datetime import date

import pytest
from toy_rules import seen

from obslint.lint.ignores import file_ignores, parse_directive
from obslint.lint.ledger import ledger
from obslint.lint.request import Request
from obslint.source import SourceFile

TRAIL = "trail a\n  days = 1\n"
FILE = '# obslint: ignore-file[short-lived] reason="demo" owner=ops\n'


@pytest.fixture(autouse=True)
def today(monkeypatch):
    class Today(date):
        @classmethod
        def today(cls):
            return cls(2026, 11, 21)

    monkeypatch.setattr("obslint.lint.runner.date", Today)


def book(desk, **request):
    found = ledger(Request((desk.place,), desk.place, **{"settings": True, "given": frozenset(), **request}))
    assert found.errors == ()
    return [(line.path, line.line, line.rule, line.state) for line in found.lines]


def test_the_owner_is_read():
    directive = parse_directive(' obslint: ignore[a] owner="team a" reason=x')
    assert (directive.owner, directive.reason, directive.unclear) == ("team a", "x", ())


@pytest.mark.parametrize("before", ["", "# a comment\n\n", "/* a\n comment */\n"])
def test_an_exception_for_a_file(desk, before):
    outcome = desk.run(before + FILE + TRAIL + TRAIL.replace("a", "b", 1), ignore=("unvalidated",))
    assert seen(outcome) == []
    assert {(one.reason, one.owner) for one in outcome.report.suppressed} == {("demo", "ops")}


def test_it_is_about_its_own_file_only(desk):
    desk.write("b.tf", TRAIL)
    desk.write("a.tf", FILE + TRAIL)
    outcome = desk.run(ignore=("unvalidated",))
    assert [one.location.path for one in outcome.report.findings] == ["b.tf"]


def test_it_is_unused_like_any_other(desk):
    outcome = desk.run(FILE + "trail a\n  days = 90\n", ignore=("unvalidated",))
    assert seen(outcome) == ["1 unused-ignore exception for short-lived is not needed, nothing is reported here"]


def test_it_has_to_stand_at_the_top(desk):
    outcome = desk.run(TRAIL + FILE, ignore=("unvalidated",))
    assert [one.rule for one in outcome.report.findings] == ["short-lived", "malformed-ignore"]
    assert "ignore-file stands at the top of a file" in outcome.report.findings[1].message


def test_it_may_follow_the_mark_of_a_yaml_document():
    (found,) = file_ignores(SourceFile("a.yaml", f"---\n{FILE}Resources: {{}}\n"), "cloudformation")
    assert found.directive.file
    assert found.directive.unclear == ()


def test_no_ignores_reports_everything(desk):
    desk.write("obslint.toml", '[per-path."*.tf"]\nignore = ["unvalidated"]\nreason = "x"\n')
    outcome = desk.run(FILE + TRAIL, settings=True, no_ignores=True)
    assert [one.rule for one in outcome.report.findings] == ["unvalidated", "short-lived"]
    assert outcome.report.suppressed == ()


def test_an_exception_that_may_not_be_says_so(desk):
    desk.write("obslint.toml", 'unignorable = ["short-lived"]\n')
    outcome = desk.run('# obslint: ignore[short-lived] reason="x"\n' + TRAIL, settings=True, ignore=("unvalidated",))
    assert seen(outcome) == [
        "1 malformed-ignore exception names short-lived, which no exception may silence",
        "3 short-lived kept for 1 days",
    ]


def test_so_does_one_of_the_settings(desk):
    desk.write("obslint.toml", 'unignorable = ["short-lived"]\n[per-path."*.tf"]\nignore = ["short-lived"]\nreason = "x"\n')
    outcome = desk.run(TRAIL, settings=True, ignore=("unvalidated",))
    assert [(one.rule, one.location.path) for one in outcome.report.findings] == [
        ("short-lived", "a.tf"),
        ("malformed-ignore", "obslint.toml"),
    ]


def test_the_ledger_tells_the_state_of_each(desk):
    desk.write("obslint.toml", 'unignorable = ["unstarred"]\n')
    desk.write(
        "a.tf",
        '# obslint: ignore[short-lived, unvalidated] reason="x" owner=ops until=2027-01-01\n'
        "trail a\n  days = 1\n  validate = true\n"
        '# obslint: ignore[short-lived] reason="x" until=2026-11-20\n'
        "trail b\n  days = 1\n"
        "# obslint: ignore[short-lived, nobody]\n"
        "trail c\n  days = 1\n"
        '# obslint: ignore[unstarred, unvalidated] reason="x"\n'
        'trail d\n  name = "d"\n',
    )
    assert book(desk) == [
        ("a.tf", 1, "short-lived", "in force"),
        ("a.tf", 1, "unvalidated", "unused"),
        ("a.tf", 5, "short-lived", "expired"),
        ("a.tf", 8, "nobody", "malformed"),
        ("a.tf", 8, "short-lived", "malformed"),
        ("a.tf", 11, "unstarred", "malformed"),
        ("a.tf", 11, "unvalidated", "in force"),
    ]


def test_the_ledger_holds_those_of_settings(desk):
    desk.write("a.tf", TRAIL)
    desk.write(
        "obslint.toml",
        '[per-path."*.tf"]\nignore = ["short-lived"]\nreason = "x"\nowner = "ops"\n'
        '[per-path."b/**"]\nignore = ["unvalidated"]\nreason = "y"\n'
        '[per-path."c/**"]\nignore = ["unvalidated"]\n',
    )
    assert book(desk) == [
        ("obslint.toml", 1, "short-lived", "in force"),
        ("obslint.toml", 5, "unvalidated", "unused"),
        ("obslint.toml", 8, "unvalidated", "malformed"),
    ]


def test_what_is_in_force_for_one_unit_is_not_unused(desk):
    desk.write("a.tf", TRAIL)
    desk.write("obslint.toml", '[per-path."*.tf"]\nignore = ["short-lived"]\nreason = "x"\n')
    desk.write("sub/b.tf", "trail a\n  days = 90\n")
    assert book(desk) == [("obslint.toml", 1, "short-lived", "in force")]
