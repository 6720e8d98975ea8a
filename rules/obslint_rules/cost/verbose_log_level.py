"""verbose-log-level"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import Logger, Unit
from obslint.policy import Finding, Options, Persona, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class LevelOptions(Options):
    """`environments` are the names of those in which logs should be quiet."""

    environments: tuple[str, ...] = ("prod", "production", "prd", "live")


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def verbose_log_level(logger: Logger, unit: Unit, options: LevelOptions) -> Iterator[Finding]:
    """The log level in production is one for debugging.

    Volume and cost multiply, and secrets slip into the logs.

    Whether it is production is told by a tag (Environment, Env, Stage), by the name of the stage, or by the folder.

    Fix safety: unsafe, lines that somebody reads may no longer be written.
    When to ignore: a defect is being looked for; say until when.
    References: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
    """
    for level, quieter in logger.verbose():
        if logger.is_for(options.environments, unit):
            fix = set_to(quieter, unsafe="lines that somebody reads may no longer be written")
            yield level.finding(f"log level {level.shown} in production", fix=fix)
