"""What a run reports, and in which words."""

import pytest
from toy_language import load_file
from toy_rules import Trail, seen, unvalidated

from obslint.lint.request import UsageError
from obslint.model import Guard, Known, undecided
from obslint.policy import Persona, Severity
from obslint.source import SourceFile


def test_findings_stand_at_their_attribute_or_the_header(desk):
    outcome = desk.run("trail a\n  validate = false\ntrail b\n")
    assert seen(outcome) == ["2 unvalidated files are not validated", "3 unvalidated files are not validated"]
    first = outcome.report.findings[0]
    assert (first.location.column, first.location.end_column) == (3, 19)
    assert (first.severity, first.persona, first.confidence) == ("error", "regular", "high")
    assert (first.attribute, first.consequence) == ("validate", "Nobody can prove anything.")
    assert first.resource
    assert (first.resource.address, first.resource.unit) == ("trail.a", "a.tf")


def test_the_summary_counts(desk):
    summary = desk.run("trail a\n  days = 7\ntrail b\n  validate = true\n  days = $DAYS\n").report.summary
    assert (summary.files, summary.units, summary.resources) == (1, 1, 2)
    assert summary.findings == {"error": 1, "warning": 1}
    assert summary.fixable == {"safe": 1, "unsafe": 1}
    assert summary.undecided == 1
    assert summary.seconds > 0


def test_an_unknown_value_leaves_the_rule_undecided_with_its_reason(desk):
    outcome = desk.run("trail a\n  validate = true\n  days = $DAYS\n")
    assert seen(outcome) == []
    (open_question,) = outcome.report.undecided
    assert (open_question.rule, open_question.reason) == ("short-lived", "variable DAYS has no value")
    assert (open_question.resource.address, open_question.location.line) == ("trail.a", 3)


def test_resources_that_cannot_exist_are_no_subjects(desk):
    assert seen(desk.run("trail a\n  exists = false\n")) == []


def test_data_sources_are_no_subjects(desk, make_rule):
    class Data(Trail, terraform="data.trail|trail"):
        pass

    def any_trail(trail: Data):
        yield trail.finding("seen")

    desk.rules = (make_rule(any_trail),)
    assert seen(desk.run("trail a\n")) == ["1 any-trail seen"]


def test_a_rule_that_raises_is_named_and_the_rest_goes_on(desk, make_rule):
    def fragile(trail: Trail):
        raise RuntimeError("boom")
        yield

    desk.rules = (make_rule(fragile), unvalidated)
    outcome = desk.run("trail a\n")
    assert seen(outcome) == ["1 unvalidated files are not validated"]
    (error,) = outcome.errors
    assert "rule fragile on trail.a" in error
    assert "RuntimeError: boom" in error
    assert "test_runner.py" in error


def test_a_file_that_does_not_parse_is_a_finding(desk):
    outcome = desk.run("trail a\n  validate = true\nbroken\n")
    (found,) = outcome.report.findings
    assert (found.rule, found.severity, found.location.line, found.message) == ("syntax-error", "error", 3, "this is broken")
    assert found.fix
    assert (found.fix.title, found.fix.applicability) == ("mend it", "manual")


def test_nothing_to_analyse_has_no_files(desk):
    assert desk.run().report.summary.files == 0


def test_instances_of_one_defect_are_one_finding(desk):
    desk.write("a.tf", "")
    file = SourceFile("a.tf", "trail a\n  validate = false\n")
    unit = load_file(file)
    twin = unit.resources[0].__class__(
        'trail.a["b"]', "trail", "terraform", unit.resources[0].fields, unit.resources[0].header, unit.resources[0].extent
    )
    unit.resources = (*unit.resources, twin)
    desk.front_end.__dict__["unit"] = unit
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("obslint.lint.loading.terraform_units", lambda sources, directories, inputs: (unit,))
        outcome = desk.run()
    (found,) = outcome.report.findings
    assert found.resource
    assert found.resource.instances == ("trail.a", 'trail.a["b"]')


