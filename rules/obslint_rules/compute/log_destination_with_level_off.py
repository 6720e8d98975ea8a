"""log-destination-with-level-off"""

from collections.abc import Iterator

from obslint.aws import StateMachine
from obslint.policy import Finding, Severity, rule, set_to

REASON = "the update fails when the role may not deliver logs"


@rule(
    Severity.ERROR, topics=("stepfunctions-execution-logging",),
)  # fmt: skip
def log_destination_with_level_off(machine: StateMachine) -> Iterator[Finding]:
    """The state machine has a log destination, but its log level is OFF.

    The configuration looks complete and writes nothing.

    Fix safety: unsafe, the update fails when the role may not deliver logs.
    When to ignore: logging is switched on by hand while something is looked into.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    """
    if machine.log_level.surely("OFF") & machine.log_target.surely_set():
        fix = set_to("ERROR", title="log errors", unsafe=REASON)
        yield machine.log_level.finding("state machine has a log destination but its log level is OFF", fix=fix)
