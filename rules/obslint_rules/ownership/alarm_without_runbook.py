"""alarm-without-runbook"""

from collections.abc import Iterator

from obslint.aws import DescribedAlarm
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def alarm_without_runbook(alarm: DescribedAlarm) -> Iterator[Finding]:
    """The description of the alarm has no link to a runbook.

    Whoever is called knows what broke, and not what to do.

    Any link will do, in the description or in a tag, and so will the word runbook, unless it says that one is to be written, as the
    alarms of `obslint generate alarms` do at first.

    Fix safety: manual, the runbook has to be found or written.
    When to ignore: the name of the alarm is looked up in a list of runbooks.
    References: https://docs.aws.amazon.com/wellarchitected/latest/operational-excellence-pillar/ops_ready_to_support_use_runbooks.html
    """
    if alarm.description.surely_set() & alarm.calls_somebody & ~alarm.leads_somewhere:
        fix = set_to(alarm.text_with_runbook, title="add a link", manual="the runbook has to be found or written")
        message = "runbook is still to be written" if alarm.awaits_runbook else "description has no link to a runbook"
        yield alarm.description.finding(message, fix=fix)
