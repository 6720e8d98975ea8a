"""What goes into a module call and what comes out of it, for all its instances."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from obslint.model import Export, Known, Reference, Step, Unknown, Value
from obslint.source import Place
from obslint.terraform.ast import Block
from obslint.terraform.depth import TOO_DEEP
from obslint.terraform.evaluate import evaluate
from obslint.terraform.expand import Expansion, expand
from obslint.terraform.scope import Scope
from obslint.terraform.values import Many, fields_of, hop

if TYPE_CHECKING:
    from obslint.terraform.module import Module

Argument = Callable[[], Value]
_CALL_META = frozenset({"source", "version", "count", "for_each", "providers", "depends_on"})


def arguments(name: str, block: Block, scope: Scope, prefix: str = "") -> dict[str, Argument]:
    """What a call passes, evaluated in the scope of the caller when it is asked for; `prefix` is that of the called module."""

    def passed(key: str) -> Argument:
        attribute = block.body.attributes[key]
        step = Step(f'module "{name}" passes this', Place(attribute.file, attribute.span), Reference(f"{prefix}var.{key}"))
        return lambda: hop(evaluate(attribute.expr, scope.with_file(attribute.file)), step)

    return {key: passed(key) for key in block.body.attributes if key not in _CALL_META}


def gathered(expansion: Expansion, values: Sequence[Value], block: Block) -> Value:
    """The value of a whole resource or module: one thing, a list, a map, or any of an unknown number."""
    place = Place(block.file, block.header)
    if expansion.unknown is not None:
        doubt = expansion.unknown
        generic = values[0] if len(values) == 1 else Unknown(doubt.why, mentions=doubt.mentions, place=doubt.place)
        if expansion.kind == "each":
            by_key = {each.key: value for each, value in zip(expansion.instances, values, strict=True)}
            return Many(doubt.why, generic=generic, by_key=by_key, mentions=doubt.mentions, place=doubt.place)
        return Many(doubt.why, generic=generic, counts=expansion.counts, mentions=doubt.mentions, place=doubt.place)
    if expansion.kind == "single":
        return values[0]
    if expansion.kind == "count":
        return Known(tuple(values), place=place)
    return fields_of({each.key: value for each, value in zip(expansion.instances, values, strict=True)}, place)


def exports(module: "Module") -> Iterator[Export]:
    """Arguments of modules that were not read, and values put where other code reads them."""
    for name, block in module.config.calls.items():
        if isinstance(module.children(name), Unknown):
            yield from _handed(module, name, block)
    for kind, name in module.config.resources:
        if kind in {"aws_ssm_parameter", "aws_secretsmanager_secret_version"}:
            for resource in module.instances(kind, name)[1]:
                for key in ("value", "insecure_value", "secret_string"):
                    if key in resource.fields:
                        yield Export(f"{resource.address}", resource.fields[key], resource.header)


def _handed(module: "Module", name: str, block: Block) -> Iterator[Export]:
    """The arguments of every instance of a call whose code was not read."""
    unlisted = Expansion("unknown", (), Unknown(TOO_DEEP))
    expansion = module.evaluation.run(lambda: expand(block.body, module.scope(block)), lambda: unlisted)
    made = {one.address: one for one in module.unread.get(name, ())}
    for instance in expansion.instances:
        taker = made.get(f"{module.prefix}module.{name}{instance.suffix}")
        scope = module.scope(block).binding(dict(instance.bound))
        for label, argument in arguments(name, block, scope).items():
            value = module.evaluation.run(argument, lambda: Unknown(TOO_DEEP))
            yield Export(f'argument {label} of module "{name}", whose code was not read,', value, value.place, taker)
