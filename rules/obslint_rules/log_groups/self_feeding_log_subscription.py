"""self-feeding-log-subscription"""

from collections.abc import Iterator

from obslint.aws import LogSubscription, Unit
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def self_feeding_log_subscription(subscription: LogSubscription, unit: Unit) -> Iterator[Finding]:
    """A function receives everything that it logs itself.

    Each shipped line makes another one, until throttling drops lines that matter.

    Fix safety: manual, which groups are left out has to be decided.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions-recursion-prevention.html
    """
    if loop := subscription.loop(unit):
        at, function = loop
        fix = advice("leave the log group of the function out", "the other groups have to be named, or this one left out")
        yield at.finding("the logs of the function are sent to the function itself", fix=fix, related=(function,))
