"""rest-stage-without-method-metrics"""

from collections.abc import Iterator

from obslint.aws import MethodWish, RestStage, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("apigateway-method-metrics",), checkov="CKV2_AWS_4", kics="081069cb 5d3c1807",
    terrascan="AC_AWS_0007",
)  # fmt: skip
def rest_stage_without_method_metrics(stage: RestStage, unit: Unit) -> Iterator[Finding]:
    """The stage of a REST API publishes no metrics of its methods, or not of all.

    An alarm sees that requests fail or are slow, but not which method it is.

    Fix safety: unsafe, each metric of each method is billed.
    When to ignore: access logs are turned into metrics.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html
    """
    if stage.lacks(unit, lambda setting: setting.metrics.surely(True)):
        wanted = MethodWish("general_metrics", True, "publish metrics of all methods", "metrics of each method are billed")
        yield stage.method_finding(unit, "metrics are not on for all methods of the API stage", wanted)
