"""The conditions that policies and keys put on a hop."""

from collections.abc import Iterator

from obslint.aws.access.keys import key_named_by
from obslint.aws.attribute import Attribute
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.requests import service_principal
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import Resource
from obslint.signals.graph import Part

NAMES = {
    "cloudwatch": "CloudWatch", "events": "EventBridge", "sns": "SNS", "logs": "CloudWatch Logs", "cloudtrail": "CloudTrail",
    "lambda.alarms.cloudwatch": "CloudWatch alarms",
}  # fmt: skip

_ACTIONS = {
    "aws_sns_topic": ("topic", "sns:Publish"),
    "AWS::SNS::Topic": ("topic", "sns:Publish"),
    "aws_sqs_queue": ("queue", "sqs:SendMessage"),
    "AWS::SQS::Queue": ("queue", "sqs:SendMessage"),
    "aws_lambda_function": ("function", "lambda:InvokeFunction"),
    "AWS::Lambda::Function": ("function", "lambda:InvokeFunction"),
    "AWS::Serverless::Function": ("function", "lambda:InvokeFunction"),
}


def admissions(service: str, source: Resource, target: View, unit: Unit) -> Iterator[Part]:
    """Whether the policy of a topic, queue or function lets a service in for a resource, and the key of it too."""
    found = _ACTIONS.get(target.resource.type)
    if found is None:
        return
    what, action = found
    context = {"aws:SourceArn": arn_of(source)}
    verdict = guard_allows(service_principal(service), action, target, unit, context)
    yield _part(verdict, target, f"the policy of the {what} does not let {NAMES[service]} in")
    if isinstance(target, Topic):
        why = "the key alias/aws/sns admits no other service"
        yield ~target.uses_managed_key(unit), why, target.kms_key.at
    key = getattr(target, "kms_key", None)
    if isinstance(key, Attribute):
        yield from _key_admissions(service, source, key, unit)


def _key_admissions(service: str, source: Resource, named: Attribute, unit: Unit) -> Iterator[Part]:
    key = key_named_by(named, unit)
    if key is not None:
        for action in ("kms:GenerateDataKey", "kms:Decrypt"):
            verdict = guard_allows(service_principal(service), action, key, unit, {"aws:SourceArn": arn_of(source)})
            yield _part(verdict, key, f"the policy of the key does not let {NAMES[service]} use it")


def _part(verdict: Verdict, guarded: View, why: str) -> Part:
    evidence = verdict.evidence(guarded) if verdict.allowed.known is False else ()
    return verdict.allowed, why, evidence[0].place if evidence else guarded.header
