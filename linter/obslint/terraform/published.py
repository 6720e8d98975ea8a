"""Calls of public modules whose code was not read: what they are given is all there is to judge."""

import re
from typing import TYPE_CHECKING

from obslint.model import Gap, Reference, Resource, Unknown
from obslint.source import Place
from obslint.terraform.ast import Block, Literal
from obslint.terraform.expand import Expansion, Instance, expand
from obslint.terraform.fields import BlockFields

if TYPE_CHECKING:
    from obslint.terraform.module import Module

_REGISTRY = re.compile(
    r"(?:registry\.(?:terraform\.io|opentofu\.org)/)?(?P<owner>[\w-]+)/(?P<name>[\w-]+)/(?P<provider>[a-z0-9]+)(?P<part>//[\w/-]+)?"
)
_GITHUB = re.compile(
    r"(?:git::)?(?:https://|ssh://)?(?:git@)?github\.com[/:](?P<owner>[\w-]+)/terraform-(?P<provider>[a-z0-9]+)-(?P<name>[\w-]+)"
    r"(?:\.git)?(?P<part>//[\w/-]+)?(?:\?.*)?"
)
"""Where the public registry takes its modules from: https://developer.hashicorp.com/terraform/registry/modules/publish#requirements"""


def published(source: str) -> str | None:
    """The address of a module in the public registry, be it taken from there or from its repository on GitHub."""
    found = _REGISTRY.fullmatch(source) or _GITHUB.fullmatch(source)
    return found and f"{found['owner']}/{found['name']}/{found['provider']}{found['part'] or ''}"


def unread(module: "Module", name: str, block: Block, gap: Gap) -> Unknown:
    """What `module.name` is when its code was not read. A public module has resources that stand for its calls; references lead there."""
    address = f"{module.prefix}module.{name}"
    source = block.body.attributes.get("source")
    text = source.expr.data if source and isinstance(source.expr, Literal) else None
    public = published(text) if isinstance(text, str) else None
    expansion = expand(block.body, module.scope(block)) if public else Expansion("none", ())
    made = tuple(_stand_in(module, f"module.{public}", address, block, each, expansion) for each in expansion.instances)
    module.unread[name] = made
    single = made[0] if expansion.kind == "single" else None
    mentions = () if single else tuple(Reference(one.address, "", one) for one in made)
    return Unknown(gap.reason, symbol=Reference(address, "", single, gap.reason), mentions=mentions, elsewhere=True, place=gap.place)


def _stand_in(module: "Module", kind: str, address: str, block: Block, instance: Instance, expansion: Expansion) -> Resource:
    """An instance of the call as a resource; its attributes are the arguments."""
    return Resource(
        address=f"{address}{instance.suffix}",
        type=kind,
        dialect="terraform",
        fields=BlockFields(block, block.body, module.scope(block).binding(dict(instance.bound))),
        header=Place(block.file, block.header),
        extent=Place(block.file, block.span),
        writer=module.tree.writer if module.owned else None,
        presence=module.presence if expansion.unknown is None else expansion.unknown,
        owned=module.owned,
        call=module.called_at,
        call_prefix=module.call_prefix,
        calls=module.calls,
    )
