"""event-target-without-role"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, lacks_role, needing_role, role_defects, target_role_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def event_target_without_role(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The target needs a role, and has none that EventBridge can use.

    Streams, state machines, pipelines, builds, job queues and tasks are reached with a role. Without one, or with one that does not
    trust events.amazonaws.com or may not do it, nothing is ever started.

    Fix safety: unsafe, it lets a service in. Manual where a role has to be made.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
    """
    for target, named, action in needing_role(holder):
        if lacks_role(target, holder, unit):
            yield target.role.finding(f"EventBridge needs a role for {action}", fix=target_role_fix(target, named, action, unit))
        for message, fine, role, fix in role_defects(target, named, action, unit):
            if ~fine:
                yield target.role.finding(message, fix=fix, related=(role.label("this role"),))
                break
