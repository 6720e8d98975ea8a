"""function-without-tracing"""

from collections.abc import Iterator

from obslint.aws import Function, FunctionModule, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("lambda-xray-tracing",), checkov="CKV_AWS_50", trivy="AWS-0066 AWS-0125",
    kics="8152e0cf 9488c451 dc1ab429", cdk_nag="LambdaTracing", terrascan="AC_AWS_0163 AC_AWS_0485",
)  # fmt: skip
def function_without_tracing(function: Function | FunctionModule, unit: Unit) -> Iterator[Finding]:
    """The function sends no traces.

    A slow or failing request cannot be followed across services. `PassThrough` hands the trace of a caller on, but adds nothing.

    Fix safety: unsafe, the role must allow writing traces, and they are billed by number.
    When to ignore: traces come from an OpenTelemetry layer or another tracing library.
    References: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
    """
    if function.sends_no_traces(unit):
        yield function.tracing.finding("function sends no traces", fix=function.tracing_fix)
