"""async-function-dropping-failures"""

from collections.abc import Iterator

from obslint.aws import Function, Unit, called_for_events, loses_failures
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium", cdk_nag="LambdaAsyncFailureDestination")
def async_function_dropping_failures(function: Function, unit: Unit) -> Iterator[Finding]:
    """A function that a rule, a topic or a bucket calls drops events that it fails to handle.

    After two more attempts the event is thrown away. No queue keeps it, no destination takes it, and no alarm is about the function.

    Fix safety: unsafe, the queue is billed by use, somebody has to look into it, and the role of the function must allow sending to it.
    References: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
    """
    caller = called_for_events(function, unit)
    if caller is not None and loses_failures(function, unit):
        fix = function.failure_fix(unit)
        yield function.dead_letters.finding("events that fail are dropped, and no alarm tells", fix=fix, related=(caller,))