def test_results_are_in_order_and_repeatable(desk):
    desk.write("b.tf", "trail b\n  days = 1\n")
    text = "trail b\n  name = x\n  days = 1\ntrail a\n"
    first = desk.run(text)
    assert [(f.location.path, f.location.line) for f in first.report.findings] == sorted(
        (f.location.path, f.location.line) for f in first.report.findings
    )
    assert desk.run(text).report.findings == first.report.findings


def test_fingerprints_do_not_know_lines_or_instance_keys(desk):
    before = desk.run("trail a [x]\n  days = 1\n").report.findings
    after = desk.run("# more\n# lines\n\ntrail a [y]\n  days = 1\n").report.findings
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    assert len({f.fingerprint for f in before}) == 2


def test_several_findings_in_one_attribute_have_different_fingerprints(desk, make_rule):
    def twice(trail: Trail):
        yield trail.days.finding("one")
        yield trail.days.finding("two")

    desk.rules = (make_rule(twice),)
    assert len({f.fingerprint for f in desk.run("trail a\n").report.findings}) == 2


def test_progress_is_told(desk):
    desk.write("b.tf", "trail b\n")
    told = []
    from obslint.lint import Request, run

    desk.write("a.tf", "")
    run(Request((desk.place,), desk.place), lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_rule_may_ask_about_the_surroundings(desk, make_rule):
    from obslint.aws import Unit

    def lonely(trail: Trail, unit: Unit):
        if ~unit.any(Trail, lambda other: other.days.surely(1)):
            yield trail.finding("alone")

    desk.rules = (make_rule(lonely),)
    assert seen(desk.run("trail a\ntrail b\n")) == ["1 lonely alone", "2 lonely alone"]
    assert seen(desk.run("trail a\ntrail b\n  days = 1\n")) == []


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ({}, ["unvalidated", "short-lived", "unstarred"]),
        ({"select": ("unvalidated",)}, ["unvalidated"]),
        ({"ignore": ("unvalidated",)}, ["short-lived", "unstarred"]),
        ({"select": ("all",), "ignore": ("short-lived",)}, ["unvalidated", "unstarred"]),
        ({"min_severity": Severity.WARNING}, ["unvalidated", "short-lived"]),
        ({"ignore": ("all",)}, []),
        ({"select": ("unstarred",), "ignore": ("all",)}, ["unstarred"]),
        ({"persona": Persona.AUDITOR}, ["unvalidated", "short-lived", "unstarred"]),
    ],
)
def test_selection(desk, request_, found):
    outcome = desk.run("trail a\n  validate = false\n  days = 1\n  name = x\n", **request_)
    assert [f.rule for f in outcome.report.findings] == found


def test_an_unknown_name_is_refused_with_a_hint(desk):
    with pytest.raises(UsageError, match="no rule or family unvalidate; did you mean unvalidated"):
        desk.run("", select=("unvalidate",))
    with pytest.raises(UsageError, match="lists them"):
        desk.run("", ignore=("zzz",))


def test_a_missing_path_is_refused(desk):
    with pytest.raises(UsageError, match="no such file or directory"):
        desk.run(paths=("nowhere",))


@pytest.mark.parametrize(
    ("text", "found", "open_questions"),
    [
        ("  days = IsProd ? 90 : 7\n", ["2 short-lived kept for 7 days when IsProd is false"], 0),
        ("  days = IsProd ? 7 : 90\n", ["2 short-lived kept for 7 days when IsProd is true"], 0),
        ("  days = IsProd ? 90 : 120\n", [], 0),
        ("  days = IsProd ? 90 : $DAYS\n", [], 1),
        ("  days = IsProd ? 7 : $DAYS\n", ["2 short-lived kept for 7 days when IsProd is true"], 0),
    ],
)
def test_a_condition_is_tried_on_both_sides(desk, text, found, open_questions):
    outcome = desk.run("trail a\n" + text, select=("short-lived",))
    assert seen(outcome) == found
    assert len(outcome.report.undecided) == open_questions


