"""Fixes: exact, proved, and written with care."""

import os
import subprocess

import pytest
from toy_language import FakeWriter
from toy_rules import Trail, seen, short_lived, unvalidated

from obslint.lint import FixMode
from obslint.lint.session import Session
from obslint.model import Draft, Edit
from obslint.policy import add_resource, advice, append, remove, set_to
from obslint.source import Span

SAFE = {"fix": FixMode.SAFE, "write": True}
UNSAFE = {"fix": FixMode.UNSAFE, "write": True}


def offer(outcome, rule):
    return next(f.fix for f in outcome.report.findings if f.rule == rule)


def test_an_offer_holds_exact_edits(desk):
    fix = offer(desk.run("trail a\n  validate = false\n"), "unvalidated")
    assert (fix.title, fix.applicability, fix.plan_effect) == ("set validate = true", "safe", "in-place")
    (edit,) = fix.edits
    assert (edit.text, edit.location.line, edit.location.column, edit.location.end_column) == ("true", 2, 14, 19)


def test_nothing_is_written_unless_asked_for(desk):
    desk.run("trail a\n")
    assert desk.read() == "trail a\n"


def test_safe_fixes_are_written_and_the_rest_is_reported(desk):
    outcome = desk.run("trail a\n  validate = false\n  days = 7\n", **SAFE)
    assert desk.read() == "trail a\n  validate = true\n  days = 7\n"
    assert seen(outcome) == ["3 short-lived kept for 7 days"]
    assert outcome.report.summary.fixed == 1
    assert outcome.diff == ""
    assert outcome.files["a.tf"].text == desk.read()


def test_unsafe_fixes_come_with_the_safe_ones(desk):
    outcome = desk.run("trail a\n  validate = false\n  days = 7\n", **UNSAFE)
    assert desk.read() == "trail a\n  validate = true\n  days = 90\n"
    assert seen(outcome) == []
    assert outcome.report.summary.fixed == 2
    assert desk.run(**UNSAFE).report.summary.fixed == 0


def test_insertions_at_one_place_follow_each_other(desk, make_rule):
    def daily(trail: Trail):
        if trail.days.surely_absent():
            yield trail.days.finding("no days", fix=set_to(90))

    desk.rules = (make_rule(daily), unvalidated)
    desk.run("trail a\n", **SAFE)
    assert sorted(desk.read().splitlines()) == ["  days = 90", "  validate = true", "trail a"]


def test_a_diff_shows_what_would_change_and_the_report_what_is(desk):
    text = "trail a\n  validate = false\n  days = 7"
    outcome = desk.run(text, fix=FixMode.UNSAFE)
    assert desk.read() == text
    assert len(outcome.report.findings) == 2
    assert outcome.report.summary.fixed == 0
    subprocess.run(["git", "apply", "-"], input=outcome.diff, text=True, cwd=desk.place, check=True)
    assert desk.read() == "trail a\n  validate = true\n  days = 90"


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbftrail a\r\n  # caf\xc3\xa9 \xe6\xbc\xa2\r\n  validate = false\r\n",
        b"trail a\r\n  validate = false",
        b"trail a\n  validate = false\n\n\n",
    ],
)
def test_everything_else_stays_as_it_was(desk, text):
    path = desk.write("a.tf", text)
    path.chmod(0o640)
    desk.run(**SAFE)
    assert path.read_bytes() == text.replace(b"false", b"true")
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(desk.place) == ["a.tf"]


def test_the_file_behind_a_link_is_written(desk):
    target = desk.write("real/target.txt", "trail a\n  validate = false\n")
    (desk.place / "a.tf").symlink_to(target)
    desk.run(**SAFE)
    assert (desk.place / "a.tf").is_symlink()
    assert target.read_text() == "trail a\n  validate = true\n"


def test_a_link_out_of_the_repository_is_not_written(desk, tmp_path_factory):
    target = tmp_path_factory.mktemp("elsewhere") / "target.txt"
    target.write_text("trail a\n")
    (desk.place / "a.tf").symlink_to(target)
    outcome = desk.run(**SAFE)
    assert target.read_text() == "trail a\n"
    assert offer(outcome, "unvalidated").reason == "the edit would be in a.tf, outside of what is scanned"


def test_a_file_that_may_not_be_written_keeps_its_findings(desk, monkeypatch):
    desk.write("b.tf", "trail b\n  validate = false\n")
    monkeypatch.setattr("os.access", lambda path, mode: not str(path).endswith("a.tf"))
    outcome = desk.run("trail a\n  validate = false\n", **SAFE)
    assert desk.read() == "trail a\n  validate = false\n"
    assert desk.read("b.tf") == "trail b\n  validate = true\n"
    assert [f.location.path for f in outcome.report.findings] == ["a.tf"]
    assert outcome.report.summary.fixed == 1
    assert "a.tf was not fixed" in outcome.errors[0]


