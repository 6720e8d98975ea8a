"""The classes of account events that CIS wants to be watched, and which event sources a trail can leave out.

The lists are those of the CIS AWS Foundations Benchmark, section 4, as Security Hub tests them:
https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WatchedEvents:
    """A class of events: their source, if it is one, and their names.

    `qualified` says that names alone are ambiguous, so that a filter has to name the source. `condition` stands for the names
    where it is not the name of a call that matters. `harmless` is a call of the source that is none of them: a filter that counts it
    too tells nothing of these events. `historic` are names that no longer occur.
    """

    source: str
    names: tuple[str, ...] = ()
    qualified: bool = False
    condition: str = ""
    slug: str = ""
    harmless: str = ""
    historic: tuple[str, ...] = ()

    @property
    def filter_pattern(self) -> str:
        """The metric filter pattern that the benchmark gives; others may mean the same."""
        named = " || ".join(f"($.eventName = {name})" for name in self.names)
        if self.condition:
            return f"{{ {self.condition} }}"
        return f"{{ ($.eventSource = {self.source}) && ({named}) }}" if self.qualified else f"{{ {named} }}"


UNAUTHORIZED_CALLS = WatchedEvents(
    "", condition='($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")', slug="unauthorized-calls"
)
LOGIN_WITHOUT_MFA = WatchedEvents(
    "signin.amazonaws.com",
    condition='($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes")',
    slug="login-without-mfa",
)
ROOT_USAGE = WatchedEvents(
    "",
    condition='$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"',
    slug="root-usage",
)
IAM_CHANGES = WatchedEvents(
    "iam.amazonaws.com",
    (
        "DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy", "CreatePolicy",
        "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy",
        "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
    ),
    slug="iam-changes", harmless="ListUsers",
)  # fmt: skip
TRAIL_CHANGES = WatchedEvents(
    "cloudtrail.amazonaws.com",
    ("CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"),
    slug="trail-changes",
    harmless="DescribeTrails",
)
LOGIN_FAILURES = WatchedEvents(
    "signin.amazonaws.com",
    condition='($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication")',
    slug="login-failures",
)
KEY_DELETION = WatchedEvents(
    "kms.amazonaws.com", ("DisableKey", "ScheduleKeyDeletion"), qualified=True, slug="key-deletion", harmless="Decrypt"
)
BUCKET_POLICY_CHANGES = WatchedEvents(
    "s3.amazonaws.com",
    (
        "PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication", "DeleteBucketPolicy",
        "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
    ),
    qualified=True,
    slug="bucket-policy-changes", harmless="ListBuckets",
)  # fmt: skip
CONFIG_CHANGES = WatchedEvents(
    "config.amazonaws.com",
    ("StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"),
    qualified=True,
    slug="config-changes",
    harmless="DescribeConfigurationRecorders",
)
SECURITY_GROUP_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress",
        "CreateSecurityGroup", "DeleteSecurityGroup",
    ),
    slug="security-group-changes", harmless="DescribeInstances",
)  # fmt: skip
NETWORK_ACL_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry", "ReplaceNetworkAclEntry",
        "ReplaceNetworkAclAssociation",
    ),
    slug="network-acl-changes", harmless="DescribeInstances",
)  # fmt: skip
GATEWAY_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway", "DeleteInternetGateway",
        "DetachInternetGateway",
    ),
    slug="gateway-changes", harmless="DescribeInstances",
)  # fmt: skip
ROUTE_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable", "DeleteRoute",
        "DisassociateRouteTable",
    ),
    slug="route-changes", harmless="DescribeInstances",
)  # fmt: skip
VPC_CHANGES = WatchedEvents(
    "ec2.amazonaws.com",
    (
        "CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection",
        "DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc",
        "DisableVpcClassicLink", "EnableVpcClassicLink",
    ),
    slug="vpc-changes", harmless="DescribeInstances",
    historic=("AttachClassicLinkVpc", "DetachClassicLinkVpc", "DisableVpcClassicLink", "EnableVpcClassicLink"),
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
    slug="organization-changes",
)  # fmt: skip

CLASSES = (
    UNAUTHORIZED_CALLS, LOGIN_WITHOUT_MFA, ROOT_USAGE, IAM_CHANGES, TRAIL_CHANGES, LOGIN_FAILURES, KEY_DELETION, BUCKET_POLICY_CHANGES,
    CONFIG_CHANGES, SECURITY_GROUP_CHANGES, NETWORK_ACL_CHANGES, GATEWAY_CHANGES, ROUTE_CHANGES, VPC_CHANGES, ORGANIZATION_CHANGES,
)  # fmt: skip
"""The classes of the benchmark, in its order."""

DATA_API_CALLS = WatchedEvents("rdsdata.amazonaws.com", ("ExecuteStatement", "BatchExecuteStatement", "ExecuteSql"), qualified=True)
"""Queries that are sent over the Data API of RDS. No class of the benchmark, but what a trail can leave out."""

EXCLUDABLE = (KEY_DELETION, DATA_API_CALLS)
"""Whose sources a trail may leave out of its management events; no others:
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html"""
