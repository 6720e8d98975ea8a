"""What a change brings: base and head compared through git's objects."""

import os
import subprocess

import pytest
from toy_rules import seen

from obslint.lint import UsageError
from obslint.lint.history import Repository
from obslint.lint.request import FixMode

SHORT = "trail {name}\n  validate = true\n  days = {days}\n"
GOOD = "trail good\n  validate = true\n  days = 400\n"


def bad(name, days=1):
    return SHORT.format(name=name, days=days)


@pytest.fixture
def git(desk):
    def call(*arguments):
        own = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main")
        done = subprocess.run(["git", "-C", desk.place, *own, *arguments], capture_output=True, text=True, check=True)
        return done.stdout.strip()

    call("init", "-q")
    return call


@pytest.fixture
def commit(git):
    def call(message="x"):
        git("add", "-A")
        git("commit", "-q", "--allow-empty", "-m", message)
        return git("rev-parse", "HEAD")

    return call


def told(outcome):
    change = outcome.report.change
    return change.introduced, sorted(one.resource.address for one in change.mended if one.resource), change.present


def test_only_what_is_new_is_reported_wherever_the_old_stands_now(desk, commit):
    desk.write("a.tf", bad("old"))
    base = commit()
    desk.write("a.tf", "# moved down\n\n" + bad("new", 2) + bad("old"))
    outcome = desk.run(since=base)
    assert seen(outcome) == ["5 short-lived kept for 2 days"]
    assert told(outcome) == (1, [], 1)
    assert outcome.changed == {"a.tf": frozenset(range(1, 6))}


def test_what_was_mended_or_deleted_is_told_with_its_old_place(desk, commit):
    desk.write("a.tf", bad("old") + bad("other"))
    base = commit()
    desk.write("a.tf", bad("old", 400))
    outcome = desk.run(since=base)
    assert seen(outcome) == []
    assert told(outcome) == (0, ["trail.old", "trail.other"], 0)
    assert [(one.location.path, one.location.line, one.rule, one.severity) for one in outcome.report.change.mended] == [
        ("a.tf", 3, "short-lived", "warning"),
        ("a.tf", 6, "short-lived", "warning"),
    ]


def test_the_base_is_where_the_branch_left(desk, git, commit):
    desk.write("a.tf", bad("old"))
    fork = commit()
    git("branch", "topic")
    desk.write("b.tf", bad("later"))
    commit()
    git("checkout", "-q", "topic")
    outcome = desk.run(since="main")
    assert outcome.report.change.commit == fork
    assert told(outcome) == (0, [], 1), "what came to main later is not mended by this branch"


def test_neither_work_tree_nor_index_change(desk, git, commit):
    desk.write("a.tf", bad("old"))
    base = commit()
    desk.write("a.tf", bad("old") + bad("new"))
    desk.write("untracked.tf", GOOD)
    before = git("status", "--porcelain=v2"), (desk.place / ".git/index").read_bytes(), sorted(os.listdir(desk.place))
    desk.run(since=base)
    assert before == (git("status", "--porcelain=v2"), (desk.place / ".git/index").read_bytes(), sorted(os.listdir(desk.place)))


def test_a_unit_that_moved_brings_nothing_new(desk, git, commit):
    desk.write("old/a.tf", bad("one"))
    base = commit()
    git("mv", "old", "new")
    assert told(desk.run(since=base)) == (0, [], 1)


def test_a_copy_is_new(desk, commit):
    desk.write("old/a.tf", bad("one"))
    base = commit()
    desk.write("new/a.tf", bad("one"))
    assert told(desk.run(since=base)) == (1, [], 1)


def test_a_resource_that_gets_instances_brings_nothing_new(desk, commit):
    desk.write("a.tf", bad("one"))
    base = commit()
    desk.write("a.tf", bad("one [x]"))
    assert told(desk.run(since=base)) == (0, [], 1)


def test_an_exception_accepts_and_does_not_mend(desk, commit):
    desk.write("a.tf", bad("one"))
    base = commit()
    desk.write("a.tf", '# obslint: ignore[short-lived] reason="a test"\n' + bad("one"))
    outcome = desk.run(since=base)
    assert told(outcome) == (0, [], 0)
    assert outcome.report.change.accepted == 1


