"""subscriber-closed-to-logs"""

from collections.abc import Iterator

from obslint.aws import LogFeed, Unit, call_fix, call_verdict, passing_on
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def subscriber_closed_to_logs(subscription: LogFeed, unit: Unit) -> Iterator[Finding]:
    """The target of a subscription filter does not trust CloudWatch Logs.

    A function needs a permission, a stream a role that CloudWatch Logs may take. Without it the filter is refused; when it is
    taken away later, the events simply stop.

    Fix safety: unsafe, it opens the target to a service.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
    """
    function, role = subscription.called(unit), subscription.passes_with(unit)
    if function is not None and call_verdict(subscription, function, unit).refused:
        where = (function.label("no permission lets logs.amazonaws.com call it"),)
        fix = call_fix(subscription, function, unit)
        yield subscription.destination.finding("CloudWatch Logs may not call the function", fix=fix, related=where)
    for message, fine, fix in passing_on(subscription, role, unit) if role is not None else ():
        if ~fine:
            yield subscription.role.finding(message, fix=fix, related=(role.label("this role"),) if role else ())
            return
