"""Whether a policy lets someone do something: `guard_allows`, and what to show of the answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obslint.aws.attribute import Attribute
from obslint.aws.estate import Estate
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.documents import Statement
from obslint.aws.guards.holders import (
    BucketInline,
    BucketPolicy,
    FunctionPermission,
    Key,
    KeyGrant,
    KeyPolicy,
    LogDestinationPolicy,
    LogResourcePolicy,
    PolicyHolder,
    QueueInline,
    QueuePolicy,
    TopicInline,
    TopicPolicy,
)
from obslint.aws.guards.judging import Part, allows, denies, denying, missing, nearly
from obslint.aws.guards.permissions import permits
from obslint.aws.guards.requests import Principal, Request
from obslint.aws.guards.texts import ANYTHING, Slot, Text, joined
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View
from obslint.model import NO, YES, Absent, Truth, any_of, truth, undecided
from obslint.model.truth import assuming_nothing
from obslint.policy import Label

_KINDS: Mapping[str, tuple[type[View] | None, type[PolicyHolder]]] = {
    "aws_sns_topic": (TopicInline, TopicPolicy),
    "AWS::SNS::Topic": (None, TopicPolicy),
    "aws_sqs_queue": (QueueInline, QueuePolicy),
    "AWS::SQS::Queue": (None, QueuePolicy),
    "aws_s3_bucket": (BucketInline, BucketPolicy),
    "AWS::S3::Bucket": (None, BucketPolicy),
    **dict.fromkeys(Key.types(), (Key, KeyPolicy)),
}
"""Resources that have one policy: the view with the policy written in it, and the one that gives it from outside."""

_KEPT_OUT = ("events", "cloudtrail", "budgets", "costalerts", "backup", "codestar-notifications", "s3", "ses")
"""Services whose guides ask for a policy of the topic."""

_DEFAULTS: Mapping[str, Mapping[str, Truth]] = {
    "topic": {
        "cloudwatch.amazonaws.com": YES,
        **dict.fromkeys((f"{service}.amazonaws.com" for service in _KEPT_OUT), NO),
    },
}
"""What the policy of a topic admits that AWS writes; it names the account, and alarms act for it:
https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html"""


@dataclass(frozen=True, slots=True)
class InForce:
    """A policy document that is, or may be, in force for a resource."""

    document: Attribute
    certain: Truth


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to a request, and the policies that decided it."""

    request: Request
    allowed: Truth
    policies: tuple[InForce, ...]

    @property
    def refused(self) -> Truth:
        """Whether the request is certainly not allowed."""
        return ~self.allowed

    @property
    def misses(self) -> Truth:
        """Whether a statement allows the action to the one who asks, though not here."""
        return any_of(self.policies, lambda found: missing(found.document.value, self.request))

    @property
    def denied(self) -> Truth:
        """Whether a statement certainly denies it."""
        return truth(next(self.denied_by(), None) is not None)

    @property
    def policy(self) -> Attribute | None:
        """The policy document that is certainly in force, when it is one."""
        certain = [found.document for found in self.policies if found.certain.known]
        return certain[0] if len(certain) == 1 else None

    def denied_by(self) -> Iterator[tuple[Attribute, Statement]]:
        """The statements that deny the request, with the document each stands in."""
        for found in self.policies:
            yield from ((found.document, one) for one in denying(found.document.value, self.request))

    def nearly(self) -> Iterator[tuple[Attribute, Part]]:
        """Statements that allow the action to the one who asks, but for another resource or under another condition."""
        for found in self.policies:
            yield from ((found.document, part) for part in nearly(found.document.value, self.request))

    def evidence(self, resource: View) -> tuple[Label, ...]:
        """The statement that denies, the one that nearly allows, the policy that does not mention it, or that there is none."""
        for document, statement in self.denied_by():
            return (Label(statement.place or document.at, "this statement denies it"),)
        for document, part in self.nearly():
            missed = "its resources are others" if part.resource.known is False else "its conditions are not met"
            return (Label(part.statement.place or document.at, f"this statement does not reach it: {missed}"),)
        if self.policy is not None:
            who = f" to {self.request.principal.label}" if self.request.principal else ""
            return (self.policy.label(f"no statement here allows {self.request.action}{who}"),)
        return () if self.policies else (resource.label("it has no policy of its own"),)


def guard_allows(
    principal: Principal | None,
    action: str,
    resource: View,
    unit: Unit,
    context: Mapping[str, Text | None] | None = None,
    *,
    within: Text = (),
) -> Verdict:
    """Whether the policy of a resource lets someone do something to it; `within` is what follows its ARN (`/AWSLogs/...`)."""
    request = Request(action, joined(arn_of(resource.resource), within), principal, context or {})
    return _asked(request, resource, unit)


