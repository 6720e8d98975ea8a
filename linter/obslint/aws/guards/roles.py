"""What the policies of a role let it do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obslint.aws.attribute import Attribute
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.holders import ExclusivePolicies, ManagedPolicy, PolicyAttachment, Role, RolePolicy
from obslint.aws.guards.judging import allows, denies, nearly
from obslint.aws.guards.managed import GRANTS
from obslint.aws.guards.requests import Principal, Request
from obslint.aws.guards.texts import Text, matches, shown
from obslint.aws.unit import Unit, exists
from obslint.model import NO, YES, Absent, Fields, Known, Symbolic, Truth, Unknown, Value, any_of, references, undecided
from obslint.model.compare import decide, doubt
from obslint.policy import Label

_MANAGED = ":iam::aws:policy/"


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one policy says: whether it allows, and whether it denies."""

    allows: Truth
    denies: Truth

    def __or__(self, other: "_Answer") -> "_Answer":
        return _Answer(self.allows | other.allows, self.denies | other.denies)

    def when(self, certain: Truth) -> "_Answer":
        """The same for a policy that is not certainly attached."""
        return _Answer(self.allows & certain, self.denies & certain)


_NOTHING = _Answer(NO, NO)


def role_allows(role: Role, action: str, resource: Text, unit: Unit, context: Mapping[str, Text | None] | None = None) -> Truth:
    """Whether the policies of a role allow an action on a resource; no only where all of them can be read."""
    request = Request(action, resource, None, context or {})
    found = _NOTHING
    for inline in role.inline:
        found |= _Answer(allows(inline.document.value, request), denies(inline.document.value, request))
    found |= _hidden(role.inline.any(lambda _: NO))
    for one in unit.all(RolePolicy):
        certain = one.belongs_to(role) & exists(one)
        if certain.known is not False:
            found |= _Answer(allows(one.document.value, request), denies(one.document.value, request)).when(certain)
    found |= _attached(role, request, unit)
    elsewhere = ~unit.closed_around(role)
    return ((found.allows | elsewhere) & ~found.denies) & _within_boundary(role)


def near_miss(role: Role, action: str, resource: Text, unit: Unit) -> Label | None:
    """The statement of a policy of the role that allows the action, though on something else or under another condition."""
    request = Request(action, resource, None, {})
    for document in _documents(role, unit):
        for part in nearly(document.value, request):
            missed = "its resources are others" if part.resource.known is False else "its conditions are not met"
            return Label(part.statement.place or document.at, f"this statement does not reach it: {missed}")
    return None


def _documents(role: Role, unit: Unit) -> Iterator[Attribute]:
    """The policies of a role that are written in the unit."""
    yield from (inline.document for inline in role.inline)
    yield from (one.document for one in unit.all(RolePolicy) if one.belongs_to(role).known)
    attached = [one.policy for one in unit.all(PolicyAttachment) if one.belongs_to(role).known]
    for policy in unit.all(ManagedPolicy):
        if policy.roles.refers_to(role).known or any(one.refers_to(policy).known for one in (*attached, role.managed)):
            yield policy.document


def trusts(role: Role, principal: Principal, context: Mapping[str, Text | None] | None = None) -> Truth:
    """Whether a service may assume a role."""
    request = Request("sts:AssumeRole", ("*",), principal, context or {})
    return allows(role.trust.value, request) & ~denies(role.trust.value, request)


def _hidden(more: Truth) -> _Answer:
    return _Answer(more, more)


def _within_boundary(role: Role) -> Truth:
    """A permissions boundary is not read; nothing beyond it is allowed."""
    return YES if role.boundary.surely_absent().known else undecided("a permissions boundary may not allow it", role.boundary.at)


def _attached(role: Role, request: Request, unit: Unit) -> _Answer:
    found = _Answer(NO, NO)
    for item in role.managed.items():
        found |= _by_arn(item.value, request, unit)
    for attachment in unit.all(PolicyAttachment):
        certain = attachment.belongs_to(role) & exists(attachment)
        if certain.known is not False:
            found |= _by_arn(attachment.policy.value, request, unit).when(certain)
    for exclusive in unit.all(ExclusivePolicies):
        if exclusive.role.refers_to(role).known is not False:
            for item in exclusive.managed.items():
                found |= _by_arn(item.value, request, unit)
    for policy in unit.all(ManagedPolicy):
        certain = policy.roles.refers_to(role) & exists(policy)
        if certain.known is not False:
            found |= _document(policy.document, request).when(certain)
    return found


def _document(document: Attribute, request: Request) -> _Answer:
    return _Answer(allows(document.value, request), denies(document.value, request))


def _by_arn(arn: Value, request: Request, unit: Unit) -> _Answer:
    """The answer of a policy that is named by its ARN: one of the unit, or one that AWS manages."""
    return _Answer(
        decide(arn, lambda value: _one(value, request, unit).allows),
        decide(arn, lambda value: _one(value, request, unit).denies),
    )


def _one(arn: Value, request: Request, unit: Unit) -> _Answer:
    if isinstance(arn, Absent):
        return _NOTHING
    if isinstance(arn, Known) and isinstance(arn.data, tuple):
        found = _NOTHING
        for item in arn.data:
            found |= _by_arn(item, request, unit)
        return found
    named = {id(reference.resource) for reference in references(arn)} if isinstance(arn, Symbolic | Known) else set()
    policy = next((one for one in unit.all(ManagedPolicy) if id(one.resource) in named), None)
    if policy is not None:
        return _document(policy.document, request)
    name = _managed_name(arn)
    if name is None:
        why = doubt(arn) if isinstance(arn, Unknown | Symbolic) else undecided("a policy is not in the code that was read", arn.place)
        return _Answer(why, why)
    return _Answer(_granted(name, arn, request), NO)


def _managed_name(arn: Value) -> str | None:
    """The name of a policy that AWS manages."""
    named = isinstance(arn, Known) and isinstance(arn.data, Fields)
    for reference in references(arn):
        resource = reference.resource
        if resource is not None and resource.type == "data.aws_iam_policy":
            arn = next((resource.fields[key] for key in ("arn", "name") if key in resource.fields), arn)
            named = True
    _, found, name = shown(text_of(arn)).partition(_MANAGED)
    if found:
        return name
    return None if not named else next((full for full in GRANTS if full.rpartition("/")[2] == shown(text_of(arn))), None)


def _granted(name: str, arn: Value, request: Request) -> Truth:
    listed = GRANTS.get(name)
    if listed is None:
        return undecided(f"what {name} allows is not known here", arn.place)
    return any_of(listed, lambda action: matches((action,), (request.action,), fold=True))