def test_a_file_that_changed_meanwhile_is_left_alone(desk, monkeypatch):
    from obslint.lint import runner

    real = runner.write_files

    def late(original, files):
        desk.write("a.tf", "trail other\n")
        return real(original, files)

    monkeypatch.setattr(runner, "write_files", late)
    outcome = desk.run("trail a\n  validate = false\n", **SAFE)
    assert desk.read() == "trail other\n"
    assert "changed by somebody else" in outcome.errors[0]


def test_a_declined_fix_is_described(desk, make_rule):
    def locked(trail: Trail):
        if trail.validate.surely_not(True):
            fix = set_to("x").on(trail.resource, ("locked",))
            found = trail.finding("it is open")
            yield type(found)(found.message, found.resource, found.at, "locked", fix=fix)

    desk.rules = (make_rule(locked),)
    fix = offer(desk.run("trail a\n"), "locked")
    assert (fix.applicability, fix.edits, fix.reason, fix.snippet) == ("manual", (), "it is locked", "locked = x")


def test_a_writer_that_raises_declines(desk, make_rule):
    def crashing(trail: Trail):
        found = trail.finding("it is bad")
        yield type(found)(found.message, found.resource, found.at, fix=set_to("x").on(trail.resource, ("crash",)))

    desk.rules = (make_rule(crashing),)
    fix = offer(desk.run("trail a\n"), "crashing")
    assert fix.applicability == "manual"
    assert "RuntimeError: boom" in fix.reason


@pytest.mark.parametrize(
    ("fix", "title", "snippet"),
    [
        (set_to(5, manual="ask somebody"), "set days = 5", "days = 5"),
        (set_to("x y", manual="ask somebody"), 'set days = "x y"', "days = x y"),
        (set_to([1], manual="ask somebody"), "set days", "days = [1]"),
        (advice("do it", "ask somebody"), "do it", ""),
        (add_resource(Draft("trail", "b", {}), "", manual="ask somebody"), "add trail b", "trail b"),
    ],
)
def test_a_fix_by_hand_has_a_title_and_a_snippet(desk, make_rule, fix, title, snippet):
    def manual(trail: Trail):
        yield trail.days.finding("bad", fix=fix)

    desk.rules = (make_rule(manual),)
    found = offer(desk.run("trail a\n"), "manual")
    assert (found.title, found.snippet, found.reason, found.applicability) == (title, snippet, "ask somebody", "manual")


def test_titles_of_edits(desk, make_rule):
    def removal(trail: Trail):
        if trail.days.surely_set():
            yield trail.days.finding("days", fix=remove())

    def suffix(trail: Trail):
        if ~trail.name.ends_with("!"):
            yield trail.name.finding("name", fix=append("!"))

    desk.rules = (make_rule(removal), make_rule(suffix))
    outcome = desk.run("trail a\n  days = 1\n  name = x\n")
    assert [f.fix.title for f in outcome.report.findings if f.fix] == ["remove days", 'append "!" to name']
    assert [f.fix.applicability for f in outcome.report.findings if f.fix] == ["safe", "safe"]
    desk.run(**SAFE)
    assert desk.read() == "trail a\n  name = x!\n"


def test_an_added_resource(desk, make_rule):
    from obslint.aws import Unit

    def alone(trail: Trail, unit: Unit):
        if len(unit.all(Trail)) < 2:
            yield trail.finding("alone", fix=add_resource(Draft("trail", "b", {("validate",): True}), "add another", unsafe="it costs"))

    desk.rules = (make_rule(alone), unvalidated)
    outcome = desk.run("trail a\n  validate = true\n")
    assert (offer(outcome, "alone").applicability, offer(outcome, "alone").reason) == ("unsafe", "it costs")
    desk.run(**UNSAFE)
    assert desk.read() == "trail a\n  validate = true\ntrail b\n  validate = true\n"


class BadWriter(FakeWriter):
    """A writer whose edits do something else."""

    def __init__(self, text: str) -> None:
        self.text = text

    def set_attribute(self, resource, path, value):
        entry = resource.fields.entry(path[0])
        return (Edit(entry.file, Span(entry.span.start, entry.span.end), self.text),)


@pytest.mark.parametrize(
    ("written", "objection"),
    [
        ("validate = false", "unvalidated would remain on trail.a"),
        ("validate = true\nbroken", "would not be understood: this is broken"),
        ("validate = true\n  days = 1", "short-lived would be reported on trail.a"),
        ("validate = $X", "unvalidated could no longer be decided on trail.a: variable X has no value"),
        ("validate = true\ntrail b", "unvalidated would be reported on trail.b"),
    ],
)
def test_an_edit_that_does_not_do_it_is_not_offered(desk, written, objection):
    desk.front_end.writer = BadWriter(written)
    text = "trail a\n  validate = false\n"
    outcome = desk.run(text, **SAFE)
    fix = offer(outcome, "unvalidated")
    assert (fix.applicability, fix.edits) == ("manual", ())
    assert objection in fix.reason
    assert fix.reason.startswith("no edit is offered")
    assert desk.read() == text
    assert outcome.report.summary.fixed == 0


