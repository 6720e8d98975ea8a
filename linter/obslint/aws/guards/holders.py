"""The resources that hold policies, and what they guard."""

from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Truth, any_of, truth


class PolicyHolder(View):
    """A resource that gives another one its policy, in place of the one it has."""

    guarded = reference(None, None)
    document = attribute(None, None)

    def guards(self, view: View) -> Truth:
        """Whether the policy is that of a resource."""
        return self.guarded.refers_to(view)


class TopicPolicy(PolicyHolder, terraform="aws_sns_topic_policy", cloudformation="AWS::SNS::TopicPolicy|AWS::SNS::TopicInlinePolicy"):
    """The policy of a topic."""

    listed = reference("arn", "Topics")
    single = reference(None, "TopicArn")
    document = attribute("policy", "PolicyDocument")

    def guards(self, view: View) -> Truth:
        """Whether the policy is that of a topic."""
        return self.listed.refers_to(view) | self.single.refers_to(view)


class QueuePolicy(PolicyHolder, terraform="aws_sqs_queue_policy", cloudformation="AWS::SQS::QueuePolicy|AWS::SQS::QueueInlinePolicy"):
    """The policy of a queue."""

    listed = reference("queue_url", "Queues")
    single = reference(None, "Queue")
    document = attribute("policy", "PolicyDocument")

    def guards(self, view: View) -> Truth:
        """Whether the policy is that of a queue."""
        return self.listed.refers_to(view) | self.single.refers_to(view)


class BucketPolicy(PolicyHolder, terraform="aws_s3_bucket_policy", cloudformation="AWS::S3::BucketPolicy"):
    """The policy of a bucket."""

    guarded = reference("bucket", "Bucket")
    document = attribute("policy", "PolicyDocument")


class KeyPolicy(PolicyHolder, terraform="aws_kms_key_policy"):
    """The policy of a KMS key, as a resource of its own."""

    guarded = reference("key_id", None)
    document = attribute("policy", None)


class KeyGrant(View, terraform="aws_kms_grant"):
    """A grant, which admits someone to a key beside its policy."""

    key = reference("key_id", None)


class Key(
    View,
    terraform="aws_kms_key|aws_kms_replica_key|aws_kms_external_key|aws_kms_replica_external_key",
    cloudformation="AWS::KMS::Key|AWS::KMS::ReplicaKey",
):
    """A KMS key of the customer. Without a policy AWS gives it one that admits the account and no service.

    https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    """

    handles = ("key_id", "id", "arn", "Ref", "Arn")
    document = attribute("policy", "KeyPolicy")


class KeyName(View, terraform="aws_kms_alias", cloudformation="AWS::KMS::Alias"):
    """An alias of a key."""

    named_by = ("name",)
    name = attribute("name", "AliasName")
    key = reference("target_key_id", "TargetKeyId")


class LogResourcePolicy(View, terraform="aws_cloudwatch_log_resource_policy", cloudformation="AWS::Logs::ResourcePolicy"):
    """A policy of the account's log groups in a region."""

    document = attribute("policy_document", "PolicyDocument")


class LogDestinationPolicy(View, terraform="aws_cloudwatch_log_destination_policy", cloudformation="AWS::Logs::Destination"):
    """Who may send logs to a destination."""

    destination = reference("destination_name", None)
    document = attribute("access_policy", "DestinationPolicy")

    def is_of(self, destination: View) -> Truth:
        """Whether it is the policy of a destination, in CloudFormation a property of that."""
        if self.resource.dialect == "cloudformation":
            return truth(self.resource is destination.resource) & self.document.surely_set()
        return self.destination.refers_to(destination)


class FunctionPermission(View, terraform="aws_lambda_permission", cloudformation="AWS::Lambda::Permission"):
    """Admits a service to a function: one statement of its policy."""

    function = reference("function_name", "FunctionName")
    action = attribute("action", "Action")
    principal = attribute("principal", "Principal")
    source_arn = attribute("source_arn", "SourceArn")
    source_account = attribute("source_account", "SourceAccount")
    organization = attribute("principal_org_id", "PrincipalOrgID")


class InlinePolicy(View):
    """A policy written inside a role."""

    document = attribute("policy", "PolicyDocument")


class Role(View, terraform="aws_iam_role", cloudformation="AWS::IAM::Role"):
    """A role. Policies are attached by its name."""

    named_by = ("name",)
    handles = ("name", "id", "Ref")
    name = attribute("name", "RoleName")
    trust = attribute("assume_role_policy", "AssumeRolePolicyDocument")
    boundary = reference("permissions_boundary", "PermissionsBoundary")
    inline = blocks("inline_policy", "Policies", InlinePolicy)
    managed = reference("managed_policy_arns", "ManagedPolicyArns")


class RolePolicy(View, terraform="aws_iam_role_policy", cloudformation="AWS::IAM::RolePolicy|AWS::IAM::Policy"):
    """A policy of a role, as a resource of its own."""

    role = reference("role", "RoleName")
    roles = reference(None, "Roles")
    title = attribute("name", "PolicyName")
    document = attribute("policy", "PolicyDocument")

    def belongs_to(self, role: Role) -> Truth:
        """Whether it is a policy of a role."""
        return any_of((self.role, self.roles), lambda named: named.refers_to(role))


class ManagedPolicy(View, terraform="aws_iam_policy", cloudformation="AWS::IAM::ManagedPolicy"):
    """A policy that can be attached to many; CloudFormation may name its roles in it."""

    named_by = ("name",)
    name = attribute("name", "ManagedPolicyName")
    roles = reference(None, "Roles")
    document = attribute("policy", "PolicyDocument")


class PolicyAttachment(View, terraform="aws_iam_role_policy_attachment|aws_iam_policy_attachment"):
    """Attaches a policy to a role."""

    role = reference("role", None)
    roles = reference("roles", None)
    policy = reference("policy_arn", None)

    def belongs_to(self, role: Role) -> Truth:
        """Whether it is attached to a role."""
        return any_of((self.role, self.roles), lambda named: named.refers_to(role))


class ExclusivePolicies(View, terraform="aws_iam_role_policies_exclusive|aws_iam_role_policy_attachments_exclusive"):
    """Keeps a role from having other policies than are listed; those that are attached elsewhere are taken away."""

    role = reference("role_name", None)
    managed = reference("policy_arns", None)


class TopicInline(View, terraform="aws_sns_topic"):
    """A topic with its policy written in it."""

    document = attribute("policy", None)


class QueueInline(View, terraform="aws_sqs_queue"):
    """A queue with its policy written in it."""

    document = attribute("policy", None)


class BucketInline(View, terraform="aws_s3_bucket"):
    """A bucket with its policy written in it."""

    document = attribute("policy", None)
