"""The CloudWatch agent on instances, as far as what it needs is declared."""

from obslint.aws.dimension_values import whole_reference
from obslint.aws.guards.holders import PolicyAttachment, Role
from obslint.aws.guards.roles import role_allows
from obslint.aws.metrics import Mismatch
from obslint.aws.series import Series, namespace_of
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.policy import Fix, add_resource, advice, set_to

_AGENT, _POLICY = "CWAgent", "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
_INSTALL = "the agent has to be installed too, and its configuration decides the dimensions"


class _Host(View, terraform="aws_instance", cloudformation="AWS::EC2::Instance"):
    profile = reference("iam_instance_profile", "IamInstanceProfile")
    template = attribute("launch_template", "LaunchTemplate")


class _Profile(View, terraform="aws_iam_instance_profile", cloudformation="AWS::IAM::InstanceProfile"):
    named_by = ("name",)
    name = attribute("name", "InstanceProfileName")
    role = reference("role", "Roles")


def missing_agent(series: Series, unit: Unit) -> Mismatch | None:
    """A metric of the agent, of an instance that cannot publish any: it has no role, or one that does not let it."""
    watched = series.dimensions.named("InstanceId") if namespace_of(series) == _AGENT else None
    named = whole_reference(watched.value) if watched is not None else None
    host = next((one for one in unit.all(_Host) if named is not None and one.resource is named.resource), None)
    if host is None:
        return None
    if host.profile.surely_absent() & host.template.surely_absent():
        fix = advice("give the instance a role and the agent", _INSTALL)
        return Mismatch(
            series.name, "the instance has no role with which an agent could publish metrics", fix, (host.label("this instance"),)
        )
    role = _role_of(host, unit)
    if role is not None and ~role_allows(role, "cloudwatch:PutMetricData", ("*",), unit, {"cloudwatch:namespace": (_AGENT,)}):
        labels = (host.label("this instance"), role.label("its role"))
        return Mismatch(series.name, "the role of the instance does not let an agent publish metrics", _attaching(role), labels)
    return None


def _role_of(host: _Host, unit: Unit) -> Role | None:
    """The one role of the instance's profile."""
    for profile in unit.all(_Profile):
        if host.profile.refers_to(profile):
            return next((role for role in unit.all(Role) if profile.role.refers_to(role)), None)
    return None


def _attaching(role: Role) -> Fix:
    title = "attach CloudWatchAgentServerPolicy"
    if role.resource.dialect == "cloudformation":
        listed = [one.shown for one in role.managed.items()]
        return set_to([*listed, _POLICY], title=title, manual=_INSTALL).on(role.resource, role.managed.path)
    draft = PolicyAttachment.draft(role, role=role.link("name", "Ref"), policy=_POLICY)
    return add_resource(draft, title, manual=_INSTALL).on(role.resource, ())
