"""SAM: what AWS::Serverless resources become, on the syntax tree and before anything is evaluated.

New resources stand where the text is that causes them. What is not understood is kept as written, and named.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace

from obslint.cloudformation.sam_apis import expand_http, expand_rest
from obslint.cloudformation.sam_connectors import Connection, connect, connections
from obslint.cloudformation.sam_deploy import CONDITION, group, shared
from obslint.cloudformation.sam_destinations import invoke_config
from obslint.cloudformation.sam_domains import Zones
from obslint.cloudformation.sam_events import Around, Event, events_of, expand_event, grant_event
from obslint.cloudformation.sam_function import alias_of, expand_function, invoked, named
from obslint.cloudformation.sam_globals import globals_for, merge
from obslint.cloudformation.sam_graphql import expand_graphql
from obslint.cloudformation.sam_nodes import PREFIX, Made, Sam, Shape, mapping_of, members, node_of, propagated
from obslint.cloudformation.sam_others import expand_application, expand_layer, expand_machine, expand_provider, expand_table, started
from obslint.cloudformation.sam_plans import PLAN_CONDITION, Plans
from obslint.cloudformation.sam_policies import Grants
from obslint.cloudformation.sam_socket import expand_socket
from obslint.cloudformation.sam_surroundings import IMPLICIT, Surroundings
from obslint.cloudformation.sam_triggers import TARGETS, api_of, target, with_route, written_onto
from obslint.cloudformation.template import Entry, SamOrigin, Template
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, function, text_of
from obslint.model import Gap
from obslint.source import Place, Span

TRANSFORM = "AWS::Serverless-"

_REFERRED = {
    "AWS::Lambda::Alias": "Alias",
    "AWS::Lambda::Version": "Version",
    "AWS::SNS::Topic": "DestinationTopic",
    "AWS::SQS::Queue": "DestinationQueue",
    "AWS::ApiGateway::Stage": "Stage",
    "AWS::ApiGateway::Deployment": "Deployment",
    "AWS::ApiGateway::DomainName": "DomainName",
    "AWS::ApiGateway::DomainNameV2": "DomainNameV2",
    "AWS::ApiGateway::UsagePlan": "UsagePlan",
    "AWS::ApiGateway::UsagePlanKey": "UsagePlanKey",
    "AWS::ApiGateway::ApiKey": "ApiKey",
    "AWS::ApiGatewayV2::Stage": "Stage",
    "AWS::ApiGatewayV2::DomainName": "DomainName",
}
"""What a template may refer to by the name of its SAM resource, a dot and this."""

_KEPT = ("Condition", "DependsOn", "DeletionPolicy", "Metadata", "UpdateReplacePolicy")
_PASSED = ("Condition", "DeletionPolicy", "Metadata", "UpdateReplacePolicy")


def expand_sam(template: Template, given: Map[str, str]) -> None:
    """Puts what SAM makes into `template.resources`, when the template asks for SAM. What cannot be read is added to `template.gaps`.
    `given` are values of parameters."""
    if not any(name.startswith(TRANSFORM) for name, _ in template.transforms):
        return
    written = template.resources
    expansion = _Expansion(template, Surroundings(template, dict(written), given))
    template.resources = {}
    for entry in written.values():
        expansion.add(entry)
    for type_name in IMPLICIT:
        expansion.add_implicit(type_name, written)
    expansion.finish()


@dataclass(slots=True, eq=False)
class _Expansion:
    """The template while it is expanded, and what is made of several resources together."""

    template: Template
    around: Surroundings
    unnamed: dict[str, list[tuple[Event, Entry]]] = field(default_factory=dict)
    groups: list[tuple[Made, Entry]] = field(default_factory=list)
    triggers: list[Event] = field(default_factory=list)
    connected: list[tuple[Connection, Entry]] = field(default_factory=list)
    plans: Plans = field(default_factory=Plans)
    zones: Zones = field(default_factory=Zones)

    def add(self, entry: Entry) -> None:
        """What a resource becomes; plain resources stay."""
        body = entry.body
        kind = text_of(body.get("Type")) if isinstance(body, Mapping) else None
        if isinstance(body, Mapping):
            self.connected += [(found, entry) for found in connections(entry, kind)]
        if not isinstance(body, Mapping) or kind is None or not kind.startswith(PREFIX):
            self.template.resources[entry.name] = entry
        elif kind != f"{PREFIX}Connector":
            self._serverless(entry, body, kind)

    def _serverless(self, entry: Entry, body: Mapping, kind: str) -> None:
        section = globals_for(self.template.document.root, kind, body)
        sam = self._sam(entry, body, section)
        made = self._made(sam, entry, kind) if sam else None
        if sam is None or made is None:
            reason = f"{kind} is not understood" if sam else "its Properties are known only at deployment"
            self.template.resources[entry.name] = entry
            self.template.gaps.append(Gap(entry.name, f"{reason}; what SAM makes of it is not analysed", entry.at))
            return
        for found in made:
            self._put(propagated(found, sam), entry, section)
            self._refer(entry.name, found)

    def _made(self, sam: Sam, entry: Entry, kind: str) -> Iterator[Made] | None:
        texts = self.around.texts
        match kind.removeprefix(PREFIX):
            case "Function":
                return self._function(sam, entry)
            case "StateMachine":
                return self._machine(sam, entry)
            case "Api":
                return expand_rest(sam, texts, self.plans, self.zones)
            case "HttpApi":
                return expand_http(sam, texts, self.zones)
            case "WebSocketApi":
                return expand_socket(sam, texts, self.zones)
            case "GraphQLApi":
                return expand_graphql(sam)
            case name:
                simple = {
                    "SimpleTable": expand_table,
                    "LayerVersion": expand_layer,
                    "Application": expand_application,
                    "CapacityProvider": expand_provider,
                }.get(name)
                return simple(sam) if simple else None

    def _sam(self, entry: Entry, body: Mapping, section: Mapping | None) -> Sam | None:
        """The resource with the Globals in it; None when its properties are a function."""
        node = body.get("Properties")
        if node is None or (isinstance(node, Scalar) and node.value is None):
            node = Mapping([], "flow", entry.pair.key.start, entry.pair.key.end)
        if not isinstance(node, Mapping) or function(node) or any(pair.key.text.startswith("Fn::") for pair in node.pairs):
            return None
        return Sam(entry.name, entry.pair.key, merge(section, node) if section else node, text_of(body.get("Condition")))

    def _function(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        texts, grants = self.around.texts, Grants()
        events = self._events(sam, entry, invoked(sam, texts), named(sam, texts), machine=False)
        for event in events:
            grant_event(event, grants)
        made, sending = invoke_config(sam, alias_of(sam, texts))
        yield from expand_function(sam, texts, grants, sending)
        yield from made
        if found := group(sam, texts):
            self.groups.append((found, entry))
            yield found
        for event in events:
            yield from expand_event(event)

    def _machine(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        yield from expand_machine(sam)
        for event in self._events(sam, entry, started(sam), started(sam), machine=True):
            yield from expand_event(event)

    def _events(self, sam: Sam, entry: Entry, arn: Shape, called: Shape, *, machine: bool) -> list[Event]:
        around = Around(self.around.texts, self.around.stage, self.around.fifo)
        found, unread = events_of(sam, arn, called, around, machine=machine)
        for pair in unread:
            subject = f"{entry.name}.{pair.key.text}"
            self.template.gaps.append(Gap(subject, "SAM's events of this kind are not understood", self._place(pair.key)))
        for event in found:
            implicit = IMPLICIT.get(event.type)
            if implicit and event.properties.get(implicit.names) is None:
                self.unnamed.setdefault(event.type, []).append((event, entry))
        self.triggers += [event for event in found if event.type in TARGETS or api_of(event)]
        return found

    def add_implicit(self, type_name: str, written: Map[str, Entry]) -> None:
        """The API for events that name none, unless the template declares it."""
        events, implicit = self.unnamed.get(type_name, []), IMPLICIT[type_name]
        name = implicit.name
        if not events or name in written:
            return
        key, owner = events[0][0].key, events[0][1]
        section = globals_for(self.template.document.root, PREFIX + type_name, mapping_of({}, key))
        own = mapping_of({"StageName": implicit.stage}, key)
        condition = self._together(f"{name}Condition", [entry for _, entry in events])
        sam = Sam(name, key, merge(section, own) if section else own, condition)
        texts = self.around.texts
        made = expand_rest(sam, texts, self.plans, self.zones) if type_name == "Api" else expand_http(sam, texts, self.zones)
        for found in made:
            self._alone(found, owner, condition)
            self._refer(name, found)

    def finish(self) -> None:
        """What several resources share, what events write onto other resources, and what connectors add."""
        if self.groups:
            owners = [entry for _, entry in self.groups]
            condition = self._together(CONDITION, owners)
            for made in shared([found for found, _ in self.groups]):
                self._alone(made, owners[0], condition)
        for made in (*self.plans.shared(), *self.zones.groups()):
            entry = self._owner(made)
            self._alone(made, entry, self._plan_condition() if made.type != "AWS::Route53::RecordSetGroup" else made.condition)
        for event in self.triggers:
            api = api_of(event)
            name = self.template.referred.get(f"{api}.Stage") if api else target(event)
            found = self.template.resources.get(name) if name is not None else None
            if found is not None:
                self.template.resources[found.name] = with_route(found, event) if api else written_onto(found, event)
        for connection, entry in self.connected:
            self._connect(connection, entry)

    def _connect(self, connection: Connection, entry: Entry) -> None:
        made, problem = connect(connection, self.template.resources)
        for found in made:
            self._put(replace(found, condition=connection.condition), entry, None)
        if problem:
            if not connection.embedded:
                self.template.resources.setdefault(entry.name, entry)
            self.template.gaps.append(Gap(entry.name, problem, self._place(connection.key)))

    def _plan_condition(self) -> str | None:
        return self._declare_any(PLAN_CONDITION, [sam.condition for sam in self.plans.owners], self.plans.owners[0].key)

    def _owner(self, made: Made) -> Entry:
        """The resource in whose text something stands."""
        found = (entry for entry in self.around.written.values() if entry.pair.key.start <= made.at.start < entry.pair.end)
        return next(found, next(iter(self.around.written.values())))

    def _together(self, name: str, owners: list[Entry]) -> str | None:
        """The condition under which something exists that any of several resources needs."""
        conditions = [text_of(owner.body.get("Condition")) if isinstance(owner.body, Mapping) else None for owner in owners]
        return self._declare_any(name, conditions, owners[0].pair.key)

    def _declare_any(self, name: str, conditions: list[str | None], key: Scalar) -> str | None:
        distinct = [condition for condition in dict.fromkeys(conditions) if condition]
        if None in conditions or not distinct:
            return None
        if len(distinct) == 1:
            return distinct[0]
        self._declare(name, {"Fn::Or": [{"Condition": condition} for condition in distinct]}, key)
        return name

    def _declare(self, name: str, shape: Shape, key: Scalar) -> None:
        pair, at = Pair(Scalar(name, "'", key.start, key.end), node_of(shape, key), key.end), self._place(key)
        self.template.conditions.setdefault(name, Entry(name, pair, at, at))

    def _refer(self, name: str, made: Made) -> None:
        if made.type in _REFERRED:
            self.template.referred.setdefault(f"{name}.{_REFERRED[made.type]}", made.name)

    def _put(self, made: Made, entry: Entry, section: Mapping | None) -> None:
        body = entry.body
        wanted = _KEPT if made.main else _PASSED
        kept: dict[str, Shape] = {pair.key.text: pair for pair in members(body) if pair.key.text in wanted}
        if made.condition is not None:
            kept.pop("Condition", None)
            kept.update({"Condition": made.condition} if made.condition else {})
        for name, shape in made.needed.items():
            self._declare(name, shape, made.at)
        new = mapping_of({"Type": made.type, **kept, "Properties": made.properties}, entry.pair.key)
        self._enter(made, entry, new, SamOrigin(entry.name, entry.pair, dict(made.paths), section))

    def _alone(self, made: Made, owner: Entry, condition: str | None) -> None:
        """Puts in what belongs to no single resource; there is no place to edit it."""
        kept: dict[str, Shape] = {"Condition": condition} if condition else {}
        body = mapping_of({"Type": made.type, **kept, "Properties": made.properties}, made.at)
        self._enter(made, owner, body, SamOrigin(made.name, owner.pair, {}, None))

    def _enter(self, made: Made, owner: Entry, body: Mapping, origin: SamOrigin) -> None:
        if made.name in self.template.resources:
            return
        pair = Pair(Scalar(made.name, "'", made.at.start, made.at.end), body, owner.pair.end)
        self.template.resources[made.name] = Entry(made.name, pair, self._place(made.at), owner.extent, owner.looped, origin)

    def _place(self, node: Node) -> Place:
        return Place(self.template.file, Span(node.start, node.end))
