"""GuardDuty."""

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth


class Detector(View, terraform="aws_guardduty_detector", cloudformation="AWS::GuardDuty::Detector"):
    """A GuardDuty detector; CloudFormation requires that it says whether it is on."""

    handles = ("id", "arn", "Ref", "Id")
    enabled = attribute("enable", "Enable", terraform_default=True)


class MemberEnrollment(View, terraform="aws_guardduty_organization_configuration"):
    """What happens to the accounts of an organization. The provider wants exactly one of the two ways to say it."""

    detector = reference("detector_id", None)
    members = attribute("auto_enable_organization_members", None)
    new_members = attribute("auto_enable", None)

    @property
    def written(self) -> Attribute:
        """The attribute that is used."""
        return self.members if self.new_members.surely_absent().known else self.new_members

    @property
    def enrolls_nobody(self) -> Truth:
        """Whether no account of the organization is enrolled."""
        return (self.members.surely_absent() | self.members.surely("NONE")) & self.new_members.surely_not(True)


class GuardDutyOrganization(View, terraform="aws_guardduty_organization_configuration|aws_guardduty_organization_admin_account"):
    """What is said about GuardDuty for the whole organization: how members are enrolled, or which account administers it."""

    @property
    def enrollment(self) -> MemberEnrollment | None:
        """How members are enrolled, when that is what it says."""
        return MemberEnrollment(self.resource) if self.is_type(*MemberEnrollment.types()) else None
