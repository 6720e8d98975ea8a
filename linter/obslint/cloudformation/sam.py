"""SAM: what AWS::Serverless resources become, on the syntax tree and before anything is evaluated.

New resources stand where the text is that causes them. What is not understood is kept as written, and named.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field

from obslint.cloudformation.sam_apis import expand_http, expand_rest, has_domain
from obslint.cloudformation.sam_events import Event, events_of, expand_event
from obslint.cloudformation.sam_function import expand_function, invoked
from obslint.cloudformation.sam_globals import globals_for, merge
from obslint.cloudformation.sam_nodes import PREFIX, Made, Sam, mapping_of, members, node_of, ref
from obslint.cloudformation.sam_others import expand_application, expand_layer, expand_machine, expand_table
from obslint.cloudformation.template import Entry, SamOrigin, Template
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, elements, function, text_of
from obslint.model import Gap
from obslint.source import Place, Span

TRANSFORM = "AWS::Serverless-"

_IMPLICIT = {"Api": ("ServerlessRestApi", "RestApiId", "Prod"), "HttpApi": ("ServerlessHttpApi", "ApiId", "$default")}
"""The API that SAM makes for events of a type, the property that names another, and its stage."""

_REFERRED = {
    "AWS::Lambda::Alias": "Alias",
    "AWS::Lambda::Version": "Version",
    "AWS::ApiGateway::Stage": "Stage",
    "AWS::ApiGateway::Deployment": "Deployment",
    "AWS::ApiGateway::UsagePlan": "UsagePlan",
    "AWS::ApiGatewayV2::Stage": "Stage",
}
"""What a template may refer to by the name of its SAM resource, a dot and this."""

_KEPT = ("Condition", "DependsOn", "DeletionPolicy", "Metadata", "UpdateReplacePolicy")


def expand_sam(template: Template, given: Map[str, str]) -> list[Gap]:
    """Puts what SAM makes into `template.resources`, when the template asks for SAM. Answers what it leaves out that cannot hide an
    attachment; parts that can are added to `template.gaps`. `given` are values of parameters."""
    if not any(name.startswith(TRANSFORM) for name, _ in template.transforms):
        return []
    expansion = _Expansion(template, given)
    written = template.resources
    template.resources = {}
    for entry in written.values():
        expansion.add(entry)
    for type_name in _IMPLICIT:
        expansion.add_implicit(type_name, written)
    return expansion.gaps


@dataclass(slots=True, eq=False)
class _Expansion:
    """The template while it is expanded, and the events that name no API."""

    template: Template
    given: Map[str, str]
    gaps: list[Gap] = field(default_factory=list)
    unnamed: dict[str, list[tuple[Event, Entry]]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """What a resource becomes; plain resources stay."""
        body = entry.body
        kind = text_of(body.get("Type")) if isinstance(body, Mapping) else None
        if isinstance(body, Mapping) and (connectors := body.pair("Connectors")):
            self.gaps.append(Gap(entry.name, "the permissions that SAM's connectors add are not analysed", self._place(connectors.key)))
        if not isinstance(body, Mapping) or kind is None or not kind.startswith(PREFIX):
            self.template.resources[entry.name] = entry
        elif kind == f"{PREFIX}Connector":
            self.template.resources[entry.name] = entry
            self.gaps.append(Gap(entry.name, "the permissions that a SAM connector adds are not analysed", entry.at))
        else:
            self._serverless(entry, body, kind)

    def _serverless(self, entry: Entry, body: Mapping, kind: str) -> None:
        shared = globals_for(self.template.document.root, kind, body)
        sam = self._sam(entry, body, shared)
        name = kind.removeprefix(PREFIX)
        expand = {"Api": self._rest, "HttpApi": self._http, "Function": self._function, "StateMachine": self._machine}.get(name)
        simple = {"SimpleTable": expand_table, "LayerVersion": expand_layer, "Application": expand_application}.get(name)
        if sam is None or (expand is None and simple is None):
            reason = f"{kind} is not understood" if sam else "its Properties are known only at deployment"
            self.template.resources[entry.name] = entry
            self.template.gaps.append(Gap(entry.name, f"{reason}; what SAM makes of it is not analysed", entry.at))
            return
        for made in expand(sam, entry) if expand else simple(sam) if simple else ():
            self._put(made, entry, shared)
            self._refer(entry.name, made)

    def _sam(self, entry: Entry, body: Mapping, shared: Mapping | None) -> Sam | None:
        """The resource with the Globals in it; None when its properties are a function."""
        node = body.get("Properties")
        if node is None or (isinstance(node, Scalar) and node.value is None):
            node = Mapping([], "flow", entry.pair.key.start, entry.pair.key.end)
        if not isinstance(node, Mapping) or function(node) or any(pair.key.text.startswith("Fn::") for pair in node.pairs):
            return None
        return Sam(entry.name, entry.pair.key, merge(shared, node) if shared else node, text_of(body.get("Condition")))

    def _function(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        yield from expand_function(sam)
        yield from self._events(sam, entry, machine=False)

    def _machine(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        yield from expand_machine(sam)
        yield from self._events(sam, entry, machine=True)

    def _rest(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        self._note_domain(sam, entry)
        yield from expand_rest(sam, self._text)

    def _http(self, sam: Sam, entry: Entry) -> Iterator[Made]:
        self._note_domain(sam, entry)
        yield from expand_http(sam, self._text)

    def _note_domain(self, sam: Sam, entry: Entry) -> None:
        if has_domain(sam):
            self.gaps.append(Gap(entry.name, "the domain names that SAM makes for it are not analysed", entry.at))

    def _events(self, sam: Sam, entry: Entry, *, machine: bool) -> Iterator[Made]:
        found, unread = events_of(sam, ref(sam.name) if machine else invoked(sam), machine=machine)
        for pair in unread:
            subject = f"{entry.name}.{pair.key.text}"
            self.template.gaps.append(Gap(subject, "SAM's events of this kind are not understood", self._place(pair.key)))
        for event in found:
            yield from expand_event(event)
            named = _IMPLICIT.get(event.type)
            if named and event.properties.get(named[1]) is None:
                self.unnamed.setdefault(event.type, []).append((event, entry))

    def add_implicit(self, type_name: str, written: Map[str, Entry]) -> None:
        """The API for events that name none, unless the template declares it."""
        events, (name, _, stage) = self.unnamed.get(type_name, []), _IMPLICIT[type_name]
        if not events or name in written:
            return
        key, owner = events[0][0].key, events[0][1]
        shared = globals_for(self.template.document.root, PREFIX + type_name, mapping_of({}, key))
        own = mapping_of({"StageName": stage}, key)
        sam = Sam(name, key, merge(shared, own) if shared else own)
        condition = self._together(name, [entry for _, entry in events])
        for made in (expand_rest if type_name == "Api" else expand_http)(sam, self._text):
            body = mapping_of({"Type": made.type, **condition, "Properties": made.properties}, key)
            self._enter(made, owner, body, SamOrigin(made.name, owner.pair, {}, None))
            self._refer(name, made)

    def _together(self, name: str, owners: list[Entry]) -> dict[str, str]:
        """The condition under which an API exists whose every event has one: any of them."""
        conditions = [text_of(owner.body.get("Condition")) if isinstance(owner.body, Mapping) else None for owner in owners]
        distinct = list(dict.fromkeys(conditions))
        if None in distinct:
            return {}
        if len(distinct) == 1:
            return {"Condition": distinct[0] or ""}
        made, key = f"{name}Condition", owners[0].pair.key
        value = node_of({"Fn::Or": [{"Condition": condition or ""} for condition in distinct]}, key)
        pair = Pair(Scalar(made, "'", key.start, key.end), value, key.end)
        self.template.conditions.setdefault(made, Entry(made, pair, owners[0].at, owners[0].at))
        return {"Condition": made}

    def _refer(self, name: str, made: Made) -> None:
        if made.type in _REFERRED:
            self.template.referred[f"{name}.{_REFERRED[made.type]}"] = made.name

    def _put(self, made: Made, entry: Entry, shared: Mapping | None) -> None:
        body = entry.body
        kept = {pair.key.text: pair for pair in members(body) if pair.key.text in _KEPT}
        if not made.main:
            kept = {name: pair for name, pair in kept.items() if name in ("Condition", "Metadata")}
        new = mapping_of({"Type": made.type, **kept, "Properties": made.properties}, entry.pair.key)
        self._enter(made, entry, new, SamOrigin(entry.name, entry.pair, dict(made.paths), shared))

    def _enter(self, made: Made, owner: Entry, body: Mapping, origin: SamOrigin) -> None:
        if made.name in self.template.resources:
            return
        pair = Pair(Scalar(made.name, "'", made.at.start, made.at.end), body, owner.pair.end)
        self.template.resources[made.name] = Entry(made.name, pair, self._place(made.at), owner.extent, owner.looped, origin)

    def _place(self, node: Node) -> Place:
        return Place(self.template.file, Span(node.start, node.end))

    def _text(self, node: Node) -> str | None:
        """What SAM takes a name for: a text, or a parameter at its value."""
        call = function(node)
        name = text_of(call[1]) if call and call[0] == "Ref" else None
        if name is None:
            return text_of(node) if not elements(node) else None
        parameter = self.template.parameters.get(name)
        default = parameter.default.text if parameter and parameter.default else None
        return self.given.get(name, default)
