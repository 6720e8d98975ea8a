"""What a trail has to be let into: its bucket, key, topic and log group."""

from collections.abc import Iterator

from obslint.aws.access.keys import key_named_by
from obslint.aws.cloudtrail import Trail
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.fixes import admitting, allow, streams_of, writing_logs
from obslint.aws.guards.holders import Key, Role
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.roles import role_allows
from obslint.aws.guards.texts import ACCOUNT, ANYTHING, REGION, Slot, Text, joined
from obslint.aws.logs import LogGroup
from obslint.aws.sns import Topic
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import NO, Absent, Known, Truth, settle
from obslint.policy import Fix

_OLD_ACCOUNTS = (
    *("086441151436", "475085895292", "388731089494", "113285607260", "819402241893", "977081816279", "492519147666"),
    *("216624486486", "903692715234", "284668455005", "035351147821", "859597730677", "282025262664", "814480443879"),
)
"""Accounts of CloudTrail that policies named before it was a service principal."""

CLOUDTRAIL = service_principal("cloudtrail")
_WRITER = service_principal("cloudtrail", _OLD_ACCOUNTS)
_SERVICE = "cloudtrail.amazonaws.com"
_ORGANIZATION = Slot("value", "organization", "the number of the organization is not written")


def bucket_of(trail: Trail, unit: Unit) -> Bucket | None:
    """The bucket of the unit that a trail certainly writes to."""
    return next((one for one in unit.all(Bucket) if trail.bucket.refers_to(one)), None)


def bucket_verdicts(trail: Trail, bucket: Bucket, unit: Unit) -> tuple[tuple[str, Verdict], tuple[str, Verdict]]:
    """Whether CloudTrail may read the ACL of the bucket, and write its files; each with words for it."""
    context = {"aws:SourceArn": arn_of(trail.resource), "s3:x-amz-acl": ("bucket-owner-full-control",)}
    return (
        ("write to it", guard_allows(_WRITER, "s3:PutObject", bucket, unit, context, within=_files(trail))),
        ("read its ACL", guard_allows(_WRITER, "s3:GetBucketAcl", bucket, unit, {"aws:SourceArn": arn_of(trail.resource)})),
    )


def _files(trail: Trail) -> Text:
    """What follows the ARN of the bucket for the files of a trail."""
    prefix = settle(trail.prefix.value)
    before = () if isinstance(prefix, Absent) or (isinstance(prefix, Known) and prefix.data == "") else joined(text_of(prefix), "/")
    organization = trail.organization.surely(True)
    owner = ACCOUNT if organization.known is False else _ORGANIZATION
    return joined("/", before, "AWSLogs/", owner, "/", ANYTHING)


def bucket_fix(trail: Trail, bucket: Bucket, verdict: Verdict, unit: Unit) -> Fix:
    """The statements that lack, as CloudTrail's guide has them.

    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
    """
    prefix = settle(trail.prefix.value)
    before = f"/{prefix.data}" if isinstance(prefix, Known) and prefix.data else "" if isinstance(prefix, Absent) else "/*"
    whole, files = bucket.link("arn", "Arn"), bucket.link("arn", "Arn", after=f"{before}/AWSLogs/*")
    owner = {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}
    written, read = (one.allowed.known for _, one in bucket_verdicts(trail, bucket, unit))
    wanted = [] if read else [allow(_SERVICE, "s3:GetBucketAcl", whole)]
    wanted += [] if written else [allow(_SERVICE, "s3:PutObject", files, owner)]
    return admitting(verdict, bucket, wanted, "CloudTrail")


def trail_key_verdict(trail: Trail, key: Key, unit: Unit) -> Verdict:
    """Whether CloudTrail may encrypt its files."""
    arn = arn_of(trail.resource)
    context = {"aws:SourceArn": arn, "kms:EncryptionContext:aws:cloudtrail:arn": arn}
    return guard_allows(CLOUDTRAIL, "kms:GenerateDataKey", key, unit, context)


def trail_key_of(trail: Trail, unit: Unit) -> Key | None:
    """The key of the unit that encrypts the files of a trail."""
    return key_named_by(trail.kms_key, unit)


def trail_key_fix(key: Key, verdict: Verdict) -> Fix:
    """https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"""
    wanted = [allow(_SERVICE, ["kms:GenerateDataKey*", "kms:DescribeKey"], "*")]
    return admitting(verdict, key, wanted, "CloudTrail")


def trail_topic_closures(trail: Trail, unit: Unit) -> Iterator[tuple[str, Verdict, Fix, View]]:
    """Whether CloudTrail may publish to its topic, and use the key of it: a message, the answer, and a fix for each.

    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
    """
    topic = next((one for one in unit.all(Topic) if trail.delivery_topic.refers_to(one)), None)
    if topic is None:
        return
    context = {"aws:SourceArn": arn_of(trail.resource)}
    verdict = guard_allows(CLOUDTRAIL, "sns:Publish", topic, unit, context)
    wanted = [allow(_SERVICE, "sns:Publish", topic.link("arn", "Ref"))]
    yield "the policy of the topic does not let CloudTrail publish", verdict, admitting(verdict, topic, wanted, "CloudTrail"), topic
    key = key_named_by(topic.kms_key, unit)
    if key is not None:
        verdict = guard_allows(CLOUDTRAIL, "kms:GenerateDataKey", key, unit, context)
        fix = admitting(verdict, key, [allow(_SERVICE, ["kms:GenerateDataKey*", "kms:Decrypt"], "*")], "CloudTrail")
        yield "the policy of the key of the topic does not admit CloudTrail", verdict, fix, key


def log_role_of(trail: Trail, unit: Unit) -> Role | None:
    """The role of the unit that a trail writes its log events with."""
    return next((one for one in unit.all(Role) if trail.log_role.refers_to(one)), None)


def log_role_writes(trail: Trail, role: Role, unit: Unit) -> Truth:
    """Whether the role may write the trail's stream of its log group."""
    group = settle(trail.log_group.value)
    if isinstance(group, Absent):
        return ~NO
    text = text_of(group)
    tail = text[-1]
    bare = (*text[:-1], tail.removesuffix("*").removesuffix(":")) if isinstance(tail, str) else text
    stream = joined(bare, ":log-stream:", ACCOUNT, "_CloudTrail_", REGION, ANYTHING)
    return role_allows(role, "logs:PutLogEvents", stream, unit) & role_allows(role, "logs:CreateLogStream", stream, unit)


def log_writing_fix(trail: Trail, role: Role, unit: Unit) -> Fix:
    """A policy for the role that lets it write to the trail's log group."""
    group = next((one for one in unit.all(LogGroup) if trail.log_group.refers_to(one)), None)
    return writing_logs(role, streams_of(group, role), "trail-logs")
