"""bucket-without-event-notifications"""

from collections.abc import Iterator

from obslint.aws import Bucket, BucketNotification, CustomNotification, Unit
from obslint.policy import Finding, Persona, Severity, add_resource, rule, set_to

MESSAGE = "bucket sends no event notifications"
TITLE = "send events to EventBridge"
REASON = "events are billed by number"


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("s3-event-notifications",), checkov="CKV2_AWS_62", security_hub="S3.11",
    prowler="s3_bucket_event_notifications_enabled", nist_800_53_r5="CA-7 SI-3(8) SI-4 SI-4(4)",
    pci_dss_4_0="11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1", aws_fsbp="S3.11",
)  # fmt: skip
def bucket_without_event_notifications(bucket: Bucket, unit: Unit) -> Iterator[Finding]:
    """The bucket sends no event notifications.

    Uploads and deletions trigger nothing, and no rule can watch them.

    Fix safety: unsafe, events are billed by number.
    When to ignore: nothing has to happen when objects come and go, which holds for most buckets.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
    """
    missing = unit.none(BucketNotification, lambda one: one.bucket.refers_to(bucket), of=bucket)
    if missing & bucket.inline_notifications.surely_absent() & ~unit.any(CustomNotification, lambda one: one.bucket.refers_to(bucket)):
        if bucket.resource.dialect == "cloudformation":
            yield bucket.event_bridge.finding(MESSAGE, fix=set_to(True, title=TITLE, unsafe=REASON))
        else:
            draft = BucketNotification.draft(bucket, bucket=bucket.link("id", "Ref"), event_bridge=True)
            yield bucket.finding(MESSAGE, fix=add_resource(draft, TITLE, unsafe=REASON))
