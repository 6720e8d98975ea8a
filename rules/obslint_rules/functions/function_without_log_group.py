"""function-without-log-group"""

from collections.abc import Iterator

from obslint.aws import Function, LogGroup, ManagedLogGroup, Unit
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(Severity.WARNING, persona=Persona.PEDANTIC)
def function_without_log_group(function: Function, unit: Unit) -> Iterator[Finding]:
    """The function's log group is declared nowhere.

    Lambda creates it at the first call: it never expires, and filters cannot be attached to it from code.

    Fix safety: manual, a group that exists already has to be imported first.
    When to ignore: something else sets the retention of all log groups.
    References: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html
    """
    if function.log_group.surely_absent() & unit.none(ManagedLogGroup, function.logs_to, of=function):
        draft = LogGroup.draft(function, name=function.link("function_name", "Ref", before="/aws/lambda/"), retention=365)
        fix = add_resource(draft, "declare the log group", manual="a group that exists already has to be imported first")
        yield function.finding("log group of the function is declared nowhere", fix=fix)
