"""state-machine-without-logs"""

from collections.abc import Iterator

from obslint.aws import StateMachine, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("stepfunctions-execution-logging",), checkov="CKV_AWS_285", trivy="AWS-0119",
    cdk_nag="StepFunctionStateMachineAllLogsToCloudWatch", security_hub="StepFunctions.1",
    prowler="stepfunctions_statemachine_logging_enabled",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1",
    aws_fsbp="StepFunctions.1", soc2="cc_a_1_1 pi_1_3",
)  # fmt: skip
def state_machine_without_logs(machine: StateMachine, unit: Unit) -> Iterator[Finding]:
    """The state machine writes no execution logs.

    The history of executions ends after 90 days, and can be neither queried nor alarmed on.

    Fix safety: unsafe where the unit declares a single log group, since the role must be allowed to deliver logs; manual otherwise.
    When to ignore: the history of 90 days is enough.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    """
    if machine.log_level.surely("OFF") & ~machine.is_express & ~machine.has_log_target:
        yield machine.log_level.finding("state machine writes no execution logs", fix=machine.logging_fix(unit))
