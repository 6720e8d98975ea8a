"""canary-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedCanary, alarms_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def canary_without_alarm(canary: WatchedCanary, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the canary.

    It finds out that the site is down, and draws that in a chart.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_metrics.html
    """
    if ~canary.is_for_demand & canary.is_unwatched(unit, estate):
        yield canary.finding("no alarm watches the canary", fix=alarms_fix(canary, unit))
