"""filter-on-suppressed-level"""

from collections.abc import Iterator

from obslint.aws import Counter, LevelledFunction, Unit, dropped_level
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING, confidence="medium")
def filter_on_suppressed_level(counter: Counter, unit: Unit) -> Iterator[Finding]:
    """The filter counts lines of a level that the function does not write.

    With JSON logs, Lambda drops lines below the level of the function: the count stays at zero, whatever happens.

    Fix safety: unsafe, more lines are stored and billed.
    When to ignore: the function sets its level while it runs.
    References: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
    """
    for function in unit.all(LevelledFunction):
        level = dropped_level(counter, function)
        if level and function.log_format.surely("JSON") & function.writes_for(counter, unit):
            message = f"lines below {function.level.shown} are dropped, and a filter counts lines of level {level}"
            fix = set_to(level, unsafe="more lines are stored")
            yield function.level.finding(message, fix=fix, related=(counter.pattern.label("this counts them"),))
