"""state-machine-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedStateMachine, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def state_machine_without_alarm(machine: WatchedStateMachine, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the state machine.

    Executions that fail or time out are noticed by whoever waits for the result.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if machine.is_unwatched(unit, estate):
        yield machine.finding("no alarm watches the state machine", fix=alarms_fix(machine, unit))
