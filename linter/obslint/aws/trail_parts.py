"""What a trail stores to and works with: its bucket, key, topic, log group and role."""

from obslint.aws.cloudtrail import EventDataStore, Trail
from obslint.aws.estate import Estate
from obslint.aws.guards.allows import policies_of
from obslint.aws.guards.holders import Key, Role
from obslint.aws.sns import Topic
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth, any_of
from obslint.policy import Label

_SERVICE = "cloudtrail.amazonaws.com"


class BucketVersioning(View, terraform="aws_s3_bucket_versioning"):
    """The versioning of a bucket."""

    bucket = reference("bucket", None)
    status = attribute("versioning_configuration.status", None)
    mfa_delete = attribute("versioning_configuration.mfa_delete", None, default="Disabled")


class BucketLock(View, terraform="aws_s3_bucket_object_lock_configuration"):
    """Object Lock of a bucket: versions that nobody can delete for a while."""

    bucket = reference("bucket", None)


class LockableBucket(Bucket, terraform="aws_s3_bucket"):
    """A bucket, as far as its versions are protected; CloudFormation cannot ask for MFA."""

    inline_mfa = attribute("versioning.mfa_delete", None, default=False)
    lock = attribute("object_lock_enabled", None, default=False)
    inline_lock = attribute("object_lock_configuration", None)

    def is_locked(self, unit: Unit) -> Truth:
        """Whether Object Lock keeps versions from being deleted."""
        return self.lock.surely(True) | self.inline_lock.surely_set() | unit.any(BucketLock, lambda one: one.bucket.refers_to(self))


class Organization(
    View,
    terraform="aws_organizations_organization|aws_organizations_delegated_administrator",
    cloudformation="AWS::Organizations::Organization",
):
    """An organization of accounts, or the account that administers a service for it."""


def names_cloudtrail(resource: View, unit: Unit) -> Truth:
    """Whether a policy of a resource speaks of CloudTrail."""
    return any_of(policies_of(resource, unit), lambda one: one.certain & one.document.spells(_SERVICE))


def stores_trail(bucket: Bucket, unit: Unit) -> Truth:
    """Whether the files of a trail go to a bucket: a trail of the unit says so, or the policy of the bucket admits CloudTrail."""
    return unit.any(Trail, lambda trail: trail.bucket.refers_to(bucket)) | names_cloudtrail(bucket, unit)


def trails_of(bucket: Bucket, unit: Unit) -> tuple[Label, ...]:
    """A label on the trail that stores to a bucket."""
    return tuple(trail.label("this trail stores to it") for trail in unit.all(Trail) if trail.bucket.refers_to(bucket).known)[:1]


def covers_organization(estate: Estate) -> Truth:
    """Whether a trail or an event data store of the run records all accounts of an organization."""
    by_trail = estate.any(Trail, lambda trail: trail.organization.surely(True) & trail.is_on)
    return by_trail | estate.any(EventDataStore, lambda store: store.organization.surely(True))


def lacks_organization_trail(estate: Estate) -> Truth:
    """Whether the account has no such trail at all, which only a complete scan can tell."""
    return estate.none(Trail, lambda trail: trail.organization.surely(True)) & ~covers_organization(estate)


def trail_key(beside: View, unit: Unit) -> Key | None:
    """The one key of the unit whose policy speaks of CloudTrail."""
    return unit.only(Key, beside, lambda key: names_cloudtrail(key, unit))


def trail_topic(beside: View, unit: Unit) -> Topic | None:
    """The one topic of the unit whose policy speaks of CloudTrail."""
    return unit.only(Topic, beside, lambda topic: names_cloudtrail(topic, unit))


def trail_role(beside: View, unit: Unit) -> Role | None:
    """The one role of the unit that CloudTrail can take."""
    return unit.only(Role, beside, lambda role: role.trust.spells(_SERVICE))
