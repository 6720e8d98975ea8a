"""What the trails of a unit do not record, and how to have it recorded."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws.attribute import Attribute
from obslint.aws.cloudtrail import EventDataStore, Trail
from obslint.aws.estate import Estate
from obslint.aws.logs import MetricFilter
from obslint.aws.selectors import Access
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute
from obslint.aws.watched_events import WatchedEvents
from obslint.aws.watching import EventRule
from obslint.model import Truth, truth
from obslint.policy import Fix, Label, advice, remove, set_to

_BILLED = "data events are billed by number, and usually only some of the resources matter"


class BedrockResource(
    View,
    terraform="aws_bedrockagent_agent|aws_bedrockagent_knowledge_base|aws_bedrockagent_flow|aws_bedrock_guardrail|aws_bedrock_custom_model"
    "|aws_bedrock_provisioned_model_throughput",
    cloudformation="AWS::Bedrock::Agent|AWS::Bedrock::KnowledgeBase|AWS::Bedrock::Flow|AWS::Bedrock::Guardrail"
    "|AWS::Bedrock::ApplicationInferenceProfile",
):
    """Something of Amazon Bedrock that calls on models, or is called."""


class DataTrail(Trail, terraform="aws_cloudtrail", cloudformation="AWS::CloudTrail::Trail"):
    """A trail, as the place where data events can be selected."""

    classic_type = attribute("event_selector.data_resource.type", "EventSelectors[ReadWriteType=All].DataResources")
    classic_values = attribute("event_selector.data_resource.values", None)
    advanced_field = attribute("advanced_event_selector.field_selector.field", "AdvancedEventSelectors")
    advanced_value = attribute("advanced_event_selector.field_selector.equals", None)


def others_record(trail: Trail, estate: Estate) -> Truth:
    """Whether another trail of the run records management events."""
    return estate.any(Trail, lambda one: truth(one.resource is not trail.resource) & one.is_on & one.records_any_management)


def blinds(trail: Trail, events: WatchedEvents, estate: Estate) -> Truth:
    """Whether a trail leaves out the source of some management events, and no other trail of the run records it."""
    recorded = estate.any(Trail, lambda one: one.is_on & one.records_source(events.source))
    return trail.records_any_management & ~trail.records_source(events.source) & ~recorded


def misses_data(trail: Trail, kind: str, access: Access, unit: Unit, estate: Estate) -> Truth:
    """Whether no trail and no event data store records data events of a kind of resource; asked of the first trail of each unit."""
    first = truth(unit.all(Trail)[0].resource is trail.resource)
    recorded = estate.any(Trail, lambda one: one.is_on & one.records_data_of(kind, access))
    stored = estate.any(EventDataStore, lambda one: one.records_data_of(kind, access))
    return first & trail.is_on & ~recorded & ~stored


@dataclass(frozen=True, slots=True)
class Gap:
    """Data events that are left out: the attribute that has to change, and how."""

    at: Attribute
    fix: Fix


def data_gap(trail: DataTrail, kind: str, service: str) -> Gap:
    """How data events of a kind of resource come to be recorded by a trail. An ARN of the service alone stands for all its resources."""
    narrow = next((one for one in trail.event_selectors if one.data_resources.any(lambda data: data.type.surely(kind)).known), None)
    if narrow is not None:
        return Gap(narrow.read_write_type, set_to("All", unsafe=_BILLED))
    title, values = "record data events", [f"arn:aws:{service}"]
    if trail.advanced_selectors.exist.known is not False:
        return Gap(trail.advanced_field, _advanced(trail, kind, title, "a further advanced selector has to be added by hand"))
    taken = trail.event_selectors.any(lambda one: one.data_resources.exist).known is not False
    if trail.resource.dialect == "cloudformation":
        return Gap(trail.classic_type, set_to([{"Type": kind, "Values": values}], title=title, unsafe=_BILLED))
    unsafe, manual = ("", "it needs a data_resource block beside the one that is there") if taken else (_BILLED, "")
    return Gap(trail.classic_type, set_to(kind, also=[(trail.classic_values, values)], title=title, unsafe=unsafe, manual=manual))


def advanced_gap(trail: DataTrail, kind: str) -> Gap:
    """How data events come to be recorded that only advanced selectors know."""
    manual = "advanced selectors take the place of all others, so what the trail records now has to be written as such"
    return Gap(trail.advanced_field, _advanced(trail, kind, "record data events with an advanced selector", manual))


def _advanced(trail: DataTrail, kind: str, title: str, manual: str) -> Fix:
    if trail.resource.dialect == "terraform":
        return set_to("resources.type", also=[(trail.advanced_value, [kind])], title=title, manual=manual)
    fields = [{"Field": "eventCategory", "Equals": ["Data"]}, {"Field": "resources.type", "Equals": [kind]}]
    return set_to([{"FieldSelectors": fields}], title=title, manual=manual)


def narrowings(trail: Trail) -> Iterator[Gap]:
    """What lets only read or only write management events pass, and how to let both."""
    for selector in trail.event_selectors:
        if selector.management_events.surely(True) & selector.read_write_type.surely_not("All"):
            unsafe = "data events are billed by number" if selector.data_resources.exist.known is not False else "more events are stored"
            yield Gap(selector.read_write_type, set_to("All", unsafe=unsafe))
    for advanced in trail.advanced_selectors:
        for condition in advanced.fields_selected:
            if advanced.is_about("Management") & condition.field.surely("readOnly"):
                yield Gap(condition.equals, advice("drop the condition on readOnly", "more events are stored"))


def exclusions(trail: Trail, source: str) -> Iterator[Gap]:
    """Where the management events of an event source are left out, and how to take them in."""
    lists = [selector.excluded_sources for selector in trail.event_selectors]
    lists += [one.differs for advanced in trail.advanced_selectors for one in advanced.fields_selected if one.stops("eventSource", source)]
    for listed in lists:
        kept = [item.shown for item in listed.items() if item.shown != source]
        if listed.spells(source):
            title, unsafe = f"take in events of {source}", "such calls can be many, and a second copy of them is billed"
            yield Gap(listed, set_to(kept, title=title, unsafe=unsafe) if kept else remove(title=title, unsafe=unsafe))


def watchers(events: WatchedEvents, unit: Unit) -> tuple[Label, ...]:
    """Labels on the metric filters and event rules that wait for one of the events."""
    filters = [one for one in unit.all(MetricFilter) if one.waits_for(events)]
    rules = [one for one in unit.all(EventRule) if one.waits_for(events)]
    return tuple(one.label("this waits for them") for one in (*filters, *rules))
