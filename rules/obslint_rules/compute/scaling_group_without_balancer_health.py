"""scaling-group-without-balancer-health"""

from collections.abc import Iterator

from obslint.aws import ScalingGroup, Unit
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "instances that the load balancer finds unhealthy are replaced from then on"


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, checkov="CKV2_AWS_15", guard="AUTOSCALING_GROUP_ELB_HEALTHCHECK_REQUIRED",
    cdk_nag="AutoScalingGroupELBHealthCheckRequired AutoScalingGroupHealthCheck", security_hub="AutoScaling.1",
    prowler="autoscaling_group_elb_health_check_enabled", nist_800_53_r5="CA-7 CP-2(2) SI-2", aws_fsbp="AutoScaling.1",
)  # fmt: skip
def scaling_group_without_balancer_health(group: ScalingGroup, unit: Unit) -> Iterator[Finding]:
    """The Auto Scaling group ignores what its load balancer says about the health of instances.

    An instance that answers no request keeps running, and the group counts it as serving.

    Fix safety: unsafe, instances that the load balancer finds unhealthy are replaced from then on.
    When to ignore: something else replaces instances that do not answer.
    References: https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html
    """
    if ~group.minds_balancer & group.is_behind_balancer(unit):
        fix = set_to("ELB", title="mind the load balancer", unsafe=REASON)
        yield group.health.finding("the group ignores the health checks of its load balancer", fix=fix)
