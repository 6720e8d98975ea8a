"""What services that deliver logs, findings and configurations have to be let into: log groups, buckets and keys."""

import json
from collections.abc import Iterator

from obslint.aws.access.keys import key_named_by
from obslint.aws.attribute import Attribute
from obslint.aws.edge import LoadBalancer
from obslint.aws.estate import Estate
from obslint.aws.facts import table
from obslint.aws.guards.allows import Verdict, guard_allows, log_group_admitted_elsewhere
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.fixes import admitting, allow
from obslint.aws.guards.holders import Role
from obslint.aws.guards.requests import Principal, service_principal
from obslint.aws.guards.roles import role_allows
from obslint.aws.guards.texts import ACCOUNT, ANYTHING, Text, joined, shown
from obslint.aws.logs import LogGroup
from obslint.aws.query_logs import QueryLogged
from obslint.aws.recorders import Recorder
from obslint.aws.search import SearchDomain
from obslint.aws.storage import Bucket
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, reference
from obslint.model import Json, Known, Plain, Truth, any_of, settle, truth, undecided
from obslint.policy import Fix, Label, add_resource

_SEARCH_LOGS = ("ES_APPLICATION_LOGS", "AUDIT_LOGS", "SEARCH_SLOW_LOGS", "INDEX_SLOW_LOGS")


class _LogPolicy(View, terraform="aws_cloudwatch_log_resource_policy", cloudformation="AWS::Logs::ResourcePolicy"):
    name = attribute("policy_name", "PolicyName")
    document = attribute("policy_document", "PolicyDocument")


def log_group_verdict(group: LogGroup, service: str, unit: Unit) -> Verdict:
    """Whether a resource policy of CloudWatch Logs lets a service write to a log group."""
    return guard_allows(service_principal(service), "logs:PutLogEvents", group, unit, within=(":log-stream:", ANYTHING))


def log_group_fix(group: LogGroup, service: str) -> Fix:
    """A resource policy for the service; each region has ten at most."""
    terraform = group.resource.dialect == "terraform"
    target: Plain = group.link("arn", "", after=":*") if terraform else f"${{{group.local_name}.Arn}}"
    statement = allow(f"{service}.amazonaws.com", ["logs:CreateLogStream", "logs:PutLogEvents"], target)
    document: dict[str, Plain] = {"Version": "2012-10-17", "Statement": [statement]}
    made: Plain = Json(document) if terraform else {"Fn::Sub": json.dumps(document)}
    draft = _LogPolicy.draft(group, name=f"{service}-{group.local_name}", document=made)
    title, unsafe = f"add a policy that admits {service}.amazonaws.com", "a region has ten such policies at most"
    return add_resource(draft, title, unsafe=unsafe).on(group.resource, ())


def _is_closed(group: LogGroup, service: str, unit: Unit, estate: Estate) -> Truth:
    verdict = log_group_verdict(group, service, unit)
    return verdict.refused & ~log_group_admitted_elsewhere(verdict, estate) if verdict.refused.known else verdict.refused


def closed_query_group(logged: QueryLogged, unit: Unit, estate: Estate) -> LogGroup | None:
    """The log group that Route 53 cannot write queries to."""
    group = logged.declared_group(unit)
    return group if group is not None and _is_closed(group, "route53", unit, estate) else None


def closed_search_groups(domain: SearchDomain, unit: Unit, estate: Estate) -> Iterator[tuple[Attribute, LogGroup]]:
    """The log groups that a search domain cannot write to, each once, and where the domain names them."""
    seen: list[LogGroup] = []
    for log in _SEARCH_LOGS:
        named = domain.log_group(log)
        group = next((one for one in unit.all(LogGroup) if named.refers_to(one)), None) if domain.publishes(log) else None
        if group is not None and all(group.resource is not one.resource for one in seen):
            seen.append(group)
            if _is_closed(group, "es", unit, estate):
                yield named, group


class FindingsExport(View, terraform="aws_guardduty_publishing_destination", cloudformation="AWS::GuardDuty::PublishingDestination"):
    """Where GuardDuty exports findings to."""

    bucket = reference("destination_arn", "DestinationProperties.DestinationArn")
    key = reference("kms_key_arn", "DestinationProperties.KmsKeyArn")


def closed_exports(export: FindingsExport, unit: Unit) -> Iterator[tuple[Attribute, str, Fix, tuple[Label, ...]]]:
    """What keeps findings from being exported: where it is named, a message, a fix and labels."""
    guard_duty, name = service_principal("guardduty"), "guardduty.amazonaws.com"
    bucket = next((one for one in unit.all(Bucket) if _is_within(export.bucket, one)), None)
    if bucket is not None:
        verdict = guard_allows(guard_duty, "s3:PutObject", bucket, unit, within=joined("/", ANYTHING))
        if verdict.refused & ~verdict.denied:
            files = allow(name, "s3:PutObject", bucket.link("arn", "Arn", after="/*"))
            fix = admitting(verdict, bucket, [files, allow(name, "s3:GetBucketLocation", bucket.link("arn", "Arn"))], "GuardDuty")
            yield export.bucket, "the bucket does not admit GuardDuty", fix, verdict.evidence(bucket)
    key = key_named_by(export.key, unit)
    if key is not None:
        verdict = guard_allows(guard_duty, "kms:GenerateDataKey", key, unit)
        if verdict.refused:
            fix = admitting(verdict, key, [allow(name, "kms:GenerateDataKey", "*")], "GuardDuty")
            yield export.key, "the key does not admit GuardDuty", fix, verdict.evidence(key)


