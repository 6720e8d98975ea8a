"""A file as a syntax tree, whichever of the two notations it is in."""

from obslint.cloudformation.jsonform import parse_json_template
from obslint.cloudformation.tree import Document
from obslint.source import SourceFile


def parse_template(file: SourceFile) -> Document:
    """The tree of a template. What starts with a brace is JSON; when it is not valid JSON it may still be YAML in flow style."""
    from obslint.cloudformation.yamlform import parse_yaml_template

    if not file.text.lstrip().startswith("{"):
        return parse_yaml_template(file)
    document = parse_json_template(file)
    if document.root is not None or file.path.endswith(".json"):
        return document
    flow = parse_yaml_template(file)
    return flow if flow.root is not None or file.path.endswith((".yaml", ".yml")) else document
