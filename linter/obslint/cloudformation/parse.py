"""A file as a syntax tree, whichever of the two notations it is in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from obslint.cloudformation.jsonform import parse_json_template
from obslint.cloudformation.tree import Document
from obslint.source import SourceFile


def parse_template(file: SourceFile) -> Document:
    """The tree of a template. What starts with a brace is JSON; when it is not valid JSON it may still be YAML in flow style."""
    with _without_collection():
        if not file.text.lstrip().startswith("{"):
            return _yaml(file)
        document = parse_json_template(file)
        if document.root is not None or file.path.endswith(".json"):
            return document
        flow = _yaml(file)
        return flow if flow.root is not None or file.path.endswith((".yaml", ".yml")) else document


def _yaml(file: SourceFile) -> Document:
    from obslint.cloudformation.yamlform import parse_yaml_template

    return parse_yaml_template(file)


@contextmanager
def _without_collection() -> Iterator[None]:
    """A tree is many small objects and no garbage: looking for some while it grows takes as long as parsing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
