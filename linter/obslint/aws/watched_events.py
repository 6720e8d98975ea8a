"""The classes of account events that CIS wants to be watched, and which event sources a trail can leave out.

The lists are those of the CIS AWS Foundations Benchmark, section 4, as Security Hub tests them:
https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WatchedEvents:
    """A class of events: their source, if it is one, and their names.

    `qualified` says that names alone are ambiguous, so that a filter has to name the source. `condition` stands for the names
    where it is not the name of a call that matters.
    """

    source: str
    names: tuple[str, ...] = ()
    qualified: bool = False
    condition: str = ""

    @property
    def filter_pattern(self) -> str:
        """The metric filter pattern that the benchmark gives; others may mean the same."""
        named = " || ".join(f"($.eventName = {name})" for name in self.names)
        if self.condition:
            return f"{{ {self.condition} }}"
        return f"{{ ($.eventSource = {self.source}) && ({named}) }}" if self.qualified else f"{{ {named} }}"


UNAUTHORIZED_CALLS = WatchedEvents("", condition='($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")')
LOGIN_WITHOUT_MFA = WatchedEvents(
    "signin.amazonaws.com", condition='($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes")'
)
ROOT_USAGE = WatchedEvents(
    "", condition='$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"'
)
IAM_CHANGES = WatchedEvents(
    "iam.amazonaws.com",
    (
        "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy",
        "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy",
        "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
    ),
)  # fmt: skip
TRAIL_CHANGES = WatchedEvents("cloudtrail.amazonaws.com", ("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"))
LOGIN_FAILURES = WatchedEvents(
    "signin.amazonaws.com", condition='($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication")'
)
KEY_DELETION = WatchedEvents("kms.amazonaws.com", ("DisableKey", "ScheduleKeyDeletion"), qualified=True)
BUCKET_POLICY_CHANGES = WatchedEvents(
    "s3.amazonaws.com",
    (
        "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy",
        "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
    ),
    qualified=True,
)  # fmt: skip
CONFIG_CHANGES = WatchedEvents(
    "config.amazonaws.com",
    ("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"),
    qualified=True,
)
SECURITY_GROUP_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress",
        "CreateSecurityGroup", "DeleteSecurityGroup",
    ),
)  # fmt: skip
NETWORK_ACL_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry",
        "ReplaceNetworkAclAssociation",
    ),
)  # fmt: skip
GATEWAY_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway",
        "DetachInternetGateway",
    ),
)  # fmt: skip
ROUTE_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute",
        "DisassociateRouteTable",
    ),
)  # fmt: skip
VPC_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc",
        "DisableVpcClassicLink", "EnableVpcClassicLink",
    ),
)  # fmt: skip
ORGANIZATION_CHANGES = WatchedEvents(
    "organizations.amazonaws.com",
    (
        "AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
        "DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType",
        "InviteAccountToOrganization", "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy",
        "UpdateOrganizationalUnit",
    ),
    qualified=True,
)  # fmt: skip

DATA_API_CALLS = WatchedEvents("rdsdata.amazonaws.com", ("ExecuteStatement", "BatchExecuteStatement", "ExecuteSql"), qualified=True)
"""Queries that are sent over the Data API of RDS. No class of the benchmark, but what a trail can leave out."""

EXCLUDABLE = (KEY_DELETION, DATA_API_CALLS)
"""Whose sources a trail may leave out of its management events; no others:
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"""
