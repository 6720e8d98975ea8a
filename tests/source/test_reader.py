"""Files are read once, and changes lie over them."""

import pytest

from obslint.source import SourceFile, Sources, UnreadableError


def test_a_file_is_read_once(tmp_path):
    path = tmp_path / "a.tf"
    path.write_text("1")
    sources = Sources(tmp_path)
    first = sources.read(path)
    path.write_text("2")
    assert sources.read(path) is first
    assert (first.path, first.text) == ("a.tf", "1")


def test_an_overlay_hides_the_file_and_only_there(tmp_path):
    path = tmp_path / "a.tf"
    path.write_text("1")
    sources = Sources(tmp_path)
    over = sources.over({path: SourceFile("a.tf", "2")})
    assert over.read(path).text == "2"
    assert over.over({}).read(path).text == "2"
    assert sources.read(path).text == "1"


def test_what_is_derived_is_kept_across_overlays(tmp_path):
    path = tmp_path / "a.tf"
    path.write_text("1")
    sources = Sources(tmp_path)
    calls = []

    def derive(file):
        calls.append(file)
        return file.text

    over = sources.over({tmp_path / "b.tf": SourceFile("b.tf", "")})
    assert sources.derived(sources.read(path), "k", derive) == over.derived(over.read(path), "k", derive) == "1"
    assert len(calls) == 1


def test_an_unreadable_file_stays_unreadable(tmp_path):
    sources = Sources(tmp_path)
    with pytest.raises(UnreadableError) as first:
        sources.read(tmp_path / "a.tf")
    (tmp_path / "a.tf").write_text("late")
    with pytest.raises(UnreadableError) as second:
        sources.read(tmp_path / "a.tf")
    assert first.value is second.value


def test_paths_are_shown_relative_to_the_base(tmp_path):
    sources = Sources(tmp_path / "repo")
    assert sources.shown(tmp_path / "repo" / "a" / "b.tf") == "a/b.tf"
    assert sources.shown(tmp_path / "other" / "b.tf") == "../other/b.tf"
    assert sources.absolute(SourceFile("../other/b.tf", "")) == tmp_path / "other" / "b.tf"
