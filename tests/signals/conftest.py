"""Units made of the files beside the tests, or of a few lines of text."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from obslint.aws import Unit
from obslint.cloudformation import load_template_file
from obslint.source import SourceFile, Sources
from obslint.terraform import load_text

HERE = Path(__file__).parent


def load(name: str, text: str) -> Unit:
    file = SourceFile(name, dedent(text))
    return Unit(load_text(file) if name.endswith(".tf") else load_template_file(Sources(Path.cwd()), file))


@pytest.fixture
def stored() -> Callable[[str], Unit]:
    """A unit of a file beside the tests."""
    return lambda name: load(name, (HERE / name).read_text(encoding="utf-8"))


@pytest.fixture
def hcl() -> Callable[..., Unit]:
    """A unit of HCL text."""
    return lambda text, name="main.tf": load(name, text)


@pytest.fixture
def stack() -> Callable[..., Unit]:
    """A unit of the resources of a YAML template."""
    return lambda text, name="template.yaml": load(
        name, "Resources:\n" + "".join(f"  {line}\n" for line in dedent(text).strip().split("\n"))
    )
