"""plain-http-subscription"""

from collections.abc import Iterator

from obslint.aws import Recipients
from obslint.policy import Finding, Severity, rule, set_to

REASON = "the endpoint must speak HTTPS, and its address changes too"


@rule(Severity.WARNING, regula="FG_R00052", prowler="sns_subscription_not_using_http_endpoints")
def plain_http_subscription(recipients: Recipients) -> Iterator[Finding]:
    """The subscription delivers over plain HTTP.

    Alerts, and the token that confirms the subscription, travel for everyone to read.

    Fix safety: manual, the endpoint must speak HTTPS, and the subscription is replaced.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
    """
    for protocol, _ in recipients.endpoints():
        if protocol.surely("http"):
            yield protocol.finding("subscription delivers over plain HTTP", fix=set_to("https", manual=REASON, effect="replacement"))
