"""alarm-without-runbook"""

from collections.abc import Iterator

from obslint.aws import DescribedAlarm
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def alarm_without_runbook(alarm: DescribedAlarm) -> Iterator[Finding]:
    """The description of the alarm has no link to a runbook.

    Whoever is called knows what broke, and not what to do.

    Any link will do, in the description or in a tag, and so will the word runbook.

    Fix safety: manual, the runbook has to be found or written.
    When to ignore: the name of the alarm is looked up in a list of runbooks.
    References: https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_ready_to_support_use_runbooks.html
    """
    if alarm.description.surely_set() & alarm.calls_somebody & ~alarm.leads_somewhere:
        text = alarm.description.shown
        fix = set_to(f"{text} https://RUNBOOK", title="add a link", manual="the runbook has to be found or written")
        yield alarm.description.finding("description has no link to a runbook", fix=fix)
