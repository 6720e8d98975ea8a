"""health-check-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedHealthCheck, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium")
def health_check_without_alarm(check: WatchedHealthCheck, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Neither a record nor an alarm uses the health check.

    It finds out that an endpoint is down, and neither a record nor an alarm takes note.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
    """
    if ~check.has_user(unit) & check.is_unwatched(unit, estate):
        yield check.finding("no record and no alarm uses the health check", fix=alarms_fix(check, unit))
