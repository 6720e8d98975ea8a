"""Resources by the address that somebody gives, with a hint where nothing has it."""

from collections.abc import Iterable

from obslint.lint.estate import LoadedEstate
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean
from obslint.model import Resource


def resources_at(estate: LoadedEstate, address: str) -> tuple[Resource, ...]:
    """The resources with an address, or else the instances of what is written under it. Raises `UsageError` when there is none."""
    resources = [one for loaded in estate.units for one in loaded.unit.resources]
    exact = tuple(one for one in resources if one.address == address)
    if exact:
        return exact
    instances = tuple(one for one in resources if one.address.startswith(f"{address}["))
    if instances:
        return instances
    known = {one.address for one in resources if not one.type.startswith("data.")}
    hint = did_you_mean(address, known) or _hint_by_tail(address, known)
    raise UsageError(f"there is no resource {address}{hint or '; obslint scan --format json names resources by their addresses'}")


def _hint_by_tail(address: str, known: Iterable[str]) -> str:
    """Addresses that end as the given one does, or hold it, as people remember names rather than types."""
    tail = address.rpartition(".")[2].casefold()
    near = sorted(one for one in known if tail and tail in one.casefold())[:3]
    return f"; did you mean {' or '.join(near)}?" if near else ""
