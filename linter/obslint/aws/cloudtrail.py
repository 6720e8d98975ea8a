"""CloudTrail trails and what they select."""

from obslint.aws.attribute import Attribute
from obslint.aws.selectors import Access, AdvancedEventSelector, EventSelector, InsightSelector
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, YES, Absent, Known, Reference, Symbolic, Truth, Value, any_of, truth, undecided
from obslint.model.compare import decide, doubt
from obslint.policy import Fix, set_to


class Trail(View, terraform="aws_cloudtrail", cloudformation="AWS::CloudTrail::Trail"):
    """A CloudTrail trail: the account's recorder of API calls.

    Defaults: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    """

    named_by = ("name",)
    name = attribute("name", "TrailName")
    bucket = reference("s3_bucket_name", "S3BucketName")
    prefix = attribute("s3_key_prefix", "S3KeyPrefix")
    # CloudFormation requires IsLogging: without it the trail is refused
    logging = attribute("enable_logging", "IsLogging", terraform_default=True)
    organization = attribute("is_organization_trail", "IsOrganizationTrail", default=False)
    multi_region = attribute("is_multi_region_trail", "IsMultiRegionTrail", default=False)
    global_events = attribute("include_global_service_events", "IncludeGlobalServiceEvents", default=True)
    log_file_validation = attribute("enable_log_file_validation", "EnableLogFileValidation", default=False)
    kms_key = reference("kms_key_id", "KMSKeyId")
    log_group = reference("cloud_watch_logs_group_arn", "CloudWatchLogsLogGroupArn")
    log_role = reference("cloud_watch_logs_role_arn", "CloudWatchLogsRoleArn")
    delivery_topic = reference("sns_topic_name", "SnsTopicName")
    event_selectors = blocks("event_selector", "EventSelectors", EventSelector)
    advanced_selectors = blocks("advanced_event_selector", "AdvancedEventSelectors", AdvancedEventSelector)
    insights = blocks("insight_selector", "InsightSelectors", InsightSelector)
    call_rate_insight = attribute("insight_selector.insight_type", "InsightSelectors[InsightType=ApiCallRateInsight].InsightType")

    # a selector of its own, under this name; Terraform has no names to pick one by
    _category = attribute(
        "advanced_event_selector.field_selector.equals",
        "AdvancedEventSelectors[Name=Management events].FieldSelectors[Field=eventCategory].Equals",
    )
    _category_field = attribute("advanced_event_selector.field_selector.field", None)

    @property
    def has_no_certain_role(self) -> Truth:
        """Whether no role to write to a log group is certainly given; with one, the missing group is a defect of its own."""
        return truth(self.log_role.surely_set().known is not True)

    @property
    def management_switch(self) -> tuple[Attribute, Fix]:
        """What decides that management events are left out, and how to take them in."""
        classic = next(iter(self.event_selectors), None)
        if classic is not None:
            return classic.management_events, set_to(True, unsafe="more events are stored")
        title = "select management events too"
        if self.resource.dialect == "cloudformation":
            return self._category, set_to(["Management"], title=title, unsafe="more events are stored")
        manual = "it needs a further advanced_event_selector block"
        return self._category_field, set_to("eventCategory", also=[(self._category, ["Management"])], title=title, manual=manual)

    @property
    def has_selectors(self) -> Truth:
        """Whether any selector is written; without one, all management events and nothing else is recorded."""
        return self.event_selectors.exist | self.advanced_selectors.exist

    def records_management(self, access: Access) -> Truth:
        """Whether management events of an access type are recorded."""
        classic = self.event_selectors.any(lambda one: one.selects_management(access))
        return ~self.has_selectors | classic | self.advanced_selectors.any(lambda one: one.selects_management(access))

    @property
    def records_any_management(self) -> Truth:
        """Whether management events of either access type are recorded."""
        return self.records_management("read") | self.records_management("write")

    def records_source(self, source: str) -> Truth:
        """Whether management events of an event source are recorded."""
        classic = self.event_selectors.any(lambda one: one.selects_source(source))
        return ~self.has_selectors | classic | self.advanced_selectors.any(lambda one: one.selects_source(source))

    def records_data_of(self, kind: str, access: Access) -> Truth:
        """Whether data events of resources of a kind are recorded; a kind may be the start of several."""
        classic = self.event_selectors.any(lambda one: one.selects_data(kind, access))
        return classic | self.advanced_selectors.any(lambda one: one.selects_data(kind, access))

    @property
    def is_on(self) -> Truth:
        """Whether it is not switched off."""
        return self.logging.surely_not(False)

    @property
    def records_everywhere(self) -> Truth:
        """Whether it records management events of all regions, and is not switched off."""
        return self.multi_region.surely(True) & self.is_on & self.records_any_management

    @property
    def records_data(self) -> Truth:
        """Whether data events are recorded, which are billed by number."""
        classic = self.event_selectors.any(lambda one: one.data_resources.exist)
        return classic | self.advanced_selectors.any(lambda one: one.is_about("Data"))

    def repeats(self, other: "Trail", complete: bool) -> Truth:
        """Whether both record the same management events of an account; `complete` says that all trails are of one account."""
        both = [self.records_management(access) & other.records_management(access) for access in ("read", "write")]
        running = self.logging.surely_not(False) & other.logging.surely_not(False)
        return any_of(both, lambda same: same) & running & exists(other) & self._overlaps(other, complete)

    def _overlaps(self, other: "Trail", complete: bool) -> Truth:
        """Whether both look at the same account and at a common region; providers tell, as those of one configuration share its text."""
        everywhere = self.multi_region.surely(True) | other.multi_region.surely(True)
        own, others = self.resource, other.resource
        if own.header.file is others.header.file and own.dialect == "cloudformation":
            return YES
        if own.dialect == "terraform" == others.dialect and own.region.place is not None and own.region.place == others.region.place:
            return YES
        # one declaration in several units is a module that is used for several accounts
        return everywhere & truth(complete and own.header != others.header) | undecided(
            f"{other.address} may belong to another account or region", other.header
        )

    def price(self, unit: Unit) -> str:
        """Why recording more with this trail would cost money, if it may: data events, or not being the only trail."""
        if self.records_data.known is not False:
            return "data events are billed by number"
        alone = all(trail.resource is self.resource for trail in unit.all(Trail))
        return "" if alone else "another trail may record the same management events, and only the first copy is free"

    @property
    def lacks_wildcard(self) -> Truth:
        """Whether the ARN of the log group certainly does not end in `:*`.

        The attribute `arn` of a log group has no such end in Terraform (since version 3 of the provider), `Arn` has one in
        CloudFormation.
        """
        return decide(self.log_group.value, _lacks_wildcard)


