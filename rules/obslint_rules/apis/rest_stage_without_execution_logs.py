"""rest-stage-without-execution-logs"""

from collections.abc import Iterator

from obslint.aws import ACCOUNT_ROLE, MethodWish, RestStage, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("apigateway-execution-logging",), checkov="CKV2_AWS_4",
    guard="API_GW_EXECUTION_LOGGING_ENABLED", cdk_nag="APIGWExecutionLoggingEnabled", security_hub="APIGateway.1",
    prowler="apigateway_restapi_logging_enabled", nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="APIGateway.1",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_2",
)  # fmt: skip
def rest_stage_without_execution_logs(stage: RestStage, unit: Unit) -> Iterator[Finding]:
    """The stage of a REST API writes no execution logs.

    Why an integration failed or a request was refused is never written down.

    Fix safety: unsafe, the account needs a CloudWatch role for API Gateway, and logs are billed by volume.
    When to ignore: what stands behind the API logs its errors, and access logs show the others.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    """
    if stage.lacks_execution_logs(unit):
        wanted = MethodWish("general_level", "ERROR", "log errors of all methods", ACCOUNT_ROLE)
        yield stage.method_finding(unit, "execution logs are on for no method of the API stage", wanted)
