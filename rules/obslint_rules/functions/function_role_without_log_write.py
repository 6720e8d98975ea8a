"""function-role-without-log-write"""

from collections.abc import Iterator

from obslint.aws import Function, Unit, basic_execution_fix, function_role_of, function_writes_logs, refused_log_write
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, topics=("lambda-log-write-permission",), cfn_nag="W58", terrascan="AC_AWS_0484")
def function_role_without_log_write(function: Function, unit: Unit) -> Iterator[Finding]:
    """The function's role may not write logs.

    The code runs, and everything that it prints is lost, errors too.

    Fix safety: unsafe, it gives the role a permission.
    When to ignore: an extension sends the logs elsewhere.
    References: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    """
    role = function_role_of(function, unit)
    if role is not None and ~function_writes_logs(function, role, unit) & ~function.runs_at_edge(unit):
        where = (refused_log_write(function, role, unit),)
        yield function.role.finding("the function may not write logs", fix=basic_execution_fix(role), related=where)