def _is_within(named: Attribute, bucket: Bucket) -> Truth:
    """Whether an ARN is that of a bucket or of a folder in it."""
    whole, arn = text_of(named.value), arn_of(bucket.resource)
    folder = shown(whole).startswith(f"{shown(arn)}/") and whole[:1] == arn[:1]
    return named.refers_to(bucket) | truth(folder)


class ConfigChannel(View, terraform="aws_config_delivery_channel", cloudformation="AWS::Config::DeliveryChannel"):
    """Where AWS Config delivers to."""

    bucket = reference("s3_bucket_name", "S3BucketName")
    topic = reference("sns_topic_arn", "SnsTopicARN")


def closed_channel(channel: ConfigChannel, unit: Unit) -> tuple[Bucket, Verdict, Fix] | None:
    """The bucket to which AWS Config may write neither with the role of the recorder nor in its own name."""
    for bucket in unit.all(Bucket):
        if channel.bucket.refers_to(bucket).known:
            within = joined("/", ANYTHING)
            context: dict[str, Text | None] = {"s3:x-amz-acl": ("bucket-owner-full-control",)}
            verdict = guard_allows(service_principal("config"), "s3:PutObject", bucket, unit, context, within=within)
            closed = verdict.refused & ~verdict.denied
            if closed.known is not False and closed & ~_by_recorder(bucket, unit):
                name, arn = "config.amazonaws.com", bucket.link("arn", "Arn")
                wanted = [
                    allow(name, ["s3:GetBucketAcl", "s3:ListBucket"], arn),
                    allow(name, "s3:PutObject", bucket.link("arn", "Arn", after="/*")),
                ]
                return bucket, verdict, admitting(verdict, bucket, wanted, "AWS Config")
    return None


def _by_recorder(bucket: Bucket, unit: Unit) -> Truth:
    """Whether the role of a recorder may write to a bucket. The service's own role may not; others elsewhere are not known."""
    files = joined(arn_of(bucket.resource), "/", ANYTHING)
    asked: dict[str, Truth] = {}  # the recorders of all regions share a role

    def writes(recorder: Recorder) -> Truth:
        role = next((one for one in unit.all(Role) if recorder.role.refers_to(one).known), None)
        if role is not None:
            if role.address not in asked:
                asked[role.address] = role_allows(role, "s3:PutObject", files, unit)
            return asked[role.address]
        own = recorder.role.spells("AWSServiceRoleForConfig") | recorder.role.refers_to_type("aws_iam_service_linked_role")
        return ~own & undecided("what the role of the recorder may do is not known", recorder.role.at)

    found = any_of([one for one in unit.all(Recorder) if exists(one).known is not False], writes)
    return found | ~unit.any(Recorder)


class _Prefix(View):
    prefix = attribute("access_logs.prefix", "LoadBalancerAttributes[Key=access_logs.s3.prefix].Value")


def balancer_verdict(balancer: LoadBalancer, bucket: Bucket, unit: Unit) -> tuple[Truth, Verdict]:
    """Whether a bucket keeps the logs of a load balancer out, and the answer for the name that AWS's guide has."""
    given = _Prefix(balancer.resource).prefix
    prefix: Text = () if given.surely_absent() else joined(text_of(given.value), "/")
    within = joined("/", prefix, "AWSLogs/", ACCOUNT, "/", ANYTHING)
    context: dict[str, Text | None] = {"s3:x-amz-acl": ("bucket-owner-full-control",)}
    verdicts = [guard_allows(one, "s3:PutObject", bucket, unit, context, within=within) for one in _senders(balancer)]
    allowed = any_of(verdicts, lambda one: one.allowed)
    return ~allowed & ~any_of(verdicts, lambda one: one.denied), verdicts[0]


def _senders(balancer: LoadBalancer) -> tuple[Principal, ...]:
    """The names under which logs are delivered: network load balancers have their own, and older regions an account each."""
    region, accounts = settle(balancer.resource.region), table("elb_log_accounts").rows
    numbers = tuple(accounts.values())
    if isinstance(region, Known) and isinstance(region.data, str) and region.data in accounts:
        numbers = (accounts[region.data],)
    named = service_principal("logdelivery.elasticloadbalancing", numbers)
    return (service_principal("delivery.logs"), named) if balancer.type.surely("network") else (named, service_principal("delivery.logs"))


def closed_balancer_bucket(balancer: LoadBalancer, unit: Unit) -> tuple[Bucket, Verdict, Fix] | None:
    """The bucket of a load balancer that does not admit its logs."""
    switched = balancer.log_enabled.surely(True) & balancer.type.surely_in(("application", "network"))
    for bucket in unit.all(Bucket) if switched else ():
        if balancer.log_bucket.refers_to(bucket).known:
            closed, verdict = balancer_verdict(balancer, bucket, unit)
            if closed:
                name = "delivery.logs" if balancer.type.surely("network") else "logdelivery.elasticloadbalancing"
                wanted = [allow(f"{name}.amazonaws.com", "s3:PutObject", bucket.link("arn", "Arn", after="/*"))]
                return bucket, verdict, admitting(verdict, bucket, wanted, "load balancers")
    return None
