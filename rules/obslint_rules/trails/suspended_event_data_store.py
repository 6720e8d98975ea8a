"""suspended-event-data-store"""

from collections.abc import Iterator

from obslint.aws import EventDataStore
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING)
def suspended_event_data_store(store: EventDataStore) -> Iterator[Finding]:
    """The CloudTrail Lake store takes in no events.

    Queries answer without an error, and simply lack everything new.

    Fix safety: unsafe, ingestion is billed by volume.
    When to ignore: the store is kept for its old events only.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopEventDataStoreIngestion.html
    """
    if store.ingestion.surely_not(store.when_ingesting):
        fix = set_to(store.when_ingesting, title="take in events again", unsafe="ingestion is billed by volume")
        yield store.ingestion.finding("ingestion into the event data store is stopped", fix=fix)
