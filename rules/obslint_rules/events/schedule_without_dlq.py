"""schedule-without-dlq"""

from collections.abc import Iterator

from obslint.aws import Schedule
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def schedule_without_dlq(schedule: Schedule) -> Iterator[Finding]:
    """The schedule has no dead-letter queue.

    A run whose last retry has failed leaves no trace.

    Fix safety: unsafe, the role of the schedule must be allowed to send to the queue, and somebody has to look into it.
    When to ignore: a run that is left out does no harm.
    References: https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
    """
    if schedule.dead_letters.surely_absent():
        yield schedule.dead_letters.finding("schedule has no dead-letter queue", fix=schedule.letter_fix())
