"""readonly-rule-in-default-state"""

from collections.abc import Iterator

from obslint.aws import BusRule, all_calls_fix, is_in_default_state, names_asked, reads_only
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def readonly_rule_in_default_state(event_rule: BusRule) -> Iterator[Finding]:
    """The rule waits for read-only API calls, and is in the default state, in which such calls do not reach it.

    EventBridge leaves out management calls whose names start with Get, List or Describe, unless the state of the rule is
    ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS. The detection never fires.

    Fix safety: unsafe, every call that matches is an event then.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
    """
    if reads_only(event_rule) & is_in_default_state(event_rule):
        message = "read-only calls do not reach a rule in this state"
        yield event_rule.state.finding(message, fix=all_calls_fix(event_rule), related=names_asked(event_rule))
