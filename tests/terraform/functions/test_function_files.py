import json
import os
import shutil
import subprocess

import pytest

from obslint.source import read_source
from obslint.terraform.functions import FileScope, FunctionError, TfSet, UndecidedError, call

FILES = [
    "hello.txt",
    "world.txt",
    "subdirectory/anotherfile.txt",
    "subdirectory/deep/x.json",
    ".hidden",
    "a{b}.txt",
    "a-b.txt",
    "z[1].md",
    "sub/.dot/y",
]

GLOBS = {
    "*": {"hello.txt", "world.txt", ".hidden", "a{b}.txt", "a-b.txt", "z[1].md"},
    "*.txt": {"hello.txt", "world.txt", "a{b}.txt", "a-b.txt"},
    "**": set(FILES),
    "**/*.txt": {"hello.txt", "world.txt", "a{b}.txt", "a-b.txt", "subdirectory/anotherfile.txt"},
    "**/*": set(FILES),
    "sub*/**": {"subdirectory/anotherfile.txt", "subdirectory/deep/x.json", "sub/.dot/y"},
    "subdirectory/**/x.json": {"subdirectory/deep/x.json"},
    "subdirectory/**/anotherfile.txt": {"subdirectory/anotherfile.txt"},
    "*/*": {"subdirectory/anotherfile.txt"},
    "{hello,world}.txt": {"hello.txt", "world.txt"},
    "*/{deep,.dot}/*": {"subdirectory/deep/x.json", "sub/.dot/y"},
    "?ello.txt": {"hello.txt"},
    "[hw]*.txt": {"hello.txt", "world.txt"},
    "[^h]orld.txt": {"world.txt"},
    "[a-h]ello.t*t": {"hello.txt"},
    "a\\{b\\}.txt": {"a{b}.txt"},
    "z\\[1\\].md": {"z[1].md"},
    "*l*l*.txt": {"hello.txt"},
    "./subdirectory/../hello.txt": {"hello.txt"},
    "nothing*": set(),
    "subdirectory": set(),
    "**/**/deep/**": {"subdirectory/deep/x.json"},
    "h**o.txt": {"hello.txt"},
}

NESTED = {"{hello,subdirectory/another{file,}}.txt": {"hello.txt", "subdirectory/anotherfile.txt"}}
"""Terraform refuses nested braces, OpenTofu takes them."""


@pytest.fixture
def scope(tmp_path):
    root = tmp_path / "checkout"
    folder = root / "envs" / "prod"
    for name in FILES:
        path = folder / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n")
    (folder / "hello.txt").write_text("Hello World")
    (folder / "icon.bin").write_bytes(b"\xff\x00\x01")
    (root / "modules").mkdir()
    (root / "modules" / "m.json").write_text('{"é": 1}\r\n')
    (tmp_path / "secret.txt").write_text("secret")
    return FileScope(folder, root / "modules", lambda path: read_source(path).text)


def test_reading(scope):
    assert call("file", ["hello.txt"], scope) == "Hello World"
    assert call("file", ["./files/../hello.txt"], scope) == "Hello World"
    assert call("file", [str(scope.root / "hello.txt")], scope) == "Hello World"
    assert call("filebase64", ["hello.txt"], scope) == "SGVsbG8gV29ybGQ="
    assert call("filebase64", ["icon.bin"], scope) == "/wAB"
    assert call("fileexists", ["hello.txt"], scope) is True
    assert call("fileexists", ["nope.txt"], scope) is False
    assert call("fileexists", ["hello.txt/nope"], scope) is False


@pytest.mark.parametrize("name", ["md5", "sha1", "sha256", "sha512", "base64sha256", "base64sha512"])
def test_hashes_are_those_of_the_content(scope, name):
    assert call(f"file{name}", ["hello.txt"], scope) == call(name, ["Hello World"], None)
    with pytest.raises(UndecidedError, match="no file exists"):
        call(f"file{name}", ["nope"], scope)


def test_what_may_not_be_read(scope, tmp_path):
    os.symlink(tmp_path / "secret.txt", scope.root / "link.txt")
    (scope.root.parent / "other.txt").write_text("other")
    for name in ("../../../secret.txt", "../other.txt", str(tmp_path / "secret.txt"), "link.txt", "/etc/passwd"):
        for function in ("file", "filebase64", "fileexists", "filemd5"):
            with pytest.raises(UndecidedError, match="outside"):
                call(function, [name], scope)
    with pytest.raises(UndecidedError, match="outside"):
        call("fileset", ["../../..", "*"], scope)
    with pytest.raises(UndecidedError, match="home folder"):
        call("file", ["~/.ssh/id_rsa"], scope)
    with pytest.raises(UndecidedError, match="no files can be read"):
        call("file", ["hello.txt"], None)
    assert "link.txt" not in call("fileset", [".", "*"], scope)


