"""Which events a trail selects: classic and advanced event selectors, and Insights.

How conditions combine: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
"""

from typing import Literal

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute, blocks
from obslint.model import Truth, any_of
from obslint.policy import Fix, set_to

Access = Literal["read", "write"]


EVERYTHING = {
    "AWS::S3::Object": ("bucket", "arn:aws:s3:::BUCKET/"),
    "AWS::Lambda::Function": ("function", "arn:aws:lambda:REGION:ACCOUNT:function:NAME"),
    "AWS::DynamoDB::Table": ("table", "arn:aws:dynamodb:REGION:ACCOUNT:table/NAME"),
}
"""Types of which there may be very many: what their data events are about, and how one of them is named."""

_ALL_OF_A_KIND = (":s3", ":s3:::", ":lambda", ":dynamodb")


class DataResource(View):
    """A kind of resource whose data events are selected, and the start of the ARNs of those that count."""

    type = attribute("type", "Type")
    values = attribute("values", "Values")

    @property
    def is_unlimited(self) -> Truth:
        """Whether it means all of a kind in the account: an ARN that ends before any name."""
        return any_of(tuple(self.values.items()), lambda item: any_of(_ALL_OF_A_KIND, item.ends_with))


class EventSelector(View):
    """A classic event selector."""

    read_write_type = attribute("read_write_type", "ReadWriteType", default="All")
    management_events = attribute("include_management_events", "IncludeManagementEvents", default=True)
    excluded_sources = attribute("exclude_management_event_sources", "ExcludeManagementEventSources")
    data_resources = blocks("data_resource", "DataResources", DataResource)

    def _takes(self, access: Access) -> Truth:
        return self.read_write_type.surely_in(("All", f"{access.title()}Only"))

    def selects_management(self, access: Access) -> Truth:
        """Whether management events of an access type pass."""
        return self.management_events.surely(True) & self._takes(access)

    def selects_source(self, source: str) -> Truth:
        """Whether management events of an event source pass."""
        return self.management_events.surely(True) & ~any_of(tuple(self.excluded_sources.items()), lambda one: one.surely(source))

    def selects_data(self, kind: str, access: Access) -> Truth:
        """Whether data events of some resources of a kind pass."""
        return self._takes(access) & self.data_resources.any(lambda one: one.type.starts_with(kind))


class FieldSelector(View):
    """A condition on a field of an event: it meets one of what it has to be, and none of what it must not be."""

    field = attribute("field", "Field")
    equals = attribute("equals", "Equals")
    starts = attribute("starts_with", "StartsWith")
    ends = attribute("ends_with", "EndsWith")
    differs = attribute("not_equals", "NotEquals")
    starts_otherwise = attribute("not_starts_with", "NotStartsWith")
    ends_otherwise = attribute("not_ends_with", "NotEndsWith")

    def admits(self, field: str, value: str) -> Truth:
        """Whether this is a condition on the field that lets the value pass."""
        return self.field.surely(field) & self._lets_pass(value)

    def stops(self, field: str, value: str) -> Truth:
        """Whether this is a condition on the field that the value does not meet."""
        return self.field.surely(field) & ~self._lets_pass(value)

    def _lets_pass(self, value: str) -> Truth:
        wanted = _meets(value, self.equals, self.starts, self.ends)
        asked = any_of((self.equals, self.starts, self.ends), lambda one: one.surely_set())
        return (wanted | ~asked) & ~_meets(value, self.differs, self.starts_otherwise, self.ends_otherwise)


def _meets(value: str, equal: Attribute, start: Attribute, end: Attribute) -> Truth:
    return (
        any_of(tuple(equal.items()), lambda one: one.surely(value))
        | any_of(tuple(start.items()), lambda one: one.surely_in(tuple(value[:length] for length in range(1, len(value) + 1))))
        | any_of(tuple(end.items()), lambda one: one.surely_in(tuple(value[length:] for length in range(len(value)))))
    )


class AdvancedEventSelector(View):
    """An advanced event selector: conditions that all have to hold."""

    name = attribute("name", "Name")
    fields_selected = blocks("field_selector", "FieldSelectors", FieldSelector)
    field = attribute("field_selector.field", None)
    starts_with = attribute("field_selector.starts_with", None)
    field_list = attribute(None, "FieldSelectors")

    def is_about(self, category: str) -> Truth:
        """Whether it selects events of a category: Management, Data, NetworkActivity."""
        return self.fields_selected.any(lambda one: one.admits("eventCategory", category))

    def _takes(self, access: Access) -> Truth:
        return ~self.fields_selected.any(lambda one: one.stops("readOnly", "true" if access == "read" else "false"))

    def selects_management(self, access: Access) -> Truth:
        """Whether management events of an access type pass."""
        return self.is_about("Management") & self._takes(access)

    def selects_source(self, source: str) -> Truth:
        """Whether management events of an event source pass."""
        return self.is_about("Management") & ~self.fields_selected.any(lambda one: one.stops("eventSource", source))

    def selects_data(self, kind: str, access: Access) -> Truth:
        """Whether data events of some resources of a kind pass. A kind may be the start of several."""
        return self.is_about("Data") & self._takes(access) & self.fields_selected.any(lambda one: _is_of(one, kind))

    def takes_all_of(self, kind: str) -> Truth:
        """Whether it takes the data events of all resources of a type: nothing else narrows it down."""
        of_kind = self.fields_selected.any(lambda one: one.admits("resources.type", kind))
        narrowed = self.fields_selected.any(lambda one: ~one.field.surely_in(("eventCategory", "resources.type")))
        return self.is_about("Data") & of_kind & ~narrowed

    @property
    def conditions(self) -> Attribute:
        """Where its conditions are written."""
        return self.field_list if self.resource.dialect == "cloudformation" else self.field

    def limit_fix(self, start: str) -> Fix:
        """A condition on the resources, as it could be written."""
        reason, title = "which of them matter has to be decided", "limit it by resources.ARN, or by readOnly"
        if self.resource.dialect == "cloudformation":
            return set_to([{"Field": "resources.ARN", "StartsWith": [start]}], title=title, manual=reason)
        return set_to("resources.ARN", also=((self.starts_with, [start]),), title=title, manual=reason)


def _is_of(condition: FieldSelector, kind: str) -> Truth:
    listed = any_of(tuple(condition.equals.items()), lambda one: one.starts_with(kind))
    return condition.field.surely("resources.type") & listed


class InsightSelector(View):
    """A kind of Insights analysis: of call rates (writes) or of error rates (reads and writes)."""

    type = attribute("insight_type", "InsightType")
    categories = attribute("event_categories", "EventCategories", default="Management")

    @property
    def about_management(self) -> Truth:
        """Whether management events are analyzed; without categories they are."""
        return any_of(tuple(self.categories.items()) or (self.categories,), lambda item: item.surely("Management"))
