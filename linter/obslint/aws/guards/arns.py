"""Values as texts that can be compared: references to resources become the ARNs and names they come to."""

from dataclasses import dataclass
from itertools import count

from obslint.aws.guards.texts import ACCOUNT, PARTITION, REGION, SUFFIX, Slot, Text, joined
from obslint.model import Absent, Fields, Known, Reference, Resource, Symbolic, Unknown, Value, settle
from obslint.model.compare import plain

_serial = count(1)


@dataclass(frozen=True, slots=True)
class Shape:
    """How the ARN of a kind of resource is written: `{n}` is its name, which stands in the attribute `named`.

    `names` and `arns` are the attributes that give either; `tail` follows the ARN that an attribute gives.
    """

    arn: str
    named: str
    names: tuple[str, ...]
    arns: tuple[str, ...]
    tail: str = ""
    path: str = ""


def _regional(service: str, before: str = "") -> str:
    return f"arn:{{p}}:{service}:{{r}}:{{a}}:{before}{{n}}"


_LOGS, _RULE, _ROLE = _regional("logs", "log-group:"), _regional("events", "rule/"), "arn:{p}:iam::{a}:role/{n}"
_FUNCTION, _TRAIL = _regional("lambda", "function:"), _regional("cloudtrail", "trail/")
_STREAM, _FIREHOSE = _regional("kinesis", "stream/"), _regional("firehose", "deliverystream/")

_SHAPES = {
    "aws_s3_bucket": Shape("arn:{p}:s3:::{n}", "bucket", ("id", "bucket"), ("arn",)),
    "aws_sns_topic": Shape(_regional("sns"), "name", ("name",), ("arn", "id")),
    "aws_sqs_queue": Shape(_regional("sqs"), "name", ("name",), ("arn",)),
    "aws_lambda_function": Shape(_FUNCTION, "function_name", ("function_name", "id"), ("arn",)),
    "aws_cloudwatch_log_group": Shape(_LOGS, "name", ("name", "id"), ("arn",)),
    "aws_cloudtrail": Shape(_TRAIL, "name", ("name",), ("arn",)),
    "aws_cloudwatch_event_rule": Shape(_RULE, "name", ("name",), ("arn",), path="event_bus_name"),
    "aws_iam_role": Shape(_ROLE, "name", ("name", "id"), ("arn",), path="path"),
    "aws_kinesis_stream": Shape(_STREAM, "name", ("name",), ("arn", "id")),
    "aws_kinesis_firehose_delivery_stream": Shape(_FIREHOSE, "name", ("name",), ("arn", "id")),
    "aws_cloudwatch_metric_alarm": Shape(_regional("cloudwatch", "alarm:"), "alarm_name", ("alarm_name", "id"), ("arn",)),
    "AWS::S3::Bucket": Shape("arn:{p}:s3:::{n}", "BucketName", ("Ref",), ("Arn",)),
    "AWS::SNS::Topic": Shape(_regional("sns"), "TopicName", ("TopicName",), ("Ref", "TopicArn")),
    "AWS::SQS::Queue": Shape(_regional("sqs"), "QueueName", ("QueueName",), ("Arn",)),
    "AWS::Lambda::Function": Shape(_FUNCTION, "FunctionName", ("Ref",), ("Arn",)),
    "AWS::Logs::LogGroup": Shape(_LOGS, "LogGroupName", ("Ref",), ("Arn",), tail=":*"),
    "AWS::CloudTrail::Trail": Shape(_TRAIL, "TrailName", ("Ref",), ("Arn",)),
    "AWS::Events::Rule": Shape(_RULE, "Name", ("Ref",), ("Arn",), path="EventBusName"),
    "AWS::IAM::Role": Shape(_ROLE, "RoleName", ("Ref",), ("Arn",), path="Path"),
    "AWS::Kinesis::Stream": Shape(_STREAM, "Name", ("Ref",), ("Arn",)),
    "AWS::KinesisFirehose::DeliveryStream": Shape(_FIREHOSE, "DeliveryStreamName", ("Ref",), ("Arn",)),
    "AWS::CloudWatch::Alarm": Shape(_regional("cloudwatch", "alarm:"), "AlarmName", ("Ref",), ("Arn",)),
}