def test_a_finding_is_new_when_its_exception_goes(desk, commit):
    desk.write("a.tf", '# obslint: ignore[short-lived] reason="a test"\n' + bad("one"))
    base = commit()
    desk.write("a.tf", bad("one"))
    assert told(desk.run(since=base)) == (1, [], 0)


def test_what_cannot_be_decided_any_more_is_not_mended(desk, commit):
    desk.write("a.tf", bad("one"))
    base = commit()
    desk.write("a.tf", bad("one", "$DAYS"))
    outcome = desk.run(since=base)
    assert told(outcome) == (0, [], 0)
    assert outcome.report.change.undecided == 1


def test_settings_of_now_judge_both(desk, commit):
    desk.write("a.tf", bad("one"))
    desk.write("obslint.toml", 'ignore = ["short-lived"]\n')
    base = commit()
    desk.write("obslint.toml", "")
    assert told(desk.run(since=base, settings=True)) == (0, [], 1)


def test_a_file_that_did_not_parse_is_spoken_of_when_it_was_changed(desk, commit):
    desk.write("a.tf", "broken\n")
    desk.write("b.tf", "broken\n")
    base = commit()
    desk.write("b.tf", "broken\n\n")
    outcome = desk.run(since=base)
    assert [(one.rule, one.location.path) for one in outcome.report.findings] == [("syntax-error", "b.tf")]


def test_fixes_are_for_what_is_new(desk, commit):
    desk.write("a.tf", "trail old\n  days = 400\n")
    base = commit()
    desk.write("a.tf", "trail old\n  days = 400\ntrail new\n  days = 400\n")
    outcome = desk.run(since=base, fix=FixMode.SAFE, write=True)
    assert outcome.report.summary.fixed == 1
    assert desk.read() == "trail old\n  days = 400\ntrail new\n  validate = true\n  days = 400\n"


def test_named_files_and_a_directory_below(desk, commit):
    desk.write("sub/a.tf", bad("one"))
    desk.write("sub/b.tf", bad("two"))
    base = commit()
    desk.write("sub/b.tf", bad("two") + bad("three"))
    assert told(desk.run(since=base, paths=("sub/b.tf",))) == (1, [], 1)
    assert told(desk.run(since=base, paths=("sub",))) == (1, [], 2)


def test_what_was_not_there_then_is_all_new(desk, commit):
    desk.write("a.tf", GOOD)
    base = commit()
    desk.write("new/b.tf", bad("one"))
    assert told(desk.run(since=base, paths=("new",))) == (1, [], 0)


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD:a.tf", ""])
def test_no_commit(desk, commit, ref):
    desk.write("a.tf", GOOD)
    commit()
    if ref:
        with pytest.raises(UsageError, match="is no commit of"):
            desk.run(since=ref)
    else:
        assert desk.run(since=ref).report.change is None


def test_outside_of_a_repository(desk):
    desk.write("a.tf", GOOD)
    with pytest.raises(UsageError, match="in one git repository"):
        desk.run(since="HEAD")


def test_git_that_is_not_there(desk, commit, monkeypatch):
    desk.write("a.tf", GOOD)
    commit()
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="git cannot be run"):
        desk.run(since="HEAD")


def test_a_copy_of_a_commit(desk, git, commit, tmp_path_factory):
    desk.write("a b/ü\n.tf", "x\n")
    desk.write("data.bin", bytes(range(256)))
    desk.write("big.bin", b"\0" * (5 * 1024 * 1024))
    (desk.place / "link").symlink_to("a b")
    base = commit()
    target = tmp_path_factory.mktemp("copy")
    assert Repository(desk.place).copy(base, target) == []
    assert (target / "a b/ü\n.tf").read_text() == "x\n"
    assert (target / "data.bin").read_bytes() == bytes(range(256))
    assert (target / "link").readlink().as_posix() == "a b"
    assert not (target / "big.bin").exists()


