"""Provider configurations, as far as they decide the region and the tags of a resource."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obslint.model import Absent, Fields, Reference, Step, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.ast import Attribute, Block, Expr, Object
from obslint.terraform.evaluate import evaluate
from obslint.terraform.fields import BlockFields
from obslint.terraform.keeping import merged
from obslint.terraform.scope import Scope
from obslint.terraform.values import hop

if TYPE_CHECKING:
    from obslint.terraform.module import Module


@dataclass(frozen=True, slots=True, eq=False)
class Provider:
    """A provider block, and the module instance in which it is written."""

    module: "Module"
    block: Block

    def value(self, name: str) -> Value:
        """An argument of the configuration."""
        attribute = self.block.body.attributes.get(name)
        if attribute is None:
            return Absent()
        return evaluate(attribute.expr, Scope(self.module, attribute.file))

    @property
    def tags(self) -> Attribute | None:
        """The `tags` of its `default_tags` block."""
        found = next((block for block in self.block.body.blocks if block.type == "default_tags"), None)
        return found.body.attributes.get("tags") if found else None

    @property
    def tags_place(self) -> Place | None:
        """Where the tags are written that it adds to every resource."""
        return Place(self.tags.file, self.tags.span) if self.tags else None

    def default_tags(self) -> Value:
        """The tags that it adds to every resource; absent when it adds none."""
        if self.tags is None:
            return Absent()
        found = settle(evaluate(self.tags.expr, Scope(self.module, self.tags.file)))
        return hop(found, Step("the provider adds this to every resource", self.tags_place))


def provider_of(module: "Module", block: Block) -> Provider | None:
    """The configuration that a resource uses: the one it names, or the default one of its provider."""
    named = block.body.attributes.get("provider")
    return provider_named(module, _traversal(named.expr) if named else block.labels[0].partition("_")[0])


def provider_named(module: "Module", name: str) -> Provider | None:
    """The configuration that `aws` or `aws.west` means in a module: its own, or the one handed to it."""
    for block in module.config.providers:
        alias = block.body.attributes.get("alias")
        label = block.labels[0] if block.labels else ""
        if alias is not None:
            label = f"{label}.{getattr(alias.expr, 'data', '')}"
        if label == name and (name not in module.providers or block.body.attributes.keys() - {"alias", "version"} or block.body.blocks):
            return Provider(module, block)
    return module.providers.get(name)


def region_of(module: "Module", block: Block, fields: Fields) -> Value:
    """The region of a resource: its own (provider v6), or that of its provider."""
    if block.labels[0].startswith("aws_") and "region" in fields:
        own = settle(fields["region"])
        if not isinstance(own, Absent):
            return own
    provider = provider_of(module, block)
    region = provider.value("region") if provider else Absent()
    if isinstance(region, Absent):
        symbol = Reference(_configuration(block, provider), "region")
        return Unknown("the provider's region is not written in the configuration", symbol=symbol)
    return region


def _configuration(block: Block, provider: Provider | None) -> str:
    """What a provider configuration is called; that of the environment has the name by which the root would configure it."""
    if provider is None:
        named = block.body.attributes.get("provider")
        return f"provider.{_traversal(named.expr) if named else block.labels[0].partition('_')[0]}"
    alias = provider.block.body.attributes.get("alias")
    label = ".".join(filter(None, (*provider.block.labels[:1], str(getattr(alias.expr, "data", "")) if alias else "")))
    return f"{provider.module.prefix}provider.{label}"


def handed_providers(module: "Module", block: Block) -> Mapping[str, Provider]:
    """What a call hands to its module by the names it has there: what `providers` lists, or else the default configurations."""
    handed = block.body.attributes.get("providers")
    if handed is None or not isinstance(handed.expr, Object):
        names = {label.labels[0] for label in module.config.providers if label.labels} | {n for n in module.providers if "." not in n}
        pairs = {name: name for name in names}
    else:
        pairs = {_traversal(item.key): _traversal(item.value) for item in handed.expr.items}
    found = {inner: provider_named(module, outer) for inner, outer in pairs.items()}
    return {inner: provider for inner, provider in found.items() if provider is not None}


def _traversal(expr: Expr) -> str:
    """`aws.west` as text."""
    base = getattr(expr, "base", None)
    if base is not None:
        return f"{_traversal(base)}.{getattr(expr, 'name', '')}"
    return str(getattr(expr, "name", "") or getattr(expr, "data", ""))


class ResourceFields(BlockFields):
    """A whole resource: its block, and in `tags` what its provider adds to them."""

    __slots__ = ("_provider", "deployer")

    def __init__(self, block: Block, scope: Scope, provider: Provider | None) -> None:
        super().__init__(block, block.body, scope)
        self.deployer = _configuration(block, provider)
        self._provider = provider if provider is not None and block.labels[0].startswith("aws_") and provider.tags else None

    def evaluated(self, name: str) -> Value:
        if name != "tags" or self._provider is None:
            return super().evaluated(name)
        own = settle(super().evaluated(name)) if super().__contains__(name) else Absent(place=self.header)
        added = self._provider.default_tags()
        if isinstance(own, Absent):
            return added
        place = own.place or self.header
        both = None if isinstance(own, Unknown) else merged([added, own], place)
        return own if both is None else both

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (name == "tags" and self._provider is not None)

    def __iter__(self) -> Iterator[str]:
        yield from super().__iter__()
        if self._provider is not None and not super().__contains__("tags"):
            yield "tags"

    def entry(self, name: str) -> Place | None:
        own = super().entry(name)
        return self._provider.tags_place if own is None and name == "tags" and self._provider is not None else own
