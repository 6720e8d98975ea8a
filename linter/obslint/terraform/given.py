"""The values that variables of a root are given: by variable files, on the command line, in the environment."""

from typing import TYPE_CHECKING

from obslint.model import Gap, Inputs, Known, Problem, Reference, Step, Unknown, Value, via
from obslint.source import Place, SourceFile, Span, UnreadableError
from obslint.terraform.ast import Name
from obslint.terraform.config import Config, parse, variable_files
from obslint.terraform.evaluate import evaluate
from obslint.terraform.module import Argument, Module
from obslint.terraform.scope import Scope
from obslint.terraform.values import NotPlainError, from_data, to_data

if TYPE_CHECKING:
    from pathlib import Path

    from obslint.terraform.tree import Tree

NO_INPUTS = Inputs()


def given_values(tree: "Tree", config: Config, inputs: Inputs) -> tuple[dict[str, Argument], list[Problem]]:
    """What sets variables, lowest first: TF_VAR_*, terraform.tfvars, *.auto.tfvars, --var-file, --var."""
    given: dict[str, Argument] = {}
    problems: list[Problem] = []
    for name, text in inputs.environment.items():
        given[name] = _spoken(tree, config, name, text, f"TF_VAR_{name}")
    for path in (*variable_files(tree.root), *inputs.var_files):
        problems += _read_file(tree, path, given)
    for name, text in inputs.variables:
        given[name] = _spoken(tree, config, name, text, f"--var {name}")
    return given, problems


def _read_file(tree: "Tree", path: "Path", given: dict[str, Argument]) -> tuple[Problem, ...]:
    try:
        file = tree.sources.read(path)
    except UnreadableError as error:
        tree.gaps.append(Gap(tree.sources.shown(path), str(error)))
        return ()
    body, problems = parse(tree.sources, file)
    scope = Scope(Module(tree, Config(tree.root)), file)
    for name, attribute in body.attributes.items():
        step = Step(f"{file.path} sets this", Place(file, attribute.span), Reference(f"var.{name}"))
        given[name] = _constant(evaluate(attribute.expr, scope), step)
    return problems


def _constant(value: Value, step: Step) -> Argument:
    return lambda: via(value, step)


def _spoken(tree: "Tree", config: Config, name: str, text: str, source: str) -> Argument:
    """A value from outside of all files, which no place in them decides: text for a string, an expression otherwise."""
    block = config.variables.get(name)
    wanted = block.body.attributes.get("type") if block else None
    if wanted is None or (isinstance(wanted.expr, Name) and wanted.expr.name in {"string", "any"}):
        return lambda: Known(text)
    from obslint.terraform.syntax import parse_expression

    file = SourceFile(source, text)
    value = evaluate(parse_expression(file, text, Span(0, len(text))), Scope(Module(tree, Config(tree.root)), file))
    try:
        plain = from_data(to_data(value), None)
    except NotPlainError as error:
        why = f"{source} is not a value: {getattr(error.value, 'why', 'it refers to something')}"
        return lambda: Unknown(why)
    return lambda: plain
