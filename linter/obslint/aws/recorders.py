"""AWS Config: recorders, the channels they deliver to, and aggregators."""

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Truth, Value, any_of, truth
from obslint.model.compare import equal
from obslint.policy import Fix, add_resource

IAM = "AWS::IAM::"
"""How the global resource types begin that are recorded on request."""


class Recorder(View, terraform="aws_config_configuration_recorder", cloudformation="AWS::Config::ConfigurationRecorder"):
    """A configuration recorder.

    A list of types excludes recording everything:
    https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
    """

    handles = ("name", "id", "Ref")
    name = attribute("name", "Name", terraform_default="default")
    role = reference("role_arn", "RoleARN")
    all_supported = attribute("recording_group.all_supported", "RecordingGroup.AllSupported", terraform_default=True)
    global_types = attribute("recording_group.include_global_resource_types", "RecordingGroup.IncludeGlobalResourceTypes", default=False)
    listed_types = attribute("recording_group.resource_types", "RecordingGroup.ResourceTypes")
    strategy = attribute("recording_group.recording_strategy.use_only", "RecordingGroup.RecordingStrategy.UseOnly")
    excluded_types = attribute(
        "recording_group.exclusion_by_resource_types.resource_types", "RecordingGroup.ExclusionByResourceTypes.ResourceTypes"
    )

    @property
    def names(self) -> tuple[Value, ...]:
        """The name, which is `default` in Terraform when none is written."""
        return (self.name.effective,)

    @property
    def records_by_exclusion(self) -> Truth:
        """Whether everything is recorded but the types that are named."""
        return self.strategy.surely("EXCLUSION_BY_RESOURCE_TYPES")

    @property
    def records_global_types(self) -> Truth:
        """Whether IAM users, roles and policies are recorded: on request, by listing them, or by not excluding them."""
        listed = any_of(self.listed_types.items(), lambda item: item.starts_with(IAM))
        excluded = any_of(self.excluded_types.items(), lambda item: item.starts_with(IAM))
        return self.global_types.surely(True) | listed | (self.records_by_exclusion & ~excluded)

    @property
    def records_nothing(self) -> Truth:
        """Whether not every type is recorded, and none is listed or left out by name either."""
        chosen = self.listed_types.surely_set() | self.excluded_types.surely_set() | self.strategy.surely_set()
        return self.all_supported.surely(False) & ~chosen

    def elsewhere(self, other: "Recorder") -> Truth:
        """Whether another recorder may be one of the same account. There is one in an account and region, so those of one region are not:
        https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
        """
        return ~(equal(self.resource.region, other.resource.region) & exists(self) & exists(other))

    def start_fix(self, unit: Unit) -> Fix:
        """Starts the recorder: by a status after the one delivery channel of the unit, or by the channel that is missing."""
        if self.resource.dialect == "cloudformation":
            draft = DeliveryChannel.draft(self, bucket="BUCKET")
            return add_resource(draft, "add a delivery channel", manual="which bucket takes the history has to be decided")
        channel = unit.only(DeliveryChannel, self)
        status = RecorderStatus.draft(self, recorder=self.link("name", "Ref"), enabled=True)
        if channel is None:
            return add_resource(status, "start it", manual="it can be started only after a delivery channel exists")
        after = RecorderStatus.draft(self, recorder=self.link("name", "Ref"), enabled=True, after=[channel.link("", "Ref")])
        return add_resource(after, "start it", unsafe="recording is billed for each configuration item")


class RecorderStatus(View, terraform="aws_config_configuration_recorder_status"):
    """Says whether a recorder runs; in Terraform one without it is never started."""

    recorder = reference("name", None)
    enabled = attribute("is_enabled", None)
    after = attribute("depends_on", None)


class RecorderPart(
    View,
    terraform="aws_config_configuration_recorder|aws_config_configuration_recorder_status",
    cloudformation="AWS::Config::ConfigurationRecorder",
):
    """A recorder, or the resource that starts it."""

    enabled = attribute("is_enabled", None)
    started = reference("name", None)

    def idle(self, unit: Unit) -> Attribute | None:
        """What keeps the recorder that is started from recording anything."""
        for one in unit.all(Recorder):
            if self.started.refers_to(one) & one.records_nothing:
                return one.all_supported
        return None

    @property
    def recorder(self) -> Recorder | None:
        """The recorder, when it is one."""
        return Recorder(self.resource) if self.is_type(*Recorder.types()) else None


class DeliveryChannel(View, terraform="aws_config_delivery_channel", cloudformation="AWS::Config::DeliveryChannel"):
    """Where recorders deliver to. There is one in an account and region, and CloudFormation starts the recorder once it exists."""

    bucket = reference("s3_bucket_name", "S3BucketName")


class AggregationSource(View):
    """The accounts and regions that an aggregator reads."""

    all_regions = attribute("all_regions", "AllAwsRegions", default=False)
    regions = attribute("regions", "AwsRegions")

    @property
    def covered(self) -> str:
        """The regions it names, for a message; empty when there are none."""
        named = [region.shown for region in self.regions.items()]
        if "unknown" in named:
            return "listed regions"
        return ", ".join(named) if len(named) <= 4 else f"{len(named)} regions"


class Aggregator(View, terraform="aws_config_configuration_aggregator", cloudformation="AWS::Config::ConfigurationAggregator"):
    """A view over the configuration of several accounts and regions."""

    accounts = blocks("account_aggregation_source", "AccountAggregationSources", AggregationSource)
    organization = blocks("organization_aggregation_source", "OrganizationAggregationSource", AggregationSource)


def never_started(recorder: Recorder, unit: Unit) -> Truth:
    """Whether nothing in the unit starts a recorder."""
    if recorder.resource.dialect == "cloudformation":
        # a channel under a condition is left out where the account has one already
        channel = truth(any(unit.data.of_type(*DeliveryChannel.cloudformation)))
        started_otherwise = unit.mentions(recorder, by=lambda kind: kind.startswith(("Custom::", "AWS::CloudFormation::")))
        return ~channel & unit.none(DeliveryChannel, of=recorder) & ~started_otherwise
    return unit.none(RecorderStatus, lambda status: status.recorder.refers_to(recorder), of=recorder)