def test_files_of_a_module_elsewhere(scope):
    assert call("file", ["../../modules/m.json"], scope) == '{"é": 1}\r\n'
    assert call("fileset", ["../../modules", "*.json"], scope) == ["m.json"]
    with pytest.raises(UndecidedError, match="no file exists"):
        call("file", ["m.json"], scope)


def test_files_beside_the_root_and_the_module(scope):
    checkout = scope.root.parent.parent
    shared = FileScope(scope.root, scope.module, scope.read, checkout)
    (checkout / "policies").mkdir()
    (checkout / "policies" / "p.json").write_text("{}")
    (checkout / ".env").write_text("secret")
    assert call("file", ["../../policies/p.json"], shared) == "{}"
    for name in ("../../.env", "../../../secret.txt"):
        with pytest.raises(UndecidedError, match="outside"):
            call("file", [name], shared)


def test_what_cannot_be_read(scope):
    (scope.root / "big.txt").write_text("x" * (1024 * 1024 + 1))
    with pytest.raises(UndecidedError, match="1,048,577 bytes"):
        call("file", ["big.txt"], scope)
    with pytest.raises(UndecidedError, match="no file exists at nope"):
        call("file", ["nope"], scope)
    with pytest.raises(FunctionError, match="not valid UTF-8"):
        call("file", ["icon.bin"], scope)
    for function in ("file", "fileexists"):
        with pytest.raises(FunctionError, match="directory"):
            call(function, ["files"], scope)
        with pytest.raises(FunctionError):
            call(function, ["a\0b"], scope)
    os.mkfifo(scope.root / "pipe")
    with pytest.raises(FunctionError, match="not a regular file"):
        call("file", ["pipe"], scope)


def test_text_comes_from_the_reader(scope):
    laid_over = FileScope(scope.root, scope.root, lambda path: f"<{path.name}>")
    assert call("file", ["hello.txt"], laid_over) == "<hello.txt>"
    assert laid_over.text("hello.txt") == "<hello.txt>"


@pytest.mark.parametrize(("pattern", "names"), {**GLOBS, **NESTED}.items())
def test_fileset(scope, pattern, names):
    found = call("fileset", ["files", pattern], scope)
    assert isinstance(found, TfSet)
    assert found == sorted(names)


def test_fileset_of_the_documentation(scope):
    assert call("fileset", [".", "files/*o*.txt"], scope) == ["files/hello.txt", "files/world.txt"]
    assert call("fileset", ["nowhere", "*"], scope) == []
    with pytest.raises(UndecidedError, match="leaves"):
        call("fileset", ["files", "../*"], scope)
    for wrong in ("[", "{a", "a\\"):
        with pytest.raises(FunctionError, match="syntax error"):
            call("fileset", ["files", wrong], scope)


def test_fileset_has_bounds(scope, monkeypatch):
    from obslint.terraform.functions import files

    monkeypatch.setattr(files, "MAX_VISITED", 5)
    with pytest.raises(UndecidedError, match="more than 5"):
        call("fileset", ["files", "**"], scope)
    with pytest.raises(UndecidedError, match="too large"):
        call("fileset", ["files", "{a,b}" * 20], scope)
    long = "a" * 200
    (scope.root / "files" / long).write_text("")
    monkeypatch.setattr(files, "MAX_VISITED", 500)
    assert call("fileset", ["files", "*a" * 60 + "b"], scope) == []


@pytest.mark.peer
@pytest.mark.skipif(shutil.which("terraform") is None, reason="terraform is not installed")
def test_terraform_finds_the_same_files(scope):
    calls = ", ".join(f'try(fileset("files", {json.dumps(pattern)}), null)' for pattern in GLOBS)
    result = subprocess.run(
        ["terraform", "console"], input=f"jsonencode([{calls}])", capture_output=True, text=True, cwd=scope.root, check=False
    )
    assert result.stdout, result.stderr
    answers = json.loads(json.loads(result.stdout))
    assert dict(zip(GLOBS, answers, strict=True)) == {pattern: sorted(names) for pattern, names in GLOBS.items()}