def test_an_edit_that_loses_a_resource_is_not_offered(desk):
    class Eater(FakeWriter):
        def set_attribute(self, resource, path, value):
            return (Edit(resource.header.file, resource.extent.span, ""),)

    desk.front_end.writer = Eater()
    fix = offer(desk.run("trail a\n  validate = false\n"), "unvalidated")
    assert fix.reason == "no edit is offered: trail.a would be gone"


class Picky(FakeWriter):
    """A writer that spoils the text of one resource."""

    def set_attribute(self, resource, path, value):
        if resource.address == "trail.t3":
            return (Edit(resource.header.file, Span(resource.extent.span.end, resource.extent.span.end), "\nbroken"),)
        return super().set_attribute(resource, path, value)


def test_one_bad_edit_does_not_spoil_the_others(desk):
    desk.front_end.writer = Picky()
    text = "".join(f"trail t{n}\n  validate = false\n" for n in range(8))
    outcome = desk.run(text, **SAFE)
    assert outcome.report.summary.fixed == 7
    assert [f.resource.address for f in outcome.report.findings if f.resource] == ["trail.t3"]
    assert desk.read().count("true") == 7


def test_what_is_worse_in_one_unit_does_not_cost_a_search_through_all(desk, monkeypatch):
    trials = []
    changed = Session.changed
    monkeypatch.setattr(Session, "changed", lambda self, *args, **more: trials.append(1) or changed(self, *args, **more))
    desk.front_end.writer = Picky()
    for n in range(16):
        desk.write(f"{n}/a.tf", f"trail t{n}\n  validate = false\n")
    outcome = desk.run()
    offered = [finding.fix.applicability for finding in outcome.report.findings]
    assert (offered.count("safe"), offered.count("manual")) == (15, 1)
    assert len(trials) == 2  # all, then all but that of the unit


def test_a_fix_of_one_side_of_a_condition_must_cure_it(desk):
    fix = offer(desk.run("trail a\n  validate = true\n  days = IsProd ? 90 : 7\n"), "short-lived")
    assert fix.applicability == "unsafe"
    desk.run(**UNSAFE)
    assert desk.read() == "trail a\n  validate = true\n  days = 90\n"


def test_fixes_that_never_settle_are_taken_back(desk, make_rule):
    def restless(trail: Trail):
        number = int(trail.days.number or 0)
        yield trail.days.finding("it grows", fix=set_to(number + 1))

    class Stubborn(FakeWriter):
        pass

    desk.rules = (make_rule(restless),)
    desk.front_end.writer = Stubborn()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("obslint.lint.proof._worse_findings", lambda old, new, cured, left: None)
        outcome = desk.run("trail a\n  days = 1\n", **SAFE)
    assert desk.read() == "trail a\n  days = 1\n"
    assert outcome.errors == ("the fixes of a.tf did not settle in 10 rounds, so it is left as it was",)
    assert outcome.report.summary.fixed == 0


def test_code_that_is_not_ours_is_not_edited(desk):
    desk.front_end.owned = False
    fix = offer(desk.run("trail a\n"), "unvalidated")
    assert (fix.applicability, fix.reason) == ("manual", "it is written in code that is not this repository's own")


def test_accepted_findings_are_not_fixed(desk):
    text = 'trail a # obslint: ignore[unvalidated] reason="x"\n  validate = false\n'
    assert desk.run(text, **SAFE).report.summary.fixed == 0
    assert desk.read() == text


def test_only_the_findings_of_named_files_are_fixed(desk):
    desk.write("b.tf", "trail b\n")
    desk.run("trail a\n", paths=("a.tf",), **SAFE)
    assert (desk.read("a.tf"), desk.read("b.tf")) == ("trail a\n  validate = true\n", "trail b\n")


def test_standard_input_is_fixed_in_memory(desk):
    outcome = desk.run(paths=(), stdin=b"trail a\n", stdin_name="x.tf", **SAFE)
    assert outcome.files["x.tf"].text == "trail a\n  validate = true\n"
    assert os.listdir(desk.place) == []


def test_edits_of_several_instances_are_one(desk, monkeypatch):
    def two(sources, directories, inputs):
        units = desk.front_end.__class__.terraform_units(desk.front_end, sources, directories, inputs)
        first = units[0].resources[0]
        units[0].resources = (
            first,
            type(first)('trail.a["b"]', first.type, first.dialect, first.fields, first.header, first.extent, first.writer),
        )
        return units

    monkeypatch.setattr("obslint.lint.loading.terraform_units", two)
    outcome = desk.run("trail a\n", select=("unvalidated",))
    assert len(outcome.report.findings[0].fix.edits) == 1
    assert desk.run(select=("unvalidated",), **SAFE).report.summary.fixed == 1
    assert desk.read() == "trail a\n  validate = true\n"


def test_proving_loads_a_unit_once_for_all_of_its_fixes(desk):
    for name in "abcdef":
        desk.write(f"{name}.tf", f"trail {name}1\ntrail {name}2\n  days = 1\n")
    desk.rules = (unvalidated, short_lived)
    outcome = desk.run()
    assert outcome.report.summary.fixable == {"safe": 12, "unsafe": 6}
    assert len(desk.front_end.loads) == 6 + 6 * 6  # the toy front-end loads the whole directory for each unit