class EventDataStore(View, terraform="aws_cloudtrail_event_data_store", cloudformation="AWS::CloudTrail::EventDataStore"):
    """A CloudTrail Lake store: events kept to be queried.

    The switch for ingestion is the other way round in Terraform, and left out there means on, as it does in CloudFormation:
    https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudtrail-eventdatastore.html
    """

    named_by = ("name",)
    name = attribute("name", "Name")
    kms_key = reference("kms_key_id", "KmsKeyId")
    organization = attribute("organization_enabled", "OrganizationEnabled", default=False)
    selectors = blocks("advanced_event_selector", "AdvancedEventSelectors", AdvancedEventSelector)
    suspended = attribute("suspend", None, terraform_default=False)
    ingesting = attribute(None, "IngestionEnabled", cloudformation_default=True)

    def records_data_of(self, kind: str, access: Access) -> Truth:
        """Whether data events of resources of a kind are taken in; a kind may be the start of several."""
        return self.ingestion.surely(self.when_ingesting) & self.selectors.any(lambda one: one.selects_data(kind, access))

    @property
    def ingestion(self) -> Attribute:
        """The switch, whichever way round it is; `when_ingesting` is what it says when events are taken in."""
        return self.ingesting if self.when_ingesting else self.suspended

    @property
    def when_ingesting(self) -> bool:
        """The position of the switch in which events are taken in."""
        return self.resource.dialect == "cloudformation"


def _lacks_wildcard(arn: Value) -> Truth:
    if isinstance(arn, Known):
        text = str(arn.data)
        return truth(text.startswith("arn:") and not text.endswith(":*"))
    if isinstance(arn, Symbolic):
        head, tail = arn.parts[0], arn.parts[-1]
        spelled_out = isinstance(head, str) and head.startswith("arn:")
        return _ends_bare(tail, spelled_out, arn) if isinstance(tail, Reference) else truth(spelled_out and not tail.endswith(":*"))
    return NO if isinstance(arn, Absent) else doubt(arn)


def _ends_bare(tail: Reference, spelled_out: bool, arn: Symbolic) -> Truth:
    """Whether a reference at the end of an ARN, or instead of one, leaves it without the wildcard."""
    if tail.resource is None or not tail.resource.type.endswith(("aws_cloudwatch_log_group", "AWS::Logs::LogGroup")):
        return doubt(arn)
    return truth(spelled_out or tail.attribute == "arn")
