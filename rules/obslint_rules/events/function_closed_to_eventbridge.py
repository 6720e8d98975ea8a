"""function-closed-to-eventbridge"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, closed_functions
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def function_closed_to_eventbridge(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The rule's target is a function that does not admit EventBridge.

    Neither Terraform nor CloudFormation adds the permission. Every call fails, and only the metric FailedInvocations shows it.

    Fix safety: unsafe, it opens the function to a service.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    """
    for closure in closed_functions(holder, unit):
        if closure.verdict.refused:
            yield closure.at.finding("EventBridge may not call the function", fix=closure.fix, related=closure.related)
            return
