"""Fixes that admit a service to a resource: a statement more in its policy, or a policy where there is none."""

from collections.abc import Mapping, Sequence

from obslint.aws.guards.allows import Verdict
from obslint.aws.guards.holders import BucketPolicy, KeyPolicy, PolicyAttachment, PolicyHolder, QueuePolicy, Role, RolePolicy, TopicPolicy
from obslint.aws.view import View
from obslint.model import Json, Plain
from obslint.policy import Fix, add_resource, advice, extend, set_to

_HOLDERS: Mapping[str, tuple[type[PolicyHolder], str, str, str]] = {
    "aws_sns_topic": (TopicPolicy, "listed", "arn", ""),
    "AWS::SNS::Topic": (TopicPolicy, "listed", "", "Ref"),
    "aws_sqs_queue": (QueuePolicy, "listed", "id", ""),
    "AWS::SQS::Queue": (QueuePolicy, "listed", "", "Ref"),
    "aws_s3_bucket": (BucketPolicy, "guarded", "id", ""),
    "AWS::S3::Bucket": (BucketPolicy, "guarded", "", "Ref"),
    "aws_kms_key": (KeyPolicy, "guarded", "key_id", ""),
}
"""What gives a resource its policy: the view, its attribute that names the resource, and the attribute that is named."""

_ADDED = "who else may be admitted, and under which conditions, needs a judgement"
_WRITE = ("logs:CreateLogStream", "logs:PutLogEvents")
_NEW = "a policy that is attached elsewhere would be replaced"


def admitting(verdict: Verdict, resource: View, statements: Sequence[Mapping[str, Plain]], who: str) -> Fix:
    """Lets a service in: by statements in the policy that is in force, or by a new policy of the resource."""
    denied = next(verdict.denied_by(), None)
    if denied is not None:
        document, _ = denied
        reason = "what the statement is meant to keep out has to be thought over"
        return advice(f"leave {who} out of the Deny", reason).on(document.resource, document.path)
    policy = verdict.policy
    if policy is not None:
        return extend(statements, f"admit {who} in the policy", unsafe=_ADDED).on(policy.resource, (*policy.path, "Statement"))
    known = _HOLDERS.get(resource.resource.type)
    if known is None or verdict.policies:
        return advice(f"admit {who}", "the policy that decides is not certain")
    return _new_policy(resource, statements, who, known)


def _new_policy(
    resource: View, statements: Sequence[Mapping[str, Plain]], who: str, known: tuple[type[PolicyHolder], str, str, str]
) -> Fix:
    view, named, terraform, cloudformation = known
    link: Plain = resource.link(terraform, cloudformation)
    if view in (TopicPolicy, QueuePolicy) and cloudformation:
        link = [link]
    listed = list(statements)
    attributes: dict[str, Plain] = {named: link, "document": Json({"Version": "2012-10-17", "Statement": listed})}
    draft = view.draft(resource, **attributes)
    title = f"give it a policy that admits {who}"
    if view is KeyPolicy:
        return add_resource(draft, title, manual="the policy of a key must admit those who manage it as well").on(resource.resource, ())
    return add_resource(draft, title, unsafe=_NEW).on(resource.resource, ())


def allow(service: str, actions: str | Sequence[str], resource: Plain, condition: Mapping[str, Plain] | None = None) -> dict[str, Plain]:
    """A statement that allows a service something."""
    made: dict[str, Plain] = {"Effect": "Allow", "Principal": {"Service": service}, "Action": actions, "Resource": resource}
    return {**made, "Condition": condition} if condition else made


def writing_logs(role: Role, target: Plain, name: str, actions: Sequence[str] = _WRITE, title: str = "") -> Fix:
    """A policy that lets a role write to a log group, or do something else."""
    statement: dict[str, Plain] = {"Effect": "Allow", "Action": actions, "Resource": target}
    document = Json({"Version": "2012-10-17", "Statement": [statement]})
    draft = RolePolicy.draft(role, role=role.link("id", "Ref"), title=name, document=document)
    title = title or f"let {role.address} write to the log group"
    return add_resource(draft, title, unsafe="it gives the role a permission").on(role.resource, ())


def attaching(role: Role, policy: str, otherwise: Fix) -> Fix:
    """Attaches a policy of AWS to a role; where the role lists its own, which detaches any other, it gets what the other fix writes."""
    title, why = f"attach {policy.rpartition('/')[2]} to {role.address}", "it gives the role a permission"
    if role.managed.surely_absent().known is not True:
        return otherwise
    if role.resource.dialect == "terraform":
        draft = PolicyAttachment.draft(role, role=role.link("name", ""), policy=policy)
        return add_resource(draft, title, unsafe=why).on(role.resource, ())
    return set_to([policy], title=title, unsafe=why).on(role.resource, role.managed.path)


def streams_of(group: View | None, beside: View) -> Plain:
    """The streams of a log group as the resource of a statement; all of them where it cannot be named."""
    tail = ":*" if beside.resource.dialect == "terraform" else ""
    return group.link("arn", "Arn", after=tail) if group is not None and group.can_be_named_by(beside) else "*"
