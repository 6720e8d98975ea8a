"""Rules on objects of S3 buckets, which send events only when they are told to."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.bucket_events import BucketNotification, CustomNotification
from obslint.aws.events.patterns import KIND, SOURCE
from obslint.aws.events.rules import BusRule
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit
from obslint.aws.view import attribute
from obslint.model import Truth
from obslint.policy import Fix, add_resource, set_to

_BUCKET = ("detail", "bucket", "name")


class SendingBucket(Bucket, terraform="aws_s3_bucket", cloudformation="AWS::S3::Bucket"):
    """A bucket, as far as it sends events to EventBridge."""

    bridge = attribute(None, "NotificationConfiguration.EventBridgeConfiguration")

    def sends(self, unit: Unit) -> Truth:
        """Whether it sends events."""
        here = self.bridge.surely_set() & self.event_bridge.surely_not(False)
        elsewhere = ~unit.none(BucketNotification, lambda one: one.bucket.refers_to(self) & one.event_bridge.surely(True), of=self)
        return here | elsewhere | unit.any(CustomNotification, lambda one: one.bucket.refers_to(self))

    def sending_fix(self, unit: Unit) -> Fix:
        """Has it send events."""
        title, unsafe = "send events to EventBridge", "events are billed by number"
        if self.resource.dialect == "cloudformation":
            return set_to(True, title=title, unsafe=unsafe).on(self.resource, self.event_bridge.path)
        there = next((one for one in unit.all(BucketNotification) if one.bucket.refers_to(self)), None)
        if there is not None:
            return set_to(True, title=title, unsafe=unsafe).on(there.resource, there.event_bridge.path)
        draft = BucketNotification.draft(self, bucket=self.link("id", "Ref"), event_bridge=True)
        why = "notifications that are declared elsewhere would be replaced"
        return add_resource(draft, title, unsafe=why).on(self.resource, ())


def buckets_asked(rule: BusRule, unit: Unit) -> Iterator[tuple[Attribute, SendingBucket]]:
    """The buckets of the unit whose object events a rule waits for, and where it names them."""
    pattern = rule.matching
    kinds = pattern.texts(KIND)
    if pattern.texts(SOURCE) != ("aws.s3",) or not kinds or not all(one.startswith("Object ") for one in kinds):
        return
    for condition in pattern.asks(_BUCKET):
        for bucket in unit.all(SendingBucket):
            item = next((one.at for one in condition.matchers if one.kind == "equals" and one.at.refers_to(bucket).known), None)
            if item is not None:
                yield item, bucket