def test_the_guards_of_the_resource_are_assumed(desk):
    text = "trail a when IsProd\n  days = IsProd ? 90 : 7\ntrail b when not IsProd\n  days = IsProd ? 90 : 7\n"
    assert seen(desk.run(text, select=("short-lived",))) == ["4 short-lived kept for 7 days"]


def test_what_follows_from_a_condition_is_assumed(desk):
    desk.front_end.implied = {"IsProd is true": {"IsBig": True}, "IsBig is false": {"IsProd": False}}
    text = "trail a when IsProd\n  days = IsBig ? 90 : 7\n"
    assert seen(desk.run(text, select=("short-lived",))) == []


def test_a_side_that_is_impossible_is_not_tried(desk):
    desk.front_end.implied = {"IsProd is true": {"impossible": True}}
    assert seen(desk.run("trail a\n  days = IsProd ? 90 : 7\n", select=("short-lived",))) == ["2 short-lived kept for 7 days"]
    assert seen(desk.run("trail a when IsProd\n  days = 7\n", select=("short-lived",))) == []


def test_two_conditions_that_only_together_decide(desk, make_rule):
    def both(trail: Trail):
        if trail.days.surely(7) & trail.kind.surely("x"):
            yield trail.finding("bad")

    desk.rules = (make_rule(both),)
    outcome = desk.run("trail a\n  days = A ? 7 : 90\n  kind = B ? x : y\n")
    assert seen(outcome) == ["1 both bad when A is true and B is true"]
    assert outcome.report.undecided == ()


def test_either_of_two_conditions(desk, make_rule):
    def either(trail: Trail):
        if trail.days.surely(7) or trail.kind.surely("x"):
            yield trail.finding("bad")

    desk.rules = (make_rule(either),)
    assert seen(desk.run("trail a\n  days = A ? 7 : 90\n  kind = B ? x : y\n")) == ["1 either bad when A is true or B is true"]


def test_a_finding_on_both_sides_is_plain(desk, make_rule):
    def always(trail: Trail):
        if trail.days.surely(7) or trail.days.surely(90):
            yield trail.finding("bad")

    desk.rules = (make_rule(always),)
    assert seen(desk.run("trail a\n  days = A ? 7 : 90\n")) == ["1 always bad"]


def test_many_conditions_stay_affordable(desk, make_rule):
    calls = []

    def greedy(trail: Trail):
        calls.append(1)
        if undecided("it depends", None, tuple(Guard(f"C{n}", True) for n in range(50))):
            yield trail.finding("never")

    desk.rules = (make_rule(greedy),)
    outcome = desk.run("trail a\n")
    assert len(outcome.report.undecided) == 1
    assert len(calls) <= 65


def test_only_named_files_are_reported_on(desk):
    desk.write("a.tf", "trail a\n")
    desk.write("b.tf", "trail b\n  days = $X\n")
    outcome = desk.run(paths=("b.tf",))
    assert [f.location.path for f in outcome.report.findings] == ["b.tf"]
    assert len(outcome.report.undecided) == 1
    assert desk.run(paths=("a.tf",)).report.undecided == ()


def test_directories_beside_named_files_are_reported_whole(desk):
    desk.write("x/a.tf", "trail a\n")
    desk.write("y/b.tf", "trail b\n")
    desk.write("y/c.tf", "trail c\n")
    assert [f.location.path for f in desk.run(paths=("x", "y/b.tf")).report.findings] == ["x/a.tf", "y/b.tf"]


