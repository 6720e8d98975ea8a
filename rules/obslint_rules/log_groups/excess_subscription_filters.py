"""excess-subscription-filters"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import SubscriptionFilter, Unit
from obslint.policy import Finding, Options, Severity, advice, rule


@dataclass(frozen=True, slots=True)
class SubscriptionOptions(Options):
    """`filters`: how many subscription filters a log group may have; the quota of the account."""

    filters: int = 2


@rule(Severity.ERROR)
def excess_subscription_filters(subscription: SubscriptionFilter, unit: Unit, options: SubscriptionOptions) -> Iterator[Finding]:
    """A log group has more subscription filters than are allowed, which are two.

    The third one is refused at deployment, often only in the environment that already has two.

    Fix safety: manual, one stream has to feed the others.
    When to ignore: the quota of the account was raised; set the option `filters` then.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
    """
    if subscription.exceeds(options.filters, unit):
        fix = advice("send the events to one stream and fan out from there", "a log group takes two filters", "new-resource")
        yield subscription.group.finding(f"the log group has {options.filters} subscription filters already", fix=fix)
