"""database-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedDatabase, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def database_without_alarm(database: WatchedDatabase, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the database.

    It runs full, or out of memory or connections, and nobody is told before it stops.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if ~database.is_member & database.is_unwatched(unit, estate):
        yield database.finding("no alarm watches the database", fix=alarms_fix(database, unit))
