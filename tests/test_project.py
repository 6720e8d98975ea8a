"""What holds for the project as a whole: its version, its commands, its documents, the size of its rooms."""

import ast
import importlib.metadata
import importlib.resources
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import obslint
from obslint.lint import registry

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODE = sorted(path for room in ("linter", "rules") for path in (ROOT / room).rglob("*.py"))
FILE_LIMIT, FUNCTION_LIMIT = 300, 60


def commands() -> list[str]:
    """The README's shell commands, in order."""
    blocks = re.findall(r"^```(?:sh|console)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line and not line.startswith("#")]


def test_version_is_the_installed_one() -> None:
    assert importlib.metadata.version("obslint") == obslint.__version__


def test_changelog_speaks_of_the_version() -> None:
    assert re.search(rf"^## \[{re.escape(obslint.__version__)}\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_ci_runs_the_second_command_of_the_readme() -> None:
    last = (ROOT / ".ci/run").read_text(encoding="utf-8").strip().splitlines()[-1]
    as_in_readme = last.replace('"$python"', "python3").replace('"$venv"', ".venv").replace('"$venv/bin/', ".venv/bin/").replace('"', "")
    assert as_in_readme == commands()[1]


def test_commands_of_the_readme_stand_at_its_top() -> None:
    assert README.index(commands()[1]) < 1200
    assert "obslint scan examples" in commands()[0]


def test_every_rule_has_a_page() -> None:
    pages = {path.stem for path in (ROOT / "docs/rules").glob("*.md")} - {"index", "README"}
    assert pages == {rule.id for rule in registry.load()}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= FILE_LIMIT
    assert [f"{name}: {lines} lines" for name, lines in functions(text) if lines > FUNCTION_LIMIT] == []


def functions(text: str) -> Iterator[tuple[str, int]]:
    """Every function and its length in lines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_licence_is_there_and_named() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert importlib.metadata.metadata("obslint")["License-Expression"] == "Apache-2.0"


@pytest.mark.parametrize("package", ["obslint", "obslint_rules"])
def test_types_are_packaged(package: str) -> None:
    assert importlib.resources.files(package).joinpath("py.typed").is_file()


def test_links_between_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md"), *(ROOT / "bench").glob("*.md")]
    broken = [
        f"{document.relative_to(ROOT)}: {target}"
        for document in documents
        for target in links(document)
        if not target_exists(document, target)
    ]
    assert broken == []


def links(document: Path) -> list[str]:
    """The relative targets of a Markdown file's links."""
    targets = re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    return [target for target in targets if not re.match(r"[a-z]+:|#", target)]


def target_exists(document: Path, target: str) -> bool:
    return (document.parent / target.partition("#")[0]).exists()
