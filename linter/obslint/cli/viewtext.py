"""The text of `obslint rules views`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from obslint.aws import View
from obslint.lint.views import Named, attributes_of, blocks_of, summary_of

_DIALECTS = ("terraform", "cloudformation")


def overview(views: Sequence[type[View]]) -> str:
    """A line for each view: its name and what it is."""
    return (
        "".join(_aligned((view.__name__, summary_of(view)) for view in views))
        + f"\n{len(views)} views; obslint rules views NAME tells more\n"
    )


def as_text(view: type[View]) -> str:
    """A view: its types, its attributes, and those of its blocks."""
    parts = [f"{view.__name__}: {summary_of(view)}\n\n", *_aligned((one, ", ".join(getattr(view, one)) or "-") for one in _DIALECTS)]
    parts += ["\n", *_aligned([("attribute", *_DIALECTS, "default"), *map(_row, attributes_of(view))])]
    for name, declared in blocks_of(view).items():
        rows = [(f"blocks {name}", declared.terraform or "-", declared.cloudformation or "-", "default")]
        parts += ["\n", *_aligned([*rows, *map(_row, attributes_of(declared.view))])]
    return "".join(parts)


def _row(one: Named) -> tuple[str, ...]:
    default = "" if one.default is None else str(one.default).lower() if isinstance(one.default, bool) else str(one.default)
    return one.name, *(one.paths.get(dialect, "-") for dialect in _DIALECTS), default


def _aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Lines with columns, every one but the last as wide as its widest cell."""
    listed = list(rows)
    widths = [max(len(row[column]) for row in listed) for column in range(len(listed[0]))]
    for row in listed:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"


def as_data(view: type[View]) -> dict[str, Any]:
    """A view as JSON has it."""
    return {
        "name": view.__name__,
        "summary": summary_of(view),
        "types": {dialect: list(getattr(view, dialect)) for dialect in _DIALECTS},
        "attributes": [_attribute(one) for one in attributes_of(view)],
        "blocks": {
            name: {
                "paths": {dialect: path for dialect in _DIALECTS if (path := getattr(declared, dialect))},
                "attributes": [_attribute(one) for one in attributes_of(declared.view)],
            }
            for name, declared in blocks_of(view).items()
        },
    }


def _attribute(one: Named) -> dict[str, Any]:
    return {"name": one.name, "paths": one.paths, "default": one.default}
