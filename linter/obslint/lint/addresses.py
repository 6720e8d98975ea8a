"""Resources by the address that somebody gives, with a hint where nothing has it."""

import re
from collections.abc import Iterable

from obslint.lint.estate import LoadedEstate
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean
from obslint.model import Resource


def resources_at(estate: LoadedEstate, address: str) -> tuple[Resource, ...]:
    """The resources with an address: one in each unit that has it, all instances where no key is given, or all of a module.

    Data sources count by their exact address only. Raises `UsageError` when nothing has it.
    """
    everything = [one for loaded in estate.units for one in loaded.unit.resources]
    if data := tuple(one for one in everything if one.address == address and one.type.startswith("data.")):
        return data
    resources = [one for one in everything if not one.type.startswith("data.")]
    known = {one.address for one in resources}
    for fits in (address.__eq__, lambda one: _without_keys(one) == address, lambda one: _is_in_module(one, address)):
        if found := tuple(one for one in resources if fits(one.address)):
            return found
    hint = did_you_mean(address, known) or _hint_by_tail(address, known)
    raise UsageError(f"there is no resource {address}{hint or '; obslint scan --format json names resources by their addresses'}")


def _without_keys(address: str) -> str:
    """An address without the keys of `count` and `for_each`, which stands for all instances."""
    return re.sub(r'\[(?:"(?:[^"\\]|\\.)*"|\d+)\]', "", address)


def _is_in_module(address: str, module: str) -> bool:
    """Whether a resource belongs to a module, or to any of its instances."""
    return module.startswith("module.") and (address.startswith(f"{module}.") or _without_keys(address).startswith(f"{module}."))


def _hint_by_tail(address: str, known: Iterable[str]) -> str:
    """Addresses that end as the given one does, or hold it, as people remember names rather than types."""
    tail = address.rpartition(".")[2].casefold()
    near = sorted(one for one in known if tail and tail in one.casefold())[:3]
    return f"; did you mean {' or '.join(near)}?" if near else ""