_ASKED_FOR = Slot("region", why="the region is known only at deployment; pass --region")
_PSEUDO = {"AWS::AccountId": ACCOUNT, "AWS::Region": _ASKED_FOR, "AWS::Partition": PARTITION, "AWS::URLSuffix": SUFFIX}
_LOOKED_UP = {
    ("data.aws_caller_identity", "account_id"): ACCOUNT,
    ("data.aws_caller_identity", "id"): ACCOUNT,
    ("data.aws_partition", "partition"): PARTITION,
    ("data.aws_partition", "id"): PARTITION,
    ("data.aws_partition", "dns_suffix"): SUFFIX,
}


def text_of(value: Value) -> Text:
    """A single value as a text; what is not known of it becomes a slot."""
    value = settle(value)
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return (plain(value.data),)
    if isinstance(value, Symbolic):
        return joined(*(_part(part) for part in value.parts))
    if isinstance(value, Unknown):
        return _reference(value.symbol) if value.symbol else (Slot("value", f"?{next(_serial)}", value.why),)
    why = "a value is missing" if isinstance(value, Absent) else "a list or a map stands where a single value belongs"
    return (Slot("value", f"?{next(_serial)}", why),)


def _part(part: str | Reference) -> Text:
    return (part,) if isinstance(part, str) else _reference(part)


def _reference(reference: Reference) -> Text:
    if reference.target in _PSEUDO:
        return (_PSEUDO[reference.target],)
    if reference.resource is None:
        return (Slot("value", str(reference), reference.reason),)
    found = _LOOKED_UP.get((reference.resource.type, reference.attribute))
    if found:
        return (found,)
    if reference.resource.type == "data.aws_region" and reference.attribute in ("name", "id", "region"):
        return _asked_region(reference.resource)
    return _declared(reference, reference.resource)


def _asked_region(resource: Resource) -> Text:
    given = next((resource.fields[key] for key in ("name", "region") if key in resource.fields), resource.region)
    return (REGION,) if isinstance(settle(given), Absent | Unknown) else text_of(given)


def _declared(reference: Reference, resource: Resource) -> Text:
    shape = _SHAPES.get(resource.type)
    if shape and reference.attribute in shape.arns:
        return joined(arn_of(resource), shape.tail)
    if shape and reference.attribute in shape.names:
        return name_of(resource)
    return (Slot("value", str(reference), reference.reason),)


def name_of(resource: Resource) -> Text:
    """The name of a resource; a slot of its own when AWS makes it up."""
    shape = _SHAPES.get(resource.type)
    value = settle(resource.fields[shape.named]) if shape and shape.named in resource.fields else Absent()
    made_up = (Slot("name", resource.address, f"AWS makes up the name of {resource.address}"),)
    return made_up if isinstance(value, Absent) else text_of(value)


def arn_of(resource: Resource) -> Text:
    """The ARN of a resource, or a slot that stands for it."""
    shape = _SHAPES.get(resource.type)
    if shape is None:
        return (Slot("value", f"{resource.address}.arn", f"the ARN of {resource.address} is known only at deployment"),)
    region = settle(resource.region)
    places = {
        "p": (PARTITION,),
        "a": (ACCOUNT,),
        "r": text_of(region) if isinstance(region, Known) else (_ASKED_FOR if resource.dialect == "cloudformation" else REGION,),
        "n": joined(_folder(resource, shape), name_of(resource)),
    }
    pieces: list[str | Text] = []
    for index, piece in enumerate(shape.arn.replace("}", "{").split("{")):
        pieces.append(places[piece] if index % 2 else piece)
    return joined(*pieces)


def _folder(resource: Resource, shape: Shape) -> Text:
    """What stands between the kind and the name: the path of a role, the bus of a rule."""
    value = settle(resource.fields[shape.path]) if shape.path and shape.path in resource.fields else Absent()
    if isinstance(value, Absent) or (isinstance(value, Known) and value.data in ("default", "/", "")):
        return ()
    found = text_of(value)
    if shape.path.lower() == "path":
        head = found[0]
        return (head[1:], *found[1:]) if isinstance(head, str) and head.startswith("/") else found
    bus = _named_in_arn(found, "event-bus/")
    return () if bus == ("default",) else joined(bus, "/")


def _named_in_arn(text: Text, before: str) -> Text:
    """The name in an ARN, when the text is one."""
    for index, part in enumerate(text):
        if isinstance(part, str) and before in part:
            return joined(part.rpartition(before)[2], *text[index + 1 :])
    return text
