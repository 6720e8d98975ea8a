"""Load balancers and CloudFront distributions."""

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Truth


class LoadBalancer(View, terraform="aws_lb|aws_alb", cloudformation="AWS::ElasticLoadBalancingV2::LoadBalancer"):
    """An application, network or gateway load balancer.

    Network load balancers log the requests of TLS listeners only, gateway load balancers nothing:
    https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
    """

    type = attribute("load_balancer_type", "Type", default="application")
    log_bucket = reference("access_logs.bucket", "LoadBalancerAttributes[Key=access_logs.s3.bucket].Value")
    log_enabled = attribute("access_logs.enabled", "LoadBalancerAttributes[Key=access_logs.s3.enabled].Value", default=False)

    def can_log(self, unit: Unit) -> Truth:
        """Whether there are requests that it could log."""
        ends_tls = unit.any(Listener, lambda listener: listener.load_balancer.refers_to(self) & listener.protocol.surely("TLS"))
        return ~self.type.surely("gateway") & (~self.type.surely("network") | ends_tls)


class Listener(View, terraform="aws_lb_listener|aws_alb_listener", cloudformation="AWS::ElasticLoadBalancingV2::Listener"):
    """A port on which a load balancer accepts connections."""

    load_balancer = reference("load_balancer_arn", "LoadBalancerArn")
    protocol = attribute("protocol", "Protocol")


class ClassicBalancer(View, terraform="aws_elb", cloudformation="AWS::ElasticLoadBalancing::LoadBalancer"):
    """A classic load balancer. Its log block means logging unless it says otherwise (Terraform; CloudFormation must say)."""

    log_block = attribute("access_logs", "AccessLoggingPolicy")
    log_bucket = reference("access_logs.bucket", "AccessLoggingPolicy.S3BucketName")
    log_enabled = attribute("access_logs.enabled", "AccessLoggingPolicy.Enabled", terraform_default=True)


class Balancer(
    View,
    terraform="aws_lb|aws_alb|aws_elb",
    cloudformation="AWS::ElasticLoadBalancingV2::LoadBalancer|AWS::ElasticLoadBalancing::LoadBalancer",
):
    """A load balancer of any generation."""

    @property
    def generation(self) -> LoadBalancer | ClassicBalancer:
        """The view with the attribute names of its generation."""
        return ClassicBalancer(self.resource) if self.is_type(*ClassicBalancer.types()) else LoadBalancer(self.resource)

    @property
    def log_bucket(self) -> Attribute:
        """Where access logs go."""
        return self.generation.log_bucket

    @property
    def log_enabled(self) -> Attribute:
        """Whether access logs are written."""
        return self.generation.log_enabled


class CacheBehavior(View):
    """How a distribution treats a set of paths."""

    realtime_log = reference("realtime_log_config_arn", "RealtimeLogConfigArn")


class Distribution(View, terraform="aws_cloudfront_distribution", cloudformation="AWS::CloudFront::Distribution"):
    """A CloudFront distribution."""

    handles = ("arn",)
    log_bucket = reference("logging_config.bucket", "DistributionConfig.Logging.Bucket")
    default_realtime_log = reference(
        "default_cache_behavior.realtime_log_config_arn", "DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn"
    )
    behaviors = blocks("ordered_cache_behavior", "DistributionConfig.CacheBehaviors", CacheBehavior)

    @property
    def logs_in_real_time(self) -> Truth:
        """Whether any behavior streams its requests to Kinesis."""
        return self.default_realtime_log.surely_set() | self.behaviors.any(lambda one: one.realtime_log.surely_set())


class DeliverySource(View, terraform="aws_cloudwatch_log_delivery_source", cloudformation="AWS::Logs::DeliverySource"):
    """A resource whose logs CloudWatch Logs delivers (standard logging v2 of CloudFront)."""

    named_by = ("name",)
    name = attribute("name", "Name")
    resource_arn = reference("resource_arn", "ResourceArn")


class Delivery(View, terraform="aws_cloudwatch_log_delivery", cloudformation="AWS::Logs::Delivery"):
    """Connects a delivery source with a destination; without one a source delivers nothing."""

    source = reference("delivery_source_name", "DeliverySourceName")
    destination = reference("delivery_destination_arn", "DeliveryDestinationArn")

    def carries(self, distribution: Distribution, unit: Unit) -> Truth:
        """Whether it takes the logs of a distribution somewhere."""
        return unit.any(DeliverySource, lambda one: one.resource_arn.refers_to(distribution) & self.source.refers_to(one))