def test_a_partial_clone_says_what_it_lacks_and_how_to_get_it(desk, git, commit, tmp_path_factory):
    desk.write("a.tf", bad("old"))
    desk.write("notes.txt", "then")
    base = commit()
    desk.write("notes.txt", "now")
    middle = commit()
    desk.write("a.tf", bad("new"))
    commit()
    git("config", "uploadpack.allowFilter", "true")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    clone = tmp_path_factory.mktemp("clone")
    subprocess.run(["git", "clone", "-q", "--filter=blob:none", f"file://{desk.place}", clone], capture_output=True, check=True)
    partial = Repository(clone)
    with pytest.raises(UsageError, match=r"a\.tf of the earlier commit cannot be read.*--refetch --no-filter"):
        partial.copy(base, tmp_path_factory.mktemp("copy"))
    subprocess.run(["git", "-C", clone, "show", f"{middle}:a.tf"], capture_output=True, check=True)
    target = tmp_path_factory.mktemp("copy")
    assert partial.copy(base, target) == [("notes.txt", "data that this clone does not have")]
    assert (target / "a.tf").read_text() == bad("old")


def test_objects_that_are_lost(desk, git, commit, tmp_path_factory):
    desk.write("a.tf", bad("old"))
    desk.write("notes.txt", "then")
    desk.write("other.txt", "then too")
    base = commit()
    for path in ("notes.txt", "other.txt"):
        name = git("hash-object", path)
        (desk.place / ".git" / "objects" / name[:2] / name[2:]).unlink()
    told = Repository(desk.place).copy(base, tmp_path_factory.mktemp("copy"))
    assert told == [("notes.txt", "data that this clone does not have (1 more like it)")]
    name = git("hash-object", "a.tf")
    (desk.place / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with pytest.raises(UsageError, match=r"a\.tf of the earlier commit cannot be read"):
        Repository(desk.place).copy(base, tmp_path_factory.mktemp("copy"))


def test_a_malicious_commit_writes_nowhere_else(desk, git, commit, tmp_path_factory):
    """Git refuses such trees when it checks; one that was made by hand must not get out of its place."""
    outside = tmp_path_factory.mktemp("outside")
    desk.write("evil", str(outside))
    blob = git("hash-object", "-w", "evil")

    def tree(*rows):
        done = subprocess.run(
            ["git", "-C", desk.place, "mktree", "--missing"], input="".join(f"{row}\n" for row in rows), capture_output=True, text=True
        )
        return done.stdout.strip()

    inner = tree(f"100644 blob {blob}\tpwned")
    top = tree(f"120000 blob {blob}\ta", f"040000 tree {inner}\ta", f"040000 tree {inner}\t..", f"040000 tree {inner}\t.git")
    if not top:
        pytest.skip("this git makes no such tree")
    made = git("commit-tree", "-m", "x", top)
    target = tmp_path_factory.mktemp("copy") / "inner"
    target.mkdir()
    Repository(desk.place).copy(made, target)
    assert list(outside.iterdir()) == []
    assert [path.name for path in target.parent.iterdir()] == ["inner"]
    assert not (target / ".git").exists()


def test_hooks_of_git_do_not_bind_us(desk, commit, monkeypatch, tmp_path_factory):
    desk.write("a.tf", bad("one"))
    base = commit()
    monkeypatch.setenv("GIT_DIR", str(tmp_path_factory.mktemp("other")))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert told(desk.run(since=base)) == (0, [], 1)


def test_values_that_git_ignores_count_for_the_base_too(desk, commit, tmp_path_factory):
    from obslint.lint.history import furnish

    desk.write(".gitignore", "*.tfvars\n.terraform\n")
    desk.write("root/a.tf", "x\n")
    base = commit()
    desk.write("root/local.tfvars", "a = 1\n")
    desk.write("root/.terraform/modules/modules.json", "{}")
    target = tmp_path_factory.mktemp("copy")
    Repository(desk.place).copy(base, target)
    furnish(Repository(desk.place), target)
    assert (target / "root/local.tfvars").read_text() == "a = 1\n"
    assert (target / "root/.terraform/modules/modules.json").read_text() == "{}"


def test_a_baseline_counts_beside_it(desk, commit):
    from obslint.lint.baseline import read_baseline, written
    from obslint.lint.known import Known

    desk.write("a.tf", bad("known") + bad("old"))
    base = commit()
    desk.write("a.tf", bad("known") + bad("new"))
    path = desk.write("obslint-baseline.json", written([Known("short-lived", "a.tf", "trail.new", "days")]))
    outcome = desk.run(since=base, baseline=read_baseline(path))
    assert told(outcome) == (0, ["trail.old"], 1)
    assert outcome.report.summary.baseline == 1
