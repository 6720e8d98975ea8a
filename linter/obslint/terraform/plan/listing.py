"""Reading lists of resources with their values, as `planned_values`, `prior_state` and states have them."""

import json
from dataclasses import dataclass, field
from typing import NamedTuple

from obslint.source import Span
from obslint.terraform.plan.document import Json
from obslint.terraform.plan.scan import Scanner


class Listed(NamedTuple):
    """A resource instance that is listed with its values: its address, where it stands, and its attribute `region`."""

    address: str
    extent: Span
    region: str


@dataclass(slots=True, eq=False)
class Listing:
    """What is found under `values`: resources of all modules, and root outputs by offset.

    Formats before 1.0 leave the module and the key of an instance out of its address.
    """

    scanner: Scanner
    old: bool = False
    resources: list[Listed] = field(default_factory=list)
    outputs: dict[str, int] = field(default_factory=dict)

    def read(self, position: int) -> int:
        """Reads the values at an offset; answers with where they end."""
        return self.scanner.members(position, self._member)

    def _member(self, key: str, position: int) -> int:
        if key == "root_module":
            return self._module(position, "")
        return self.scanner.offsets(position, self.outputs) if key == "outputs" else self.scanner.pass_over(key, position)

    def _module(self, position: int, module: str) -> int:
        def resource(at: int) -> int:
            element, end = self.scanner.value(at)
            address = _full_address(element, module)
            if address and not element.get("deposed_key"):
                self.resources.append(Listed(address, Span(at, end), region_of(element.get("values"))))
            return end

        def visit(key: str, at: int) -> int:
            if key == "resources":
                return self.scanner.items(at, resource)
            return self.scanner.items(at, self._child) if key == "child_modules" else self.scanner.pass_over(key, at)

        return self.scanner.members(position, visit)

    def _child(self, position: int) -> int:
        return self._module(position, self._address_at(position) if self.old else "")

    def _address_at(self, position: int) -> str:
        """The member `address` of an object; it comes after the resources."""
        found: dict[str, int] = {}
        self.scanner.offsets(position, found)
        return str(self.scanner.value(found["address"])[0]) if "address" in found else ""


def _full_address(element: Json, module: str) -> str:
    address = element.get("address") if isinstance(element, dict) else None
    if not isinstance(address, str):
        return ""
    if module and not address.startswith(f"{module}."):
        address = f"{module}.{address}"
    index = element.get("index")
    return f"{address}[{json.dumps(index, ensure_ascii=False)}]" if index is not None and not address.endswith("]") else address


def region_of(values: Json) -> str:
    """The attribute `region` of a resource, or an empty text."""
    region = values.get("region") if isinstance(values, dict) else None
    return region if isinstance(region, str) else ""
