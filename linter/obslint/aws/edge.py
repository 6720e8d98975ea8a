"""Load balancers and CloudFront distributions."""

from obslint.aws.published import PublishedModule
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Truth
from obslint.policy import Fix, set_to

_LOG_REASON = "the policy of the bucket must admit the log delivery service"


class LoadBalancer(View, terraform="aws_lb|aws_alb", cloudformation="AWS::ElasticLoadBalancingV2::LoadBalancer"):
    """An application, network or gateway load balancer.

    Network load balancers log the requests of TLS listeners only, gateway load balancers nothing:
    https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html
    """

    type = attribute("load_balancer_type", "Type", default="application")
    log_bucket = reference("access_logs.bucket", "LoadBalancerAttributes[Key=access_logs.s3.bucket].Value")
    log_enabled = attribute("access_logs.enabled", "LoadBalancerAttributes[Key=access_logs.s3.enabled].Value", default=False)

    def writes_no_logs(self, unit: Unit) -> Truth:
        """Whether there are requests that it could log, and it does not."""
        return self.log_bucket.surely_absent() & self.can_log(unit)

    @property
    def log_fix(self) -> Fix:
        """Logs to a bucket that has to be decided."""
        return set_to("BUCKET", also=((self.log_enabled, True),), title="log to a bucket", manual=_LOG_REASON)

    @property
    def keeps_logs_off(self) -> Truth:
        """Whether it has a bucket for logs, and writes none."""
        return self.log_bucket.surely_set() & self.log_enabled.surely(False)

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

    @property
    def keeps_logs_off(self) -> Truth:
        """Whether it has a bucket for logs, and writes none."""
        return self.log_bucket.surely_set() & self.log_enabled.surely(False)

    @property
    def writes_no_logs(self) -> Truth:
        """Whether there is no log block, or one that names no bucket and is off."""
        return self.log_block.surely_absent() | (self.log_bucket.surely_absent() & self.log_enabled.surely(False))

    @property
    def log_fix(self) -> Fix:
        """Logs to a bucket that has to be decided."""
        return set_to("BUCKET", also=((self.log_enabled, True),), title="log to a bucket", manual=_LOG_REASON)


class LoadBalancerModule(PublishedModule, LoadBalancer, terraform="module.terraform-aws-modules/alb/aws"):
    """A call of the module for application and network load balancers; it takes `access_logs` since 5.0.0, and has no default for it."""

    newest = (10, 5, 0)
    create_older = attribute("create_lb", None, default=True)
    log_block = attribute("access_logs", None)
    log_enabled = attribute("access_logs.enabled", None, default=True)

    @property
    def keeps_logs_off(self) -> Truth:
        """Whether it has a bucket for logs, and writes none."""
        return self.is_made & super().keeps_logs_off

    def writes_no_logs(self, unit: Unit) -> Truth:  # noqa: ARG002 - as load balancers are asked
        """Whether the module is not told where to log; what network load balancers could log is not judged."""
        made = self.is_made & self.create_older.surely(True) & self.since(5)
        return made & self.type.surely("application") & self.log_block.surely_absent()

    @property
    def log_fix(self) -> Fix:
        """Logs to a bucket that has to be decided."""
        return set_to({"bucket": "BUCKET"}, title="log to a bucket", manual=_LOG_REASON).on(self.resource, self.log_block.path)


class ClassicBalancerModule(PublishedModule, ClassicBalancer, terraform="module.terraform-aws-modules/elb/aws"):
    """A call of the module for classic load balancers; all its versions hand `access_logs` on, and have no default for it."""

    newest = (4, 0, 2)
    create = attribute("create_elb", None, default=True)

    @property
    def keeps_logs_off(self) -> Truth:
        """Whether it has a bucket for logs, and writes none."""
        return self.is_made & super().keeps_logs_off

    @property
    def writes_no_logs(self) -> Truth:
        """Whether the module is not told where to log."""
        return self.is_made & self.log_block.surely_absent()

    @property
    def log_fix(self) -> Fix:
        """Logs to a bucket that has to be decided."""
        return set_to({"bucket": "BUCKET"}, title="log to a bucket", manual=_LOG_REASON).on(self.resource, self.log_block.path)


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
