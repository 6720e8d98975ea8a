"""dead-letter-queue-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedQueue, alarms_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def dead_letter_queue_without_alarm(queue: WatchedQueue, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the dead-letter queue.

    What could not be handled piles up unseen until its retention ends.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).
    A queue out of which a function or a pipe takes messages is left alone.

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if queue.keeps_failures(unit) & ~queue.is_read(unit) & queue.is_unwatched(unit, estate):
        yield queue.finding("no alarm watches the dead-letter queue", fix=alarms_fix(queue, unit))
