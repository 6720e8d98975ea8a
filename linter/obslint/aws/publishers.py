"""Who publishes to topics: alarms, event rules, budgets and other services."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from obslint.aws.access.keys import key_named_by
from obslint.aws.alarms import Alarm
from obslint.aws.guards.allows import Verdict, guard_allows, policies_of
from obslint.aws.guards.arns import arn_of, text_of
from obslint.aws.guards.documents import Statement, any_statement, each
from obslint.aws.guards.fixes import admitting, allow
from obslint.aws.guards.holders import ManagedPolicy, RolePolicy
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.texts import matches
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, blocks, reference
from obslint.model import NO, YES, Fields, Known, Plain, Truth, Value, any_of, settle, truth
from obslint.model.compare import decide
from obslint.policy import Fix, Label


class Addressee(View):
    """Someone whom a service notifies."""

    mailed = reference("address", "Address")
    target = reference(None, "TargetAddress")
    topics = reference("subscriber_sns_topic_arns", None)
    arn = reference("topic_arn", "Arn")
    bucket_topic = reference(None, "Topic")


class Notifying(View):
    """A threshold of a budget, with whom it tells."""

    topics = reference("subscriber_sns_topic_arns", None)
    subscribers = blocks(None, "Subscribers", Addressee)


class Publisher(
    View,
    terraform="aws_cloudwatch_event_target|aws_budgets_budget|aws_ce_anomaly_subscription|aws_backup_vault_notifications"
    "|aws_codestarnotifications_notification_rule|aws_s3_bucket_notification|aws_db_event_subscription|aws_ses_event_destination",
    cloudformation="AWS::Events::Rule|AWS::Budgets::Budget|AWS::CE::AnomalySubscription|AWS::Backup::BackupVault"
    "|AWS::CodeStarNotifications::NotificationRule|AWS::S3::Bucket|AWS::RDS::EventSubscription",
):
    """A resource, other than an alarm, by which an AWS service publishes to a topic."""

    event_target = reference("arn", None)
    event_targets = blocks(None, "Targets", Addressee)
    budget = blocks("notification", "NotificationsWithSubscribers", Notifying)
    anomalies = blocks("subscriber", "Subscribers", Addressee)
    vault = reference("sns_topic_arn", "Notifications.SNSTopicArn")
    changes = blocks("target", "Targets", Addressee)
    objects = blocks("topic", "NotificationConfiguration.TopicConfigurations", Addressee)
    database = reference("sns_topic", "SnsTopicArn")
    mail = reference("sns_destination.topic_arn", None)

    @property
    def service(self) -> str:
        """The first part of the name by which the service publishes."""
        return _SERVICES[self.resource.type]

    def publishes_to(self, topic: Topic) -> Truth:
        """Whether the topic is among those that it notifies."""
        return _ASKED[self.service](self, topic)


_SERVICES = {
    "aws_cloudwatch_event_target": "events",
    "AWS::Events::Rule": "events",
    "aws_budgets_budget": "budgets",
    "AWS::Budgets::Budget": "budgets",
    "aws_ce_anomaly_subscription": "costalerts",
    "AWS::CE::AnomalySubscription": "costalerts",
    "aws_backup_vault_notifications": "backup",
    "AWS::Backup::BackupVault": "backup",
    "aws_codestarnotifications_notification_rule": "codestar-notifications",
    "AWS::CodeStarNotifications::NotificationRule": "codestar-notifications",
    "aws_s3_bucket_notification": "s3",
    "AWS::S3::Bucket": "s3",
    "aws_db_event_subscription": "events.rds",
    "AWS::RDS::EventSubscription": "events.rds",
    "aws_ses_event_destination": "ses",
}


def _budgets(publisher: Publisher, topic: Topic) -> Truth:
    def told(one: Notifying) -> Truth:
        return one.topics.refers_to(topic) | one.subscribers.any(lambda who: who.mailed.refers_to(topic))

    return publisher.budget.any(told)


_ASKED: Mapping[str, Callable[[Publisher, Topic], Truth]] = {
    "events": lambda one, topic: (
        one.event_target.refers_to(topic)
        if one.is_type("aws_cloudwatch_event_target")
        else one.event_targets.any(lambda who: who.arn.refers_to(topic))
    ),
    "budgets": _budgets,
    "costalerts": lambda one, topic: one.anomalies.any(lambda who: who.mailed.refers_to(topic)),
    "backup": lambda one, topic: one.vault.refers_to(topic),
    "codestar-notifications": lambda one, topic: one.changes.any(lambda who: who.mailed.refers_to(topic) | who.target.refers_to(topic)),
    "s3": lambda one, topic: one.objects.any(lambda who: who.arn.refers_to(topic) | who.bucket_topic.refers_to(topic)),
    "events.rds": lambda one, topic: one.database.refers_to(topic),
    "ses": lambda one, topic: one.mail.refers_to(topic),
}

_KNOWN = ("cloudwatch", "sns", *dict.fromkeys(_SERVICES.values()))
"""Services whose resources tell whether they publish to a topic."""

ALERTING = ("events", "budgets", "costalerts", "backup", "events.rds")
"""Services whose messages are news for people; what comes from others may as well be work for machines."""


@dataclass(frozen=True, slots=True)
class Alerting:
    """What sends alerts to a topic: whether anything does, and a label on the first that certainly does."""

    known: Truth
    related: tuple[Label, ...]


def alerts_to(topic: Topic, unit: Unit) -> Alerting:
    """What sends alerts to a topic."""
    found, first = NO, None
    for source, notifies in _sources(topic, unit):
        found |= notifies & exists(source)
        first = first or (source if notifies.known else None)
    return Alerting(found, (first.label("this is sent to it"),) if first else ())


def _sources(topic: Topic, unit: Unit) -> Iterator[tuple[View, Truth]]:
    yield from ((alarm, alarm.notifies(topic)) for alarm in unit.all(Alarm))
    yield from ((one, one.publishes_to(topic)) for one in unit.all(Publisher) if one.service in ALERTING)


def publishers_of(topic: Topic, unit: Unit) -> Iterator[Publisher]:
    """The resources by which services certainly publish to a topic."""
    yield from (one for one in unit.all(Publisher) if one.publishes_to(topic).known and exists(one).known)


def is_published_by_others(topic: Topic, unit: Unit) -> Truth:
    """Whether something else than alarms and services that are known here may publish to the topic: code, or a role."""
    mentioned = unit.mentions(topic, by=lambda kind: kind not in _QUIET and kind not in _SERVICES)
    granted = unit.any(RolePolicy, lambda one: one.document.mentions(topic)) | unit.any(
        ManagedPolicy, lambda one: one.document.mentions(topic)
    )
    admitted = any_of(policies_of(topic, unit), lambda one: any_statement(one.document.value, _admits_others))
    return mentioned | granted | admitted


def _admits_others(statement: Statement) -> Truth:
    """Whether a statement lets someone publish who is not a service that is known here."""

    def other(value: Value) -> Truth:
        if not isinstance(value, Known) or not isinstance(value.data, Fields):
            return YES
        fields = value.data
        services = any_of([kind for kind in fields if kind == "Service"], lambda kind: each(settle(fields[kind]), _is_other))
        return services | truth(any(kind != "Service" for kind in fields))

    published = each(statement.member("action"), lambda value: matches(text_of(value), ("sns:publish",), fold=True))
    admits = decide(statement.member("principal"), other) | ~statement.has("principal")
    return statement.is_effect("Allow") & (published | ~statement.has("action")) & admits


def _is_other(service: Value) -> Truth:
    return ~any_of(_KNOWN, lambda name: matches(text_of(service), (f"{name}.amazonaws.com",), wild=False))


_QUIET = (
    *Alarm.types(), "aws_sns_topic_subscription", "AWS::SNS::Subscription", "aws_sns_topic_policy", "AWS::SNS::TopicPolicy",
    "AWS::SNS::TopicInlinePolicy", "aws_lambda_permission", "AWS::Lambda::Permission", "aws_sqs_queue_policy", "AWS::SQS::QueuePolicy",
    "data.aws_iam_policy_document",
)  # fmt: skip
"""Kinds of resources that name a topic and do not publish to it."""


_KEY_USE = ("kms:GenerateDataKey", "kms:Decrypt")


def closed_publishers(topic: Topic, unit: Unit) -> Iterator[tuple[Publisher, Verdict, View, Fix]]:
    """The services that publish to a topic and that its policy or its key keeps out: what holds the policy, and a fix.

    Alarms, event rules and trails have rules of their own.
    """
    key, seen = key_named_by(topic.kms_key, unit), set()
    for one in publishers_of(topic, unit):
        name, principal = f"{one.service}.amazonaws.com", service_principal(one.service)
        if one.service == "events" or one.service in seen:
            continue
        source = {"aws:SourceArn": arn_of(one.resource)} if one.is_type("AWS::S3::Bucket") else {}
        verdict = guard_allows(principal, "sns:Publish", topic, unit, source)
        if verdict.refused:
            seen.add(one.service)
            yield one, verdict, topic, admitting(verdict, topic, _publishing(name, topic, verdict, unit), name)
        refused = (found for action in _KEY_USE if key and (found := guard_allows(principal, action, key, unit)).refused)
        use = next(refused, None)
        if key is not None and use is not None:
            seen.add(one.service)
            yield one, use, key, admitting(use, key, [allow(name, ["kms:GenerateDataKey*", "kms:Decrypt"], "*")], name)


def _publishing(name: str, topic: Topic, verdict: Verdict, unit: Unit) -> list[dict[str, Plain]]:
    arn = topic.link("arn", "Ref")
    wanted = [allow(name, "sns:Publish", arn)]
    if not verdict.policies and topic.gets_alarms(unit).known is not False:
        wanted.append(allow("cloudwatch.amazonaws.com", "sns:Publish", arn))  # its default policy lets alarms in
    return wanted
