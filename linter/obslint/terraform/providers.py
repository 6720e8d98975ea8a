"""Provider configurations, as far as they decide the region of a resource."""

from typing import TYPE_CHECKING

from obslint.model import Unknown, Value
from obslint.terraform.ast import Block, Object
from obslint.terraform.evaluate import evaluate
from obslint.terraform.fields import BlockFields
from obslint.terraform.scope import Scope

if TYPE_CHECKING:
    from obslint.terraform.module import Module


def region_of(module: "Module", block: Block, fields: BlockFields) -> Value:
    """The region of a resource: its own (provider v6), that of the provider it names, or of the default one."""
    if "region" in block.body.attributes:
        return fields["region"]
    named = block.body.attributes.get("provider")
    return provider_region(module, _traversal(named.expr) if named else block.labels[0].partition("_")[0])


def provider_region(module: "Module", name: str) -> Value:
    """The region that a provider configuration (`aws`, `aws.west`) sets."""
    if name in module.regions:
        return module.regions[name]
    for block in module.config.providers:
        alias = block.body.attributes.get("alias")
        label = block.labels[0] if block.labels else ""
        if alias is not None:
            label = f"{label}.{getattr(alias.expr, 'data', '')}"
        if label == name and "region" in block.body.attributes:
            region = block.body.attributes["region"]
            return evaluate(region.expr, Scope(module, region.file))
    return Unknown("the provider's region is not written in the configuration")


def handed_regions(module: "Module", block: Block) -> dict[str, Value]:
    """The regions of the providers that a call hands to its module; the default one goes along by itself."""
    handed = block.body.attributes.get("providers")
    if handed is None or not isinstance(handed.expr, Object):
        return {"aws": provider_region(module, "aws")}
    named = {_traversal(item.key): _traversal(item.value) for item in handed.expr.items}
    return {inner: provider_region(module, outer) for inner, outer in named.items()}


def _traversal(expr: object) -> str:
    """`aws.west` as text."""
    base = getattr(expr, "base", None)
    if base is not None:
        return f"{_traversal(base)}.{getattr(expr, 'name', '')}"
    return str(getattr(expr, "name", "") or getattr(expr, "data", ""))
