"""S3 buckets and who logs to them."""

from obslint.aws.published import PublishedModule
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Plain, Truth, any_of
from obslint.policy import Fix, add_resource, set_to

DELIVERY_ACLS = ("log-delivery-write", "LogDeliveryWrite")
"""The canned ACL that lets the S3 log delivery group write, in the words of both dialects."""


class Bucket(View, terraform="aws_s3_bucket", cloudformation="AWS::S3::Bucket"):
    """A bucket. In CloudFormation a logging block without a target bucket logs to the bucket itself."""

    named_by = ("name",)
    handles = ("id", "bucket", "arn", "Ref")
    name = attribute("bucket", "BucketName")
    acl = attribute("acl", "AccessControl")
    inline_logging = attribute("logging", "LoggingConfiguration")
    inline_notifications = attribute(None, "NotificationConfiguration")
    event_bridge = attribute(None, "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled")

    log_target = reference("logging.target_bucket", "LoggingConfiguration.DestinationBucketName")

    def lacks_access_logs(self, unit: Unit) -> Truth:
        """Whether neither the bucket nor a resource beside it switches its access logs on."""
        elsewhere = unit.none(BucketLogging, lambda logging: logging.bucket.refers_to(self), of=self)
        return self.inline_logging.surely_absent() & elsewhere

    def receives_access_logs(self, unit: Unit) -> Truth:
        """Whether other buckets of the unit log to it, or its ACL admits the log delivery group."""
        return (
            self.acl.surely_in(DELIVERY_ACLS)
            | unit.any(BucketAcl, lambda one: one.bucket.refers_to(self) & one.acl.surely_in(DELIVERY_ACLS))
            | unit.any(BucketLogging, lambda one: one.target.refers_to(self))
            | unit.any(Bucket, lambda one: one.log_target.refers_to(self))
        )

    def logging_fix(self, unit: Unit) -> Fix:
        """Switches access logs on: to the bucket that the unit's other buckets log to, when there is exactly one."""
        target = unit.only(Bucket, self, lambda one: one.receives_access_logs(unit))
        value: Plain = target.link("id", "Ref") if target else "BUCKET"
        unsafe = "the policy of the log bucket may admit certain buckets only" if target else ""
        manual = "" if target else "which bucket takes the logs has to be decided"
        title = f"log to {target.address}" if target else "log to a bucket"
        if self.resource.dialect == "cloudformation":
            return set_to(value, title=title, unsafe=unsafe, manual=manual)
        draft = BucketLogging.draft(self, bucket=self.link("id", "Ref"), target=value, prefix=f"{self.local_name}/")
        return add_resource(draft, title, unsafe=unsafe, manual=manual)

    def is_log_target(self, unit: Unit) -> Truth:
        """Whether any logs are delivered to it."""
        return self.receives_access_logs(unit) | unit.any(LogSource, lambda source: source.writes_to(self))


class BucketModule(PublishedModule, Bucket, terraform="module.terraform-aws-modules/s3-bucket/aws"):
    """A call of the module for buckets. All its versions hand `logging` on, which the very first called `logging_inputs`."""

    newest = (5, 15, 4)
    handles = ("s3_bucket_id", "s3_bucket_arn", "this_s3_bucket_id", "this_s3_bucket_arn")
    create = attribute("create_bucket", None, default=True)
    is_directory = attribute("is_directory_bucket", None, default=False)
    first_logging = attribute("logging_inputs", None)
    policy = attribute("policy", None)
    attach_policy = attribute("attach_policy", None, default=False)
    for_trails = attribute("attach_cloudtrail_log_delivery_policy", None, default=False)
    for_old_balancers = attribute("attach_elb_log_delivery_policy", None, default=False)
    for_balancers = attribute("attach_lb_log_delivery_policy", None, default=False)
    for_access_logs = attribute("attach_access_log_delivery_policy", None, default=False)
    for_firewalls = attribute("attach_waf_log_delivery_policy", None, default=False)

    def lacks_access_logs(self, unit: Unit) -> Truth:
        """Whether neither the module nor a resource beside the call switches access logs on."""
        made = self.is_made & self.is_directory.surely(False)
        return made & self.first_logging.surely_absent() & super().lacks_access_logs(unit)

    @property
    def admits_trails(self) -> Truth:
        """Whether the policy that the module attaches admits CloudTrail; since 1.4.0 it attaches one only when told to."""
        attached = self.between((), (1, 4)) | self.attach_policy.surely(True)
        return self.for_trails.surely(True) | (attached & self.policy.spells("cloudtrail.amazonaws.com"))

    def is_log_target(self, unit: Unit) -> Truth:
        """Whether any logs are delivered to it."""
        policies = (self.for_trails, self.for_old_balancers, self.for_balancers, self.for_access_logs, self.for_firewalls)
        return any_of(policies, lambda one: one.surely(True)) | super().is_log_target(unit)

    def logging_fix(self, unit: Unit) -> Fix:  # noqa: ARG002 - as buckets are asked
        """Switches access logs on, to a bucket that has to be decided."""
        where = {"target_bucket": "BUCKET", "target_prefix": f"{self.local_name}/"}
        fix = set_to(where, title="log to a bucket", manual="which bucket takes the logs has to be decided")
        return fix.on(self.resource, self.inline_logging.path)


class BucketLogging(View, terraform="aws_s3_bucket_logging"):
    """Switches the access logs of a bucket on; CloudFormation has it inside the bucket."""

    bucket = reference("bucket", None)
    target = reference("target_bucket", None)
    prefix = attribute("target_prefix", None)


class BucketAcl(View, terraform="aws_s3_bucket_acl"):
    """The ACL of a bucket."""

    bucket = reference("bucket", None)
    acl = attribute("acl", None)


class LogSource(
    View,
    terraform="aws_s3_bucket_logging|aws_s3_bucket|aws_cloudtrail|aws_lb|aws_alb|aws_elb|aws_cloudfront_distribution|aws_flow_log"
    "|aws_config_delivery_channel",
    cloudformation="AWS::S3::Bucket|AWS::CloudTrail::Trail|AWS::ElasticLoadBalancingV2::LoadBalancer"
    "|AWS::ElasticLoadBalancing::LoadBalancer|AWS::CloudFront::Distribution|AWS::EC2::FlowLog|AWS::Config::DeliveryChannel",
):
    """Something that can write its logs to a bucket."""

    access_logs = reference("target_bucket", "LoggingConfiguration.DestinationBucketName")
    inline_logs = reference("logging.target_bucket", None)
    trail = reference("s3_bucket_name", "S3BucketName")
    balancer = reference("access_logs.bucket", "LoadBalancerAttributes[Key=access_logs.s3.bucket].Value")
    classic = reference(None, "AccessLoggingPolicy.S3BucketName")
    distribution = reference("logging_config.bucket", "DistributionConfig.Logging.Bucket")
    flow_log = reference("log_destination", "LogDestination")

    def writes_to(self, bucket: Bucket) -> Truth:
        """Whether its logs go to a bucket."""
        targets = (self.access_logs, self.inline_logs, self.trail, self.balancer, self.classic, self.distribution, self.flow_log)
        return any_of(targets, lambda target: target.refers_to(bucket))
