"""state-machine-without-execution-data"""

from collections.abc import Iterator

from obslint.aws import StateMachine
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("stepfunctions-execution-logging",), checkov="CKV_AWS_285",
)  # fmt: skip
def state_machine_without_execution_data(machine: StateMachine) -> Iterator[Finding]:
    """The logs of the state machine leave out what goes into a step and comes out of it.

    A failed step is logged without the data to repeat it with.

    Fix safety: unsafe, inputs and outputs may hold personal data.
    When to ignore: the data must not be in logs.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    """
    if machine.log_level.surely_not("OFF") & machine.log_data.surely_not(True):
        fix = set_to(True, title="log inputs and outputs", unsafe="they may hold personal data")
        yield machine.log_data.finding("execution logs leave out inputs and outputs", fix=fix)
