"""queue-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedQueue, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def queue_without_alarm(queue: WatchedQueue, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the queue.

    When its consumer stops, messages pile up and nobody is told.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if ~queue.keeps_failures(unit) & queue.is_unwatched(unit, estate):
        yield queue.finding("no alarm watches the queue", fix=alarms_fix(queue, unit))
