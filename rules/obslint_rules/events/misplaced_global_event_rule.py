"""misplaced-global-event-rule"""

from collections.abc import Iterator

from obslint.aws import BusRule, Estate, gets_forwarded, home_fix, is_misplaced
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def misplaced_global_event_rule(event_rule: BusRule, estate: Estate) -> Iterator[Finding]:
    """The rule waits for events of a global service outside of us-east-1.

    IAM, Organizations, Account Management, Route 53 and CloudFront send their events to us-east-1 only. The rule never matches.

    Fix safety: manual, a rule cannot be moved to another region.
    When to ignore: a rule that is declared elsewhere forwards the events.
    References: https://repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region
    """
    if is_misplaced(event_rule) & ~gets_forwarded(event_rule, estate):
        yield event_rule.pattern.finding("these events arrive in us-east-1 only", fix=home_fix(event_rule))
