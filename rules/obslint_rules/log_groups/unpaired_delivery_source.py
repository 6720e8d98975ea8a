"""unpaired-delivery-source"""

from collections.abc import Iterator

from obslint.aws import DeliveryEnd, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def unpaired_delivery_source(end: DeliveryEnd, unit: Unit) -> Iterator[Finding]:
    """A source or destination of vended logs belongs to no delivery.

    A source alone sends nothing; only a delivery connects it with a destination.

    Fix safety: unsafe where the unit has one single other end, as delivered logs are billed by volume; else manual.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html
    """
    if end.is_unpaired(unit) & ~end.waits_for_source(unit):
        kind = "source" if end.is_source else "destination"
        yield end.finding(f"the delivery {kind} belongs to no delivery", fix=end.pairing_fix(unit))
