"""duplicate-management-events"""

from collections.abc import Iterator

from obslint.aws import Estate, Trail
from obslint.policy import Finding, Persona, Severity, advice, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def duplicate_management_events(trail: Trail, estate: Estate) -> Iterator[Finding]:
    """More than one trail records management events.

    Only the first copy is free; every further one is billed by the event, in every region.

    Fix safety: manual, which of the trails is needed has to be decided.
    When to ignore: each trail belongs to another account, or the copy is kept for auditors of their own.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-manage-costs.html
    """
    for other in estate.earlier(trail):
        if trail.repeats(other, estate.complete):
            fix = advice(
                "remove one of the two, or turn include_management_events off in one that records data events",
                "which of the trails is needed has to be decided",
            )
            first = (other.label("recorded here as well"),)
            yield trail.finding("another trail records management events already", fix=fix, related=first)
            return
