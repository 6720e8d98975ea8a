"""What S3's log delivery and other services have to be let into."""

from collections.abc import Iterator, Mapping

from obslint.aws.attribute import Attribute
from obslint.aws.guards.allows import Verdict, guard_allows
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.documents import Statement
from obslint.aws.guards.fixes import admitting, allow
from obslint.aws.guards.judging import denies, denying
from obslint.aws.guards.requests import Principal, Request, service_principal
from obslint.aws.guards.texts import ANYTHING, Text, joined
from obslint.aws.storage import DELIVERY_ACLS, Bucket, BucketAcl, LogSource
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Absent, Known, Pick, Truth, settle
from obslint.policy import Fix, Label, set_to

_LOGGING = service_principal("logging.s3")
_SERVICES: Mapping[str, Principal] = {
    "aws_cloudtrail": service_principal("cloudtrail"),
    "AWS::CloudTrail::Trail": service_principal("cloudtrail"),
    "aws_s3_bucket": _LOGGING,
    "aws_s3_bucket_logging": _LOGGING,
    "AWS::S3::Bucket": _LOGGING,
    "aws_flow_log": service_principal("delivery.logs"),
    "AWS::EC2::FlowLog": service_principal("delivery.logs"),
}
"""Services that deliver in their own name, by what makes them do so."""


class LoggedBucket(View, terraform="aws_s3_bucket_logging|aws_s3_bucket", cloudformation="AWS::S3::Bucket"):
    """A bucket, or what switches its access logs on."""

    bucket = reference("bucket", None)
    beside = reference("target_bucket", "LoggingConfiguration.DestinationBucketName")
    inside = reference("logging.target_bucket", None)
    prefix_beside = attribute("target_prefix", "LoggingConfiguration.LogFilePrefix")
    prefix_inside = attribute("logging.target_prefix", None)

    @property
    def target(self) -> Attribute:
        """What names the bucket that takes the logs."""
        return self.inside if self.is_type("aws_s3_bucket") else self.beside

    @property
    def prefix(self) -> Text:
        """What the names of the logs start with."""
        value = settle((self.prefix_inside if self.is_type("aws_s3_bucket") else self.prefix_beside).value)
        return () if isinstance(value, Absent) else text_of(value)

    def source(self, unit: Unit) -> Bucket | None:
        """The bucket whose accesses are logged."""
        if self.is_type("aws_s3_bucket_logging"):
            return next((one for one in unit.all(Bucket) if self.bucket.refers_to(one).known), None)
        return Bucket(self.resource)


class Ownership(View, terraform="aws_s3_bucket_ownership_controls", cloudformation="AWS::S3::Bucket"):
    """Who owns the objects of a bucket; where it is always the owner of the bucket, ACLs mean nothing."""

    bucket = reference("bucket", None)
    setting = attribute("rule.object_ownership", "OwnershipControls.Rules.ObjectOwnership")

    def ignores_acls_of(self, bucket: Bucket) -> Truth:
        """Whether the ACLs of a bucket mean nothing."""
        mine = self.bucket.refers_to(bucket) if self.is_type("aws_s3_bucket_ownership_controls") else bucket.is_same(self)
        return mine & self.setting.surely("BucketOwnerEnforced")


class _Grants(View, terraform="aws_s3_bucket_acl|aws_s3_bucket"):
    """Grants of an ACL that are written one by one."""

    bucket = reference("bucket", None)
    single = attribute("access_control_policy", None)
    inline = attribute("grant", None)

    def are_of(self, bucket: Bucket) -> Truth:
        """Whether a bucket has such grants."""
        return (self.single.surely_set() & self.bucket.refers_to(bucket)) | (self.inline.surely_set() & bucket.is_same(self))


def target_of(logged: LoggedBucket, unit: Unit) -> Bucket | None:
    """The bucket of the unit that takes the access logs."""
    return next((one for one in unit.all(Bucket) if logged.target.refers_to(one)), None)


def logging_verdict(logged: LoggedBucket, target: Bucket, unit: Unit) -> Verdict:
    """Whether the policy of the target lets S3 write access logs."""
    source = logged.source(unit)
    context: dict[str, Text | None] = {"aws:SourceArn": arn_of(source.resource)} if source else {}
    return guard_allows(_LOGGING, "s3:PutObject", target, unit, context, within=joined("/", logged.prefix, ANYTHING))


