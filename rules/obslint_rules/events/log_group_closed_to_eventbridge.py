"""log-group-closed-to-eventbridge"""

from collections.abc import Iterator

from obslint.aws import Estate, TargetHolder, Unit, closed_log_groups, log_group_admitted_elsewhere
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def log_group_closed_to_eventbridge(holder: TargetHolder, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The rule's target is a log group, and no resource policy lets EventBridge write there.

    The console adds the policy, Terraform and CloudFormation do not. Nothing is ever written.

    Fix safety: unsafe, a region has ten such policies at most.
    When to ignore: a policy of the account that is declared elsewhere admits it.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    """
    for closure in closed_log_groups(holder, unit):
        if closure.verdict.refused & ~log_group_admitted_elsewhere(closure.verdict, estate):
            yield closure.at.finding("EventBridge may not write to the log group", fix=closure.fix, related=closure.related)
            return
