"""unrecorded-lambda-invocations"""

from collections.abc import Iterator

from obslint.aws import DataTrail, Estate, Function, Unit, data_gap, misses_data
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium",
    prowler="awslambda_function_invoke_api_operations_cloudtrail_logging_enabled", soc2="cc_a_1_1",
)  # fmt: skip
def unrecorded_lambda_invocations(trail: DataTrail, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No trail records who invokes the Lambda functions that are declared beside it.

    Who called a function, and with which identity, is unknown.

    Fix safety: unsafe, data events are billed by number; manual beside other data events and advanced selectors.
    When to ignore: the functions are called by AWS services only, or a trail that is declared elsewhere records them.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
    """
    if unit.any(Function) & misses_data(trail, "AWS::Lambda::Function", "write", unit, estate):
        gap = data_gap(trail, "AWS::Lambda::Function", "lambda")
        yield gap.at.finding("invocations of Lambda functions are not recorded", fix=gap.fix)
