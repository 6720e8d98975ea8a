"""CloudFormation templates, YAML and JSON, as the model sees them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.cloudformation.detect import looks_like_template
from obslint.model import Gap, Inputs, Unit
from obslint.source import SourceFile, Sources, UnreadableError

if TYPE_CHECKING:
    from obslint.cloudformation.joins import Joins
    from obslint.cloudformation.scope import World

__all__ = ["is_left_over", "join_templates", "load_template", "load_template_file", "looks_like_template"]


def load_template(sources: Sources, path: Path, inputs: Inputs | None = None, joins: "Joins | None" = None) -> Unit:
    """The unit of the template at an absolute path. Bad input becomes problems and gaps of the unit, never an exception.

    `joins` holds the other templates of the scan, whose exports it may import.
    """
    try:
        file = sources.read(path)
    except UnreadableError as error:
        shown = sources.shown(path)
        return Unit(shown, "cloudformation", (), (), gaps=(Gap(shown, str(error)),))
    from obslint.cloudformation.assembly import stack_of
    from obslint.cloudformation.given import REGION, given_parameters

    parameters, gaps = given_parameters(sources, inputs) if inputs else ({}, ())
    stack = stack_of(sources, path)
    unit = load_template_file(sources, file, {REGION: stack.region, **parameters} if stack and stack.region else parameters, joins)
    unit.gaps += gaps
    if stack is not None:
        unit.name = stack.name
        for resource in unit.resources:
            resource.construct = stack.constructs.get(resource.address, "")
    return unit


def is_left_over(sources: Sources, path: Path) -> bool:
    """Whether a template lies in a cloud assembly of the CDK that does not deploy it as a stack of its own."""
    from obslint.cloudformation import assembly

    return assembly.is_left_over(sources, path)


def join_templates(sources: Sources, paths: Sequence[Path], inputs: Inputs | None = None) -> "Joins":
    """What the templates among the files leave for each other. None is read before it is asked for."""
    from obslint.cloudformation.given import given_parameters
    from obslint.cloudformation.joins import Joins
    from obslint.cloudformation.parse import parse_template
    from obslint.cloudformation.unit import build_world

    def make(path: Path, prefix: str) -> "World":
        document = sources.derived(sources.read(path), "cloudformation", parse_template)
        world = build_world(document, given_parameters(sources, inputs)[0] if inputs else {}, prefix=prefix)
        world.joins = joins
        return world

    joins = Joins(sources, paths, make)
    return joins


def load_template_file(
    sources: Sources, file: SourceFile, parameters: Mapping[str, str] | None = None, joins: "Joins | None" = None
) -> Unit:
    """The unit of a template that is read already, as one from standard input is. `parameters` are given by name."""
    from obslint.cloudformation.nested import opener
    from obslint.cloudformation.parse import parse_template
    from obslint.cloudformation.unit import build_unit
    from obslint.cloudformation.writer import TemplateWriter

    document = sources.derived(file, "cloudformation", parse_template)
    return build_unit(document, parameters or {}, TemplateWriter, opener(sources, parse_template), joins)
