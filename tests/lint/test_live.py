"""Looking again at files that change: what is seen, and how much is done for it."""

import os
from pathlib import Path

import pytest

from obslint.lint import live as module
from obslint.lint.live import Live
from obslint.lint.request import Request, UsageError

GROUP = 'resource "aws_cloudwatch_log_group" "{name}" {{\n  name = "{name}"\n}}\n'
KEPT = GROUP.replace("\n}}", "\n  retention_in_days = {days}\n}}")
RULE = "log-group-never-expires"


@pytest.fixture
def tree(tmp_path):
    (tmp_path / ".git").mkdir()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "main.tf").write_text(GROUP.format(name=name))
    return tmp_path


@pytest.fixture
def whole(monkeypatch):
    """How often everything was read."""
    calls = []
    original = module.examined
    monkeypatch.setattr(module, "examined", lambda *given: (calls.append(1), original(*given))[1])
    return calls


def looking(tree: Path, *paths: str, **more) -> Live:
    return Live(Request(tuple(tree / path for path in paths or ("",)), tree, select=(RULE,), settings=True, **more))


def found(live: Live) -> list[str]:
    return [finding.resource.address.rpartition(".")[2] for finding in live.report().findings if finding.resource]


def write(path: Path, text: str) -> None:
    """Writes a file at a time of its own, as nobody types faster than a disk's clock ticks."""
    ago = path.stat().st_mtime - 10 if path.exists() else None
    path.write_text(text)
    if ago:
        os.utime(path, (ago, ago))


def test_nothing_is_done_when_nothing_changed(tree, whole):
    live = looking(tree)
    assert live.look()
    assert found(live) == ["one", "two"]
    live.look()
    assert not live.look()
    assert len(whole) <= 2


def test_a_changed_file_is_read_alone(tree, whole):
    live = looking(tree)
    live.look()
    entries = {entry.unit.path: entry for entry in live.snapshot.entries}
    before = len(whole)
    write(tree / "one/main.tf", KEPT.format(name="one", days=30))
    assert live.look()
    assert found(live) == ["two"]
    assert len(whole) == before
    assert [entry is entries[entry.unit.path] for entry in live.snapshot.entries] == [False, True]


@pytest.mark.parametrize("name", ["one/more.tf", "three/main.tf"])
def test_new_files_and_directories_are_found(tree, name):
    live = looking(tree)
    live.look()
    (tree / name).parent.mkdir(exist_ok=True)
    write(tree / name, GROUP.format(name="new"))
    assert live.look()
    assert "new" in found(live)
    (tree / name).unlink()
    assert live.look()
    assert "new" not in found(live)


def test_documents_matter_when_they_become_templates(tree, whole):
    write(tree / "data.yaml", "resources: [a]\n")
    live = looking(tree)
    live.look()
    live.look()
    before = len(whole)
    write(tree / "data.yaml", "resources: [a, b]\n")
    live.look()
    assert len(whole) == before
    write(tree / "data.yaml", "Resources:\n  Orders:\n    Type: AWS::Logs::LogGroup\n")
    assert live.look()
    assert "Orders" in found(live)


def test_a_text_read_by_a_function_counts(tree):
    (tree / "one/days.txt").write_text("0")
    write(tree / "one/main.tf", KEPT.format(name="one", days='tonumber(file("${path.module}/days.txt"))'))
    live = looking(tree, "one")
    live.look()
    assert found(live) == ["one"]
    write(tree / "one/days.txt", "30")
    assert live.look()
    assert found(live) == []


def test_settings_count_when_they_come_change_and_go(tree):
    live = looking(tree)
    live.look()
    settings = tree / "one/obslint.toml"
    write(settings, f'ignore = ["{RULE}"]\n')
    assert live.look()
    assert found(live) == ["two"]
    write(settings, "region = 'eu-west-1'\n")
    assert live.look()
    assert found(live) == ["one", "two"]
    write(settings, 'extend = "base.toml"\n')
    write(tree / "one/base.toml", f'ignore = ["{RULE}"]\n')
    assert live.look()
    assert found(live) == ["two"]
    write(tree / "one/base.toml", "")
    assert live.look()
    assert found(live) == ["one", "two"]


def test_wrong_settings_are_said_until_they_are_mended(tree):
    live = looking(tree)
    live.look()
    write(tree / "obslint.toml", "persona = 'nobody'\n")
    with pytest.raises(UsageError, match="persona"):
        live.look()
    assert not live.looked
    write(tree / "obslint.toml", "")
    assert live.look()
    assert found(live) == ["one", "two"]


def test_buffers_win_over_files_and_end(tree, whole):
    live = looking(tree)
    path = tree / "one/main.tf"
    live.look({path: KEPT.format(name="one", days=30)})
    assert found(live) == ["two"]
    before = len(whole)
    assert live.look({path: GROUP.format(name="other")})
    assert found(live) == ["other", "two"]
    assert live.look({})
    assert found(live) == ["one", "two"]
    assert len(whole) == before


def test_a_file_that_is_not_on_the_disk_yet(tree):
    live = looking(tree, "one/main.tf", "one/new.tf", overlay={tree / "one/new.tf": ""})
    live.look({tree / "one/new.tf": GROUP.format(name="new")})
    assert found(live) == ["one", "new"]


def test_what_is_deleted_or_unreadable_ends_nothing(tree):
    (tree / "one/more.tf").write_text("locals {}\n")
    live = looking(tree)
    live.look()
    (tree / "one/main.tf").write_bytes(b"\xff\xfe\x00")
    assert live.look()
    assert found(live) == ["two"]
    assert [one.path for one in live.report().not_analysed] == ["one/main.tf"]
    (tree / "one/main.tf").unlink()
    assert live.look()
    assert live.report().not_analysed == ()


def test_all_is_read_anew_now_and_then(tree, whole, monkeypatch):
    monkeypatch.setattr(module, "MOST_CHANGES", 3)
    live = looking(tree)
    for days in range(1, 8):
        live.look({tree / "one/main.tf": KEPT.format(name="one", days=days)})
    assert len(whole) == 2
    assert found(live) == ["two"]
