"""Files are replaced as a whole, and diffs are ones that git reads."""

import os
import subprocess

import pytest

from obslint.lint.writing import unified_diff, write_atomically
from obslint.source import SourceFile, Sources


def test_a_failed_write_leaves_the_file(tmp_path, monkeypatch):
    path = tmp_path / "a.tf"
    path.write_text("old")

    def failing(one, other):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", failing)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.tf"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb", "a\nb\nc"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\x0cb\u2028c\n", "a\x0cb\u2028d\n"),
        ("", "a\n"),
        ("a\n", ""),
        ("a\n", "a"),
    ],
)
def test_git_applies_the_diff(tmp_path, old, new):
    path = tmp_path / "sub" / "a.tf"
    path.parent.mkdir()
    path.write_bytes(old.encode())
    diff = unified_diff(Sources(tmp_path), {path: SourceFile("sub/a.tf", new)})
    subprocess.run(["git", "apply", "-"], input=diff.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == new.encode()
