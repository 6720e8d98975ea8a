"""table-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedTable, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def table_without_alarm(table: WatchedTable, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the table.

    Requests that are throttled fail, and nobody is told.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if ~table.locks_states & table.is_unwatched(unit, estate):
        yield table.finding("no alarm watches the table", fix=alarms_fix(table, unit))
