"""attribute-filter-on-alarm-topic"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, alerts_without_attributes, needs_keys, senders, unfiltering_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def attribute_filter_on_alarm_topic(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """A subscription to alerts asks for message attributes, which alarms, event rules and budgets never send.

    A filter is held against attributes unless its scope is MessageBody. What has none is thrown away, so that no alert ever arrives.

    Fix safety: unsafe, what was meant to be filtered comes as well. To filter by what an alarm says, set the scope to MessageBody and
    ask for its keys, as NewStateValue.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
    """
    by_attributes = subscription.filter_scope.surely("MessageAttributes") & needs_keys(subscription.filter_policy)
    if by_attributes & alerts_without_attributes(subscription, unit):
        message, fix = "alerts have no attributes, and the filter asks for some", unfiltering_fix(subscription)
        yield subscription.filter_policy.finding(message, fix=fix, related=senders(subscription, unit))
