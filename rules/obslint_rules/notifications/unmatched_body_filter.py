"""unmatched-body-filter"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, senders, unwritten_key
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def unmatched_body_filter(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """A subscription to alerts asks for a key that the messages do not have.

    Keys are compared with case: alarms write NewStateValue and AlarmName, event rules detail-type. Nothing matches, and no alert
    arrives.

    Fix safety: manual, which messages are wanted has to be decided.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
    """
    if subscription.filter_scope.surely("MessageBody"):
        found = unwritten_key(subscription, unit)
        if found is not None:
            key, fix = found
            message = f"the filter asks for {key}, which no alert has"
            yield subscription.filter_policy.finding(message, fix=fix, related=senders(subscription, unit))
