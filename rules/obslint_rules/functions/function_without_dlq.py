"""function-without-dlq"""

from collections.abc import Iterator

from obslint.aws import Function, InvokeConfig, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("lambda-dead-letter-queue",), checkov="CKV_AWS_116", kics="c2eae442 cb2f612b",
    guard="LAMBDA_DLQ_CHECK", cdk_nag="LambdaDLQ",
    nist_800_53_r5="AU-12(3) AU-14(a) AU-14(b) CA-2(2) CA-7 CA-7(b) PM-14(a)(1) PM-14(b) PM-31 SC-36(1)(a) SI-2(a)",
)  # fmt: skip
def function_without_dlq(function: Function, unit: Unit) -> Iterator[Finding]:
    """Events that the function fails to handle are thrown away.

    When an asynchronous call has failed for the last time, nothing keeps the event: no dead-letter queue, no destination for failures.

    Fix safety: unsafe, the queue is billed by use, somebody has to look into it, and the role of the function must allow sending to it.
    When to ignore: the function is only called synchronously, or its events can be lost.
    References: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    """
    thrown_away = unit.none(InvokeConfig, lambda config: config.keeps_failures_of(function), of=function)
    if function.dead_letters.surely_absent() & thrown_away & ~function.only_answers(unit) & ~function.runs_at_edge(unit):
        yield function.dead_letters.finding("events that the function fails to handle are thrown away", fix=function.failure_fix(unit))
