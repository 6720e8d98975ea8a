"""Baselines: what they hold, what they leave out, and what is said about them."""

import subprocess

import pytest
from toy_rules import seen

from obslint.lint import UsageError
from obslint.lint.baseline import NAME, read_baseline, written
from obslint.lint.baselining import changed_baseline
from obslint.lint.known import Known
from obslint.lint.request import Request

TRAIL = "trail a\n  days = 1\n"
OTHER = "trail b\n  days = 2\n"


def change(desk, way="create", paths=(".",), **request):
    path = desk.place / NAME
    found = changed_baseline(Request(tuple(desk.place / one for one in paths), desk.place, **request), path, way)
    assert found.errors == ()
    path.write_text(written(found.entries))
    return sorted((one.rule, one.unit, one.address, one.attribute) for one in found.entries)


def scan(desk, **request):
    return desk.run(baseline=read_baseline(desk.place / NAME), **request)


def test_what_is_known_is_left_out_wherever_it_stands(desk):
    desk.write("a.tf", TRAIL)
    assert change(desk) == [("short-lived", "a.tf", "trail.a", "days"), ("unvalidated", "a.tf", "trail.a", "validate")]
    desk.write("a.tf", f"\n\n{OTHER}{TRAIL}")
    outcome = scan(desk, ignore=("unvalidated",))
    assert seen(outcome) == ["4 short-lived kept for 2 days"]
    assert (outcome.report.summary.baseline, outcome.report.summary.baseline_gone) == (1, 0)


def test_units_count_from_the_baseline_and_not_from_where_one_stands(desk):
    desk.write("sub/a.tf", TRAIL)
    change(desk)
    outcome = scan(desk, paths=("sub",))
    assert seen(outcome) == []
    assert outcome.report.summary.baseline == 2


def test_what_no_longer_occurs_is_counted_and_pruned(desk):
    desk.write("a.tf", TRAIL + OTHER)
    change(desk)
    desk.write("a.tf", TRAIL)
    assert scan(desk).report.summary.baseline_gone == 2
    desk.write("a.tf", TRAIL + "trail c\n  days = 3\n")
    assert {one[2] for one in change(desk, "prune")} == {"trail.a"}
    assert {one[2] for one in change(desk, "update")} == {"trail.a", "trail.c"}


def test_a_unit_that_is_gone_is_pruned_when_its_place_is_searched(desk):
    desk.write("x/a.tf", TRAIL)
    desk.write("y/b.tf", OTHER)
    change(desk)
    (desk.place / "x/a.tf").unlink()
    assert {one[1] for one in change(desk, "prune", ("y",))} == {"x/a.tf", "y/b.tf"}
    assert {one[1] for one in change(desk, "prune")} == {"y/b.tf"}


def test_rules_that_are_off_keep_their_entries(desk):
    desk.write("a.tf", TRAIL)
    before = change(desk)
    assert change(desk, "prune", select=("unstarred",)) == before
    assert scan(desk, select=("unstarred",)).report.summary.baseline_gone == 0


def test_so_do_those_that_cannot_decide(desk):
    desk.write("a.tf", TRAIL)
    before = change(desk, ignore=("unvalidated",))
    desk.write("a.tf", "trail a\n  days = $DAYS\n")
    assert change(desk, "prune", ignore=("unvalidated",)) == before


def test_what_is_accepted_needs_no_entry(desk):
    desk.write("a.tf", f'# obslint: ignore[short-lived] reason="x"\n{TRAIL}')
    assert [one[0] for one in change(desk)] == ["unvalidated"]


def test_files_that_do_not_parse_are_never_known(desk):
    desk.write("a.tf", "broken\n")
    assert change(desk) == []
    assert [one.rule for one in scan(desk).report.findings] == ["syntax-error"]


def test_the_baseline_of_the_settings(desk):
    desk.write("a.tf", TRAIL)
    change(desk)
    desk.write("obslint.toml", f'baseline = "{NAME}"\n')
    assert seen(desk.run(settings=True)) == []
    assert len(seen(desk.run(settings=True, no_baseline=True))) == 2


def test_one_of_the_settings_that_is_not_there(desk):
    desk.write("obslint.toml", '\nbaseline = "gone.json"\n')
    with pytest.raises(UsageError, match=r"obslint\.toml:2: there is no baseline .*gone\.json"):
        desk.run(TRAIL, settings=True)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "{}",
        '{"version": 2, "findings": []}',
        '{"version": 1, "findings": [{"rule": "x"}]}',
        "[" * 9999,
        '{"version": 1, "findings": [3]}',
    ],
)
def test_a_file_that_is_no_baseline(desk, text):
    path = desk.write(NAME, text)
    with pytest.raises(UsageError, match=NAME):
        read_baseline(path)


ENTRIES = [Known("r", ".", f"trail.{name}", "days") for name in "bdf"]


def test_the_order_of_writing_does_not_matter(tmp_path):
    assert written(ENTRIES) == written([*reversed(ENTRIES), ENTRIES[0]])
    (tmp_path / NAME).write_text(written(ENTRIES))
    assert read_baseline(tmp_path / NAME).entries == frozenset(ENTRIES)


@pytest.mark.parametrize(("ours", "theirs"), [("a", "g"), ("c", "c"), ("g", "h"), ("a", "b2")])
def test_git_merges_what_two_branches_add(tmp_path, ours, theirs):
    def write(name, *more):
        (tmp_path / name).write_text(written([*ENTRIES, *(Known("r", ".", f"trail.{one}", "days") for one in more)]))

    write("base")
    write("ours", ours)
    write("theirs", theirs)
    subprocess.run(["git", "merge-file", "--union", "ours", "base", "theirs"], cwd=tmp_path, check=True)
    assert {one.address for one in read_baseline(tmp_path / "ours").entries} == {f"trail.{one}" for one in ("b", "d", "f", ours, theirs)}


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_a_conflict_holds_what_both_sides_know(tmp_path, style):
    for name, more in {"base": "b", "ours": "ac", "theirs": "ad"}.items():
        (tmp_path / name).write_text(written(Known("r", ".", f"trail.{one}", "days") for one in more))
    merged = subprocess.run(
        ["git", "-c", f"merge.conflictStyle={style}", "merge-file", "ours", "base", "theirs"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
    )
    assert merged.returncode == 1, "there is a conflict"
    with pytest.raises(UsageError, match="obslint baseline prune keeps"):
        read_baseline(tmp_path / "ours")
    assert {one.address for one in read_baseline(tmp_path / "ours", merging=True).entries} == {f"trail.{one}" for one in "acd"}


def test_fixes_leave_known_findings_alone(desk):
    from obslint.lint import FixMode

    desk.write("a.tf", "trail a\n  validate = false\n")
    change(desk)
    desk.write("a.tf", "trail a\n  validate = false\ntrail b\n  validate = false\n")
    scan(desk, fix=FixMode.SAFE, write=True)
    assert desk.read() == "trail a\n  validate = false\ntrail b\n  validate = true\n"
