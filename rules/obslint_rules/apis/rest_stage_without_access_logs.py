"""rest-stage-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import RestStage
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("apigateway-access-logging",), checkov="CKV_AWS_76", trivy="AWS-0001 AWS-0113", kics="1b6799eb 0a994e04",
    guard="API_GW_STAGE_ACCESS_LOGGING_RULE", cfn_nag="W69", cdk_nag="APIGWAccessLogging", terrascan="AC_AWS_0012",
    prowler="apigateway_restapi_logging_enabled",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_2",
)  # fmt: skip
def rest_stage_without_access_logs(stage: RestStage) -> Iterator[Finding]:
    """The stage of a REST API writes no access logs.

    Callers, status codes and latencies leave no record.

    Fix safety: unsafe, the account needs a CloudWatch role for API Gateway, and logs are billed by volume.
    When to ignore: requests are logged by what stands in front of it.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    """
    if stage.log_destination.surely_absent():
        yield stage.log_destination.finding("API stage writes no access logs", fix=stage.access_log_fix)