def admitted_by_acl(target: Bucket, unit: Unit) -> Truth:
    """Whether an ACL that is not ignored lets the log delivery group write; grants written one by one may."""
    canned = target.acl.surely_in(DELIVERY_ACLS) | unit.any(
        BucketAcl, lambda one: one.bucket.refers_to(target) & one.acl.surely_in(DELIVERY_ACLS)
    )
    granted = unit.any(_Grants, lambda one: one.are_of(target))
    return (canned | granted) & ~unit.any(Ownership, lambda one: one.ignores_acls_of(target))


def logging_fix(logged: LoggedBucket, target: Bucket, verdict: Verdict, unit: Unit) -> Fix:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"""
    source = logged.source(unit)
    condition = {"ArnLike": {"aws:SourceArn": source.link("arn", "Arn")}} if source and source.can_be_named_by(target) else None
    wanted = [allow("logging.s3.amazonaws.com", "s3:PutObject", target.link("arn", "Arn", after="/*"), condition)]
    return admitting(verdict, target, wanted, "S3's log delivery")


class BucketRules(View, terraform="aws_s3_bucket_policy|aws_s3_bucket", cloudformation="AWS::S3::BucketPolicy"):
    """A bucket policy, wherever it is written."""

    bucket = reference("bucket", "Bucket")
    document = attribute("policy", "PolicyDocument")

    def guarded(self, unit: Unit) -> Bucket | None:
        """The bucket of the unit whose policy it is."""
        if self.is_type("aws_s3_bucket"):
            return Bucket(self.resource)
        return next((one for one in unit.all(Bucket) if self.bucket.refers_to(one)), None)


def blocked_deliveries(rules: BucketRules, unit: Unit) -> Iterator[tuple[Statement, str, Label]]:
    """Deny statements that keep a service from delivering logs: the statement, the service, and what delivers."""
    bucket = rules.guarded(unit)
    if bucket is None:
        return
    for source in unit.all(LogSource):
        principal = _SERVICES.get(source.resource.type)
        if principal is None or not source.writes_to(bucket).known:
            continue
        files = joined(arn_of(bucket.resource), "/", ANYTHING)
        request = Request("s3:PutObject", files, principal, {"s3:x-amz-acl": ("bucket-owner-full-control",)})
        bool(denies(rules.document.value, request))
        for statement in denying(rules.document.value, request):
            yield statement, principal.label, source.label("delivers logs here")


def sparing_services(rules: BucketRules, statement: Statement) -> Fix:
    """Leaves AWS services out of a Deny."""
    sid = settle(statement.member("sid"))
    picked = (Pick("Sid", str(sid.data)),) if isinstance(sid, Known) else ()
    path = (*rules.document.path, "Statement", *picked, "Condition", "Bool", "aws:PrincipalIsAWSService")
    why = "what the statement is meant to keep out has to be thought over"
    fix = set_to("false", title="leave AWS services out of the Deny", unsafe=why)
    return fix.on(rules.resource, path)


_HEADERS: Mapping[str, Text | None] = dict.fromkeys(
    (
        "s3:x-amz-server-side-encryption",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "s3:x-amz-server-side-encryption-customer-algorithm",
    )
)
"""Keys of headers that S3 does not send when it delivers access logs."""


def header_denials(rules: BucketRules, unit: Unit) -> Iterator[tuple[Statement, Label]]:
    """Deny statements for puts without an encryption header that keep access logs out: the statement, and what delivers."""
    bucket = rules.guarded(unit)
    for source in unit.all(LoggedBucket) if bucket is not None else ():
        if bucket is None or not source.target.refers_to(bucket).known:
            continue
        files = joined(arn_of(bucket.resource), "/", ANYTHING)
        request = Request("s3:PutObject", files, _LOGGING, _HEADERS)
        bool(denies(rules.document.value, request))
        already = {id(one.fields) for one in denying(rules.document.value, Request("s3:PutObject", files, _LOGGING))}
        for statement in denying(rules.document.value, request):
            if id(statement.fields) not in already:
                yield statement, source.label("delivers logs here")
