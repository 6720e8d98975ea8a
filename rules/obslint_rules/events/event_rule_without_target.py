"""event-rule-without-target"""

from collections.abc import Iterator

from obslint.aws import BusRule, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def event_rule_without_target(event_rule: BusRule, unit: Unit) -> Iterator[Finding]:
    """The rule has no target.

    What it matches goes nowhere.

    Fix safety: manual, who has to be told has to be decided.
    References: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
    """
    if event_rule.lacks_targets(unit):
        yield event_rule.finding("event rule has no target", fix=event_rule.target_fix(unit))
