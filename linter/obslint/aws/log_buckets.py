"""Buckets that logs are written to: how they are encrypted, whether logs come back to where they are from, and keys that are off."""

from collections.abc import Iterator

from obslint.aws.access.buckets import LoggedBucket
from obslint.aws.access.keys import key_named_by
from obslint.aws.access.trails import bucket_of
from obslint.aws.attribute import Attribute
from obslint.aws.cloudtrail import Trail
from obslint.aws.edge import LoadBalancer
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.texts import joined, matches
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Plain, Truth
from obslint.policy import Fix, set_to

_KMS = ("aws:kms", "aws:kms:dsse")


class BucketEncryption(
    View, terraform="aws_s3_bucket_server_side_encryption_configuration|aws_s3_bucket", cloudformation="AWS::S3::Bucket"
):
    """How a bucket is encrypted unless a request says otherwise."""

    bucket = reference("bucket", None)
    beside = attribute(
        "rule.apply_server_side_encryption_by_default.sse_algorithm",
        "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm",
    )
    key_beside = attribute(
        "rule.apply_server_side_encryption_by_default.kms_master_key_id",
        "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID",
    )
    inside = attribute("server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm", None)
    key_inside = attribute("server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id", None)

    @property
    def _is_inside(self) -> bool:
        return self.is_type("aws_s3_bucket")

    @property
    def algorithm(self) -> Attribute:
        """The kind of encryption."""
        return self.inside if self._is_inside else self.beside

    @property
    def key(self) -> Attribute:
        """The key."""
        return self.key_inside if self._is_inside else self.key_beside

    def is_of(self, bucket: Bucket) -> Truth:
        """Whether a bucket is encrypted so."""
        if self.is_type("aws_s3_bucket_server_side_encryption_configuration"):
            return self.bucket.refers_to(bucket)
        return bucket.is_same(self)


def encryption_of(bucket: Bucket, unit: Unit) -> BucketEncryption | None:
    """What certainly encrypts a bucket with a KMS key."""
    found = (one for one in unit.all(BucketEncryption) if one.is_of(bucket).known)
    return next((one for one in found if one.algorithm.surely_in(_KMS) & exists(one)), None)


def log_encryption_of(balancer: LoadBalancer, unit: Unit) -> BucketEncryption | None:
    """What encrypts the log bucket of an application load balancer with a KMS key."""
    for bucket in unit.all(Bucket):
        writes = balancer.log_bucket.refers_to(bucket) & balancer.log_enabled.surely(True) & balancer.type.surely("application")
        encryption = encryption_of(bucket, unit) if writes else None
        if encryption is not None:
            return encryption
    return None


def plain_fix(encryption: BucketEncryption) -> Fix:
    """Encrypts the bucket with SSE-S3."""
    drop = [encryption.key] if encryption.key.written else []
    fix = set_to("AES256", drop=drop, title="encrypt it with SSE-S3", unsafe="what else the bucket keeps is encrypted so as well")
    return fix.on(encryption.resource, encryption.algorithm.path)


class _LogBlock(View):
    inside = attribute("logging", "LoggingConfiguration")


def logs_to_itself(logged: LoggedBucket, unit: Unit) -> Truth:
    """Whether the accesses of a bucket are logged to it. CloudFormation without a name means just that."""
    source = logged.source(unit)
    if source is None:
        return NO
    if logged.resource.dialect == "cloudformation":
        unnamed = _LogBlock(logged.resource).inside.surely_set() & logged.target.surely_absent()
        return unnamed | logged.target.refers_to(source)
    return logged.target.refers_to(source)


def elsewhere_fix(logged: LoggedBucket, unit: Unit) -> Fix:
    """Logs to the one other bucket of the unit that takes logs; without one, that has to be decided."""
    other = unit.only(Bucket, logged, lambda one: unit.any(LoggedBucket, lambda by: _sends(by, one, unit)))
    value: Plain = other.link("id", "Ref") if other else "LOG-BUCKET"
    title = f"log to {other.address}" if other else "log to another bucket"
    unsafe, manual = (
        ("the bucket must admit logging.s3.amazonaws.com", "") if other else ("", "which bucket takes the logs has to be decided")
    )
    return set_to(value, title=title, unsafe=unsafe, manual=manual).on(logged.resource, logged.target.path)


def _sends(logged: LoggedBucket, target: Bucket, unit: Unit) -> Truth:
    """Whether another bucket logs to one."""
    source = logged.source(unit)
    return NO if source is None or source.resource is target.resource else logged.target.refers_to(target)


def self_recording(trail: Trail, unit: Unit) -> Iterator[Attribute]:
    """The selectors by which a trail certainly records what is written to its own bucket, where that is one of the unit."""
    bucket = bucket_of(trail, unit)
    if bucket is None:
        return
    objects = joined(arn_of(bucket.resource), "/")
    for selector in trail.event_selectors:
        for one in selector.data_resources:
            writes = selector.read_write_type.surely_in(("All", "WriteOnly")) & one.type.surely("AWS::S3::Object")
            for item in one.values.items() if writes else ():
                everything = item.ends_with(":s3") | item.ends_with(":s3:::")
                if everything | matches(text_of(item.value), objects, wild=False):
                    yield one.values
    for advanced in trail.advanced_selectors:
        if advanced.takes_all_of("AWS::S3::Object"):
            yield advanced.conditions


class SwitchedKey(View, terraform="aws_kms_key", cloudformation="AWS::KMS::Key|AWS::KMS::ReplicaKey"):
    """A key that can be switched off."""

    enabled = attribute("is_enabled", "Enabled", default=True)


class _Encrypted(
    View,
    terraform="aws_cloudwatch_log_group|aws_sns_topic|aws_sqs_queue|aws_cloudtrail",
    cloudformation="AWS::Logs::LogGroup|AWS::SNS::Topic|AWS::SQS::Queue|AWS::CloudTrail::Trail",
):
    by_id = reference("kms_key_id", "KmsKeyId")
    by_master = reference("kms_master_key_id", "KmsMasterKeyId")
    by_trail = reference("kms_key_id", "KMSKeyId")

    def uses(self, key: View, unit: Unit) -> bool:
        found = (key_named_by(one, unit) for one in (self.by_id, self.by_master, self.by_trail))
        return any(one is not None and one.resource is key.resource for one in found)


def telemetry_under(key: SwitchedKey, unit: Unit) -> View | None:
    """The first log group, topic, queue or trail that is certainly encrypted with a key."""
    return next((one for one in unit.all(_Encrypted) if one.uses(key, unit) and exists(one).known), None)
