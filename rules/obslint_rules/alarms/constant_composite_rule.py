"""constant-composite-rule"""

from collections.abc import Iterator

from obslint.aws import CompositeAlarm, Unit, constant_reason
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def constant_composite_rule(composite: CompositeAlarm, unit: Unit) -> Iterator[Finding]:
    """The rule of a composite alarm is a constant, contradicts itself, or depends on its own alarm.

    The alarm never changes its state: TRUE or FALSE was left from a test, one alarm would have to be in two states at once, or
    CloudWatch stops to evaluate alarms that depend on each other in a circle.

    Fix safety: manual, what is meant has to be decided.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
    """
    reason = constant_reason(composite, unit)
    if reason:
        fix = advice("name the alarms that matter, each as ALARM(name), with AND, OR and NOT", "what is meant has to be decided")
        yield composite.rule.finding(reason, fix=fix)
