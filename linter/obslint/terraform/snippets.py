"""Text that shows a change. One of several instances is named by its own address there, as an edit, which is for all of them, cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from obslint.model import Copied, Draft, Json, Link, Path, Plain
from obslint.terraform.members import member_lines
from obslint.terraform.render import CannotWriteError, block_lines, resource_text, traversal


def attributes_snippet(attributes: Mapping[Path, Plain]) -> str:
    """Attributes as text to read."""
    shown = {path: _readable(value) for path, value in attributes.items()}
    return "\n".join(member_lines(shown) or block_lines(shown, ""))


def resource_snippet(draft: Draft) -> str:
    """A resource as text to read."""
    return resource_text(replace(draft, attributes={path: _readable(value) for path, value in draft.attributes.items()}))


def _readable(value: Plain) -> Plain:
    if isinstance(value, Link):
        try:
            traversal(value)
        except CannotWriteError:
            own = "." + value.resource.address
            found = own.rfind(f".{value.resource.type}.")
            named = ".".join(filter(None, (own[found + 1 :], value.terraform)))
            plain = not (value.before or value.after)
            return Copied(named, named if plain else f'"{value.before}${{{named}}}{value.after}"')
    if isinstance(value, Json):
        return Json({key: _readable(item) for key, item in value.data.items()})
    if isinstance(value, Mapping):
        return {key: _readable(item) for key, item in value.items()}
    return value if isinstance(value, str) or not isinstance(value, Sequence) else [_readable(item) for item in value]
