"""cause-only-alarms"""

from collections.abc import Iterator

from obslint.aws import Unit, UserFacing, alarms_fix, named_alarms
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def cause_only_alarms(facing: UserFacing, unit: Unit) -> Iterator[Finding]:
    """Alarms watch causes, none watches what users feel.

    The processor is idle and memory is free while every request fails.

    Errors, latency and missing targets are felt; how busy or full something is may be harmless, or the cause of it. Alarms that only
    scale are not counted.

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: what users feel is watched in another repository.
    References: https://sre.google/sre-book/monitoring-distributed-systems/
    """
    workload = facing.kind
    causes = workload.watched_by_causes(unit) if workload.meets_users(unit) else ()
    if causes:
        alarms = "an alarm on a cause" if len(causes) == 1 else "alarms on causes"
        message = f"{workload.called} is watched by {alarms}, and by none on what users feel"
        yield workload.finding(message, fix=alarms_fix(workload, unit), related=named_alarms(causes))
