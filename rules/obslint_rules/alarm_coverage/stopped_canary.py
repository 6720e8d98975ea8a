"""stopped-canary"""

from collections.abc import Iterator

from obslint.aws import WatchedCanary
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def stopped_canary(canary: WatchedCanary) -> Iterator[Finding]:
    """The canary is created stopped.

    It never runs, so it has no data, and an alarm on it never has any either.

    Terraform and CloudFormation start a canary only when told to. One that runs once whenever it is started is left alone.

    Fix safety: unsafe, as every run is billed.
    When to ignore: a pipeline starts the canary.
    References: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-synthetics-canary.html
    """
    if canary.starts.surely(False) & ~canary.is_for_demand:
        yield canary.starts.finding("canary is created stopped", fix=set_to(True, unsafe="every run is billed"))
