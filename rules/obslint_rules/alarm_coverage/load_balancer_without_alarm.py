"""load-balancer-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedBalancer, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def load_balancer_without_alarm(balancer: WatchedBalancer, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the load balancer.

    When it answers with errors, or has no healthy target, customers are the first to know.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if balancer.meets_users(unit) & balancer.is_unwatched(unit, estate):
        yield balancer.finding("no alarm watches the load balancer", fix=alarms_fix(balancer, unit))
