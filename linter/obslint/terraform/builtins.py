"""Function calls, `try` and `can`, templates in files."""

from collections.abc import Callable
from dataclasses import replace

from obslint.model import Absent, Candidate, Known, Symbolic, Unknown, Value, encoded, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Call, Expr
from obslint.terraform.functions import UNKNOWABLE, FunctionError, UndecidedError, is_function
from obslint.terraform.functions import call as call_plain
from obslint.terraform.keeping import KEEPING
from obslint.terraform.scope import TRYING, Scope
from obslint.terraform.texts import naming, same_values
from obslint.terraform.values import (
    Invalid,
    NotPlainError,
    from_data,
    is_scalar,
    plain_key,
    scalar,
    to_data,
    unknown_of,
    wrong_in,
)

Evaluate = Callable[[Expr, Scope], Value]
_TEMPLATE_DEPTH = "(templates)"
MAX_TEMPLATES = 10
MAX_CHOICES = 3
"""Arguments of a function that may each be one of several values; with more, the result is unknown."""


def call(expr: Call, scope: Scope, evaluate: Evaluate) -> Value:
    """The value of a function call."""
    place = scope.place(expr.span)
    name = expr.name.removeprefix("core::")
    if name == "try":
        return _try(list(expr.args), scope.binding({TRYING: Known(True)}), evaluate, place)
    if name == "can":
        return _can(evaluate(expr.args[0], scope.binding({TRYING: Known(True)})), place) if len(expr.args) == 1 else _wants_one(place)
    args = _arguments(expr, scope, evaluate)
    if isinstance(args, Unknown):
        return args
    wrong = next((found for arg in args if (found := wrong_in(arg)) is not None), None)
    if wrong is not None:
        return unknown_of([wrong], place)
    if name in {"templatefile", "templatestring"}:
        return _template(name, args, scope, place, evaluate)
    return _applied(name, args, scope, place)


def _wants_one(place: Place) -> Value:
    return Invalid("can() wants one argument", place=place)


def _applied(name: str, args: list[Value], scope: Scope, place: Place, depth: int = 0) -> Value:
    """A function of its arguments; of an argument that can be one of a few values, it is one of as many results."""
    at = next((index for index, arg in enumerate(args) if isinstance(arg, Unknown) and arg.candidates), None)
    if at is not None and depth < MAX_CHOICES and name not in UNKNOWABLE and name != "coalesce":
        open_arg = args[at]
        assert isinstance(open_arg, Unknown)  # noqa: S101 - just found
        made = [
            Candidate(_applied(name, [*args[:at], settle(c.value), *args[at + 1 :]], scope, place, depth + 1), c.guards)
            for c in open_arg.candidates
        ]
        if all(same_values(made[0].value, each.value) for each in made):
            return made[0].value
        doubt = unknown_of(args, place)
        return Unknown(open_arg.why, candidates=tuple(made), mentions=doubt.mentions, place=place)
    keeping = KEEPING.get(name)
    kept = keeping(args, place) if keeping is not None else None
    result = _plain(name, args, scope, place) if kept is None else kept
    return encoded(result, args[0]) if name == "jsonencode" and args else result


def _arguments(expr: Call, scope: Scope, evaluate: Evaluate) -> list[Value] | Unknown:
    args = [settle(evaluate(arg, scope)) for arg in expr.args]
    if expr.spread and args:
        items = items_of(args[-1])
        if items is None:
            return unknown_of(args, scope.place(expr.span))
        args = [*args[:-1], *(settle(item) for _, item in items)]
    return args


def _plain(name: str, args: list[Value], scope: Scope, place: Place) -> Value:
    """A function over data that is wholly known."""
    if name in UNKNOWABLE:
        return unknown_of(args, place, f"{name}() {UNKNOWABLE[name]}")
    if "::" in name:
        return unknown_of(args, place, f"{name}() is a function of a provider")
    if not is_function(name):
        return Invalid(f"there is no function {name}()", mentions=unknown_of(args, place).mentions, place=place)
    try:
        return naming(from_data(call_plain(name, [to_data(arg) for arg in args], scope.names.files()), place), args)
    except NotPlainError:
        return unknown_of(args, place)
    except UndecidedError as error:
        return unknown_of(args, place, f"{name}(): {error}")
    except FunctionError as error:
        return Invalid(f"{name}(): {error}", place=place)


def _try(args: list[Expr], scope: Scope, evaluate: Evaluate, place: Place) -> Value:
    """The first argument that Terraform would accept; one of several, where that depends on what is not known."""
    for index, arg in enumerate(args):
        value = settle(evaluate(arg, scope))
        if wrong_in(value) is not None:
            continue
        if isinstance(value, Unknown) and any(wrong_in(c.value) is not None for c in value.candidates):
            rest = _try(args[index + 1 :], scope, evaluate, place)
            candidates = tuple(c if wrong_in(c.value) is None else Candidate(rest, c.guards) for c in value.candidates)
            return replace(value, candidates=candidates)
        return value
    return Invalid("no argument of try() is valid", place=place)


def _can(value: Value, place: Place) -> Value:
    """Whether Terraform would accept the argument. It leaves open what is known after apply; so is what has no value yet."""
    value = settle(value)
    if wrong_in(value) is not None:
        return Known(False, place=place)
    if isinstance(value, Unknown | Symbolic):
        return unknown_of([value], place)
    return Known(True, place=place)


def _template(name: str, args: list[Value], scope: Scope, place: Place, evaluate: Evaluate) -> Value:
    """The template in a file or a text, with the given names and nothing else."""
    from obslint.terraform.syntax import parse_template

    text = args[0] if args else Absent()
    if name == "templatefile" and is_scalar(text):
        text = scope.names.read_file(plain_key(text), place)
    content = scalar(text)
    names = items_of(args[1]) if len(args) == 2 else None
    if not isinstance(content, str) or names is None:
        return unknown_of([text, *args[1:]], place)
    depth = scalar(scope.bound.get(_TEMPLATE_DEPTH, Known(0)))
    if not isinstance(depth, int) or depth >= MAX_TEMPLATES:
        return Unknown(f"more than {MAX_TEMPLATES} templates render one another", place=place)
    bound = {plain_key(key): value for key, value in names if isinstance(key, Known)}
    return evaluate(parse_template(scope.file, content, place.span), scope.only({**bound, _TEMPLATE_DEPTH: Known(depth + 1)}))
