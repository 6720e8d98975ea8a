"""What a search finds and leaves out."""

import os
from pathlib import Path

import pytest

from obslint.source.discovery import discover, is_terraform, repository_of


@pytest.fixture
def make(tmp_path):
    def make(*names: str, text: str = "") -> Path:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    return make


def shown(root: Path, paths) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


@pytest.mark.parametrize("name", ["a.tf", "a.tofu", "a.tf.json", "a.tofu.json"])
def test_configuration_makes_a_directory_of_terraform(make, name):
    root = make(f"infra/{name}", "other/readme.md")
    found = discover([root])
    assert shown(root, found.directories) == ["infra"]
    assert found.documents == ()


@pytest.mark.parametrize("name", ["a.tfvars", "a.tofuvars", "a.tfvars.json", "a.auto.tofuvars.json"])
def test_variable_files_alone_make_nothing(make, name):
    found = discover([make(name)])
    assert (found.directories, found.documents) == ((), ())
    assert is_terraform(name)


def test_documents_are_yaml_json_and_template(make):
    root = make("a.yaml", "b.yml", "c.json", "d.template", "e.txt")
    assert shown(root, discover([root]).documents) == ["a.yaml", "b.yml", "c.json", "d.template"]


@pytest.mark.parametrize(
    "name",
    [".terraform/modules/x", ".git", "node_modules/p", ".terragrunt-cache/z", "cdk.out/asset.0f3", "env/lib", "__pycache__"],
)
def test_other_peoples_code_is_left_out(make, name):
    root = make(f"{name}/main.tf", f"{name}/t.yaml", "env/pyvenv.cfg")
    found = discover([root])
    assert (found.directories, found.documents) == ((), ())


def test_cdk_output_itself_is_searched(make):
    root = make("cdk.out/app.template.json", "src/asset.x/a.json")
    assert shown(root, discover([root]).documents) == ["cdk.out/app.template.json", "src/asset.x/a.json"]


def test_hidden_and_backup_files_do_not_count_as_configuration(make):
    assert discover([make(".a.tf", "b.tf~")]).directories == ()


def test_ignore_files_above_the_directory_count(make):
    root = make("infra/a.yaml", "infra/b.yaml", ".git/HEAD")
    (root / ".gitignore").write_text("b.yaml\n")
    assert shown(root, discover([root / "infra"]).documents) == ["infra/a.yaml"]


def test_a_directory_that_is_named_is_searched_even_when_ignored(make):
    root = make("build/a.yaml", "build/sub/b.yaml", ".git/HEAD")
    (root / ".gitignore").write_text("build/\n*.yaml\n")
    assert shown(root, discover([root / "build"]).documents) == ["build/a.yaml", "build/sub/b.yaml"]
    assert discover([root]).documents == ()


def test_the_rules_of_an_outer_repository_end_at_an_inner_one(make):
    root = make("inner/.git/HEAD", "inner/a.yaml", "b.yaml", ".git/HEAD")
    (root / ".gitignore").write_text("*.yaml\n")
    assert shown(root, discover([root]).documents) == ["inner/a.yaml"]


def test_the_rules_of_a_submodule_end_too(make):
    root = make("sub/a.yaml", ".git/HEAD")
    (root / "sub" / ".git").write_text("gitdir: ../.git/modules/sub\n")
    (root / ".gitignore").write_text("*.yaml\n")
    assert shown(root, discover([root]).documents) == ["sub/a.yaml"]


def test_links_to_directories_are_not_followed_and_links_to_files_are(make):
    root = make("a/main.tf", "t.yaml")
    os.symlink(root, root / "a" / "loop", target_is_directory=True)
    os.symlink(root / "t.yaml", root / "a" / "u.yaml")
    os.symlink(root / "a", root / "directory.yaml", target_is_directory=True)
    os.symlink(root / "nowhere", root / "broken.yaml")
    found = discover([root])
    assert shown(root, found.directories) == ["a"]
    assert shown(root, found.documents) == ["a/u.yaml", "broken.yaml", "t.yaml"]


def test_a_path_given_twice_is_searched_once(make):
    root = make("a/t.yaml")
    assert shown(root, discover([root, root / "a", root / "."]).documents) == ["a/t.yaml"]


def test_a_directory_that_cannot_be_listed_is_said(tmp_path):
    found = discover([tmp_path / "missing"])
    assert found.unlisted == ((tmp_path / "missing", "No such file or directory"),)


def test_the_repository_is_the_nearest_one(make):
    root = make("a/.git/HEAD", "a/b/c/x.tf")
    assert repository_of(root / "a/b/c") == root / "a"
    assert repository_of(root / "a") == root / "a"
