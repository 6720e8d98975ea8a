"""mismatched-function-log-group"""

from collections.abc import Iterator

from obslint.aws import LogGroup, Unit, function_group_fix, meant_function, naming
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def mismatched_function_log_group(group: LogGroup, unit: Unit) -> Iterator[Finding]:
    """The log group that is declared for a function is not the one that the function writes to.

    The function's logs go to a group that Lambda makes, without retention, filters or subscriptions; the declared one stays empty.

    Fix safety: unsafe, the log group is replaced.
    When to ignore: a function that is declared elsewhere has that name.
    References: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
    """
    function = meant_function(group, unit)
    if function is not None:
        named = naming(group)
        own = function.name.shown if function.name.surely_set().known else function.local_name
        message = f"no function writes to {named.shown}, and {own} has no log group"
        if group.prefix.written:
            message = f"a suffix is added to {named.shown}, so that no function writes there, and {own} has no log group"
        related = (function.name.label("the log group of this function is called after this name"),)
        yield named.finding(message, fix=function_group_fix(group, function), related=related)
