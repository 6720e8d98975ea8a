"""The walk leaves out exactly what git leaves out."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from obslint.source.discovery import discover

FILES = [
    "a.json",
    "b.json",
    "a/a.json",
    "a/b.json",
    "a/b/a.json",
    "a/b/b/c.json",
    "b/a/a.json",
    "b/keep.json",
    "c d/x.json",
    "c d/[x].json",
]
SEGMENTS = [
    "a",
    "b",
    "*",
    "**",
    "?",
    "a*",
    "*.json",
    "[ab]",
    "[!a]",
    "[^b]*",
    "[a-c]",
    "\\a",
    "keep.json",
    "a.json",
    "c d",
    "\\[x].json",
    "x\\ ",
]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
ENVIRONMENT = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CEILING_DIRECTORIES": ""}


@st.composite
def lines(draw):
    body = "/".join(draw(st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=3)))
    lead, tail = draw(st.sampled_from(["", "/", "!", "!/", "#", " "])), draw(st.sampled_from(["", "/", " ", "\r"]))
    return lead + body + tail


def tree(root: Path, ignores: dict[str, list[str]]) -> None:
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("{}")
    for name, patterns in ignores.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes("\n".join(patterns).encode())


def listed_by_git(root: Path) -> list[str]:
    command = ["git", "-C", str(root), "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT).stdout.decode().split("\0")
    return sorted(name for name in listed if name.endswith(".json"))


def listed_by_us(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in discover([root]).documents)


@pytest.fixture(scope="module")
def repository():
    with TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", folder], check=True, env=ENVIRONMENT)
        yield Path(folder)


@settings(max_examples=50, deadline=None)
@given(st.lists(lines(), max_size=5), st.lists(lines(), max_size=3), st.lists(lines(), max_size=2))
def test_we_list_what_git_lists(repository, top, nested, excluded):
    tree(repository, {".gitignore": top, "a/.gitignore": nested, ".git/info/exclude": excluded})
    assert listed_by_us(repository) == listed_by_git(repository)


@pytest.mark.parametrize(
    "patterns",
    [
        ["a/**", "!a/b.json"],
        ["*", "!*/", "!*.json"],
        ["/*", "!/b"],
        ["a/", "!a/b.json"],
        ["**/b", "!**/b/c.json"],
        ["a/**/c.json"],
        ["c\\ d/"],
        ["\ufeffa.json"],
        ["/"],
        ["[]b].json", "[a"],
    ],
)
def test_the_known_corners(repository, patterns):
    tree(repository, {".gitignore": patterns, "a/.gitignore": [], ".git/info/exclude": []})
    assert listed_by_us(repository) == listed_by_git(repository)
