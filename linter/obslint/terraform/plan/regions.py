"""The regions of resources, from what they are planned with and from the provider configurations of the plan."""

import json

from obslint.model import Known, Unknown, Value
from obslint.source import Place, Span
from obslint.terraform.plan.address import parse_module, words
from obslint.terraform.plan.document import Entry, Json
from obslint.terraform.plan.fields import PlanReader
from obslint.terraform.plan.origins import Resolver, Where, references_of

MAX_HOPS = 20

_UNWRITTEN = "the provider's region is not written in the plan"


class Regions:
    """Looks regions up; each provider configuration once."""

    def __init__(self, reader: PlanReader) -> None:
        self._reader = reader
        document = reader.document
        found = {} if document.providers is None else document.decode(document.providers)
        self._configurations: dict[str, Json] = found if isinstance(found, dict) else {}
        self._made: dict[str, Value] = {}

    def of(self, entry: Entry) -> Value:
        """The region of a resource: its own (provider version 6), or that of its provider configuration."""
        if entry.region and entry.parts.type.removeprefix("data.").startswith("aws_"):
            return Known(entry.region, place=Place(self._reader.document.file, entry.header))
        key = self.deployer(entry)
        return self._of_provider(key) if key else Unknown(_UNWRITTEN)

    def _of_provider(self, key: str) -> Value:
        if key not in self._made:
            region = self._constant(self._configuration(key))
            self._made[key] = Known(region, place=self._place(key)) if region else Unknown(_UNWRITTEN)
        return self._made[key]

    def _place(self, key: str) -> Place:
        """Where the plan names a configuration; resources of one configuration share it."""
        file = self._reader.document.file
        start = max(0, file.text.find(json.dumps(key), self._reader.document.providers or 0))
        return Place(file, Span(start, start + len(key) + 2))

    def deployer(self, entry: Entry) -> str:
        """What names the provider configuration of a resource; empty when the plan does not."""
        return str(self._reader.resolver.declaration(entry).get("provider_config_key") or "")

    def _configuration(self, key: str) -> Json:
        """A provider configuration. One that a module inherits has the key of the module, where it does not stand.

        Terraform since 1.1 resolves what is handed to modules; before, only a provider without aliases is certain.
        """
        found = self._configurations.get(key)
        if isinstance(found, dict) and (found.get("expressions") or ":" not in key):
            return found
        name = key.rpartition(":")[2]
        names = {other.rpartition(":")[2] for other in self._configurations}
        alone = {other for other in names if other.partition(".")[0] == name.partition(".")[0]} == {name}
        return self._configurations.get(name) if alone else None

    def _constant(self, configuration: Json) -> str | None:
        if not isinstance(configuration, dict):
            return None
        expressions = configuration.get("expressions")
        expression = expressions.get("region") if isinstance(expressions, dict) else None
        address = str(configuration.get("module_address") or "")
        steps = parse_module(address) or tuple((name, "") for name in words(address))  # 0.12 wrote a.b for module.a.module.b
        node = self._reader.document.module(tuple(name for name, _ in steps))
        found = constant(self._reader.resolver, expression, Where(steps, node))
        return found if isinstance(found, str) else None


def constant(resolver: Resolver, expression: Json, where: Where, hops: int = 0) -> Json:
    """What an expression certainly is: a constant, a variable as it is, or a known attribute; None when that cannot be told.

    One reference alone does not show that nothing else is done with it. For a region that is taken as read.
    """
    if not isinstance(expression, dict) or hops > MAX_HOPS:
        return None
    if "constant_value" in expression:
        return expression["constant_value"]
    heads = references_of(expression)
    if len(heads) != 1:
        return None
    head = heads[0]
    if head[0] == "var" and len(head) == 2:
        return variable(resolver, head[1], where, hops)
    found = [resolver.planned(reference) for reference in resolver.origins(expression, where).references]
    return found[0].value if len(found) == 1 and found[0].known else None


def variable(resolver: Resolver, name: str, where: Where, hops: int = 0) -> Json:
    """The value of a variable: as the plan was made with it, as the caller passes it, or its default."""
    document = resolver.document
    caller = resolver.caller(where.steps)
    if caller is None:
        offset = document.variables.get(name)
        given = None if offset is None else document.decode(offset)
        return given.get("value") if isinstance(given, dict) else None
    arguments, outer = caller
    if name in arguments:
        return constant(resolver, document.decode(arguments[name]), outer, hops + 1)
    offset = where.node.variables.get(name) if where.node else None
    declared = None if offset is None else document.decode(offset)
    return declared.get("default") if isinstance(declared, dict) else None
