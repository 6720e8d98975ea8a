"""VPCs, subnets and their flow logs."""

from typing import ClassVar

from obslint.aws.published import PublishedModule
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Truth, all_of, undecided
from obslint.policy import Fix, add_resource, set_to

_BILLED = "the records are billed by volume"


class Vpc(View, terraform="aws_vpc", cloudformation="AWS::EC2::VPC"):
    """A virtual network. The account's default VPC is another type in Terraform and does not count."""

    handles: ClassVar[tuple[str, ...]] = ("id", "arn", "Ref", "VpcId")
    cidr = attribute("cidr_block", "CidrBlock")
    flow_log = attribute(None, None)
    """Whether it brings a flow log itself, which only modules can."""

    def is_unrecorded(self, unit: Unit) -> Truth:
        """Whether it has no flow log, and not all of its subnets have one."""
        missing = unit.none(FlowLog, lambda log: log.records(self), of=self)
        return missing & ~self.is_recorded_by_subnet(unit)

    @property
    def flow_log_fix(self) -> Fix:
        """Records to a bucket that has to be decided."""
        draft = FlowLog.draft(
            self, vpc=self.link("id", "Ref"), resource_type="VPC", traffic="ALL", destination_type="s3",
            destination="arn:aws:s3:::BUCKET",
        )  # fmt: skip
        return add_resource(draft, "add a flow log", manual="where the records go has to be decided")

    def is_recorded_by_subnet(self, unit: Unit) -> Truth:
        """Whether the VPC has subnets in the unit, and each has a flow log of its own."""
        subnets = [subnet for subnet in unit.all(Subnet) if subnet.vpc.refers_to(self).known is not False]
        recorded = all_of(subnets, lambda subnet: unit.any(FlowLog, lambda log: log.subnet.refers_to(subnet)))
        return recorded if subnets else NO


class Subnet(View, terraform="aws_subnet", cloudformation="AWS::EC2::Subnet"):
    """A part of a VPC."""

    handles = ("id", "arn", "Ref", "SubnetId")
    vpc = reference("vpc_id", "VpcId")


class FlowLog(View, terraform="aws_flow_log", cloudformation="AWS::EC2::FlowLog"):
    """A record of the connections of a VPC, a subnet, an interface or a gateway."""

    vpc = reference("vpc_id", "ResourceId")
    subnet = reference("subnet_id", "ResourceId")
    resource_type = attribute(None, "ResourceType", terraform_default="VPC")
    traffic = attribute("traffic_type", "TrafficType")
    destination_type = attribute("log_destination_type", "LogDestinationType", default="cloud-watch-logs")
    destination = reference("log_destination", "LogDestination")

    def records(self, vpc: Vpc) -> Truth:
        """Whether it is a flow log of a whole VPC. In Terraform the attribute says what it is of, in CloudFormation the type."""
        return self.resource_type.surely("VPC") & (self.vpc.refers_to(vpc) | self._may_mean(vpc))

    def _may_mean(self, vpc: Vpc) -> Truth:
        """Its logical id as plain text is no id of a VPC, and most likely a reference that lost its mark: undecided, never yes."""
        meant = self.vpc.surely(vpc.local_name)
        return undecided(f"{vpc.local_name} stands there as plain text, not as a reference", self.vpc.at) if meant.known else NO


class VpcModule(PublishedModule, Vpc, terraform="module.terraform-aws-modules/vpc/aws"):
    """A call of the module for VPCs; it knows flow logs since 2.26.0, and always makes none unless told to."""

    newest = (6, 6, 0)
    handles = ("vpc_id", "vpc_arn")
    cidr = attribute("cidr", None)
    create = attribute("create_vpc", None, default=True)
    flow_log = attribute("enable_flow_log", None, default=False)
    group = attribute("create_flow_log_cloudwatch_log_group", None)
    role = attribute("create_flow_log_cloudwatch_iam_role", None)
    destination = attribute("flow_log_destination_arn", None)
    destination_type = attribute("flow_log_destination_type", None)

    def is_unrecorded(self, unit: Unit) -> Truth:
        """Whether neither the module nor the code beside it records its connections."""
        return self.is_made & self.flow_log.surely(False) & super().is_unrecorded(unit)

    @property
    def flow_log_fix(self) -> Fix:
        """Records to a log group that the module makes, unless the call has a destination already."""
        if self.since(2, 26).known is not True:
            return set_to(True, title="record flows", manual="the module has it since version 2.26.0, and it needs a destination")
        if (self.destination.surely_absent() & self.destination_type.surely_absent()).known is not True:
            return set_to(True, title="record flows", unsafe=_BILLED)
        return set_to(True, also=((self.group, True), (self.role, True)), title="record flows in a new log group", unsafe=_BILLED)
