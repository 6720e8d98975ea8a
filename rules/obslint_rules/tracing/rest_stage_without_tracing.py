"""rest-stage-without-tracing"""

from collections.abc import Iterator

from obslint.aws import RestStage
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("apigateway-xray-tracing",), checkov="CKV_AWS_73", trivy="AWS-0003 AWS-0111",
    kics="5813ef56 4ab10c48 c757c6a3", cdk_nag="APIGWXrayEnabled", terrascan="AC_AWS_0015", security_hub="APIGateway.3",
    prowler="apigateway_restapi_tracing_enabled", nist_800_53_r5="CA-7",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 "
    "10.7.2 A1.2.1 A3.3.1 A3.5.1", aws_fsbp="APIGateway.3",
)  # fmt: skip
def rest_stage_without_tracing(stage: RestStage) -> Iterator[Finding]:
    """The stage of a REST API sends no traces.

    A slow or failing request cannot be followed from the API to the services behind it.

    Fix safety: unsafe, traces are billed by number.
    When to ignore: traces start in the client, or end to end in another tracing system.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html
    """
    if stage.tracing.surely_not(True):
        fix = set_to(True, title="trace requests", unsafe="traces are billed by number")
        yield stage.tracing.finding("API stage sends no traces", fix=fix)
