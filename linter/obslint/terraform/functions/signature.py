"""How functions declare their parameters, and how arguments are checked against them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from obslint.terraform.functions.convert import Type, convert
from obslint.terraform.functions.data import Data, FunctionError, UndecidedError

Run = TypeVar("Run", bound=Callable[..., Data])


class Family(dict[str, "Function"]):
    """The functions of one module by their Terraform names."""

    def define(self, signature: str, name: str = "", *, scoped: bool = False) -> Callable[[Run], Run]:
        """Registers a function under its Python name without a trailing underscore.

        `signature` reads like `size: number, value: any?, *rest: list(string)`: `?` allows null, `*` takes all further
        arguments. A `scoped` function takes the `FileScope` before its arguments.
        """

        def register(run: Run) -> Run:
            key = name or run.__name__.rstrip("_")
            self[key] = Function(run, signature, scoped)
            return run

        return register


@dataclass(frozen=True, slots=True)
class Function:
    """A function and what it accepts."""

    run: Callable[..., Data]
    signature: str
    scoped: bool


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; a variadic one takes all further arguments."""

    name: str
    type: Type
    nullable: bool
    variadic: bool


@lru_cache(maxsize=256)
def parameters(signature: str) -> tuple[Parameter, ...]:
    """The parameters that a signature describes."""
    return tuple(_parameter(*part.split(": ")) for part in signature.split(", ") if part)


def _parameter(name: str, description: str) -> Parameter:
    return Parameter(name.lstrip("*"), _type(description.rstrip("?")), description.endswith("?"), name.startswith("*"))


def _type(description: str) -> Type:
    name, _, element = description.partition("(")
    return Type(name, _type(element[:-1]) if element else None)


def bind(function: Function, args: Sequence[Data]) -> list[Data]:
    """The arguments, converted to the types of their parameters. Raises `FunctionError`."""
    expected = parameters(function.signature)
    variadic = expected[-1] if expected and expected[-1].variadic else None
    fixed = expected[:-1] if variadic else expected
    if len(args) < len(fixed):
        raise FunctionError(f'missing value for "{fixed[len(args)].name}"')
    if len(args) > len(fixed) and variadic is None:
        raise FunctionError(f"takes {len(fixed)} argument{'s' * (len(fixed) != 1)}, not {len(args)}")
    return [_bound(fixed[index] if index < len(fixed) else variadic, arg) for index, arg in enumerate(args)]


def _bound(parameter: Parameter | None, arg: Data) -> Data:
    if parameter is None:
        return arg
    if arg is None and not parameter.nullable:
        raise FunctionError(f'invalid value for "{parameter.name}": argument must not be null')
    try:
        return convert(arg, parameter.type)
    except UndecidedError:
        raise
    except FunctionError as error:
        raise FunctionError(f'invalid value for "{parameter.name}": {error}') from error
