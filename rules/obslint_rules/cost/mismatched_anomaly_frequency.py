"""mismatched-anomaly-frequency"""

from collections.abc import Iterator

from obslint.aws import AnomalySubscription
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def mismatched_anomaly_frequency(subscription: AnomalySubscription) -> Iterator[Finding]:
    """The frequency of the anomaly subscription does not fit its subscriber.

    Topics are told at once only, people by e-mail daily or weekly only; with anything else the subscription is refused.

    Fix safety: manual, either the frequency or the subscriber may be the wrong one.
    References: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
    """
    for subscriber in subscription.misfits():
        wanted = "IMMEDIATE" if subscriber.kind.surely("SNS").known else "DAILY"
        fix = set_to(wanted, manual="either the frequency or the subscriber may be the wrong one")
        message = f"{subscriber.kind.shown} subscribers do not go with {subscription.frequency.shown}"
        related = (subscriber.kind.label("the subscriber"),)
        yield subscription.frequency.finding(message, fix=fix, related=related)
        return
