"""The views that rules and policies can speak of, and what each knows, found by looking at the view classes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from typing import Any

from obslint import aws
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean

_DIALECTS = ("terraform", "cloudformation")


@dataclass(frozen=True, slots=True)
class Named:
    """An attribute as rules call it (`access_logs.enabled` inside blocks), where each dialect has it, and AWS's default."""

    name: str
    paths: dict[str, str]
    default: object = None


def view_names() -> list[str]:
    """The names of everything in `obslint.aws` that begins with a capital, as views do."""
    return sorted(name for name in aws.__all__ if name[:1].isupper() and not name.isupper())


def view_called(name: str) -> type[aws.View]:
    """The view with a name. Raises `UsageError` when there is none that stands for resources."""
    view: Any = getattr(aws, name, None) if name in aws.__all__ else None
    if not _is_view(view):
        raise UsageError(f"there is no view {name}{did_you_mean(name, view_names()) or '; `obslint rules views` lists them'}")
    return view  # type: ignore[no-any-return]  # just asked


def _is_view(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, aws.View) and bool(kind.types())


@cache
def all_views() -> tuple[type[aws.View], ...]:
    """Every view that stands for resources, by name. Imports all of them."""
    found = (getattr(aws, name) for name in view_names())
    return tuple(view for view in found if _is_view(view))


def summary_of(view: type[aws.View]) -> str:
    """The first line of what a view says about itself."""
    return (getdoc(view) or "").partition("\n")[0]


def attributes_of(view: type[aws.View]) -> list[Named]:
    """The attributes that a view declares, those inherited first."""
    return list({one.name: one for one in _declared(view)}.values())


def blocks_of(view: type[aws.View]) -> dict[str, "aws.blocks[Any]"]:
    """The repeated blocks that a view declares, by name."""
    return {name: declared for base in reversed(view.__mro__) for name, declared in vars(base).items() if isinstance(declared, aws.blocks)}


def _declared(view: type[aws.View]) -> Iterator[Named]:
    for base in reversed(view.__mro__):
        for name, declared in vars(base).items():
            if isinstance(declared, aws.attribute):
                paths = {dialect: path for dialect in _DIALECTS if (path := getattr(declared, dialect))}
                default = declared.terraform_default if declared.terraform_default is not None else declared.cloudformation_default
                yield Named(name, paths, default)
