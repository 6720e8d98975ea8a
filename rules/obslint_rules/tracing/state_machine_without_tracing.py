"""state-machine-without-tracing"""

from collections.abc import Iterator

from obslint.aws import StateMachine
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "the role of the state machine must allow writing traces, which are billed by number"


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("stepfunctions-xray-tracing",), checkov="CKV_AWS_284", trivy="AWS-0117",
    cdk_nag="StepFunctionStateMachineXray",
)  # fmt: skip
def state_machine_without_tracing(machine: StateMachine) -> Iterator[Finding]:
    """The state machine sends no traces.

    A slow or failing execution cannot be followed across the services that it calls.

    Fix safety: unsafe, the role must allow writing traces, and they are billed by number.
    When to ignore: the services behind it are traced another way.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
    """
    if machine.tracing.surely_not(True):
        yield machine.tracing.finding("state machine sends no traces", fix=set_to(True, title="trace executions", unsafe=REASON))
