"""unfiltered-data-events"""

from collections.abc import Iterator

from obslint.aws import EVERYTHING, Trail
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium")
def unfiltered_data_events(trail: Trail) -> Iterator[Finding]:
    """The trail records the data events of every bucket, function or table.

    Each event is billed: a busy bucket can cost more to record than to store, and new ones are recorded without anybody deciding so.

    Fix safety: manual, which resources matter has to be decided.
    When to ignore: a compliance profile demands the data events of everything.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
    """
    for selector in trail.event_selectors:
        for data in selector.data_resources:
            if data.is_unlimited & selector.read_write_type.surely("All"):
                name, example = EVERYTHING.get(data.type.shown, ("resource", "ARN"))
                fix = set_to([example], title=f"list each {name}", manual="which of them matter has to be decided")
                yield data.values.finding(f"data events of every {name} are recorded", fix=fix)
    for advanced in trail.advanced_selectors:
        for kind, (name, example) in EVERYTHING.items():
            if advanced.takes_all_of(kind):
                yield advanced.conditions.finding(f"data events of every {name} are recorded", fix=advanced.limit_fix(example))
