"""event-store-without-kms-key"""

from collections.abc import Iterator

from obslint.aws import EventDataStore
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, topics=("cloudtrail-event-data-store-kms",), checkov="CKV_AWS_294")
def event_store_without_kms_key(store: EventDataStore) -> Iterator[Finding]:
    """The CloudTrail Lake store is not encrypted with a customer managed key.

    No key policy guards the audit data, and no record tells who decrypted it.

    Fix safety: manual, it needs a key, and a store that has one cannot go back.
    When to ignore: a second boundary beside the permission to query is not asked for.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
    """
    if store.kms_key.surely_absent():
        reason = "it needs a key, and a store that has one cannot go back"
        key = set_to("arn:aws:kms:REGION:ACCOUNT:key/ID", title="encrypt with a customer managed key", manual=reason)
        yield store.kms_key.finding("event data store is not encrypted with a customer managed key", fix=key)
