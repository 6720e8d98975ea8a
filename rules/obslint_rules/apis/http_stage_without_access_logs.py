"""http-stage-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import HttpStage
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("apigatewayv2-access-logging", "apigateway-access-logging",), checkov="CKV_AWS_76 CKV_AWS_95",
    trivy="AWS-0001 AWS-0116", kics="1b6799eb 80d45af4", guard="API_GWV2_ACCESS_LOGS_ENABLED", cfn_nag="W46", cdk_nag="APIGWAccessLogging",
    terrascan="AC_AWS_0442", security_hub="APIGateway.9", prowler="apigatewayv2_api_access_logging_enabled",
    nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="APIGateway.9",
    soc2="cc_a_1_1 pi_1_2",
)  # fmt: skip
def http_stage_without_access_logs(stage: HttpStage) -> Iterator[Finding]:
    """The stage of an HTTP or WebSocket API writes no access logs.

    Callers, status codes and latencies leave no record.

    Fix safety: unsafe, logs are billed by volume.
    When to ignore: requests are logged by what stands in front of it.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html
    """
    if stage.log_destination.surely_absent():
        yield stage.log_destination.finding("API stage writes no access logs", fix=stage.access_log_fix)
