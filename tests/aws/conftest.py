"""Units made of a few lines of text."""

from pathlib import Path
from textwrap import dedent

import pytest
from aws_support import Make

from obslint.aws import Unit
from obslint.cloudformation import load_template_file
from obslint.source import SourceFile, Sources
from obslint.terraform import load_text


@pytest.fixture
def terraform() -> Make:
    """A unit of HCL text."""
    return lambda text: Unit(load_text(SourceFile("main.tf", dedent(text))))


@pytest.fixture
def template() -> Make:
    """A unit of the resources of a YAML template."""

    def make(text: str) -> Unit:
        body = "Resources:\n" + "".join(f"  {line}\n" for line in dedent(text).strip().splitlines())
        return Unit(load_template_file(Sources(Path.cwd()), SourceFile("template.yaml", body)))

    return make
