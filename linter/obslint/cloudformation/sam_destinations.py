"""EventInvokeConfig: where a function's results go, the queues and topics that SAM makes for it, and the permission to send there.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventinvokeconfiguration.html
"""

from dataclasses import dataclass

from obslint.cloudformation.sam_nodes import Made, Sam, Shape, computed, digest, get_att, is_map, mapping_of, members, ref
from obslint.cloudformation.sam_policies import destination_policy
from obslint.cloudformation.tree import Mapping, Pair, elements, function, text_of


@dataclass(frozen=True, slots=True, eq=False)
class Sending:
    """What a function's role is allowed for a destination."""

    policy: str
    statements: list[Shape]


@dataclass(frozen=True, slots=True, eq=False)
class _Absent:
    """When a destination is not named, so that SAM makes it: always, or on one side of a condition."""

    condition: str | None = None
    arn: Shape | None = None
    needed: dict[str, Shape] | None = None


def invoke_config(sam: Sam, alias: str | None) -> tuple[list[Made], list[Sending]]:
    """The configuration, what SAM makes for it, and what the role needs."""
    config = sam.pair("EventInvokeConfig")
    if config is None or not is_map(config.value):
        return [], []
    found: list[Made] = []
    sending: list[Sending] = []
    shape: dict[str, Shape] = {"FunctionName": ref(sam.name), "Qualifier": alias or "$LATEST"}
    shape.update({pair.key.text: pair for pair in members(config.value) if pair.key.text != "DestinationConfig"})
    written = config.value.pair("DestinationConfig") if isinstance(config.value, Mapping) else None
    if written is not None:
        targets: dict[str, Shape] = {}
        for side in members(written.value):
            targets[side.key.text] = {"Destination": _destination(sam, side, found, sending)}
        shape["DestinationConfig"] = targets if is_map(written.value) else computed(written.value)
    paths = {name: ("EventInvokeConfig", name) for name in ("MaximumEventAgeInSeconds", "MaximumRetryAttempts")}
    made = Made(f"{sam.name}EventInvokeConfig", "AWS::Lambda::EventInvokeConfig", mapping_of(shape, config.key), config.key, paths)
    return [*found, made], sending


def _destination(sam: Sam, side: Pair, found: list[Made], sending: list[Sending]) -> Shape:
    kind = text_of(side.value.get("Type")) if isinstance(side.value, Mapping) else None
    written = side.value.get("Destination") if isinstance(side.value, Mapping) else None
    absent, name = _absent(sam, written), f"{sam.name}EventInvokeConfig{side.key.text}"
    target: Shape = written if written is not None else computed(side.value)
    if absent is not None and kind in ("SQS", "SNS"):
        made = f"{name}{'Queue' if kind == 'SQS' else 'Topic'}"
        target = get_att(made, "Arn") if kind == "SQS" else ref(made)
        condition, needed = _both(sam, absent)
        if absent.condition is not None:
            target = {"Fn::If": [absent.condition, target, absent.arn or ref("AWS::NoValue")]}
        service = "AWS::SQS::Queue" if kind == "SQS" else "AWS::SNS::Topic"
        found.append(Made(made, service, mapping_of({}, side.key), side.key, condition=condition, needed=needed))
    sending += [Sending(policy, statements) for policy, statements in destination_policy(kind, name, target)]
    return target


def _absent(sam: Sam, written: object) -> _Absent | None:
    if written is None:
        return _Absent()
    call = function(written) if isinstance(written, Mapping) else None
    parts = elements(call[1]) if call and call[0] == "Fn::If" else []
    name = text_of(parts[0]) if len(parts) == 3 else None
    if name is None:
        return None
    missing = [_no_value(part) for part in parts[1:]]
    if missing == [True, False]:
        return _Absent(name, parts[2], {})
    if missing == [False, True]:
        opposite = f"NOT{name}{digest(f'{sam.name}EventInvokeConfig')}"
        return _Absent(opposite, parts[1], {opposite: {"Fn::Not": [{"Condition": name}]}})
    return None


def _no_value(node: object) -> bool:
    call = function(node) if isinstance(node, Mapping) else None
    return call is not None and call[0] == "Ref" and text_of(call[1]) == "AWS::NoValue"


def _both(sam: Sam, absent: _Absent) -> tuple[str | None, dict[str, Shape]]:
    """The function's condition and the destination's as one."""
    needed = dict(absent.needed or {})
    if absent.condition is None or sam.condition is None:
        return absent.condition, needed
    name = f"{sam.condition}AND{absent.condition}{digest(sam.name)}"
    needed[name] = {"Fn::And": [{"Condition": sam.condition}, {"Condition": absent.condition}]}
    return name, needed
