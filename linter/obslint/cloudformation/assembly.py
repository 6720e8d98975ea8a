"""What the AWS CDK writes beside the templates it makes: `manifest.json` says which stacks they are."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from obslint.source import SourceFile, Sources, UnreadableError

_ENVIRONMENT = re.compile(r"aws://(?:\d{12}|unknown-account)/([a-z]{2}(?:-[a-z]+)+-\d)")


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """A stack of a cloud assembly: its name, its region where that is fixed, and the paths of its constructs by logical id."""

    name: str
    region: str = ""
    constructs: Mapping[str, str] = field(default_factory=dict)


Assembly = Mapping[str, Stack]
"""The stacks of a cloud assembly by the names of their template files."""


def assembly_of(sources: Sources, template: Path) -> Assembly | None:
    """The cloud assembly a template lies in; None when there is no manifest of one beside it."""
    try:
        manifest = sources.read(template.parent / "manifest.json")
    except (UnreadableError, OSError):
        return None
    return sources.derived(manifest, "assembly", lambda file: _assembly(sources, file))


def stack_of(sources: Sources, template: Path) -> Stack | None:
    """The stack that a template of a cloud assembly is for."""
    return (assembly_of(sources, template) or {}).get(template.name)


def is_left_over(sources: Sources, template: Path) -> bool:
    """Whether a template lies in a cloud assembly that does not deploy it by itself: a nested stack, or of an earlier synthesis."""
    assembly = assembly_of(sources, template)
    return assembly is not None and template.name not in assembly


def _assembly(sources: Sources, manifest: SourceFile) -> Assembly | None:
    """The stacks in a manifest; None for the manifest of something else."""
    artifacts = _member(_json(manifest), "artifacts")
    if not isinstance(artifacts, dict):
        return None
    found = {}
    for name, artifact in artifacts.items():
        properties = _member(artifact, "properties")
        file = _member(properties, "templateFile")
        if _member(artifact, "type") == "aws:cloudformation:stack" and isinstance(file, str):
            found[file] = _stack(sources, manifest, str(_member(properties, "stackName") or name), artifact)
    return found


def _stack(sources: Sources, manifest: SourceFile, name: str, artifact: Any) -> Stack:
    region = _ENVIRONMENT.fullmatch(str(_member(artifact, "environment")))
    metadata = _member(artifact, "metadata")
    beside = _member(_member(artifact, "properties"), "additionalMetadataFile") or _member(artifact, "additionalMetadataFile")
    if isinstance(beside, str):
        with suppress(UnreadableError, OSError):
            metadata = _json(sources.read(sources.absolute(manifest).parent / beside)) or metadata
    return Stack(name, region.group(1) if region else "", _constructs(metadata))


def _constructs(metadata: Any) -> dict[str, str]:
    """The paths of constructs, by the logical ids that the metadata gives them."""
    found: dict[str, str] = {}
    for path, entries in metadata.items() if isinstance(metadata, dict) else ():
        for entry in entries if isinstance(entries, list) else ():
            if _member(entry, "type") == "aws:cdk:logicalId" and isinstance(_member(entry, "data"), str):
                found[entry["data"]] = path.removeprefix("/")
    return found


def _json(file: SourceFile) -> Any:
    try:
        return json.loads(file.text)
    except (ValueError, RecursionError):
        return None


def _member(data: Any, name: str) -> Any:
    return data.get(name) if isinstance(data, dict) else None
