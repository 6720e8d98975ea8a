"""What `moved` blocks say: the addresses from which and to which the state of resources and modules goes."""

from collections.abc import Iterator

from obslint.terraform.ast import Attribute
from obslint.terraform.config import Config


def moves(prefix: str, config: Config) -> Iterator[tuple[str, str]]:
    """The moves that a module instance declares, with its prefix."""
    for block in config.moves:
        ends = [_written(block.body.attributes.get(name)) for name in ("from", "to")]
        if all(ends):
            yield prefix + ends[0], prefix + ends[1]


def _written(end: Attribute | None) -> str:
    """An address as text. It is a traversal with literal keys, so what is written is what is meant, but for blanks."""
    if end is None:
        return ""
    text = end.file.text[end.expr.span.start : end.expr.span.end].strip()
    if end.file.path.endswith(".json"):
        text = text[1:-1].replace('\\"', '"')
    return "".join(text.split())
