"""How often a variable or local value is used, so that an edit of it has no other effect."""

import re
from typing import TYPE_CHECKING

from obslint.model import Reference

if TYPE_CHECKING:
    from obslint.terraform.tree import Tree


def uses_of(tree: "Tree", reference: Reference) -> int:
    """In how many places of its module `module.a.var.x` or `local.y` is used; 0 when the module is not known."""
    prefix, kind, name = _split(reference.target)
    config = tree.config_at.get(prefix)
    if config is None:
        return 0
    pattern = re.compile(rf"\b{kind}\.{re.escape(name)}\b(?!-)")
    return sum(len(pattern.findall(file.text)) for file in config.files)


def _split(target: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"(.*?)(var|local)\.([\w-]+)", target)
    return (match[1], match[2], match[3]) if match else ("", "", "")
