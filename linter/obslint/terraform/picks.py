"""Which of several blocks a path means, and what a list lacks."""

from collections.abc import Sequence

from obslint.model import Known, Pick, Plain, Value, settle
from obslint.model.compare import plain
from obslint.terraform.ast import Attribute, Block, Tuple
from obslint.terraform.fields import BlockFields
from obslint.terraform.render import CannotWriteError


def chosen_block(fields: BlockFields, blocks: list[Block], name: str, pick: Pick | None) -> Block | None:
    """The only block of a kind, or the one that is picked; None when it has to be added."""
    if any(block.type == "dynamic" for block in blocks):
        raise CannotWriteError(f"{name} is written by a dynamic block")
    if pick is None and len(blocks) > 1:
        raise CannotWriteError(f"there are {len(blocks)} {name} blocks")
    found = [block for block in blocks if pick is None or _picked(BlockFields(block, block.body, fields.scope.with_file(block.file)), pick)]
    return found[0] if found else None


def _picked(fields: BlockFields, pick: Pick) -> bool:
    value = settle(fields[pick.key])
    return isinstance(value, Known) and isinstance(value.data, str | int | float) and plain(value.data) == pick.wanted


def further_items(attribute: Attribute, found: Tuple, decided: Value, value: Plain) -> Sequence[Plain]:
    """What a list gets behind the items that it has and keeps; nothing where it changes otherwise."""
    written = 0 if attribute.file.path.endswith(".json") else len(found.items)
    if not written or isinstance(value, str) or not isinstance(value, Sequence) or not isinstance(decided, Known):
        return ()
    kept = decided.data if isinstance(decided.data, tuple) else ()
    same = len(kept) == written < len(value) and all(_is(settle(item), wanted) for item, wanted in zip(kept, value, strict=False))
    return value[written:] if same else ()


def _is(item: Value, wanted: Plain) -> bool:
    return isinstance(item, Known) and item.data == wanted
