"""Policies and buckets that are open to everyone."""

from collections.abc import Iterator

from obslint.aws.access.trails import bucket_of
from obslint.aws.attribute import Attribute
from obslint.aws.cloudtrail import Trail
from obslint.aws.guards.allows import policies_of
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.documents import Statement, any_statement, statements
from obslint.aws.guards.judging import listed, names_principal
from obslint.aws.guards.requests import NOBODY
from obslint.aws.guards.texts import matches
from obslint.aws.storage import Bucket, BucketAcl
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth, any_of, truth
from obslint.policy import Fix, Label, add_resource, set_to

_PUBLIC = ("public-read", "public-read-write", "authenticated-read", "PublicRead", "PublicReadWrite", "AuthenticatedRead")
_RELIED_ON = "someone may rely on it"
_READ = ("s3:GetObject", "s3:ListBucket", "s3:PutObject")


def for_everyone(statement: Statement) -> Truth:
    """Whether a statement allows something to everyone, under no condition."""
    return statement.is_effect("Allow") & names_principal(statement, NOBODY) & ~statement.has("condition")


def opens_to_everyone(document: Attribute) -> Truth:
    """Whether a policy has a statement that allows something to everyone, under no condition."""
    return any_statement(document.value, for_everyone)


def open_statement(document: Attribute) -> tuple[Label, ...]:
    """A label on the statement that is open to everyone."""
    found = (one for one in statements(document.value) if for_everyone(one).known)
    return tuple(Label(one.place or document.at, "this statement is for everyone") for one in found)[:1]


class PublicAccessBlock(
    View,
    terraform="aws_s3_bucket_public_access_block|aws_s3_account_public_access_block",
    cloudformation="AWS::S3::Bucket",
):
    """Keeps a bucket, or all buckets of the account, from being public."""

    bucket = reference("bucket", None)
    ignored_acls = attribute("ignore_public_acls", "PublicAccessBlockConfiguration.IgnorePublicAcls", default=False)
    refused_acls = attribute("block_public_acls", "PublicAccessBlockConfiguration.BlockPublicAcls", default=False)
    refused_policies = attribute("block_public_policy", "PublicAccessBlockConfiguration.BlockPublicPolicy", default=False)
    restricted = attribute("restrict_public_buckets", "PublicAccessBlockConfiguration.RestrictPublicBuckets", default=False)

    def is_for(self, bucket: Bucket) -> Truth:
        """Whether it is about a bucket."""
        if self.is_type("aws_s3_account_public_access_block"):
            return ~self.bucket.surely_set()
        return truth(self.resource is bucket.resource) if self.is_type("AWS::S3::Bucket") else self.bucket.refers_to(bucket)

    @property
    def stops_acls(self) -> Truth:
        """Whether public ACLs have no effect."""
        return self.ignored_acls.surely(True) | self.refused_acls.surely(True)

    @property
    def stops_policies(self) -> Truth:
        """Whether public policies have no effect."""
        return self.restricted.surely(True) | self.refused_policies.surely(True)


def public_grant(trail: Trail, unit: Unit) -> Iterator[tuple[Fix, tuple[Label, ...]]]:
    """What makes the bucket of a trail public, an ACL or a policy: a fix and labels for each."""
    bucket = bucket_of(trail, unit)
    if bucket is None:
        return
    for acl in (bucket.acl, *(one.acl for one in unit.all(BucketAcl) if one.bucket.refers_to(bucket).known)):
        if acl.surely_in(_PUBLIC) & unit.none(PublicAccessBlock, lambda one: one.is_for(bucket) & one.stops_acls, of=bucket):
            value = "private" if acl.resource.dialect == "terraform" else "Private"
            closed = set_to(value, unsafe=_RELIED_ON).on(acl.resource, acl.path)
            yield closed, (acl.label("this ACL is public"),)
    for policy in policies_of(bucket, unit):
        opened = policy.certain & any_statement(policy.document.value, _readable)
        if opened & unit.none(PublicAccessBlock, lambda one: one.is_for(bucket) & one.stops_policies, of=bucket):
            yield _blocking(bucket, unit), open_statement(policy.document)


def _blocking(bucket: Bucket, unit: Unit) -> Fix:
    """Blocks public access to a bucket."""
    title = "block public access to the bucket"
    if bucket.resource.dialect == "cloudformation":
        inside = PublicAccessBlock(bucket.resource)
        switches = ((inside.refused_acls, True), (inside.refused_policies, True), (inside.restricted, True))
        return set_to(True, also=switches, title=title, unsafe=_RELIED_ON).on(bucket.resource, inside.ignored_acls.path)
    block = next((one for one in unit.all(PublicAccessBlock) if one.is_for(bucket).known and one.bucket.surely_set().known), None)
    if block is not None:
        return set_to(True, title=title, unsafe=_RELIED_ON).on(block.resource, block.restricted.path)
    draft = PublicAccessBlock.draft(
        bucket, bucket=bucket.link("id", ""), refused_acls=True, refused_policies=True, ignored_acls=True, restricted=True
    )
    return add_resource(draft, title, unsafe=_RELIED_ON).on(bucket.resource, ())


def _readable(statement: Statement) -> Truth:
    """Whether a statement lets everyone read, list or write."""
    about = any_of(_READ, lambda action: listed(statement, "action", lambda value: matches(text_of(value), (action,), fold=True)))
    return for_everyone(statement) & about
