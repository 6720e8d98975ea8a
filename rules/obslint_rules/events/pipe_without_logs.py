"""pipe-without-logs"""

from collections.abc import Iterator

from obslint.aws import Pipe
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def pipe_without_logs(pipe: Pipe) -> Iterator[Finding]:
    """The pipe writes no log of what it does.

    Records that were filtered out, failed or were dropped cannot be told apart.

    Fix safety: unsafe, logs are billed by volume.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html
    """
    if pipe.level.surely("OFF"):
        yield pipe.level.finding("pipe writes no execution log", fix=pipe.logging_fix)