def _asked(request: Request, resource: View, unit: Unit) -> Verdict:
    """The answer to a request for a resource, by the policies of its kind."""
    kind = resource.resource.type
    if kind in _KINDS:
        return _by_one_policy(request, resource, unit)
    if kind in ("aws_lambda_function", "AWS::Lambda::Function", "AWS::Serverless::Function"):
        return Verdict(request, _by_permissions(request, resource, unit), ())
    if kind in ("aws_cloudwatch_log_group", "AWS::Logs::LogGroup"):
        return _by_account_policies(request, resource, unit)
    if kind in ("aws_cloudwatch_log_destination", "AWS::Logs::Destination"):
        return _by_destination_policy(request, resource, unit)
    return Verdict(request, undecided(f"the policies of {kind} are not read", resource.header), ())


def policies_of(resource: View, unit: Unit) -> tuple[InForce, ...]:
    """The policy documents that are, or may be, in force for a topic, queue, bucket or key."""
    inline, holder = _KINDS[resource.resource.type]
    found = []
    if inline is not None:
        own = inline(resource.resource)
        document: Attribute = own.document  # type: ignore[attr-defined]  # every such view has one
        if document.surely_set().known is not False:
            found.append(InForce(document, document.surely_set()))
    for one in unit.all(holder):
        certain = one.guards(resource) & exists(one)
        if certain.known is not False:
            found.append(InForce(one.document, certain))
    return tuple(found)


def _by_one_policy(request: Request, resource: View, unit: Unit) -> Verdict:
    found = policies_of(resource, unit)
    allowed = any_of(found, lambda one: one.certain & _admits(one.document, request))
    unless = any_of(found, lambda one: one.certain)
    if unless.known is not True:
        allowed |= ~unless & (_by_default(request, resource) | ~unit.closed_around(resource))
    if isinstance(resource, Key) or resource.resource.type in Key.types():
        allowed |= _by_grant(resource, unit)
    return Verdict(request, allowed, found)


def _admits(document: Attribute, request: Request) -> Truth:
    return allows(document.value, request) & ~denies(document.value, request)


def _by_default(request: Request, resource: View) -> Truth:
    """What the policy says that a resource has when none is written."""
    if not resource.is_type("aws_sns_topic", "AWS::SNS::Topic") or request.principal is None:
        return NO
    known = _DEFAULTS["topic"].get(request.principal.label)
    return undecided(f"it is not known whether the default policy admits {request.principal.label}") if known is None else known


def _by_grant(key: View, unit: Unit) -> Truth:
    return unit.any(KeyGrant, lambda grant: grant.key.refers_to(key)) & undecided("a grant may admit it", key.header)


def _by_permissions(request: Request, function: View, unit: Unit) -> Truth:
    granted = unit.any(FunctionPermission, lambda one: one.function.refers_to(function) & permits(one, request))
    return granted | ~unit.closed_around(function)


def _by_account_policies(request: Request, group: View, unit: Unit) -> Verdict:
    found = tuple(InForce(one.document, exists(one)) for one in unit.all(LogResourcePolicy))
    allowed = any_of(found, lambda one: one.certain & _admits(one.document, request))
    return Verdict(request, allowed | ~unit.closed_around(group), found)


def log_group_admitted_elsewhere(verdict: Verdict, estate: Estate) -> Truth:
    """Whether a policy of another unit may let the request in: such policies are in force for the whole account, if it is the same one."""
    for unit in estate.others(LogResourcePolicy):
        with assuming_nothing():
            found = next((one for one in unit.all(LogResourcePolicy) if _admits(one.document, verdict.request).known is not False), None)
        if found is not None:
            return undecided(f"{found.address} of {unit.data.path} may be in force here as well", found.header)
    return NO


def _by_destination_policy(request: Request, destination: View, unit: Unit) -> Verdict:
    found = tuple(
        InForce(one.document, exists(one) & belongs)
        for one in unit.all(LogDestinationPolicy)
        if (belongs := one.is_of(destination)).known is not False
    )
    allowed = any_of(found, lambda one: one.certain & _admits(one.document, request))
    certain = any_of(found, lambda one: one.certain)
    return Verdict(request, allowed if certain.known else allowed | ~unit.closed_around(destination), found)


def objects(*parts: "str | Slot | Text | Attribute") -> Text:
    """What follows the ARN of a bucket for the objects under a prefix, whatever they are called."""
    return joined("/", *(_piece(part) for part in parts), ANYTHING)


def _piece(part: "str | Slot | Text | Attribute") -> "str | Slot | Text":
    if not isinstance(part, Attribute):
        return part

    return () if isinstance(part.effective, Absent) else text_of(part.effective)
