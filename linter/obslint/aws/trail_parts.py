"""What a trail stores to and works with: its bucket, key, topic, log group and role."""

from obslint.aws.cloudtrail import EventDataStore, Trail
from obslint.aws.estate import Estate
from obslint.aws.guards.allows import policies_of
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.holders import Key, Role
from obslint.aws.guards.roles import role_allows
from obslint.aws.guards.texts import ANYTHING, joined
from obslint.aws.logs import LogGroup
from obslint.aws.sns import Topic
from obslint.aws.storage import Bucket, BucketModule
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Plain, Truth, any_of
from obslint.policy import Fix, Label, set_to

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
    if isinstance(resource, BucketModule):
        return resource.admits_trails
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


_KEY = "arn:aws:kms:REGION:ACCOUNT:key/ID"
_GROUP = "arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*"
_ROLE = "arn:aws:iam::ACCOUNT:role/NAME"


def service_key_fix(beside: View, unit: Unit, service: str, admitted: str) -> Fix:
    """Encrypts with the one key of the unit whose policy speaks of a service; `admitted` is that service in full."""
    key = unit.only(Key, beside, lambda one: any_of(policies_of(one, unit), lambda policy: policy.document.spells(service)))
    if key is None:
        manual = f"the policy of the key must let {admitted} use it"
        return set_to(_KEY, title="encrypt with a customer managed key", manual=manual)
    unsafe = "whoever reads it then needs permission to decrypt as well"
    return set_to(key.link("arn", "Arn"), title=f"encrypt with {key.address}", unsafe=unsafe)


def topic_fix(trail: Trail, unit: Unit) -> Fix:
    """Announces deliveries on the one topic of the unit whose policy speaks of CloudTrail."""
    topic = unit.only(Topic, trail, lambda one: names_cloudtrail(one, unit))
    if topic is None:
        return set_to("NAME", title="announce deliveries on a topic", manual=f"the policy of the topic must admit {_SERVICE}")
    link = topic.link("name", "TopicName")
    return set_to(link, title=f"announce deliveries on {topic.address}", unsafe="every delivered file is a message")


def _role(trail: Trail, unit: Unit) -> Role | None:
    """The one role of the unit that CloudTrail can take."""
    return unit.only(Role, trail, lambda role: role.trust.spells(_SERVICE))


def _group(trail: Trail, role: Role, unit: Unit) -> LogGroup | None:
    """The one log group of the unit that a role may write to."""
    stream = ":log-stream:", ANYTHING
    return unit.only(LogGroup, trail, lambda group: role_allows(role, "logs:PutLogEvents", joined(arn_of(group.resource), *stream), unit))


def _group_arn(group: LogGroup) -> Plain:
    """The ARN with `:*` at its end, as a trail wants it; in CloudFormation `Arn` has that."""
    return group.link("arn", "Arn", after=":*" if group.resource.dialect == "terraform" else "")


def delivery_fix(trail: Trail, unit: Unit) -> Fix:
    """Delivers events to the one log group that the unit's only role for CloudTrail may write to."""
    role = _role(trail, unit)
    group = _group(trail, role, unit) if role else None
    if role is None or group is None:
        manual = "it needs a log group and a role that may write to it"
        return set_to(_GROUP, also=[(trail.log_role, _ROLE)], title="deliver to a log group", manual=manual)
    also = [(trail.log_role, role.link("arn", "Arn"))]
    return set_to(_group_arn(group), also=also, title=f"deliver to {group.address}", unsafe="delivery is billed by volume")


def role_fix(trail: Trail, unit: Unit) -> Fix:
    """Lets the trail take the unit's only role for CloudTrail."""
    role = _role(trail, unit)
    if role is None:
        return set_to(_ROLE, manual=f"the role must trust {_SERVICE} and may write to the group")
    return set_to(role.link("arn", "Arn"), unsafe="the role has to be allowed to write to the group")


def group_fix(trail: Trail, unit: Unit) -> Fix:
    """Delivers to the one log group that the role of the trail may write to."""
    role = unit.only(Role, trail, trail.log_role.refers_to)
    group = _group(trail, role, unit) if role else None
    return set_to(_group_arn(group), unsafe="delivery is billed by volume") if group else set_to(_GROUP, manual="it needs a log group")
