"""Whether a YAML or JSON text is a CloudFormation template, told from its top level without parsing it."""

import re

_TYPE = r"""(?<!\w)["']?Type["']?[ \t]*:[ \t]*["']?(?:AWS|Custom|Alexa)::"""
_SERVERLESS = r"""["']?(?:\[[ \t]*)?["']?AWS::"""
_VERSION = "AWSTemplateFormatVersion"

_FIRST_LINE = re.compile(r"^([ \t]*)(?!#|---|%|\s)\S", re.MULTILINE)
_JSON_TOKEN = re.compile(r'"((?:[^"\\\r\n]|\\.)*)"(\s*:)?|[{}\[\]]')
_RESOURCE_TYPE = re.compile(r"(?:AWS|Custom|Alexa)::")


def looks_like_template(text: str) -> bool:
    """Whether the top level says so: a format version, an `AWS::` transform, or resources with CloudFormation types.

    Kubernetes manifests, workflows, compose files, OpenAPI documents and CDK's own manifests do not.
    """
    if "::" not in text and _VERSION not in text:
        return False
    if text.lstrip()[:1] in ("{", "["):
        return _json_top_level(text)
    return _yaml_top_level(text)


def _yaml_top_level(text: str) -> bool:
    first = _FIRST_LINE.search(text)
    if first is None:
        return False
    margin = re.escape(first.group(1))
    if re.search(rf"""^{margin}["']?{_VERSION}["']?[ \t]*:""", text, re.MULTILINE):
        return True
    if re.search(rf"""^{margin}["']?Transform["']?[ \t]*:[ \t]*(?:{_SERVERLESS}|(?:\r?\n[ \t]*-[ \t]*["']?AWS::))""", text, re.MULTILINE):
        return True
    section = re.search(rf"""^{margin}["']?Resources["']?[ \t]*:""", text, re.MULTILINE)
    if section is None:
        return False
    following = re.compile(rf"^{margin}[^\s#-]", re.MULTILINE).search(text, section.end())
    return bool(re.compile(_TYPE).search(text, section.end(), following.start() if following else len(text)))


def _json_top_level(text: str) -> bool:
    """Follows keys and brackets; only a key directly below the root, or `Type` of a resource, counts."""
    unquoted = re.match(rf"\s*\{{\s*(?:{_VERSION}|Transform|Resources)\s*:", text)
    if unquoted:
        return _VERSION in unquoted.group() or bool(re.search(_TYPE, text))
    if not any(f'"{key}"' in text for key in (_VERSION, "Transform", "Resources")):
        return False
    depth, section, key = 0, "", ""
    for token in _JSON_TOKEN.finditer(text):
        if token.group(1) is None:
            depth += 1 if token.group() in "{[" else -1
        elif token.group(2):
            key = token.group(1)
            section = key if depth == 1 else section
            if depth == 1 and key == _VERSION:
                return True
        elif _decides(section, key, depth, token.group(1)):
            return True
    return False


def _decides(section: str, key: str, depth: int, value: str) -> bool:
    """Whether a string value settles that this is a template."""
    if section == "Transform":
        return depth <= 2 and value.startswith("AWS::")
    return section == "Resources" and depth == 3 and key == "Type" and bool(_RESOURCE_TYPE.match(value))
