"""deployment-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import Deployment, RestStage, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("apigateway-deployment-access-logging",), kics="625abc0e 06ec63e3", cfn_nag="W45",
)  # fmt: skip
def deployment_without_access_logs(deployment: Deployment, unit: Unit) -> Iterator[Finding]:
    """The deployment of a REST API is served by no stage that could write access logs.

    A stage that the deployment makes itself, or that is made by hand, escapes every rule about stages.

    Fix safety: unsafe, the account needs a CloudWatch role for API Gateway, and logs are billed by volume; manual where a stage is
    missing, whose name has to be decided.
    When to ignore: the deployment is kept to roll back to.
    References: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-deployment.html
    """
    unserved = unit.none(RestStage, lambda stage: stage.runs(deployment), of=deployment)
    if deployment.log_destination.surely_absent() & (unserved | deployment.makes_bare_stage):
        yield deployment.log_destination.finding("deployment is served by no stage with access logs", fix=deployment.stage_fix)