def test_owners_that_cannot_be_told_leave_the_directory_itself(desk, monkeypatch):
    def raising(sources, directories, changed):
        raise RuntimeError("boom")

    monkeypatch.setattr("obslint.lint.loading.terraform_owners", raising)
    outcome = desk.run("trail a\n", paths=("a.tf",))
    assert seen(outcome) == ["1 unvalidated files are not validated"]
    assert outcome.errors[0].startswith("finding the roots of .: RuntimeError: boom")


def test_the_base_may_be_relative(desk, monkeypatch):
    from pathlib import Path

    from obslint.lint import Request, run

    monkeypatch.chdir(desk.place)
    desk.write("a.tf", "trail a\n")
    outcome = run(Request((Path("a.tf"),), Path()))
    assert [f.location.path for f in outcome.report.findings] == ["a.tf"]


def test_a_named_file_is_never_ignored(desk):
    desk.write(".gitignore", "a.tf\n")
    assert len(desk.run("trail a\n", paths=("a.tf",)).report.findings) == 1
    assert len(desk.run("trail a\n").report.findings) == 0


def test_documents_are_templates_by_content(desk):
    desk.write("t.yaml", "# Resources\nstack a\n")
    desk.write("k8s.yaml", "trail a\n")
    assert [f.location.path for f in desk.run().report.findings] == ["t.yaml"]


def test_a_named_file_of_another_kind_is_mentioned(desk):
    desk.write("notes.txt", "hello")
    desk.write("other.yaml", "a: 1")
    outcome = desk.run(paths=("notes.txt", "other.yaml"))
    assert [(m.path, m.reason) for m in outcome.report.not_analysed] == [("notes.txt", "neither Terraform nor a CloudFormation template")]


def test_a_template_that_is_not_utf_8_is_mentioned(desk):
    desk.write("t.yaml", "Resources: caf\xe9".encode("latin-1"))
    desk.write("u.yaml", "Resources: x".encode("utf-16"))
    desk.write("data.yaml", b"\xff\x00")
    assert [m.path for m in desk.run().report.not_analysed] == ["t.yaml", "u.yaml"]


def test_a_front_end_that_raises_is_reported_and_the_rest_goes_on(desk, monkeypatch):
    def raising(sources, path, inputs, joins):
        raise RuntimeError("boom")

    monkeypatch.setattr("obslint.lint.loading.template_unit", raising)
    desk.write("t.yaml", "Resources")
    outcome = desk.run("trail a\n")
    assert seen(outcome) == ["1 unvalidated files are not validated"]
    assert "loading t.yaml: RuntimeError: boom" in outcome.errors[0]
    assert outcome.report.not_analysed[0].path == "t.yaml"


def test_standard_input(desk):
    outcome = desk.run(paths=(), stdin=b"trail a\n", stdin_name="x.tf")
    assert [(f.location.path, f.location.line) for f in outcome.report.findings] == [("x.tf", 1)]
    assert outcome.files["x.tf"].text == "trail a\n"
    template = desk.run(paths=(), stdin=b"# Resources\nstack a\n", stdin_name="x.yaml")
    assert len(template.report.findings) == 1
    assert desk.run(paths=(), stdin=b"a: 1\n", stdin_name="x.yaml").report.summary.files == 0
    assert desk.run(paths=(), stdin=b"\xff", stdin_name="x.tf").report.not_analysed[0].path == "x.tf"


def test_the_outcome_holds_the_files_for_excerpts(desk):
    assert desk.run("trail a\n").files["a.tf"].text == "trail a\n"


def test_gaps_are_not_analysed(desk):
    from obslint.model import Gap

    unit = load_file(SourceFile("a.tf", "trail a\n"))
    unit.gaps = (Gap("module.x", "it is not here"), Gap("module.x", "it is not here"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("obslint.lint.loading.terraform_units", lambda sources, directories, inputs: (unit,))
        outcome = desk.run("trail a\n")
    assert [(m.path, m.reason) for m in outcome.report.not_analysed] == [("module.x", "it is not here")]
    assert isinstance(Known(1), Known)
