"""AWS as rules see it: typed views over both dialects.

Rules write `from obslint.aws import Trail`; a view file is imported when a name in it is first asked for. `__init__.pyi` tells type
checkers the same.
"""

from importlib import import_module
from typing import Any

from obslint.aws._files import FILES
from obslint.aws.attribute import Attribute
from obslint.aws.estate import Estate
from obslint.aws.unit import Unit
from obslint.aws.view import Blocks, View, attribute, blocks, reference

_HOMES = {name: file for file, names in FILES.items() for name in names.split()}

__all__ = ["Attribute", "Blocks", "Estate", "Unit", "View", "attribute", "blocks", "reference", *_HOMES]


def __getattr__(name: str) -> Any:
    """A view, imported from its file when first asked for."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
    return value
