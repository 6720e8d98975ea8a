"""VPCs, subnets and their flow logs."""

from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Truth, all_of, undecided


class Vpc(View, terraform="aws_vpc", cloudformation="AWS::EC2::VPC"):
    """A virtual network. The account's default VPC is another type in Terraform and does not count."""

    handles = ("id", "arn", "Ref", "VpcId")
    cidr = attribute("cidr_block", "CidrBlock")

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
