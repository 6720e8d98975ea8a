"""event-target-without-dlq"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, letter_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, cdk_nag="EventBusDLQ")
def event_target_without_dlq(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The target has no dead-letter queue.

    When the last retry has failed, the event is dropped without a trace.

    Fix safety: unsafe, somebody has to look into the queue.
    When to ignore: a lost event does no harm, as with a schedule that runs again soon.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    """
    for target in holder.targets:
        if target.dead_letters.surely_absent():
            yield target.dead_letters.finding("event target has no dead-letter queue", fix=letter_fix(target, holder, unit))
