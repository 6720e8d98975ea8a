"""container-service-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedService, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def container_service_without_alarm(service: WatchedService, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the service.

    Tasks that die, or answer with errors, are noticed by customers first.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).
    For a service behind a load balancer, alarms of that count as well.

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if service.is_unwatched(unit, estate):
        yield service.finding("no alarm watches the service", fix=alarms_fix(service, unit))
