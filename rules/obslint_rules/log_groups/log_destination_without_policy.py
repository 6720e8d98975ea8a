"""log-destination-without-policy"""

from collections.abc import Iterator

from obslint.aws import LogDestination, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def log_destination_without_policy(destination: LogDestination, unit: Unit) -> Iterator[Finding]:
    """The log destination has no access policy.

    No other account can register a subscription filter with it, so nothing is ever sent.

    Fix safety: manual, the accounts or the organization that may send have to be named.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html
    """
    if ~destination.admits_senders(unit):
        yield destination.finding("log destination has no access policy", fix=destination.policy_fix())
