"""Events that SAM writes back onto another resource: notifications of a bucket, triggers of a user pool."""

from dataclasses import replace

from obslint.cloudformation.sam_events import Event
from obslint.cloudformation.sam_globals import merge
from obslint.cloudformation.sam_nodes import CLOSED, Shape, computed, is_map, mapping_of, members, node_of, ref
from obslint.cloudformation.template import Entry, SamOrigin
from obslint.cloudformation.tree import Item, Mapping, Node, Pair, Scalar, Sequence, elements, function, text_of

TARGETS = {"S3": "Bucket", "Cognito": "UserPool"}
"""The event types, each with the property that names the resource."""


def target(event: Event) -> str | None:
    """The logical id of the resource that an event is written onto."""
    node = event.properties.get(TARGETS[event.type])
    call = function(node) if node is not None else None
    return text_of(call[1]) if call and call[0] == "Ref" else None


def written_onto(entry: Entry, event: Event) -> Entry:
    """The resource with the event in it. What SAM adds there is not edited; everything else stays as written."""
    body = entry.body
    properties = body.get("Properties") if isinstance(body, Mapping) else None
    if not isinstance(body, Mapping) or (properties is not None and not is_map(properties) and not _empty(properties)):
        return entry
    base = properties if isinstance(properties, Mapping) else Mapping([], "flow", event.key.start, event.key.end)
    section = "NotificationConfiguration" if event.type == "S3" else "LambdaConfig"
    added = _notified(base, event) if event.type == "S3" else _triggered(base, event)
    changed = _with(base, section, added, event.key)
    origin = entry.origin or SamOrigin(entry.name, entry.pair, {"": ()}, None)
    paths = {**origin.paths, section: CLOSED}
    new = replace(entry.pair, value=_with(body, "Properties", changed, event.key))
    return replace(entry, pair=new, origin=replace(origin, paths=paths))


def api_of(event: Event) -> str | None:
    """The logical id of the HTTP API that an event with settings for its route is for."""
    if event.type != "HttpApi" or not is_map(event.properties.get("RouteSettings")):
        return None
    api = event.properties.get("ApiId")
    call = function(api) if api is not None else None
    return "ServerlessHttpApi" if api is None else text_of(call[1]) if call and call[0] == "Ref" else text_of(api)


def with_route(stage: Entry, event: Event) -> Entry:
    """The stage of an HTTP API with the settings that an event has for its route."""
    body, added = stage.body, event.properties.get("RouteSettings")
    properties = body.get("Properties") if isinstance(body, Mapping) else None
    if not isinstance(body, Mapping) or not isinstance(properties, Mapping) or not isinstance(added, Mapping) or stage.origin is None:
        return stage
    path, method = (text_of(event.properties.get(word)) for word in ("Path", "Method"))
    whole_path = (method or "any").lower() in ("any", "x-amazon-apigateway-any-method")
    key = path or "$default" if whole_path else f"{(method or '').upper()} {path}"
    old = properties.get("RouteSettings")
    routes = old if isinstance(old, Mapping) and is_map(old) else Mapping([], "flow", event.key.start, event.key.end)
    before = routes.get(key)
    whole = merge(before, added) if isinstance(before, Mapping) and is_map(before) else added
    condition = event.owner.condition
    value = node_of({"Fn::If": [condition, whole, before or ref("AWS::NoValue")]}, event.key) if condition else whole
    changed = _with(properties, "RouteSettings", _with(routes, key, value, event.key), event.key)
    origin = replace(stage.origin, paths={**stage.origin.paths, "RouteSettings": CLOSED})
    return replace(stage, pair=replace(stage.pair, value=_with(body, "Properties", changed, event.key)), origin=origin)


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value is None


def _with(node: Mapping, name: str, value: Node, at: Scalar) -> Mapping:
    """A mapping with one member put in its place or added."""
    old = node.pair(name)
    pair = replace(old, value=value) if old else Pair(Scalar(name, "'", at.start, at.end), value, at.end)
    pairs = [pair if found is old else found for found in node.pairs]
    return Mapping(pairs if old else [*pairs, pair], node.style, node.start, node.end)


def _notified(base: Mapping, event: Event) -> Node:
    old = base.get("NotificationConfiguration")
    if old is not None and not is_map(old):
        return node_of(computed(old, event.arn), event.key)
    kept = old if isinstance(old, Mapping) else Mapping([], "flow", event.key.start, event.key.end)
    listed = kept.get("LambdaConfigurations")
    if listed is not None and not isinstance(listed, Sequence):
        return node_of(computed(kept, event.arn), event.key)
    events = event.properties.get("Events")
    kinds = elements(events) or ([events] if events is not None else [])
    items = [Item(node_of(_notice(event, kind), event.key), event.key.start, event.key.end) for kind in kinds]
    whole = Sequence([*(listed.items if listed else []), *items], "flow", event.key.start, event.key.end)
    return _with(kept, "LambdaConfigurations", whole, event.key)


def _notice(event: Event, kind: Node) -> Shape:
    shape: dict[str, Shape] = {"Function": event.arn, **event.properties.taken("Filter"), "Event": kind}
    condition = event.owner.condition
    return {"Fn::If": [condition, shape, ref("AWS::NoValue")]} if condition else shape


def _triggered(base: Mapping, event: Event) -> Node:
    old = base.get("LambdaConfig")
    if old is not None and not is_map(old):
        return node_of(computed(old, event.arn), event.key)
    trigger = event.properties.get("Trigger")
    kinds = elements(trigger) or ([trigger] if trigger is not None else [])
    names = [name for kind in kinds if (name := text_of(kind))]
    own = {pair.key.text for pair in members(old)}
    added = mapping_of({name: event.arn for name in names if name not in own}, event.key).pairs
    return Mapping([*members(old), *added], "flow", event.key.start, event.key.end)
